"""The revisions of a group in; for each the days on which it is in force, out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from uppdrag.register.card import Card


@dataclass(frozen=True, slots=True)
class Term:
    """A decided revision and when it holds: from a day, to and with the last, before another's.

    Days are ISO 8601; `last` and `before` are None where nothing ends it.
    """

    card: Card
    begins: str
    last: str | None
    before: str | None

    def holds(self, day: str) -> bool:
        """Tell whether the revision is in force on a day."""
        return (
            self.begins <= day
            and (self.last is None or day <= self.last)
            and (self.before is None or day < self.before)
        )


def terms(cards: Iterable[Card]) -> Iterator[Term]:
    """Yield the times of the decided revisions, oldest first; a later one takes over.

    One that was replaced or repealed without it being known when holds on no day.
    """
    decided = sorted((card for card in cards if card.was_decided), key=lambda card: card.begins)
    for card, following in pairwise([*decided, None]):
        if card is None:
            continue
        last = card.giltig_till.value if card.giltig_till is not None else None
        before = following.begins if following is not None else None
        is_over = not card.is_in_force and last is None and before is None
        yield Term(card, card.begins, last, card.begins if is_over else before)
