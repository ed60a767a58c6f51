"""Files that have been read, and the groups that there are, in; a plan for all of them out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from uppdrag.importing.folder.copies import preference, without_copies
from uppdrag.importing.folder.day import propose_day
from uppdrag.importing.folder.found import Found
from uppdrag.importing.folder.group import near_names, propose_group
from uppdrag.importing.folder.history import ordered
from uppdrag.importing.folder.proposed import Basis, Proposed
from uppdrag.importing.folder.step import Fate, Step


@dataclass(frozen=True, slots=True)
class Existing:
    """The groups that there are: by folder, the status of each revision by its day.

    `names` leads from what a group's stated name would be as a folder to the folder it has.
    """

    days: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)

    def of(self, folder: str) -> Mapping[str, str]:
        """Return the statuses of a group's revisions by their days; none for a new group."""
        return self.days.get(folder, {})


Named = Mapping[str, tuple[str, str]]
"""The group's folder and the day that a person has given files, by their names."""


def plan(
    found: Iterable[Found],
    existing: Existing,
    named: Named,
    folder_name: Callable[[str], str],
) -> tuple[Step, ...]:
    """Return what becomes of each file, by group and day; nothing takes the place of anything.

    `folder_name` makes a group's name that of its folder.
    """
    steps = [_step(one, named, folder_name) for one in sorted(found, key=lambda one: one.name)]
    steps = _gathered(steps, existing)
    placed = [_placed(step) for step in without_copies(steps)]
    placed = _without_clashes(placed, existing)
    return tuple(sorted(_history(placed, existing), key=_order))


def _step(found: Found, named: Named, folder_name: Callable[[str], str]) -> Step:
    if found.name in named:
        folder, day = named[found.name]
        group, when = Proposed(folder, Basis.NAMED), Proposed(day, Basis.NAMED)
        return Step(found.name, Fate.NEW, found, folder, group, when, handling=found.handling)
    group_ = propose_group(found.handling, found.name)
    folder = folder_name(group_.value) if group_ is not None else ""
    day_ = propose_day(found.handling, found.name)
    told = found.remarks
    return Step(
        found.name, Fate.NEW, found, folder, group_, day_, told=told, handling=found.handling
    )


def _gathered(steps: Sequence[Step], existing: Existing) -> list[Step]:
    """Return the steps with one folder for the names that are nearly the same."""
    weight = Counter(step.folder for step in steps if step.folder)
    trust = {step.folder for step in steps if step.group is not None and step.group.is_certain}
    folders = sorted(weight, key=lambda name: (name not in trust, -weight[name], name))
    meant = near_names(folders, [*existing.days, *existing.names])
    return [_in_known(step, meant, existing.names) for step in steps]


def _in_known(step: Step, meant: Mapping[str, str], names: Mapping[str, str]) -> Step:
    if step.group is None or step.group.basis is Basis.NAMED:
        return step
    if step.folder in meant:
        group = Proposed(step.group.value, Basis.NEAR)
        step = replace(step, folder=meant[step.folder], group=group)
    return replace(step, folder=names.get(step.folder, step.folder))


def _placed(step: Step) -> Step:
    if step.fate is not Fate.NEW or step.place:
        return step
    place = f"--place ”{step.name}={step.folder or 'GRUPP'}/ÅÅÅÅ-MM-DD”"
    what = "Inget datum hittades" if step.folder else "Gruppen framgår inte"
    lacking = f"{what}. Ange platsen med {place}."
    return replace(step, fate=Fate.UNPLACED, told=(*step.told, lacking))


def _without_clashes(steps: Iterable[Step], existing: Existing) -> list[Step]:
    """Return the steps so that each place has one file, which is not there already."""
    taken: dict[str, Step] = {}
    made = {}
    for step in sorted(steps, key=_claim):
        if step.fate is Fate.NEW:
            if step.day is not None and step.day.value in existing.of(step.folder):
                step = replace(step, fate=Fate.TAKEN, other=f"{step.place}.yaml")  # noqa: PLW2901 - the step as it is planned
            elif (other := taken.setdefault(step.place, step)) is not step:
                told = f"{other.name} har samma grupp och dag, men en annan text."
                step = replace(step, fate=Fate.CLASH, other=other.name, told=(*step.told, told))  # noqa: PLW2901 - the step as it is planned
        made[step.name] = step
    return list(made.values())


def _claim(step: Step) -> tuple[bool, bool, tuple[bool, int, bool, str]]:
    """Return the order of those that want one place: what a person named, then what is certain."""
    is_named = step.day is not None and step.day.basis is Basis.NAMED
    return not is_named, not step.is_certain, preference(step)


def _history(steps: Sequence[Step], existing: Existing) -> Iterable[Step]:
    groups: dict[str, list[Step]] = defaultdict(list)
    for step in steps:
        if step.fate is Fate.NEW:
            groups[step.folder].append(step)
        else:
            yield step
    for folder, members in groups.items():
        yield from ordered(members, existing.of(folder))


def _order(step: Step) -> tuple[bool, str, str, bool, str]:
    is_new = step.fate is Fate.NEW
    return not step.place, step.folder, step.day.value if step.day else "", not is_new, step.name
