"""R002: a register in; a finding where what a revision replaces does not exist out."""

from __future__ import annotations

from collections.abc import Iterator

from uppdrag.findings import Finding, Severity
from uppdrag.register import Card, Register
from uppdrag.rules.between import about
from uppdrag.rules.data import RuleData


def replaces_what_exists(register: Register, _data: RuleData) -> Iterator[Finding]:
    """Yield a finding at each `ersätter` that no revision of the group answers to.

    A revision that is there but cannot be read answers to the date that names its file.
    """
    for group, files in register.groups.items():
        cards = register.by_group.get(group, ())
        for card in cards:
            place = card.ersatter
            if place is None or place.value in files or register.replaced(card) is not None:
                continue
            message = (
                f"Det finns ingen handling från {place.value} att ersätta. {_known(card, cards)} "
                "Rätta datumet, eller lägg in den tidigare handlingen."
            )
            yield about(card, place, "R002", Severity.WARNING, message)


def _known(card: Card, cards: tuple[Card, ...]) -> str:
    others = [other.day for other in cards if other is not card and other.day]
    if not others:
        return "Gruppen har ingen annan handling."
    *first, last = others
    days = f"{', '.join(first)} och {last}" if first else last
    return f"Gruppen har {'handlingar' if first else 'en handling'} från {days}."
