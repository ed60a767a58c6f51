"""M003: a mandate in; a remark where how often a group meets cannot be read as numbers out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from uppdrag.model import Motesfrekvens
from uppdrag.rules.subject import Remark, Subject

_NUMBER = (
    r"(?:\d{1,3}|en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|varje|varannan|vartannat)"
)
_READABLE = re.compile(
    rf"\b{_NUMBER}\b(?:\s*(?:[-–—]|till|och)\s*(?:max(?:imalt)?\s+|högst\s+)?{_NUMBER}\b)?",
    re.IGNORECASE,
)
_WHEN_NEEDED = re.compile(r"\bvid behov\b", re.IGNORECASE)
_MANGLED = re.compile(
    r"\b[a-zåäö]{2,5}(?:\s+[-–—]\s*|\s*[-–—]\s+)[a-zåäö]{2,5}\s+(?:gånger|ggr)\s*"
    r"(?:per|/|om|i|varje)\s*(?:år|termin|halvår|kvartal|månad|vecka)\w*",
    re.IGNORECASE,
)


def frequency_in_numbers(subject: Subject) -> Iterator[Remark]:
    """Yield a remark for each meeting frequency without a number, and each mangled interval."""
    for section in subject.handling.avsnitt:
        for item in section.innehall:
            if isinstance(item, Motesfrekvens) and _has_no_number(item) and item.text is not None:
                yield subject.value(
                    item.text.path,
                    "Mötesfrekvensen går inte att läsa som tal. Skriv minst, högst och per, till "
                    "exempel ”{minst: 4, högst: 8, per: år}”, och texten under text.",
                )
    if "gånger" not in subject.text and "ggr" not in subject.text:
        return
    for passage in subject.passages:
        for found in _MANGLED.finditer(passage.text):
            yield subject.words(
                passage,
                found.span(),
                f"”{found[0]}” går inte att läsa som tal. Skriv till exempel 2–4 gånger per år.",
            )


def _has_no_number(item: Motesfrekvens) -> bool:
    if item.minst is not None or item.hogst is not None or item.vid_behov or item.text is None:
        return False
    words = item.text.text
    return not _READABLE.search(words) and not _WHEN_NEEDED.search(words)
