"""What each of two added at one place in; all of it in order, what both added once, out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, pairwise

from uppdrag.compare.chain import Pair, heaviest_chain
from uppdrag.compare.line import Line, relined
from uppdrag.compare.pairing.align import ALIKE_IN_SECTION
from uppdrag.compare.pairing.keys import whole_of
from uppdrag.compare.pairing.likeness import MANY, likeness
from uppdrag.compare.pairing.units import Unit, units_of
from uppdrag.compare.three.course import Course
from uppdrag.compare.three.makers import OURS, SIDES, THEIRS, Clash, Clashes


@dataclass(frozen=True)
class Added:
    """Lines that one added, by their numbers in that document: a line, or a whole table or fact.

    `moved` says of each line which one of the base it was, if it only moved.
    """

    side: int
    numbers: Sequence[int]
    lines: Sequence[Line]
    moved: Sequence[int | None]

    @cached_property
    def unit(self) -> Unit:
        """Return the lines as a piece to compare."""
        return units_of(self.lines)[0]

    @cached_property
    def content(self) -> tuple[object, ...]:
        """Return what is the same where both added the same."""
        return tuple(
            (line.form, line.cells) if moved is None else moved
            for line, moved in zip(self.lines, self.moved, strict=True)
        )

    @property
    def is_new(self) -> bool:
        """Tell whether anything of it came, and did not only move."""
        return None in self.moved


@dataclass(frozen=True, slots=True)
class Placed:
    """What stands at a place: who added it, and its clash, or 0."""

    added: Added
    sides: tuple[int, ...]
    clash: int = 0
    twin: Added | None = None


def added(course: Course, side: int, numbers: Sequence[int]) -> list[Added]:
    """Return the pieces of what one added at a place."""
    found = []
    for _, group in groupby(numbers, lambda n: _whole(course, n)):
        members = list(group)
        parts = [members] if _whole(course, members[0]) > 0 else [[n] for n in members]
        for part in parts:
            lines = [_outside(course, course.new[n]) for n in part]
            found.append(Added(side, part, lines, [course.base_of.get(n) for n in part]))
    return found


def in_turn(ours: Sequence[Added], theirs: Sequence[Added], clashes: Clashes) -> Iterator[Placed]:
    """Yield what both added at one place: between what they have in common, ours first.

    What is alike but not the same clashes.
    """
    chain = heaviest_chain(_pairs(ours, theirs))
    ends = (len(ours), len(theirs), 0.0)
    for (i, j, _), (k, m, _) in pairwise([(-1, -1, 0.0), *chain, ends]):
        yield from (Placed(one, (OURS,)) for one in ours[i + 1 : k])
        yield from (Placed(one, (THEIRS,)) for one in theirs[j + 1 : m])
        if k == len(ours) or m == len(theirs):
            continue
        one, other = ours[k], theirs[m]
        if one.content == other.content:
            yield Placed(one, SIDES, twin=other)
        else:
            clash = clashes.add(Clash("", one.unit.text, other.unit.text))
            yield Placed(one, (OURS,), clash)
            yield Placed(other, (THEIRS,), clash)


def _pairs(ours: Sequence[Added], theirs: Sequence[Added]) -> Iterator[Pair]:
    is_much = len(ours) * len(theirs) > MANY
    for i, one in enumerate(ours):
        for j, other in enumerate(theirs):
            if one.content == other.content:
                yield i, j, 2 * one.unit.weight + 1.0
            elif not is_much and one.is_new and other.is_new and _are_alike(one.unit, other.unit):
                yield i, j, min(one.unit.weight, other.unit.weight) + 0.5


def _are_alike(one: Unit, other: Unit) -> bool:
    """Tell whether two pieces are two wordings of the same: one field, or nearly the same words."""
    if one.sort is not other.sort or one.line.level != other.line.level:
        return False
    if one.key is not None and one.key == other.key:
        return True
    return likeness(one, other) >= ALIKE_IN_SECTION


def _whole(course: Course, n: int) -> int:
    """Return the number of the table, letterhead or fact that came with a line; else 0."""
    frame = whole_of(_outside(course, course.new[n]))
    return frame.number if frame is not None else 0


def _outside(course: Course, line: Line) -> Line:
    """Return a line in the containers that came with it, without those of the base."""
    frames = tuple(frame for frame in line.frames if frame.number not in course.living)
    return relined(line, line.cells, frames)
