"""R003: a register in; a finding where a revision replaces one that is not older than it out."""

from __future__ import annotations

from collections.abc import Iterator

from uppdrag.findings import Finding, Severity
from uppdrag.register import Card, Register
from uppdrag.rules.between import about
from uppdrag.rules.data import RuleData


def chain_ends(register: Register, _data: RuleData) -> Iterator[Finding]:
    """Yield a finding at each `ersätter` that leads to a later document, or to the same one.

    A ring of documents is told of once, in the oldest of them.
    """
    for cards in register.by_group.values():
        for card in cards:
            place, replaced = card.ersatter, register.replaced(card)
            if place is None or replaced is None:
                continue
            message = _message(card, replaced, register)
            if message is not None:
                yield about(card, place, "R003", Severity.ERROR, message)


def _message(card: Card, replaced: Card, register: Register) -> str | None:
    if replaced is card:
        return (
            f"Handlingen ersätter sig själv ({card.day}). Skriv datumet på den tidigare "
            "handlingen, eller ta bort ersätter."
        )
    ring = _ring(card, register)
    if ring and card is min(ring, key=lambda one: (one.day, one.file)):
        way = " → ".join(one.day or one.date for one in (*ring, card))
        return (
            f"Handlingarna ersätter varandra i en ring: {way}. Rätta ersätter här, så att den "
            "äldsta inte ersätter någon av de andra."
        )
    if not ring and replaced.day > card.day:
        return (
            f"Handlingen från {card.day} kan inte ersätta en senare, från {replaced.day}. Rätta "
            f"datumet, eller skriv ersätter i den senare handlingen ({replaced.file})."
        )
    return None


def _ring(card: Card, register: Register) -> list[Card]:
    """Return the documents on the way from a card back to itself; nothing when it ends."""
    way = [card]
    while (older := register.replaced(way[-1])) is not None:
        if older is card:
            return way
        if older in way:
            return []
        way.append(older)
    return []
