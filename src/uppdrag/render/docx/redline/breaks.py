"""Lines that were split or merged in; the same where Word can have them so, else gone and come.

To split or merge is to add or take away the end of a paragraph. What is joined then has one look,
and Word and LibreOffice do not take it from the same paragraph: so all of them must look alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from uppdrag.compare.fates import Fate, fate
from uppdrag.compare.lines import Container, Frames, Line, Shape
from uppdrag.compare.marked import MarkedLine, marked_as, new_lines, old_lines
from uppdrag.document.tree import Inlines, Mark, MarkKind

Placed: TypeAlias = tuple[MarkedLine, Frames]

_FACTS = frozenset({Shape.FACT, Shape.VALUE})
"""Lines whose label passes to another value: their two looks are written out as such."""


def joinable(placed: Iterable[Placed]) -> Iterator[Placed]:
    """Yield the lines, those that cannot be joined in Word as gone and come."""
    group: list[Placed] = []
    for line, frames in placed:
        if fate(line) is Fate.BROKEN:
            group.append((line, frames))
        elif group:
            yield from _group([*group, (line, frames)])
            group = []
        else:
            yield line, frames
    yield from group


def _group(group: Sequence[Placed]) -> Iterator[Placed]:
    looks = {look for line, frames in group for look in _looks(line, frames)}
    if len(looks) == 1 or all(line.line.shape in _FACTS for line, _ in group):
        yield from group
        return
    lines = tuple(line for line, _ in group)
    number = lines[0].change
    was = [frames for line, frames in group if line.old is not None]
    now = [frames for line, frames in group if line.new is not None]
    for line, frames in zip(old_lines(lines), was, strict=True):
        yield MarkedLine(line, None, _cells(line, MarkKind.DELETED, number), number), frames
    for line, frames in zip(new_lines(lines), now, strict=True):
        yield MarkedLine(None, line, _cells(line, MarkKind.INSERTED, number), number), frames


def _cells(line: Line, kind: MarkKind, number: int) -> tuple[Inlines, ...]:
    return tuple(marked_as(cell, Mark(kind, number)) for cell in line.cells)


def _looks(line: MarkedLine, frames: Frames) -> Iterator[tuple[object, ...]]:
    """Yield what the line is in each document, and which numbered list it stands in."""
    lists = [frame.number for frame in frames if frame.kind is Container.LIST and frame.ordered]
    for side in (line.old, line.new):
        if side is not None:
            yield *side.form, *lists
