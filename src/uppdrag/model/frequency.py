"""The words about how often a group meets in; the numbers in them out, beside the words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from uppdrag.source.pattern import lazy_pattern

LONGEST = 500
"""Characters at the beginning of the text in which the numbers are looked for."""

MOST = 366

NUMBERS = {
    word: number
    for number, words in enumerate(
        ("en ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"),
        start=1,
    )
    for word in words.split()
}
"""The number words that are read, and what they say."""
_N = rf"\d{{1,3}}|{'|'.join(NUMBERS)}"
_UNITS = {
    "år": r"år(?:et|ligen)?|kalenderår",
    "termin": r"termin(?:en)?",
    "halvår": r"halvår(?:et)?",
    "kvartal": r"kvartal(?:et)?",
    "månad": r"månad(?:en)?",
    "vecka": r"veckan?",
}
_UNIT = "|".join(f"(?P<u{index}>{pattern})" for index, pattern in enumerate(_UNITS.values()))
_ABOUT = r"(?P<about>\b(?:cirka|ca\.?|ungefär|omkring|runt|c:a)\s+)?"
_LIMIT = (
    r"\b(?:(?P<least>minst|lägst|åtminstone)|(?P<most>högst|max(?:imalt)?|upp till|som mest))\s+"
)
_TIMES = r"(?:ggr\.?|gånger|gång|möten|möte|sammanträden|träffar|tillfällen)"
_PER = r"(?:\s*/\s*|\s+(?:per|om|i|varje|under)\s+(?:ett\s+)?|\s+)"
_COUNT = lazy_pattern(
    rf"(?:{_LIMIT})?{_ABOUT}\b(?P<first>{_N})"
    rf"(?:\s*(?:-|–|—|till|eller)\s*(?:max(?:imalt)?\s+|högst\s+)?(?P<second>{_N}))?"
    rf"\s*{_TIMES}(?:{_PER}(?:{_UNIT})\b)?",
    re.IGNORECASE,
)
_RANGE = lazy_pattern(
    rf"\b(?:mellan|minst|lägst|åtminstone)\s+{_ABOUT}(?P<first>{_N})(?:\s*{_TIMES})?"
    r"\s*(?:,\s*)?(?:(?:och|men)\s+)?"
    rf"(?:(?<=och )|(?:högst|max(?:imalt)?|som mest)\s+)(?P<second>{_N})"
    rf"(?:\s*{_TIMES})?{_PER}(?:{_UNIT})\b",
    re.IGNORECASE,
)
_BARE = lazy_pattern(
    rf"(?:{_LIMIT})?{_ABOUT}\b(?P<first>{_N})(?:\s*(?:-|–|—|till)\s*(?P<second>{_N}))?"
    rf"(?:\s*/\s*|\s+per\s+)(?:{_UNIT})\b",
    re.IGNORECASE,
)
_OTHER_NUMBER = lazy_pattern(
    rf"(?<!\d)\d{{1,3}}(?!\d)|\b(?:minst|högst|max(?:imalt)?|mellan|upp till)\s+(?:{_N})\b",
    re.IGNORECASE,
)
_OTHER_PERIOD = lazy_pattern(r"\s+var(?:annan|tannat|\s+\w+)\b", re.IGNORECASE)
_SENTENCE_END = lazy_pattern(r"[.!?]\s")
_EACH = lazy_pattern(rf"\b(?:varje|en gång i|en gång per)\s+(?:{_UNIT})\b", re.IGNORECASE)
_AS_NEEDED = lazy_pattern(r"\bvid behov\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Frequency:
    """How often: at least, at most, in which period, about so often, and when needed."""

    least: int | None = None
    most: int | None = None
    per: str | None = None
    about: bool = False
    as_needed: bool = False

    @property
    def is_known(self) -> bool:
        """Tell whether anything was read."""
        return self.least is not None or self.most is not None or self.as_needed


def read_frequency(words: str) -> Frequency:
    """Return the frequency that a text gives, such as `6 – 10 ggr/år`; no numbers in doubt."""
    text = words[:LONGEST]
    as_needed = _AS_NEEDED.search(text) is not None
    if found := _RANGE.search(text) or _COUNT.search(text) or _BARE.search(text):
        least, most = _limits(found)
        if _is_doubtful(text, found) or not _are_in_order(least, most):
            return Frequency(as_needed=as_needed)
        return Frequency(least, most, _unit(found), found["about"] is not None, as_needed)
    if found := _EACH.search(text):
        return Frequency(1, 1, _unit(found), as_needed=as_needed)
    return Frequency(as_needed=as_needed)


def _is_doubtful(text: str, found: re.Match[str]) -> bool:
    """Tell whether the text has another number, or another period, for how often."""
    before, after = text[: found.start()], text[found.end() :]
    sentence = _SENTENCE_END.split(before)[-1]
    return (
        _COUNT.search(before) is not None
        or _COUNT.search(after) is not None
        or _OTHER_NUMBER.search(sentence) is not None
        or _OTHER_PERIOD.match(after) is not None
    )


def _are_in_order(least: int | None, most: int | None) -> bool:
    return max(least or 0, most or 0) <= MOST and (least or 0) <= (most or MOST)


def _limits(found: re.Match[str]) -> tuple[int | None, int | None]:
    first, second = _number(found["first"]), _number(found["second"])
    if second is not None:
        return first, second
    if found["least"]:
        return first, None
    if found["most"]:
        return None, first
    return first, first


def _number(word: str | None) -> int | None:
    if word is None:
        return None
    return int(word) if word.isdigit() else NUMBERS[word.casefold()]


def _unit(found: re.Match[str]) -> str | None:
    return next((unit for i, unit in enumerate(_UNITS) if found[f"u{i}"]), None)
