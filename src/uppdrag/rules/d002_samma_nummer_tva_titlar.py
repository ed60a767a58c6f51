"""D002: a register in; a finding where one diarienummer goes with two titles out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from uppdrag.findings import Finding, Severity
from uppdrag.register import Card, Register, Stated
from uppdrag.rules.between import about
from uppdrag.rules.data import RuleData
from uppdrag.source.pattern import lazy_pattern

_REVISION = lazy_pattern(r"[\s,(]*\brevider(?:ad|at|ing)\b.*$", re.IGNORECASE | re.DOTALL)
_SMALL_WORDS = frozenset({"för", "om", "av", "i", "till"})
_NOT_A_WORD = lazy_pattern(r"[\W_]+")


class _Use(NamedTuple):
    card: Card
    title: str
    place: Stated


def one_title_a_number(register: Register, _data: RuleData) -> Iterator[Finding]:
    """Yield a finding for each diarienummer that stands with another title than elsewhere.

    The number follows the matter. So the revisions of a group may share it whatever they are
    called, and with the common document that the group works under.
    """
    known: defaultdict[str, list[_Use]] = defaultdict(list)
    for use in _uses(register):
        others = known[use.place.value]
        if any(_same(other.title, use.title) for other in others):
            continue
        other = next((one for one in others if not _is_one_matter(one, use)), None)
        if other is None:
            others.append(use)
        else:
            yield _finding(use, other)


def _finding(use: _Use, other: _Use) -> Finding:
    message = (
        f"{use.place.value} hör här till ”{use.title}”, men i {other.card.file}:{other.place.line} "
        f"till ”{other.title}”. Kontrollera numret och titeln mot diariet."
    )
    return about(use.card, use.place, "D002", Severity.WARNING, message)


def _uses(register: Register) -> Iterator[_Use]:
    """Yield each number with its title: first those of the documents themselves."""
    cards = [card for cards in register.by_group.values() for card in cards]
    for card in cards:
        if card.diarienummer is not None and card.titel is not None:
            yield _Use(card, card.titel.value, card.diarienummer)
    for card in cards:
        for reference in card.hanvisningar:
            yield _Use(card, reference.titel, reference.nummer)


def _is_one_matter(one: _Use, other: _Use) -> bool:
    """Tell whether two documents' own numbers are the same with good reason."""
    if one.place is not one.card.diarienummer or other.place is not other.card.diarienummer:
        return False
    return one.card.group == other.card.group or (
        _works_under(one.card, other.card) or _works_under(other.card, one.card)
    )


def _works_under(card: Card, common: Card) -> bool:
    if card.utgar_fran is not None and card.utgar_fran.value == common.group:
        return True
    number = common.diarienummer
    return any(number is not None and it.nummer.value == number.value for it in card.hanvisningar)


def _same(one: str, other: str) -> bool:
    first, second = _plain(one), _plain(other)
    return first.startswith(second) or second.startswith(first)


def _plain(title: str) -> str:
    words = _NOT_A_WORD.sub(" ", _REVISION.sub("", title)).casefold().split()
    return " ".join(word for word in words if word not in _SMALL_WORDS)
