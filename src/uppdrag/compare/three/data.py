"""A mandate and two edits of it in; one mandate, and what differs in its data, out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from uppdrag.compare.changes.change import Change
from uppdrag.compare.changes.unprinted import data_changes, joined_with
from uppdrag.compare.conflict import Conflict
from uppdrag.compare.telling.nouns import UNSEEN
from uppdrag.compare.three.makers import Names
from uppdrag.compare.three.values import either
from uppdrag.model import Uppdragshandling
from uppdrag.model.handling import Avsnitt


def merged_handling(
    base: Uppdragshandling, ours: Uppdragshandling, theirs: Uppdragshandling
) -> Uppdragshandling:
    """Return the mandate that both made: field by field, section by section, ours where both did.

    Its document is not this one's, which shows conflicts whole; it is for what is said *about* the
    mandate: title, dates, status.
    """
    merged = either(base, ours, theirs)
    if ours == theirs or base in {ours, theirs}:
        return merged
    came = [key for key in theirs.ordning if key not in {*ours.ordning, *base.ordning}]
    return replace(
        merged,
        ordning=(*ours.ordning, *came),
        avsnitt=tuple(_sections(base, ours, theirs)),
        fingeravtryck=None,
    )


def _sections(
    base: Uppdragshandling, ours: Uppdragshandling, theirs: Uppdragshandling
) -> Iterator[Avsnitt]:
    keys = dict.fromkeys(
        section.nyckel for handling in (ours, theirs) for section in handling.avsnitt
    )
    for key in keys:
        section = either(base.section(key), ours.section(key), theirs.section(key))
        if section is not None:
            yield section


def with_data_of_both(
    changes: Sequence[Change],
    conflicts: Sequence[Conflict],
    three: tuple[Uppdragshandling, Uppdragshandling, Uppdragshandling],
    names: Names,
) -> tuple[tuple[Change, ...], tuple[Conflict, ...]]:
    """Return changes and conflicts together with those of the data beside the text."""
    base, ours, theirs = three
    one = {change.path: change for change in data_changes(base, ours)}
    other = {change.path: change for change in data_changes(base, theirs)}
    found: list[Change] = []
    for path in dict.fromkeys([*one, *other]):
        mine, yours = one.get(path), other.get(path)
        if mine == yours and mine is not None:
            found.append(replace(mine, by=names.both))
        else:
            found.extend(replace(mine, by=names.ours) for mine in [mine] if mine)
            found.extend(replace(yours, by=names.theirs) for yours in [yours] if yours)
    listed = list(joined_with(changes, found))
    told = list(conflicts)
    for path in [path for path in one if path in other and one[path] != other[path]]:
        places = [
            at
            for at, change in enumerate(listed)
            if change.path == path and change.by != names.both
        ]
        if any(listed[at].conflict for at in places):
            continue
        remark = "" if any(listed[at].is_printed for at in places) else UNSEEN
        told.append(_conflict(len(told) + 1, one[path], other[path], names, remark))
        for at in places:
            listed[at] = replace(listed[at], conflict=len(told))
    return tuple(listed), tuple(told)


def _conflict(number: int, ours: Change, theirs: Change, names: Names, remark: str) -> Conflict:
    return Conflict(
        number,
        ours.section,
        ours.subject,
        ours.old,
        ours.new,
        theirs.new,
        names.ours,
        names.theirs,
        remark,
    )
