"""A text in; its intervals between weekdays, months and dates that have the wrong dash out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from uppdrag.model.manader import MANADER
from uppdrag.rules.dates import MONTH
from uppdrag.rules.phrases import words_of
from uppdrag.source.pattern import lazy_pattern

_DAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
_DAY = rf"(?:{'|'.join(_DAYS)})(?:ar|en)?"
_NAMES = frozenset(
    (*_DAYS, *(f"{day}ar" for day in _DAYS), *MANADER, *(name[:3] for name in MANADER), "sept")
)
_ISO = r"\d{4}-\d\d-\d\d"
_DASHES = "-‐‑–—"
_DASH = rf"[ \u00a0]?[{_DASHES}][ \u00a0]?"
_INTERVAL = lazy_pattern(
    rf"""(?<![\w–—-])
      (?: (?P<first>{_DAY}) (?P<between>{_DASH}) (?P<second>{_DAY})
        | (?P<first_month>(?:\d{{1,2}}[ \u00a0])?{MONTH}\.?(?:[ ]\d{{4}})?)
          (?P<between_months>{_DASH}) (?P<second_month>(?:\d{{1,2}}[ \u00a0])?{MONTH})
        | (?P<first_date>{_ISO}) (?P<between_dates>[ ]-[ ]) (?P<second_date>{_ISO})
      ) (?![\w-])""",
    re.IGNORECASE | re.VERBOSE,
)
_RIGHT = "–"


def may_hold_named(text: str) -> bool:
    """Tell quickly whether a text may hold an interval between names or whole dates."""
    return " - " in text or not _NAMES.isdisjoint(words_of(text))


def named(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """Yield each such interval with what to write instead.

    Between words the dash stands close, between whole dates with spaces. A dash with spaces is
    left alone where the parts have several words (1 maj – 30 juni): it is often written so.
    """
    if not any(dash in text for dash in _DASHES):
        return
    for found in _INTERVAL.finditer(text):
        if found["first_date"]:
            yield found, f"{found['first_date']} {_RIGHT} {found['second_date']}"
            continue
        first = found["first"] or found["first_month"]
        second = found["second"] or found["second_month"]
        dash = found["between"] or found["between_months"]
        has_several_words = " " in first or " " in second
        if dash == _RIGHT or (has_several_words and dash.strip() == _RIGHT):
            continue
        yield found, f"{first}{_RIGHT}{second}"
