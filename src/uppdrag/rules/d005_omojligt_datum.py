"""D005: a mandate in; a remark for each date or week in its text that no calendar has out.

The schema says it already of the fields that hold a date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from uppdrag.model.manader import MANADER
from uppdrag.rules.dates import MONTH, days_in, last_week, month_number
from uppdrag.rules.subject import Remark, Subject
from uppdrag.rules.whole import figures
from uppdrag.source.pattern import lazy_pattern

_DATE = lazy_pattern(
    rf"""
    (?<![\w/.:@=%+~-]) (?:
      (?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)
    | (?P<slash_day>\d{{1,2}})[ ]?/[ ]?(?P<slash_month>\d{{1,2}})[ ]?(?P<slash_year>(?:19|20)\d\d)
    | (?P<named_day>[0-3]?\d)(?::?[ae])?[ ](?P<named_month>{MONTH})(?:\.(?=[ ]\d{{4}}))?
      (?:[ ](?P<named_year>(?:19|20)\d\d))?
      (?:(?=[-–]\d)|(?![-–]\w))
    | (?P<week>\d{{2}})(?:[ ](?P<week_year>(?:19|20)\d\d))?
    ) (?![\w/@]|[.:]\w) (?(named_month)|(?![-–]\w))
    """,
    re.VERBOSE,
)
_WEEK = lazy_pattern(r"\b(?:vecka|veckorna|v\.)\s?\Z", re.IGNORECASE)
_REACH = 10
_MOST_WEEKS = 53
_LEAP_YEAR = 2000
_LAST_MONTH = 12


def possible_date(subject: Subject) -> Iterator[Remark]:
    """Yield a remark for each date whose month or day there is not."""
    for passage, found in figures(subject, _DATE):
        if fault := _fault(found):
            what = "Veckan" if found["week"] else "Datumet"
            message = f"{what} ”{found[0]}” finns inte: {fault}"
            yield subject.words(passage, found.span(), message)


def _fault_of_week(found: re.Match[str]) -> str | None:
    before = found.string[max(0, found.start() - _REACH) : found.start()]
    year = found["week_year"]
    weeks = last_week(int(year)) if year else _MOST_WEEKS
    if int(found["week"]) <= weeks or not _WEEK.search(before):
        return None
    return f"{year or 'ett år'} har {'' if year else 'högst '}{weeks} veckor. Skriv rätt vecka."


def _fault(found: re.Match[str]) -> str | None:
    if found["week"]:
        return _fault_of_week(found)
    year = int(found["year"] or found["slash_year"] or found["named_year"] or _LEAP_YEAR)
    day = int(found["day"] or found["slash_day"] or found["named_day"])
    if found["named_month"]:
        month = month_number(found["named_month"])
    else:
        month = int(found["month"] or found["slash_month"])
    if not 1 <= month <= _LAST_MONTH:
        return f"ett år har ingen månad {month}. Skriv rätt månad."
    days = days_in(year, month)
    if 1 <= day <= days:
        return None
    name = MANADER[month - 1]
    has_year = found["year"] or found["slash_year"] or found["named_year"]
    when = f"{name} {year}" if has_year and name == "februari" else name
    return f"{when} har {days} dagar. Skriv rätt dag."
