"""R003: a register in; a finding where revisions replace one another in a ring out."""

from __future__ import annotations

from collections.abc import Iterator

from uppdrag.findings import Finding, Severity
from uppdrag.register import Card, Register
from uppdrag.rules.between import about
from uppdrag.rules.data import RuleData


def chain_ends(register: Register, _data: RuleData) -> Iterator[Finding]:
    """Yield a finding at `ersätter` in the oldest document of each ring."""
    for cards in register.by_group.values():
        by_date = {date: card for card in cards for date in _dates(card)}
        for card in cards:
            ring = _ring(card, by_date)
            if ring and card is min(ring, key=lambda one: (one.date, one.file)) and card.ersatter:
                way = " → ".join(one.date for one in (*ring, card))
                message = (
                    f"Handlingarna ersätter varandra i en ring: {way}. Rätta ersätter här, så att "
                    "den äldsta inte ersätter någon."
                )
                yield about(card, card.ersatter, "R003", Severity.ERROR, message)


def _dates(card: Card) -> set[str]:
    return {card.date, card.datum.value if card.datum is not None else card.date}


def _ring(card: Card, by_date: dict[str, Card]) -> list[Card]:
    """Return the documents on the way from a card back to itself; nothing when it ends."""
    way = [card]
    while (place := way[-1].ersatter) is not None and (older := by_date.get(place.value)):
        if older is card:
            return way
        if older in way:
            return []
        way.append(older)
    return []
