"""What two made of each line of a base in; the line as both made it, with marks, out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from uppdrag.compare.line import Line
from uppdrag.compare.marked import MarkedLine
from uppdrag.compare.three.course import Course
from uppdrag.compare.three.facts import value_cells
from uppdrag.compare.three.frames import Containers
from uppdrag.compare.three.lines import Two, clash_of_fates, clash_of_forms, is_touched
from uppdrag.compare.three.makers import OURS, SIDES, THEIRS, Authored, Clashes, Names
from uppdrag.compare.three.marks import TAKEN_AWAY, as_gone, as_moved, clash_in, clashing, noted
from uppdrag.compare.three.words import merged_words
from uppdrag.document.tree import Inlines


class Settling:
    """Settles what becomes of each line of the base.

    `here` are the lines that moved, as they are where they moved to, and `mover` whose place that
    is; both by the number of the line in the base.
    """

    def __init__(
        self,
        courses: Sequence[Course],
        containers: Containers,
        names: Names,
        clashes: Clashes,
        sheltered: AbstractSet[int],
    ) -> None:
        """Take both courses; a sheltered line is not let go while one of the two builds on it."""
        self.courses = courses
        self.base = courses[0].base
        self.containers = containers
        self.names = names
        self.clashes = clashes
        self.sheltered = sheltered
        self.here: dict[int, Authored] = {}
        self.mover: dict[int, int] = {}

    def line(self, i: int) -> Authored:
        """Return a line of the base in its place."""
        found: Two = (self.courses[OURS].line(i), self.courses[THEIRS].line(i))
        kept = [side for side in SIDES if found[side] is not None]
        movers = [side for side in SIDES if i in self.courses[side].moved]
        if not kept:
            return self._gone(i, SIDES)
        if len(kept) == 1 and not self._outlives(i, kept[0]):
            return self._gone(i, [1 - kept[0]])
        clash = self._clash(i, found)
        cells = self._cells(i, found)
        if clash:
            cells = clashing(cells, clash)
        if movers:
            return self._moved(i, found, cells, movers, clash or clash_in(cells))
        if len(kept) == 1:
            by = self.names.of([1 - kept[0]])
            cells = noted(cells, by, clash, TAKEN_AWAY, -1 if kept[0] == OURS else 0)
        new = self.standing(self.base[i], found)
        by = self.names.of(self.reformed(self.base[i], found))
        if not clash and (forms := clash_of_forms(self.base[i], found)) is not None:
            clash = self.clashes.add(forms)
            cells = noted(cells, self.names.theirs, clash, forms.remark, -1)
        return Authored(MarkedLine(self.base[i], new, cells), by or self.names.of(kept), clash)

    def standing(self, base: Line, found: Two) -> Line:
        """Return the line as it stands in the merged document, in the form that either gave it."""
        side = next(
            (s for s in SIDES if (line := found[s]) is not None and self._is_other(s, base, line)),
            OURS if found[OURS] is not None else THEIRS,
        )
        line = found[side]
        assert line is not None  # noqa: S101 - one of the two at least has the line
        roles = [other.role for other in found if other is not None]
        role = next((role for role in roles if role is not base.role), base.role)
        frames = self.containers.frames(self.containers.keys(side, line))
        return replace(line, frames=frames, role=role)

    def placed(self, side: int, line: Line) -> Line:
        """Return a line of one side as it stands in the merged document."""
        return replace(line, frames=self.containers.frames(self.containers.keys(side, line)))

    def reformed(self, base: Line, found: Two) -> list[int]:
        """Return who gave a line another form."""
        return [
            side
            for side in SIDES
            if (line := found[side]) is not None and _looks(line) != _looks(base)
        ]

    def _is_other(self, side: int, base: Line, line: Line) -> bool:
        keys = self.containers.keys(side, line)
        return line.form != base.form or keys != self.containers.of_base(base)

    def _outlives(self, i: int, side: int) -> bool:
        """Tell whether a line that the other took away stays: it was changed, or is built on."""
        course, line = self.courses[side], self.courses[side].line(i)
        assert line is not None  # noqa: S101 - the side has it
        if i in self.sheltered or is_touched(self.base[i], line):
            return True
        return i in course.moved and not _moved_along(course, i)

    def _gone(self, i: int, sides: Iterable[int]) -> Authored:
        by = self.names.of(sides)
        return Authored(MarkedLine(self.base[i], None, as_gone(value_cells(self.base[i]), by)), by)

    def _cells(self, i: int, found: Two) -> tuple[Inlines, ...]:
        base = self.base[i]
        three = (value_cells(base), *(value_cells(line or base) for line in found))
        return tuple(
            merged_words((was, ours, theirs), self.names, self.clashes)
            for was, ours, theirs in zip(*three, strict=True)
        )

    def _moved(
        self, i: int, found: Two, cells: tuple[Inlines, ...], movers: Sequence[int], clash: int
    ) -> Authored:
        """Return the line where it was, and note it where it is."""
        base, side = self.base[i], movers[0]
        changers = [s for s in SIDES if (line := found[s]) and is_touched(base, line)]
        by = self.names.of([*movers, *changers])
        pairs = [as_moved(cell, self.names.of(movers)) for cell in cells]
        away, here = tuple(cell for cell, _ in pairs), tuple(cell for _, cell in pairs)
        line = found[side]
        assert line is not None  # noqa: S101 - who moved it has it
        roles = [other.role for other in found if other is not None and other.role is not base.role]
        new = replace(
            line,
            frames=self.containers.frames(self.containers.keys(side, line)),
            role=roles[0] if roles else base.role,
        )
        self.here[i] = Authored(MarkedLine(None, new, here, move=i + 1), by, clash)
        self.mover[i] = side
        return Authored(MarkedLine(base, None, away, move=i + 1), by, clash)

    def _clash(self, i: int, found: Two) -> int:
        """Return the number of the clash of the line as a whole, or 0."""
        ours, theirs = (
            course.gap_of[course.moved[i]] if i in course.moved else -1 for course in self.courses
        )
        clash = clash_of_fates(self.base[i], found, (ours, theirs), self.names)
        return self.clashes.add(clash) if clash else 0


def _moved_along(course: Course, i: int) -> bool:
    """Tell whether a line moved together with the one before or after it."""
    n = course.moved[i]
    return any(course.moved.get(i + by) == n + by for by in (-1, 1))


def _looks(line: Line) -> tuple[object, ...]:
    return *line.form, *(frame.start for frame in line.frames)
