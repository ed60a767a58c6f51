"""M002: a register in; a finding where a plan has more meetings than the mandate allows out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from uppdrag.findings import Finding, Severity
from uppdrag.register import Allowed, Card, Meeting, Plan, Register
from uppdrag.rules.between import about
from uppdrag.rules.data import RuleData
from uppdrag.rules.periods import period


class _Planned(NamedTuple):
    plan: Plan
    meeting: Meeting


def as_many_meetings_as_allowed(register: Register, _data: RuleData) -> Iterator[Finding]:
    """Yield a finding at the first meeting that is one too many under the revision in force.

    A meeting counts for the revision that is in force on its day: the group's own, or that of the
    common document that the group works under.
    """
    for group in register.by_planned_group:
        planned = [_Planned(*item) for item in register.meetings(group)]
        under: defaultdict[str, list[_Planned]] = defaultdict(list)
        cards: dict[str, Card] = {}
        for item in planned:
            card = _in_force(register, item)
            if card is not None:
                cards[card.file] = card
                under[card.file].append(item)
        for file, card in cards.items():
            if card.motesgrans is not None:
                yield from _too_many(card, card.motesgrans, under[file], planned)


def _in_force(register: Register, item: _Planned) -> Card | None:
    """Return the revision whose limit holds for a meeting."""
    day = item.meeting.day
    own = register.in_force(item.plan.group, day)
    if own is not None and own.motesgrans is not None:
        return own
    common = (own.utgar_fran if own is not None else None) or item.plan.utgar_fran
    return register.in_force(common.value, day) if common is not None else None


def _too_many(
    card: Card, limit: Allowed, inside: Sequence[_Planned], planned: Sequence[_Planned]
) -> Iterator[Finding]:
    for name, items in _by_period(inside, limit.per).items():
        if len(items) <= limit.most:
            continue
        is_all = len(items) == len(_by_period(planned, limit.per)[name])
        when = f"under {name}" if is_all else f"under den del av {name} då uppdraget gäller"
        message = (
            f"Planen har {_counted(len(items))} {when}, men uppdraget anger högst {limit.most} per "
            f"{limit.per} ({card.file}:{limit.line}). "
        )
        plan, meeting = items[limit.most]
        if limit.flexible:
            advice = "Uppdraget lämnar utrymme för avvikelser: kontrollera att antalet är avsett."
            yield about(plan, meeting.place, "M002", Severity.INFO, message + advice)
        else:
            advice = f"Stryk {_counted(len(items) - limit.most)}, eller ändra uppdraget."
            yield about(plan, meeting.place, "M002", Severity.WARNING, message + advice)


def _by_period(items: Sequence[_Planned], per: str) -> dict[str, list[_Planned]]:
    found: defaultdict[str, list[_Planned]] = defaultdict(list)
    for item in items:
        found[period(item.meeting.day, per)].append(item)
    return dict(found)


def _counted(number: int) -> str:
    return f"{number} möte" if number == 1 else f"{number} möten"
