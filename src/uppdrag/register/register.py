"""Cards in; many mandates as one thing to ask, out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from uppdrag.register.card import Card


@dataclass(frozen=True)
class Register:
    """The mandates of a folder, by group and date, and the day (ISO 8601) of the question."""

    cards: tuple[Card, ...]
    groups: frozenset[str]
    today: str

    @cached_property
    def by_group(self) -> Mapping[str, tuple[Card, ...]]:
        """Return the revisions of each group, oldest first."""
        found: defaultdict[str, list[Card]] = defaultdict(list)
        for card in sorted(self.cards, key=lambda card: (card.group, card.date, card.file)):
            found[card.group].append(card)
        return {group: tuple(cards) for group, cards in found.items()}


def register(cards: Iterable[Card], groups: Iterable[str], today: str) -> Register:
    """Return the register of the cards; `groups` are the groups that have a folder."""
    return Register(tuple(cards), frozenset(groups), today)
