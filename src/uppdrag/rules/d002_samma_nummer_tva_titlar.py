"""D002: a register in; a finding where one diarienummer goes with two titles out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from uppdrag.findings import Finding, Severity
from uppdrag.register import Card, Register, Stated
from uppdrag.rules.between import about
from uppdrag.rules.data import RuleData

_REVISION = re.compile(r",?\s*\(?\s*revider(?:ad|ing)\b.*$", re.IGNORECASE)
_NOT_A_WORD = re.compile(r"[\W_]+")


class _Use(NamedTuple):
    card: Card
    title: str
    place: Stated


def one_title_a_number(register: Register, _data: RuleData) -> Iterator[Finding]:
    """Yield a finding for each diarienummer that stands with another title than before.

    The number follows the matter: the revisions of one group share it, whatever they are called.
    """
    first: dict[str, _Use] = {}
    for use in _uses(register):
        number = " ".join(use.place.value.split())
        known = first.setdefault(number, use)
        if known.card.group == use.card.group and _is_own(known) and _is_own(use):
            continue
        if not _same(known.title, use.title):
            message = (
                f"{number} hör här till ”{use.title}” men i {known.card.file}:{known.place.line} "
                f"till ”{known.title}”. Kontrollera numret och titeln mot diariet."
            )
            yield about(use.card, use.place, "D002", Severity.WARNING, message)


def _uses(register: Register) -> Iterator[_Use]:
    for cards in register.by_group.values():
        for card in cards:
            if card.diarienummer is not None and card.titel is not None:
                yield _Use(card, card.titel.value, card.diarienummer)
    for cards in register.by_group.values():
        for card in cards:
            for reference in card.hanvisningar:
                yield _Use(card, reference.titel, reference.nummer)


def _is_own(use: _Use) -> bool:
    return use.place is use.card.diarienummer


def _same(one: str, other: str) -> bool:
    first, second = _plain(one), _plain(other)
    return first.startswith(second) or second.startswith(first)


def _plain(title: str) -> str:
    return _NOT_A_WORD.sub(" ", _REVISION.sub("", title)).strip().casefold()
