"""The words that a change touches in; what it matters to, if anything of substance, out.

Substance is what the reader of a mandate is bound by: who decides, which roles and bodies, how many
and how often, what one must and may do, which tasks there are, who receives the document, and when.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from uppdrag.compare.changes.weighty import is_date, is_decision, is_duty, is_limit, is_role
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


def matter(path: Path, words: Iterable[str]) -> Matter | None:
    """Return what a change of wording matters to; None where it is about wording only.

    `words` are those that were added or taken away, at `path` in the file.
    """
    if _is_aside(path):
        return None
    touched = list(words)
    by_words = (found for found, test in _TESTS if any(map(test, touched)))
    rewritten = Matter.TASK if len(touched) >= REWRITTEN else None
    return _of_place(path) or next(by_words, rewritten)


def matter_of_whole(path: Path) -> Matter | None:
    """Return what it matters to that a whole point, paragraph or section came to a path, or went.

    None where the path leads to something about the document only.
    """
    return None if _is_aside(path) else _of_place(path) or Matter.TASK


def _is_aside(path: Path) -> bool:
    return bool(path) and path[0] in _ASIDE


def _of_place(path: Path) -> Matter | None:
    """Return what all that stands at a path matters to, if anything is sure."""
    steps = [step for step in path if isinstance(step, str)]
    if not steps:
        return None
    if steps[0] == _RECEIVERS:
        return Matter.RECIPIENT
    if steps[0] in _DATES:
        return Matter.DATE
    if any(step in _NUMBERS for step in steps):
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
