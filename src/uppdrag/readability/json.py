"""Readings of mandates in, the documented JSON text out."""

from __future__ import annotations

from collections.abc import Iterable

from uppdrag.findings.json_text import json_text
from uppdrag.readability.compare import Change
from uppdrag.readability.lix import Measure
from uppdrag.readability.reading import Reading
from uppdrag.readability.report import LongSentence


def render(readings: Iterable[Reading]) -> str:
    """Return JSON with `mandates`, a reading each, ending in a line break.

    Lines and columns count from 1, columns in code points, the end is exclusive. `lix` is null
    where the text is too short, `before` where there is nothing to compare with.
    """
    return json_text({"mandates": [_reading(reading) for reading in readings]})


def _reading(reading: Reading) -> dict[str, object]:
    report, compared = reading.report, reading.comparison
    return {
        "file": reading.file,
        "title": reading.title,
        "earlier": reading.earlier,
        "sections": [
            {
                "key": section.key,
                "heading": section.heading,
                **_measure(section.measure),
                **_change(compared.sections[section.key] if compared else None),
            }
            for section in report.sections
        ],
        "removed": list(compared.removed) if compared else [],
        "total": {**_measure(report.total), **_change(compared.total if compared else None)},
        "sentences": [_sentence(sentence) for sentence in report.sentences],
        "long_sentences": report.long_sentences,
        "common_long_words": [{"word": word, "count": count} for word, count in report.long_words],
    }


def _measure(measure: Measure) -> dict[str, object]:
    return {
        "words": measure.words,
        "sentences": measure.sentences,
        "long_words": measure.long_words,
        "lix": measure.lix,
        "level": measure.level,
    }


def _change(change: Change | None) -> dict[str, object]:
    before = change.before if change else None
    return {
        "before": _measure(before) if before else None,
        "change": change.lix if change else None,
    }


def _sentence(sentence: LongSentence) -> dict[str, object]:
    return {
        "text": sentence.text,
        "words": sentence.words,
        "section": sentence.section,
        "line": sentence.start.line,
        "column": sentence.start.column,
        "end_line": sentence.end.line,
        "end_column": sentence.end.column,
    }
