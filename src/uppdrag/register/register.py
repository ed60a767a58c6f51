"""Cards and plans in; many mandates as one thing to ask, out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from uppdrag.register.card import Card
from uppdrag.register.plan import Meeting, Plan
from uppdrag.register.term import Term, terms


@dataclass(frozen=True)
class Register:
    """The mandates that are seen, their meeting plans, and the day (ISO 8601) of the question.

    `groups` holds, for each group of the folder, the names of its mandates' files without suffix,
    whether they could be read or not; it lacks groups that are not seen whole.
    """

    cards: tuple[Card, ...]
    plans: tuple[Plan, ...]
    groups: Mapping[str, frozenset[str]]
    today: str

    @cached_property
    def by_group(self) -> Mapping[str, tuple[Card, ...]]:
        """Return the revisions of each group, oldest first."""
        found: defaultdict[str, list[Card]] = defaultdict(list)
        for card in sorted(self.cards, key=lambda card: (card.group, card.day, card.file)):
            found[card.group].append(card)
        return {group: tuple(cards) for group, cards in found.items()}

    @cached_property
    def terms(self) -> Mapping[str, tuple[Term, ...]]:
        """Return when the decided revisions of each group hold, oldest first."""
        return {group: tuple(terms(cards)) for group, cards in self.by_group.items()}

    def in_force(self, group: str, day: str) -> Card | None:
        """Return the group's revision that is in force on a day, or None."""
        return next((term.card for term in self.terms.get(group, ()) if term.holds(day)), None)

    def replaced(self, card: Card) -> Card | None:
        """Return the revision that this one says that it replaces, where it is there."""
        if card.ersatter is None:
            return None
        named = [c for c in self.by_group[card.group] if card.ersatter.value in c.days]
        others = [other for other in named if other is not card]
        return next(iter(others or named), None)

    def successor(self, card: Card) -> Card | None:
        """Return the decided revision that says that it replaces this one, else the next later."""
        others = [one for one in self.by_group[card.group] if one.was_decided and one is not card]
        replacing = [other for other in others if self.replaced(other) is card]
        later = [other for other in others if other.begins > card.begins]
        return min(replacing or later, key=lambda other: other.begins, default=None)

    @cached_property
    def by_planned_group(self) -> Mapping[str, tuple[Plan, ...]]:
        """Return the meeting plans of each group that has any, in the order of their files."""
        found: defaultdict[str, list[Plan]] = defaultdict(list)
        for plan in sorted(self.plans, key=lambda plan: (plan.group, plan.file)):
            found[plan.group].append(plan)
        return {group: tuple(plans) for group, plans in found.items()}

    def meetings(self, group: str) -> tuple[tuple[Plan, Meeting], ...]:
        """Return the group's meetings in order, each day once, without those called off.

        Several files may tell of one meeting: it stands where it is planned, rather than in a note.
        That it is called off holds wherever it is said.
        """
        plans = self.by_planned_group.get(group, ())
        told = [(plan, meeting) for plan in plans for meeting in plan.moten]
        told.sort(key=lambda item: not item[1].is_listed)
        called_off = {meeting.day for _, meeting in told if meeting.called_off}
        once: dict[str, tuple[Plan, Meeting]] = {}
        for plan, meeting in told:
            if meeting.day not in called_off:
                once.setdefault(meeting.day, (plan, meeting))
        return tuple(once[day] for day in sorted(once))


def register(
    items: Iterable[Card | Plan], groups: Mapping[str, frozenset[str]], today: str
) -> Register:
    """Return the register of the cards and plans."""
    known = tuple(items)
    return Register(
        tuple(item for item in known if isinstance(item, Card)),
        tuple(item for item in known if isinstance(item, Plan)),
        groups,
        today,
    )
