"""D003: a mandate in; a remark for each date that is neither ÅÅÅÅ-MM-DD nor in words out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from uppdrag.rules.dates import days_in
from uppdrag.rules.subject import Remark, Subject
from uppdrag.rules.whole import figures
from uppdrag.source.pattern import lazy_pattern

_YEAR = r"(?:19|20)\d\d"
_DATE = lazy_pattern(
    rf"""
    (?<![\w/.:@=%+~-]) (?<!\d\s)
    (?: (?P<year>{_YEAR})
        (?: \s?(?P<mark>[-–/.])\s?(?P<month>\d{{1,2}})\s?(?P=mark)\s?(?P<day>\d{{1,2}})
          | \s(?P<spaced_month>\d\d)\s(?P<spaced_day>\d\d)(?!\s?\d)
          | (?:\s-|-\s)(?P<only_month>0[1-9]|1[0-2])
          | \s[-–]\s(?P<early_month>0[1-9])
          | (?P<packed_month>0[1-9]|1[0-2])(?P<packed_day>0[1-9]|[12]\d|3[01])
        )
      | (?P<first>\d{{1,2}})
        (?: \s?/\s?(?P<second>\d{{1,2}})
            (?: (?P<slash>\s?/\s?|\s?[-–]\s?|\s)(?P<after_slash>{_YEAR})
              | \s?[-–’'](?P<short>\d\d) )
          | \.\s?(?P<second_dotted>\d{{1,2}})\.\s?(?P<after_dot>{_YEAR})
          | -(?P<second_dashed>\d{{1,2}})-(?P<after_dash>{_YEAR})
        )
      | (?P<cut_year>[23]\d)-(?P<cut_month>0[1-9]|1[0-2])-(?P<cut_day>0[1-9]|[12]\d|3[01])(?![ ]\d)
    ) (?![\w/@]|[-–.:]\w)
    """,
    re.VERBOSE,
)
_ISO = lazy_pattern(r"\d{4}-\d\d-\d\d")
_NUMBERED = lazy_pattern(r"(?:nr|nummer|id|version|kod|rum|sal|tel|telefon)[.:]?\s$", re.IGNORECASE)
_LAST_MONTH = 12
_LONGEST_LABEL = 10


def date_form(subject: Subject) -> Iterator[Remark]:
    """Yield a remark for each date in figures in another form than that of ISO 8601."""
    for passage, found in figures(subject, _DATE):
        if not _ISO.fullmatch(found[0]) and _is_date(found, passage.text):
            message, fix = _said(found)
            yield subject.words(passage, found.span(), message, fix=fix)


def _is_date(found: re.Match[str], text: str) -> bool:
    """Tell whether the figures are a day or a month that there is, and no other number."""
    year, month, day = _figures(found)
    before = text[max(0, found.start() - _LONGEST_LABEL) : found.start()]
    if (found["packed_month"] or found["cut_month"]) and _NUMBERED.search(before):
        return False
    return 1 <= month <= _LAST_MONTH and 1 <= day <= days_in(year, month)


def _figures(found: re.Match[str]) -> tuple[int, int, int]:
    part = found.groupdict()
    full = part["year"] or part["after_slash"] or part["after_dot"] or part["after_dash"]
    year = full or f"20{part['short'] or part['cut_year']}"
    month = next(filter(None, (part[name] for name in part if "month" in name or "second" in name)))
    day = next(filter(None, (part[name] for name in part if "day" in name or name == "first")), "1")
    return int(year), int(month), int(day)


def _said(found: re.Match[str]) -> tuple[str, str | None]:
    """Return what is wrong, and the date as it should be where day and month cannot be mistaken."""
    year, month, day = _figures(found)
    words = found[0]
    if found["only_month"] or found["early_month"]:
        right = f"{year}-{month:02}"
        return f"”{words}” har inte formen ÅÅÅÅ-MM. Skriv ”{right}”.", right
    right = f"{year}-{month:02}-{day:02}"
    if (
        ("/" in (found["slash"] or "") or found["second_dashed"])
        and day <= _LAST_MONTH
        and day != month
    ):
        return f"I ”{words}” kan dag och månad förväxlas. Skriv datumet som ÅÅÅÅ-MM-DD.", None
    return f"Datumet ”{words}” har inte formen ÅÅÅÅ-MM-DD. Skriv ”{right}”.", right
