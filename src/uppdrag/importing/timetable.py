"""A line in; the time that it begins with and what happens then out."""

from __future__ import annotations

import re

from uppdrag.importing.markup import plain
from uppdrag.model import Tidplanspost
from uppdrag.model.manader import MANADER

LONGEST = 400
"""Characters of a line of a timetable."""

_MONTHS = "|".join((*MANADER, "jan|feb|apr|jun|jul|aug|sep|sept|okt|nov|dec"))
_DATE = r"\d{4}\s*[-–]\s*\d{1,2}(?:\s*[-–]\s*\d{1,2})?(?!\d)"
_TIME = (
    rf"{_DATE}(?:\s*[-–]\s*{_DATE})?"
    rf"|(?:\d{{1,2}}\s+)?(?:{_MONTHS})\.?\s+\d{{4}}"
    r"|(?:våren|hösten|sommaren|vintern|vår|höst|vt|ht|kvartal\s+[1-4]|q[1-4])\s+\d{4}"
    r"|(?:v\.?|vecka)\s*\d{1,2}(?:\s+\d{4})?"
)
_POST = re.compile(rf"({_TIME})\s*(?:[:–—\t-]|\s)\s*(\S.*)", re.IGNORECASE | re.ASCII | re.DOTALL)
_JUST_TIME = re.compile(_TIME, re.IGNORECASE | re.ASCII)


def post_of(text: str) -> Tidplanspost | None:
    """Return the line of a timetable that a text is, its time as it was written."""
    if len(text) > LONGEST:
        return None
    found = _POST.fullmatch(plain(text))
    return Tidplanspost(found[1].strip(), found[2].strip()) if found else None


def is_time(text: str) -> bool:
    """Tell whether a cell holds a time and nothing else."""
    return len(text) <= LONGEST and _JUST_TIME.fullmatch(text.strip()) is not None
