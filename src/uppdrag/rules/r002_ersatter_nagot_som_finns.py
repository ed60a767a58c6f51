"""R002: a register in; a finding where what a revision replaces does not exist out."""

from __future__ import annotations

from collections.abc import Iterator

from uppdrag.findings import Finding, Severity
from uppdrag.register import Register
from uppdrag.rules.between import about
from uppdrag.rules.data import RuleData


def replaces_what_exists(register: Register, _data: RuleData) -> Iterator[Finding]:
    """Yield a finding at each `ersätter` that no revision of the group answers to."""
    for cards in register.by_group.values():
        dates = {card.date for card in cards}
        dates |= {card.datum.value for card in cards if card.datum is not None}
        for card in cards:
            place = card.ersatter
            if place is None or place.value in dates:
                continue
            others = sorted(dates - {card.date, card.datum.value if card.datum else card.date})
            known = f"Gruppen har {', '.join(others)}." if others else "Gruppen har ingen annan."
            message = (
                f"Det finns ingen handling från {place.value} att ersätta. {known} Rätta datumet, "
                "eller lägg in den tidigare handlingen."
            )
            yield about(card, place, "R002", Severity.WARNING, message)
