"""A mandate and the name of its file in; the day that the revision is of out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath

from uppdrag.importing.facts import is_date
from uppdrag.importing.folder.proposed import Basis, Proposed
from uppdrag.model import Uppdragshandling
from uppdrag.model.manader import MANADER

_YEAR = r"(?<!\d)(?P<{0}>(?:19|20)\d\d)"
_WHOLE = re.compile(rf"{_YEAR.format('year')}[-_. ]?(?P<month>\d\d)[-_. ]?(?P<day>\d\d)(?!\d)")
_NAMED = re.compile(
    rf"(?:(?<!\d)(?P<day>\d{{1,2}})[ _-])?(?P<month>{'|'.join(MANADER)})[ _-]"
    rf"{_YEAR.format('year')}(?!\d)",
    re.IGNORECASE,
)
_MONTH = re.compile(rf"{_YEAR.format('year')}[-_](?P<month>\d\d)(?![\d]|[-_]?\d)")
_BARE = re.compile(rf"{_YEAR.format('year')}(?!\d)(?![-–]\d)")

_NO_DAY = "dagen framgår inte"
_NO_MONTH = "bara året framgår"


def propose_day(handling: Uppdragshandling, name: str) -> Proposed | None:
    """Return the day of a revision, the surest first; None where nothing tells it.

    It is what the document states, the day of the decision, what the title says (`reviderad juni
    2026`) or what the file is called. A month counts from its first day, unless the file's name
    has a day in it.
    """
    if handling.datum and is_date(handling.datum):
        return Proposed(handling.datum, Basis.DAY)
    beslut = handling.beslut
    if beslut is not None and beslut.datum and is_date(beslut.datum):
        return Proposed(beslut.datum, Basis.DECISION)
    stem = PurePosixPath(name).stem
    found = [*_days(handling.titel, Basis.TITLE), *_days(stem, Basis.FILE)]
    if not found:
        return None
    first = found[0]
    precise = (other for other in found[1:] if not other.note and _holds(first, other))
    return next(precise, first)


def _holds(rough: Proposed, precise: Proposed) -> bool:
    """Tell whether a day lies in a month or a year that is known."""
    known = {_NO_DAY: 7, _NO_MONTH: 4}.get(rough.note, 10)
    return precise.value[:known] == rough.value[:known]


def _days(text: str, basis: Basis) -> Iterator[Proposed]:
    """Yield the times in a text, those that tell most first."""
    for found in _WHOLE.finditer(text):
        if is_date(iso := f"{found['year']}-{found['month']}-{found['day']}"):
            yield Proposed(iso, basis)
    for found in _NAMED.finditer(text):
        month = MANADER.index(found["month"].casefold()) + 1
        iso = f"{found['year']}-{month:02}-{int(found['day'] or 1):02}"
        if is_date(iso):
            yield Proposed(iso, basis, "" if found["day"] else _NO_DAY)
    for found in _MONTH.finditer(text):
        if 1 <= int(found["month"]) <= len(MANADER):
            yield Proposed(f"{found['year']}-{found['month']}-01", basis, _NO_DAY)
    for found in _BARE.finditer(text):
        yield Proposed(date(int(found["year"]), 1, 1).isoformat(), basis, _NO_MONTH)
