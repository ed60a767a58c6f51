"""R006: a register in; a finding where a document builds on a group that has none out."""

from __future__ import annotations

from collections.abc import Iterator

from uppdrag.findings import Finding, Severity
from uppdrag.register import Card, Plan, Register, Stated
from uppdrag.rules.between import about
from uppdrag.rules.data import RuleData
from uppdrag.schema.messages import nearest


def common_document_exists(register: Register, _data: RuleData) -> Iterator[Finding]:
    """Yield a finding at each group under `utgår_från` that has no document among the mandates."""
    if not register.groups:
        return
    items: tuple[Card | Plan, ...] = (*register.cards, *register.plans)
    for item in items:
        place = item.utgar_fran
        if place is not None and place.value not in register.groups:
            yield _finding(item, place, register)


def _finding(item: Card | Plan, place: Stated, register: Register) -> Finding:
    near = nearest(place.value, sorted(register.groups))
    advice = f"Menade du {near}?" if near else "Skriv mappens namn, eller lägg in handlingen."
    message = f"Gruppen ”{place.value}” har ingen handling i mandates. {advice}"
    return about(item, place, "R006", Severity.WARNING, message)
