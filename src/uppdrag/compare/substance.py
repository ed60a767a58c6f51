"""The words that a change touches in; what it matters to, if anything of substance, out.

Substance is what the reader of a mandate is bound by: who decides, which roles and bodies, how many
and how often, what one must and may do, which tasks there are, who receives the document, and when.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from uppdrag.compare.weighty import is_date, is_decision, is_duty, is_limit, is_role
from uppdrag.model.handling import Path


class Matter(Enum):
    """What a change of substance is about, in the order of weight; the value is its heading."""

    DECISION = "Vem som beslutar och utser"
    ROLE = "Roller och organ"
    LIMIT = "Tal och gränser"
    DUTY = "Ska, bör, kan och får"
    TASK = "Tillagt och borttaget innehåll"
    RECIPIENT = "Vem som får handlingen"
    DATE = "Datum och beteckningar"


REWRITTEN = 10
"""Words; where as many went and came, what is said has changed, whatever the words are."""

_RECEIVERS = "sändlista"
_DECISIONS = frozenset({"beslut", "beslutsfattande", "utses_av"})
_PARTIES = frozenset({"uppdragsgivare", "uppdragstagare", "utgår_från", "ersätter"})
_NUMBERS = frozenset({"minst", "högst", "per", "ungefär", "vid_behov", "mötesfrekvens"})
_DATES = frozenset({"datum", "diarienummer", "giltighet", "revidering", "status"})
_ASIDE = frozenset({"anmärkning", "kortnamn", "undantag", "typ", "format"})
"""Keys whose values are about the document, not about the assignment."""


def matter(path: Path, words: Iterable[str], *, is_whole: bool) -> Matter | None:
    """Return what a change matters to; None where it is about wording only.

    `words` are those that were added or taken away, `is_whole` tells that these are whole points,
    paragraphs or sections, at `path` in the file.
    """
    steps = [step for step in path if isinstance(step, str)]
    first = steps[0] if steps else ""
    if first in _ASIDE:
        return None
    by_place = _of_place(first, steps)
    if by_place is not None:
        return by_place
    if is_whole:
        return Matter.TASK
    touched = list(words)
    for found, test in _TESTS:
        if any(map(test, touched)):
            return found
    return Matter.TASK if len(touched) >= REWRITTEN else None


def _of_place(first: str, steps: list[str]) -> Matter | None:
    if first == _RECEIVERS:
        return Matter.RECIPIENT
    if first in _DATES:
        return Matter.DATE
    if steps and steps[-1] in _NUMBERS:
        return Matter.LIMIT
    if any(step in _PARTIES for step in steps):
        return Matter.ROLE
    return Matter.DECISION if any(step in _DECISIONS for step in steps) else None


_TESTS = (
    (Matter.DECISION, is_decision),
    (Matter.ROLE, is_role),
    (Matter.LIMIT, is_limit),
    (Matter.DUTY, is_duty),
    (Matter.DATE, is_date),
)
