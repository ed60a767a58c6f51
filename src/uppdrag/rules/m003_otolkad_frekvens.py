"""M003: a mandate in; a remark where how often a group meets cannot be read as numbers out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from uppdrag.model import Motesfrekvens
from uppdrag.model.frequency import NUMBERS, read_frequency
from uppdrag.rules.subject import Remark, Subject
from uppdrag.source.pattern import lazy_pattern

_NUMBER = rf"(?:\d{{1,3}}|{'|'.join(NUMBERS)})"
_SAYS_HOW_OFTEN = lazy_pattern(
    rf"\b(?:varje|varannan|vartannat|var\s+\w+(?:de|dje|te)\b|\w+vis\b|dagligen"
    rf"|{_NUMBER}\s+(?:gång\w*|ggr|möte\w*|sammanträd\w*|träff\w*|tillfäll\w*)"
    rf"|{_NUMBER}\s*(?:/|per|om)\s*(?:år|termin|halvår|kvartal|månad|vecka))"
    r"|\bbehov|\bbehövs\b",
    re.IGNORECASE,
)
_LIKELY = lazy_pattern(r"[-–—]\s?\w{1,6} (?:gånger|ggr)", re.IGNORECASE)
_HALF_HYPHEN = lazy_pattern(
    rf"\b(?P<first>{_NUMBER})(?:\s[-–—]|[-–—]\s)(?P<second>{_NUMBER})\s+"
    r"(?P<unit>(?:gånger|ggr)\s*(?:per|/|om|i|varje)\s*"
    r"(?:år|termin|halvår|kvartal|månad|vecka)\w*)",
    re.IGNORECASE,
)


def frequency_in_numbers(subject: Subject) -> Iterator[Remark]:
    """Yield a remark for each meeting frequency without a number, and each mangled interval."""
    for section in subject.handling.avsnitt:
        for item in section.innehall:
            if isinstance(item, Motesfrekvens) and _is_unclear(item) and item.text is not None:
                yield subject.value(
                    item.text.path,
                    "Mötesfrekvensen går inte att läsa som tal. Skriv minst, högst och per, till "
                    "exempel ”{minst: 4, högst: 8, per: år}”. Orden kan stå kvar under text.",
                )
    if not _LIKELY.search(subject.text):
        return
    for passage in subject.passages:
        for found in _HALF_HYPHEN.finditer(passage.text):
            number = f"{_figure(found['first'])}–{_figure(found['second'])}"
            message = (
                f"”{found[0]}” går inte att läsa som tal: bindestrecket hör bara till det ena "
                f"ordet. Skriv ”{number} {found['unit']}”."
            )
            yield subject.words(passage, found.span(), message)


def _is_unclear(item: Motesfrekvens) -> bool:
    if item.minst is not None or item.hogst is not None or item.vid_behov or item.text is None:
        return False
    words = item.text.text
    return not read_frequency(words).is_known and not _SAYS_HOW_OFTEN.search(words)


def _figure(word: str) -> int:
    return int(word) if word.isdigit() else NUMBERS[word.casefold()]
