"""Words for time, as people write them, in; the days that they mean out."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from uppdrag.model.manader import MANADER
from uppdrag.source.pattern import lazy_pattern

MONTH = (
    r"(?:jan(?:uari)?|feb(?:ruari)?|mars?|apr(?:il)?|maj|juni?|juli?|aug(?:usti)?"
    r"|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![^\W\d_])"
)
"""A month in words, whole or cut short."""

_SEASONS = {"vår": (1, 6), "vt": (1, 6), "sommar": (6, 8), "höst": (7, 12), "ht": (7, 12)}
_TIME = lazy_pattern(
    rf"""
      (?<!\d)(?P<year>(?:19|20)\d\d)
        (?:[ ]?[-–/.][ ]?(?P<month>0[1-9]|1[0-2])(?!\d)
           (?:[ ]?[-–/.][ ]?(?P<day>0[1-9]|[12]\d|3[01])(?!\d))?)?
    | \b(?:(?P<named_day>\d{{1,2}})(?::?[ae])?[ ])?(?P<named_month>{MONTH})
    | \b(?:kvartal|kv\.?|q)[ ]?(?P<quarter>[1-4])\b
    | \b(?:vecka|v\.?)[ ]?(?P<week>\d{{1,2}})\b
    | \b(?P<half>första|andra)[ ]halvåret
    | \b(?P<season>vår|sommar|höst|vt|ht)(?:en|termin(?:en)?)?(?![^\W\d_])
    """,
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """The first and the last day of a time."""

    first: date
    last: date


def stretch(words: str) -> Stretch | None:
    """Return what days a timetable's words may mean, or None where they cannot be read.

    `2026` is the whole year, `mars–maj 2026` three months, `2026-05-04 – 2026-06-01` what lies
    between.
    """
    found = list(_TIME.finditer(words))
    years = [int(part["year"]) for part in found if part["year"]]
    if not years:
        return None
    only_years = all(part["year"] and not part["month"] for part in found)
    days: list[Stretch] = []
    for at, part in enumerate(found):
        if part["year"] and not part["month"] and not only_years:
            continue
        later = [int(other["year"]) for other in found[at:] if other["year"]]
        days.extend(_days(part, later[0] if later else years[-1]))
    if not days:
        return None
    first, last = min(span.first for span in days), max(span.last for span in days)
    return Stretch(first, last)


def _days(part: re.Match[str], year: int) -> Iterator[Stretch]:
    month = int(part["month"] or 0)
    day = int(part["day"] or part["named_day"] or 0)
    if part["named_month"]:
        month = month_number(part["named_month"])
    if part["week"]:
        if 1 <= int(part["week"]) <= last_week(year):
            monday = date.fromisocalendar(year, int(part["week"]), 1)
            yield Stretch(monday, monday + timedelta(days=6))
    elif part["quarter"]:
        yield _months(year, 3 * int(part["quarter"]) - 2, 3 * int(part["quarter"]))
    elif part["half"]:
        yield _months(year, *((1, 6) if part["half"].lower() == "första" else (7, 12)))
    elif part["season"]:
        yield _months(year, *_SEASONS[part["season"].lower()])
    elif not month:
        yield _months(year, 1, 12)
    elif not day:
        yield _months(year, month, month)
    elif day <= days_in(year, month):
        yield Stretch(date(year, month, day), date(year, month, day))


def month_number(word: str) -> int:
    """Return the number, from 1, of a month in words."""
    return next(at for at, name in enumerate(MANADER, 1) if name.startswith(word.lower()[:3]))


def days_in(year: int, month: int) -> int:
    """Return how many days a month has."""
    return monthrange(year, month)[1]


def last_week(year: int) -> int:
    """Return the number of a year's last week (ISO 8601)."""
    return date(year, 12, 28).isocalendar().week


def _months(year: int, first: int, last: int) -> Stretch:
    return Stretch(date(year, first, 1), date(year, last, days_in(year, last)))
