"""What two made of each line of a base in; each line of the base as both made it, with marks, out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import TypeAlias

from uppdrag.compare.changes import Kind
from uppdrag.compare.display import form_words
from uppdrag.compare.line import Line, text_of
from uppdrag.compare.marked import MarkedLine
from uppdrag.compare.three_course import Course
from uppdrag.compare.three_facts import value_cells
from uppdrag.compare.three_frames import Containers
from uppdrag.compare.three_makers import OURS, SIDES, THEIRS, Authored, Clash, Clashes, Names
from uppdrag.compare.three_marks import TAKEN_AWAY, as_gone, as_moved, clash_in, clashing, noted
from uppdrag.compare.three_words import merged_words
from uppdrag.document.tree import Inlines

Two: TypeAlias = "tuple[Line | None, Line | None]"
"""What each made of one line of the base; None where it is gone."""


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
        clash = self._clash_of_fates(i, found, kept, movers)
        cells = self._cells(i, found)
        if clash:
            cells = clashing(cells, clash)
        else:
            clash = clash_in(cells)
        if movers:
            return self._moved(i, found, cells, movers, clash)
        if len(kept) == 1:
            by = self.names.of([1 - kept[0]])
            cells = noted(cells, by, clash, TAKEN_AWAY, -1 if kept[0] == OURS else 0)
        new = self.standing(self.base[i], found)
        by = self.names.of(self.reformed(self.base[i], found))
        if not clash and (clash := self._clash_of_forms(i, found)):
            cells = noted(
                cells, self.names.theirs, clash, f"ändrat till {_form(found[THEIRS])}", -1
            )
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

    def _clash_of_fates(
        self, i: int, found: Two, kept: Sequence[int], movers: Sequence[int]
    ) -> int:
        """Return the number of the clash where the two did things that exclude each other, or 0."""
        base = _text(self.base[i])
        if len(kept) == 1:
            line = found[kept[0]]
            assert line is not None  # noqa: S101 - it is kept
            texts = [_text(line) if side in kept else "" for side in SIDES]
            return self.clashes.add(
                Clash(base, *texts, remark=f"borttaget av {self.names.of([1 - kept[0]])}")
            )
        if len(movers) == len(SIDES) and not self._to_one_place(i):
            remark = "flyttat till olika platser"
            return self.clashes.add(Clash(base, *map(_text_of_found, found), Kind.MOVED, remark))
        return 0

    def _to_one_place(self, i: int) -> bool:
        ours, theirs = (course.gap_of[course.moved[i]] for course in self.courses)
        return ours == theirs

    def _clash_of_forms(self, i: int, found: Two) -> int:
        """Return the number of the clash where each gave a line a form of its own, or 0."""
        ours, theirs = found
        if ours is None or theirs is None or ours.form == theirs.form:
            return 0
        if self.base[i].form in {ours.form, theirs.form}:
            return 0
        base = _text(self.base[i])
        remark = f"{_form(ours)} eller {_form(theirs)}"
        return self.clashes.add(Clash(base, _text(ours), _text(theirs), Kind.REFORMATTED, remark))


def is_touched(base: Line, line: Line) -> bool:
    """Tell whether a line that stayed, or moved, was changed."""
    return value_cells(base) != value_cells(line) or base.form != line.form


def _moved_along(course: Course, i: int) -> bool:
    """Tell whether a line moved together with the one before or after it."""
    n = course.moved[i]
    return any(course.moved.get(i + by) == n + by for by in (-1, 1))


def _looks(line: Line) -> tuple[object, ...]:
    return *line.form, *(frame.start for frame in line.frames)


def _form(line: Line | None) -> str:
    return "" if line is None else form_words(line)


def _text(line: Line) -> str:
    return " ".join(filter(None, (text_of(cell).strip() for cell in value_cells(line))))


def _text_of_found(line: Line | None) -> str:
    return "" if line is None else _text(line)
