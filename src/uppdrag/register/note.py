"""The text of a meeting note in; the meetings that it tells of, each with its day's place, out.

A note gives the day of the meeting itself at its head, and the days of those to come at its end.
Other days stand between: of documents, of decisions, of when something is to be done.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from uppdrag.register.days import Day, days
from uppdrag.source.pattern import lazy_pattern

_LINE = lazy_pattern(r"[^\n]+")
_WEEKDAY = r"(?:(?:mån|tis|ons|tors?|fre|lör|sön)(?:dag(?:en)?)?\.?\s+)?(?:den\s+)?"
_OF_A_DAY = lazy_pattern(rf"(?:\d{{1,2}}[.)]\s)?[\s|*•○·–-]*{_WEEKDAY}(?=\d)", re.IGNORECASE)
_OWN = lazy_pattern(
    rf"[\s|*#]*(?:mötes)?(?:datum|dag)(?:\s+och\s+tid)?[\s|*:]+{_WEEKDAY}(?=\d)", re.IGNORECASE
)
_TO_COME = lazy_pattern(
    r"[\s|*#\d.]*(?:(?:datum|tider)\s+för\s+)?"
    r"(?:(?:(?:näst)?kommande|nästa|planerade|återstående|inplanerade)\s+"
    r"(?:(?P<single>möte|sammanträde|träff)|möten|mötestider|mötesdagar|mötesdatum|sammanträden"
    r"|träffar)|mötes(?:tider|dagar|datum|plan|kalender)|möten(?=[\s*:]*(?:\d{4}|$)))\b",
    re.IGNORECASE,
)
_SOON = 40
"""Characters after the words in which a heading ends, or the first day begins."""

_DOCUMENT = lazy_pattern(
    r"\b(?:\w*anteckning|\w*protokoll|dagordning|kallelse|bilag)"
    r"|\.(?:pdf|docx?|pptx?|xlsx?)\b",
    re.IGNORECASE,
)
_CALLED_OFF = lazy_pattern(r"\binställ(?:t|d|s)\b|\bställs\s+in\b|\butgår\b", re.IGNORECASE)


class Noted(NamedTuple):
    """A meeting that a note tells of, and whether it is called off."""

    day: Day
    called_off: bool


def meetings(text: str) -> Iterator[Noted]:
    """Yield the meetings that a note tells of, in the order of its lines.

    The meeting's own day follows the first `Datum:`. The others are the lines that begin with a
    day, below a heading such as `Nästkommande möten` where there is one, and the days on the line
    of such words themselves.
    """
    lines = [found.span() for found in _LINE.finditer(text)]
    below = next((start for start, end in lines if _is_heading(text, start, end)), 0)
    own_is_told = False
    for start, end in lines:
        if found := _TO_COME.match(text, start, end):
            told = _announced(text, found, end)
        elif not own_is_told and (found := _OWN.match(text, start, end)):
            told = list(days(text, found.end(), end))[:1]
            own_is_told = bool(told)
        elif start >= below and (found := _OF_A_DAY.match(text, start, end)):
            is_document = _DOCUMENT.search(text, start, end) is not None
            first = [] if is_document else list(days(text, found.end(), end))[:1]
            told = [day for day in first if day.start == found.end()]
        else:
            continue
        called_off = _CALLED_OFF.search(text, start, end) is not None
        yield from (Noted(day, called_off) for day in told)


def _is_heading(text: str, start: int, end: int) -> bool:
    """Tell whether a line announces the meetings below it, and names none itself."""
    found = _TO_COME.match(text, start, end)
    if found is None or end - found.end() > _SOON:
        return False
    return not _announced(text, found, end)


def _announced(text: str, found: re.Match[str], end: int) -> list[Day]:
    """Return the days that follow soon after words such as `Nästa möte` on the same line."""
    told = list(days(text, found.end(), end))
    if not told or told[0].start - found.end() > _SOON:
        return []
    return told[:1] if found["single"] else told
