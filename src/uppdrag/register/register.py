"""Cards and plans in; many mandates as one thing to ask, out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from uppdrag.register.card import Card
from uppdrag.register.plan import Plan


@dataclass(frozen=True)
class Register:
    """The mandates of a folder, their meeting plans, and the day (ISO 8601) of the question.

    `groups` are the groups that have a folder, read or not.
    """

    cards: tuple[Card, ...]
    plans: tuple[Plan, ...]
    groups: frozenset[str]
    today: str

    @cached_property
    def by_group(self) -> Mapping[str, tuple[Card, ...]]:
        """Return the revisions of each group, oldest first."""
        found: defaultdict[str, list[Card]] = defaultdict(list)
        for card in sorted(self.cards, key=lambda card: (card.group, card.date, card.file)):
            found[card.group].append(card)
        return {group: tuple(cards) for group, cards in found.items()}

    def replaced_by(self, card: Card) -> Card | None:
        """Return the revision that says that it replaces this one, if there is one."""
        days = {card.date, card.datum.value if card.datum else card.date}
        for other in self.by_group.get(card.group, ()):
            if other is not card and other.ersatter is not None and other.ersatter.value in days:
                return other
        return None


def register(items: Iterable[Card | Plan], groups: Iterable[str], today: str) -> Register:
    """Return the register of the cards and plans."""
    known = tuple(items)
    return Register(
        tuple(item for item in known if isinstance(item, Card)),
        tuple(item for item in known if isinstance(item, Plan)),
        frozenset(groups),
        today,
    )
