"""A line of text in; the days that it names, each with its place, out."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple

from uppdrag.model.manader import MANADER
from uppdrag.source.pattern import lazy_pattern

_DAY = lazy_pattern(
    r"(?<![\w.-])(?:(?P<iso>\d{4}-\d{2}-\d{2})"
    rf"|(?P<day>\d{{1,2}})\s+(?P<month>{'|'.join(MANADER)})\s+(?P<year>\d{{4}}))(?![\w-])",
    re.IGNORECASE,
)


class Day(NamedTuple):
    """A day (ISO 8601), and which characters of the text name it."""

    iso: str
    start: int
    end: int


def days(text: str, start: int, end: int) -> Iterator[Day]:
    """Yield the days between two places in a text, written `2026-04-27` or `27 april 2026`.

    What looks like a day but is not in the calendar is passed over.
    """
    for found in _DAY.finditer(text, start, end):
        try:
            day = _read(found)
        except ValueError:
            continue
        yield Day(day.isoformat(), *found.span())


def _read(found: re.Match[str]) -> dt.date:
    if found["iso"] is not None:
        return dt.date.fromisoformat(found["iso"])
    month = MANADER.index(found["month"].casefold()) + 1
    return dt.date(int(found["year"]), month, int(found["day"]))
