"""The containers of a base and of two documents made of it in; those of all three as one out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from uppdrag.compare.line import Frame, Frames, Line
from uppdrag.compare.three.course import Course
from uppdrag.compare.three.makers import OURS, SIDES, THEIRS

BASE = -1

Key: TypeAlias = tuple[int, int]
"""Whose container it is, and its number there: of the base where it lives on, else of a side."""


class Containers:
    """Tells which containers of the two are the same, and makes one of them."""

    def __init__(self, courses: Sequence[Course]) -> None:
        """Take the containers of a base and of both sides."""
        self.courses = courses
        self.sources: dict[Key, Frame] = {
            (side, frame.number): frame
            for side in SIDES
            for line in courses[side].new
            for frame in line.frames
        }
        self.base = {frame.number: frame for line in courses[0].base for frame in line.frames}
        self.now = [{was: number for number, was in course.living.items()} for course in courses]
        self.same: dict[Key, Key] = {}
        self.made: dict[Key, Frame] = {}

    def keys(self, side: int, line: Line) -> tuple[Key, ...]:
        """Return what the containers of a line of one side are."""
        living = self.courses[side].living
        return tuple(
            (BASE, living[frame.number])
            if frame.number in living
            else self.same.get((side, frame.number), (side, frame.number))
            for frame in line.frames
        )

    def of_base(self, line: Line) -> tuple[Key, ...]:
        """Return what the containers of a line of the base are."""
        return tuple((BASE, frame.number) for frame in line.frames)

    def frames(self, keys: Sequence[Key]) -> Frames:
        """Return the containers of the merged document."""
        return tuple(map(self._frame, keys))

    def unite(self, ours: Line, theirs: Line) -> None:
        """Take the containers that two equal lines came in for the same."""
        for one, other in zip(self.keys(OURS, ours), self.keys(THEIRS, theirs), strict=False):
            if one[0] == OURS and other[0] == THEIRS:
                self.same.setdefault(other, one)

    def _frame(self, key: Key) -> Frame:
        found = self.made.get(key)
        if found is None:
            found = self._of_base(key[1]) if key[0] == BASE else self.sources[key]
            number = len(self.made) + 1
            found = Frame(found.kind, number, found.ordered, found.start, found.origin)
            self.made[key] = found
        return found

    def _of_base(self, number: int) -> Frame:
        """Return a container that lives on, as either made it."""
        was = self.base[number]
        for side in SIDES:
            now = self.sources.get((side, self.now[side].get(number, 0)))
            if now is not None and (now.ordered, now.start) != (was.ordered, was.start):
                return now
        return was
