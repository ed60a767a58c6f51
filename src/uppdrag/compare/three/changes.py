"""A merged document in; its changes, each with its maker, and its conflicts out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from uppdrag.compare.changes.change import Change, Kind
from uppdrag.compare.changes.listing import changes_of
from uppdrag.compare.conflict import Conflict
from uppdrag.compare.three.makers import Clash, Names
from uppdrag.compare.three.merge import Merged

_OF_WORDS = frozenset({Kind.INSERTED, Kind.DELETED, Kind.REWORDED})


def changes_of_both(merged: Merged, names: Names) -> tuple[Change, ...]:
    """Return the changes in reading order; both sides of a conflict tell what stood there."""
    found = [
        replace(change, by=maker.by, conflict=maker.conflict)
        for change in changes_of(merged.marked)
        for maker in [merged.makers[change.number]]
    ]
    for number, sides in _by_conflict(found).items():
        clash = merged.clashes[number - 1]
        for change in sides:
            found[change.number - 1] = _side(change, sides, clash, names)
    return tuple(found)


def conflicts_of(changes: Sequence[Change], merged: Merged, names: Names) -> tuple[Conflict, ...]:
    """Return the conflicts in reading order."""
    return tuple(
        Conflict(
            number,
            sides[0].section,
            sides[0].subject,
            clash.base,
            clash.ours,
            clash.theirs,
            names.ours,
            names.theirs,
            clash.remark,
        )
        for number, sides in sorted(_by_conflict(changes).items())
        for clash in [merged.clashes[number - 1]]
    )


def _by_conflict(changes: Sequence[Change]) -> dict[int, list[Change]]:
    found: dict[int, list[Change]] = defaultdict(list)
    for change in changes:
        if change.conflict:
            found[change.conflict].append(change)
    return found


def _side(change: Change, sides: Sequence[Change], clash: Clash, names: Names) -> Change:
    """Return one side of a conflict as the change of the base that it is."""
    matter = next((side.matter for side in sides if side.matter), None)
    if change.kind not in _OF_WORDS or change.by not in {names.ours, names.theirs}:
        return replace(change, matter=matter)
    text = clash.ours if change.by == names.ours else clash.theirs
    if not clash.remark:
        # Around one text stands the other: what is before both, and after both, is the sentence's.
        around = (sides[0].before, sides[-1].after)
        return replace(
            change, old=clash.base, new=text, matter=matter, before=around[0], after=around[1]
        )
    kind = clash.kind or _kind(clash.base, text)
    return replace(change, kind=kind, old=clash.base, new=text, matter=matter, before="", after="")


def _kind(old: str, new: str) -> Kind:
    if old and new:
        return Kind.REWORDED
    return Kind.DELETED if old else Kind.INSERTED
