"""Readings of mandates in, Markdown out, for a pull request or any page that shows Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from uppdrag.findings.plain_markdown import plain_markdown
from uppdrag.readability import cells
from uppdrag.readability.reading import Reading

_LEFT, _RIGHT = ":---", "---:"


def render(readings: Iterable[Reading]) -> str:
    """Return a heading, a table and the longest sentences of each mandate, then an explanation."""
    parts = [part for reading in readings for part in _reading(reading)]
    return "\n\n".join([*parts, *cells.explanation()]) + "\n"


def _reading(reading: Reading) -> Iterator[str]:
    yield f"## {plain_markdown(reading.title)}"
    yield plain_markdown(f"{reading.file}. {cells.compared_with(reading)}")
    if not reading.report.total.words:
        yield cells.NO_TEXT
        return
    *sections, (name, *figures) = cells.rows(reading)
    head = cells.header(reading)
    rule = "|" + "|".join(_LEFT if cell in {"Avsnitt", "Nivå"} else _RIGHT for cell in head) + "|"
    total = _line([f"**{name}**", *figures])
    yield "\n".join(
        (_line(head), rule, *(_line(map(plain_markdown, row)) for row in sections), total)
    )
    if gone := cells.removed(reading):
        yield plain_markdown(gone)
    yield f"{cells.long_sentences(reading)} De längsta meningarna:"
    yield "\n".join(
        f"- {sentence.words} ord, {plain_markdown(reading.file)}:{sentence.start.line}:"
        f"{sentence.start.column}: {plain_markdown(sentence.text)}"
        for sentence in reading.report.sentences
    )
    if words := cells.long_words(reading):
        yield plain_markdown(words)


def _line(row: Iterable[str]) -> str:
    return f"| {' | '.join(row)} |"
