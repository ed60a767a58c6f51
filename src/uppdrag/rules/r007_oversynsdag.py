"""R007: a register in; a finding for each document in force past its review date out."""

from __future__ import annotations

from collections.abc import Iterator

from uppdrag.findings import Finding, Severity
from uppdrag.register import Register
from uppdrag.rules.between import about
from uppdrag.rules.data import RuleData


def reviewed_in_time(register: Register, _data: RuleData) -> Iterator[Finding]:
    """Yield a finding at the review date, or the last day, that has passed."""
    for card in register.cards:
        in_force = card.status is not None and card.status.value == "beslutad"
        if not in_force or register.replaced_by(card) is not None:
            continue
        if card.giltig_till is not None and card.giltig_till.value < register.today:
            message = (
                f"Handlingen gällde till {card.giltig_till.value} men har status beslutad. Besluta "
                "om en ny, eller skriv status: upphävd."
            )
            yield about(card, card.giltig_till, "R007", Severity.WARNING, message)
        elif card.oversyn is not None and card.oversyn.value < register.today:
            message = (
                f"Handlingen skulle ses över senast {card.oversyn.value}. Se över den, och skriv "
                "en ny dag i nästa version."
            )
            yield about(card, card.oversyn, "R007", Severity.WARNING, message)
