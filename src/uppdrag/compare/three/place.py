"""Where each of two added lines in; where these stand when both did, out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from uppdrag.compare.line import Container, Line, Shape
from uppdrag.compare.three.course import Course, shared_frames
from uppdrag.compare.three.frames import Containers, Key
from uppdrag.compare.three.lines import is_touched

_HEADED = frozenset({Container.TABLE, Container.FACT})
"""Containers whose first line says what the others are."""

_SECTION_LEVEL = 2
_LOWEST = 10

Rank: TypeAlias = tuple[int, int]


def built_on(course: Course, other: Course) -> Iterator[int]:
    """Yield the lines that one took away while the other changed or added what stands under them.

    They are headings, the header of a table, the label of a fact, by their numbers in the base.
    """
    headings: dict[int, int | None] = {}
    firsts: dict[int, int | None] = {}
    for n, line in enumerate(course.new):
        i = course.base_of.get(n)
        for frame in line.frames:
            if frame.kind in _HEADED:
                firsts.setdefault(frame.number, i)
        if line.shape is Shape.HEADING:
            headings = {level: at for level, at in headings.items() if level < line.level}
            headings[line.level] = i
        if i is not None and i not in course.moved and not is_touched(course.base[i], line):
            continue
        own = (firsts[frame.number] for frame in line.frames if frame.kind in _HEADED)
        for above in (*headings.values(), *own):
            if above is not None and other.is_gone(above):
                yield above


def ranks(containers: Containers, side: int, numbers: Sequence[int], at: int) -> Iterator[Rank]:
    """Yield where lines that one added before a line of the base stand among the other's.

    First what belongs to the containers of the line before, innermost first; last what belongs to
    those of the line after. So what both added to a list stands together in it. Between them what
    has no heading of its own comes before what has: it belongs to the section before.
    """
    course = containers.courses[side]
    heading = 0
    for n in numbers:
        line = course.new[n]
        before, after = (
            _depth(containers, side, line, i) if 0 <= i < len(course.base) else 0
            for i in (at - 1, at)
        )
        between = _between(containers, side, at)
        if line.level:
            heading = max(heading, _LOWEST - line.level)
        if before > max(between, after - 1):
            yield 0, -before
        elif after > between:
            yield 2, after
        else:
            yield 1, heading


def _depth(containers: Containers, side: int, line: Line, i: int) -> int:
    """Return in how many containers an added line stands together with a line of the base."""
    course = containers.courses[side]
    base = containers.of_base(course.base[i])
    depth = _shared(containers.keys(side, line), base)
    if i in course.stays:
        depth = max(depth, shared_frames(course.new[course.stays[i]], line))
    return depth


def _between(containers: Containers, side: int, at: int) -> int:
    """Return in how many containers the lines around a place in the base stand together."""
    course = containers.courses[side]
    if not 0 < at < len(course.base):
        return 0
    depth = shared_frames(course.base[at - 1], course.base[at])
    if at - 1 in course.stays and at in course.stays:
        lines = (course.new[course.stays[i]] for i in (at - 1, at))
        depth = max(depth, shared_frames(*lines))
    return depth


def companion(course: Course, other: Course, added: Sequence[int]) -> tuple[int, int] | None:
    """Return the line of the base that added lines go along with where the other moved it.

    With it stands 1 if they come after it, 0 if before; None if they stay where they were added.
    """
    first = course.new[added[0]]
    if first.shape is Shape.HEADING and first.level <= _SECTION_LEVEL:
        return None
    near = [(n, is_after) for n, is_after in _near(course, added)]
    depths = [shared_frames(course.new[n], first) for n, _ in near]
    nearest = [one for one, depth in zip(near, depths, strict=True) if depth == max(depths)]
    lines = [(course.base_of[n], is_after) for n, is_after in nearest]
    if not lines or any(i not in other.moved for i, _ in lines):
        return None
    return lines[0]


def _near(course: Course, added: Sequence[int]) -> Iterator[tuple[int, int]]:
    before, after = added[0] - 1, added[-1] + 1
    if before in course.base_of:
        yield before, 1
    if after in course.base_of and course.new[after].shape is not Shape.HEADING:
        yield after, 0


def _shared(keys: Sequence[Key], others: Sequence[Key]) -> int:
    count = 0
    for key, other in zip(keys, others, strict=False):
        if key != other:
            break
        count += 1
    return count
