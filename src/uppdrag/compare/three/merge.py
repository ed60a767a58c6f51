"""A base and two documents made of it in; one marked document from the base to both, out.

`reject` of it is the base, `accept` the merged document: what either did is done, and where the two
clash both texts are there, one after the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from uppdrag.compare.compare import compare
from uppdrag.compare.line import Line
from uppdrag.compare.marked import Marked, MarkedLine
from uppdrag.compare.three.broken import broken_lines
from uppdrag.compare.three.came import Placed, added, in_turn
from uppdrag.compare.three.course import Course
from uppdrag.compare.three.facts import value_cells, with_labels
from uppdrag.compare.three.frames import Containers
from uppdrag.compare.three.makers import OURS, SIDES, THEIRS, Authored, Clash, Clashes, Names
from uppdrag.compare.three.marks import as_come
from uppdrag.compare.three.numbering import Maker, numbered_by_maker
from uppdrag.compare.three.place import built_on, companion, ranks
from uppdrag.compare.three.settle import Settling
from uppdrag.compare.three.tree import in_tree
from uppdrag.compare.three.values import either
from uppdrag.document.tree import Document


@dataclass(frozen=True, slots=True)
class Merged:
    """A marked document, who made each of its changes, and what clashes: both by number, from 1."""

    marked: Marked
    makers: dict[int, Maker]
    clashes: tuple[Clash, ...]


def merge(base: Document, ours: Document, theirs: Document, names: Names) -> Merged:
    """Return what two made of a document."""
    courses = Course(compare(base, ours)), Course(compare(base, theirs))
    clashes = Clashes()
    containers = Containers(courses)
    merging = _Merging(courses, containers, names, clashes)
    lines = with_labels(list(merging.lines()), containers, names, clashes)
    metadata = either(base.metadata, ours.metadata, theirs.metadata)
    if base not in (ours, theirs) and ours != theirs:
        # What both made together nobody has decided.
        metadata = replace(metadata, fingerprint="")
    lined = list(in_tree(list(lines), metadata, names))
    numbered = numbered_by_maker(lined, names, clashes.found)
    marked = Marked(base.metadata, metadata, numbered.lines)
    return Merged(marked, numbered.makers, numbered.clashes)


@dataclass(frozen=True, slots=True)
class _Stood:
    """Lines of the base from the first to before the last, and what became of them in place."""

    first: int
    last: int
    lines: Sequence[Authored]


class _Merging:
    def __init__(
        self, courses: tuple[Course, Course], containers: Containers, names: Names, clashes: Clashes
    ) -> None:
        ours, theirs = courses
        self.courses = courses
        self.containers = containers
        self.names = names
        self.clashes = clashes
        sheltered = {*built_on(ours, theirs), *built_on(theirs, ours)}
        self.settling = Settling(courses, containers, names, clashes, sheltered)
        self.beside: dict[tuple[int, int], list[Placed]] = defaultdict(list)
        self.now: dict[int, Line] = {}

    def lines(self) -> Iterator[Authored]:
        """Yield the lines of the base, and what came, in reading order."""
        stood = list(self._stood())
        placed = {at: list(found) for at, found in self._places()}
        self._know(stood)
        for one in stood:
            yield from self._all(placed.get(one.first, ()))
            yield from one.lines
            for at in range(one.first + 1, one.last):
                yield from self._all(placed.get(at, ()))
        yield from self._all(placed.get(len(self.settling.base), ()))

    def _stood(self) -> Iterator[_Stood]:
        first = 0
        while first < len(self.settling.base):
            last = self._end(first)
            if last == first + 1 and not any(first in c.in_broken for c in self.courses):
                yield _Stood(first, last, [self.settling.line(first)])
            else:
                yield _Stood(first, last, broken_lines(self.settling, first, last))
            first = last

    def _end(self, first: int) -> int:
        """Return where the lines end that either split or merged together."""
        at, last = first, first + 1
        while at < last:
            for course in self.courses:
                if at in course.in_broken:
                    last = max(last, course.in_broken[at].base.stop)
            at += 1
        return last

    def _know(self, stood: Sequence[_Stood]) -> None:
        """Note what lines of the base are now: what was added beside them stands with them."""
        for one in stood:
            line = one.lines[0].line
            if one.last == one.first + 1 == len(one.lines) + one.first and line.new is not None:
                self.now[one.first] = line.new
        here = {
            i: self._in_place(self.settling.mover[i], self.courses[self.settling.mover[i]].moved[i])
            for i in self.settling.here
        }
        self.now.update(here)

    def _places(self) -> Iterator[tuple[int, list[Placed]]]:
        """Yield what was added before each line of the base."""
        for at in sorted({at for course in self.courses for at in course.inserted}):
            by_rank: dict[tuple[int, int], tuple[list[int], list[int]]] = {}
            for side in SIDES:
                numbers = self._added(side, at)
                for n, where in zip(
                    numbers, ranks(self.containers, side, numbers, at), strict=True
                ):
                    by_rank.setdefault(where, ([], []))[side].append(n)
            found: list[Placed] = []
            for _, both in sorted(by_rank.items()):
                ours, theirs = (added(self.courses[s], s, both[s]) for s in SIDES)
                found.extend(in_turn(ours, theirs, self.clashes))
            self._unite(found)
            yield at, found

    def _added(self, side: int, at: int) -> list[int]:
        """Return what one added at a place, without what goes along with lines that moved."""
        course, other = self.courses[side], self.courses[1 - side]
        numbers = course.inserted.get(at, [])
        if not numbers:
            return []
        if not any(n in course.base_of for n in numbers):
            found = companion(course, other, numbers)
            if found is not None and self.settling.mover.get(found[0]) == 1 - side:
                pieces = added(course, side, numbers)
                self.beside[found].extend(Placed(piece, (side,)) for piece in pieces)
                return []
        return numbers

    def _unite(self, placed: Sequence[Placed]) -> None:
        for one in placed:
            if one.twin is None:
                continue
            pairs = zip(one.added.numbers, one.twin.numbers, strict=True)
            for n, m in pairs:
                self.containers.unite(self.courses[OURS].new[n], self.courses[THEIRS].new[m])

    def _all(self, placed: Sequence[Placed]) -> Iterator[Authored]:
        for one in placed:
            for n in one.added.numbers:
                yield from self._one(one, n)

    def _one(self, placed: Placed, n: int) -> Iterator[Authored]:
        side = placed.added.side
        i = self.courses[side].base_of.get(n)
        if i is None or i in self.courses[1 - side].in_broken:
            # What the other split or merged is no line that could move: its words come here anew.
            yield self._come(placed, n)
        elif self.settling.mover.get(i) == side:
            yield from self._all(self.beside[i, 0])
            here = self.settling.here[i]
            yield replace(here, line=replace(here.line, new=self.now[i]))
            yield from self._all(self.beside[i, 1])

    def _come(self, placed: Placed, n: int) -> Authored:
        side = placed.added.side
        by = self.names.of(placed.sides)
        cells = as_come(value_cells(self.courses[side].new[n]), by, placed.clash)
        return Authored(MarkedLine(None, self._in_place(side, n), cells), by, placed.clash)

    def _in_place(self, side: int, n: int) -> Line:
        """Return a line that came, in the containers of the line beside it it is nearest to."""
        line = self.courses[side].new[n]
        keys = self.containers.keys(side, line)
        frames = self.containers.frames(keys)
        beside = [
            (depth, self.now[i].frames[:depth])
            for i, depth in self.courses[side].neighbours(n)
            if i in self.now
        ]
        for depth, outer in sorted(beside, key=lambda one: -one[0]):
            if [f.kind for f in outer] == [f.kind for f in frames[:depth]]:
                return replace(line, frames=(*outer, *frames[depth:]))
        return replace(line, frames=frames)
