"""B009: a mandate in; a remark where the month in its title is not that of the decision out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from uppdrag.model.manader import MANADER
from uppdrag.rules.subject import Remark, Subject
from uppdrag.source.pattern import lazy_pattern

_NAMES = "|".join(MANADER)
_DECIDED = (
    r"(?:reviderad|revidering|rev\.?|omarbetad|beslutad|beslut|fastställd|antagen|uppdaterad"
    r"|version)"
)
_MONTH = lazy_pattern(
    rf"""\b{_DECIDED}(?:\s(?:i|den))?\s(?P<day>\d{{1,2}}\s)?
      (?P<after>(?:{_NAMES})(?:\s(?:19|20)\d\d)?)\b
      | [,(–-]\s?(?P<last>(?:{_NAMES})\s(?:19|20)\d\d)\)?$
    """,
    re.IGNORECASE | re.VERBOSE,
)


def month_of_the_decision(subject: Subject) -> Iterator[Remark]:
    """Yield a remark at the month in the title where it is not the month of the document's day."""
    found = _MONTH.search(subject.handling.titel)
    if found is None or not subject.day:
        return
    group = "after" if found["after"] else "last"
    month, _, year = found[group].partition(" ")
    decided_year, decided_month = subject.day[:4], MANADER[int(subject.day[5:7]) - 1]
    if month.lower() == decided_month and year in {"", decided_year}:
        return
    title = next(passage for passage in subject.passages if passage.path == ("titel",))
    beslut = subject.handling.beslut
    what = "beslutets datum" if beslut and beslut.datum else "handlingens datum"
    yield subject.words(
        title,
        found.span(group),
        f"Titeln säger ”{found[group]}”, men {what} är {subject.day}. "
        f"Skriv ”{decided_month} {decided_year}” i titeln, eller rätta datumet.",
    )
