"""M002: a register in; a finding where a plan has more meetings than the mandate allows out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from uppdrag.findings import Finding, Severity
from uppdrag.register import Card, Frequency, Plan, Register, Stated
from uppdrag.rules.between import about
from uppdrag.rules.data import RuleData

_NO_END = "9999-12-31"
_SUMMER = "07"
_PERIODS = {"år": "under året", "termin": "under terminen", "månad": "under månaden"}


def as_many_meetings_as_allowed(register: Register, _data: RuleData) -> Iterator[Finding]:
    """Yield a finding at the first meeting that is one too many under the revision in force.

    Only meetings that fall within the time of a decided revision count for it.
    """
    for plan in register.plans:
        for card, begins, ends in _in_force(register, plan):
            frequency = card.frekvens
            if frequency is None or frequency.hogst is None or frequency.per not in _PERIODS:
                continue
            inside = [day for day in plan.moten if begins <= day.value < ends]
            yield from _too_many(plan, inside, card, frequency)


def _in_force(register: Register, plan: Plan) -> Iterator[tuple[Card, str, str]]:
    """Yield the decided revisions that the plan stands under, each with its first and last day."""
    cards = _decided(register, plan.group)
    if not cards:
        own = register.by_group.get(plan.group, ())
        common = next((card.utgar_fran for card in reversed(own) if card.utgar_fran), None)
        named = plan.utgar_fran or common
        cards = _decided(register, named.value) if named is not None else []
    for card, following in pairwise([*cards, None]):
        if card is not None:
            ends = following.begins if following is not None else _NO_END
            yield card, card.begins, min(ends, _last_day(card))


def _decided(register: Register, group: str) -> list[Card]:
    cards = register.by_group.get(group, ())
    decided = [card for card in cards if card.was_decided and card.frekvens is not None]
    return sorted(decided, key=lambda card: card.begins)


def _last_day(card: Card) -> str:
    return f"{card.giltig_till.value}~" if card.giltig_till is not None else _NO_END


def _too_many(
    plan: Plan, inside: list[Stated], card: Card, frequency: Frequency
) -> Iterator[Finding]:
    most = frequency.hogst or 0
    counted: Counter[str] = Counter()
    totals = Counter(_period(day.value, frequency.per) for day in inside)
    for day in inside:
        period = _period(day.value, frequency.per)
        counted[period] += 1
        if counted[period] != most + 1:
            continue
        severity = Severity.INFO if frequency.flexible else Severity.WARNING
        room = " Uppdraget medger att antalet anpassas." if frequency.flexible else ""
        message = (
            f"Planen har {totals[period]} möten {_PERIODS[frequency.per]}, men uppdraget medger "
            f"högst {most} ({card.file}).{room} Stryk möten, eller ändra uppdraget."
        )
        yield about(plan, day, "M002", severity, message)


def _period(day: str, per: str) -> str:
    year, month = day[:4], day[5:7]
    if per == "månad":
        return f"{year}-{month}"
    if per == "termin":
        return f"{year} vår" if month < _SUMMER else f"{year} höst"
    return year
