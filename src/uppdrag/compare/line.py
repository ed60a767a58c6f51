"""What a document is compared by: a line, and the containers that it stands in.

A line is what ends with a paragraph mark in Word: a paragraph, a heading, a value of the head, a
row of a table. What nests in the tree (lists in items in lists) is said by the frames of each line,
so that two documents of different shapes can be compared line by line, and a list that becomes
paragraphs keeps its words.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, TypeAlias

from uppdrag.document.tree import Inlines, Origin, Role, Run


class Shape(StrEnum):
    """What a line is by itself. A fact's first line has two cells, label and value."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    MARKER = "marker"
    FACT = "fact"
    VALUE = "value"
    HEADER = "header"
    ROW = "row"


class Container(StrEnum):
    """What lines can stand in."""

    LETTERHEAD = "letterhead"
    FACTS = "facts"
    FACT = "fact"
    NOTE = "note"
    LIST = "list"
    ITEM = "item"
    TABLE = "table"
    SIGNATURE = "signature"


@dataclass(frozen=True, slots=True)
class Frame:
    """One container of a document; `number` tells it from all others of its document."""

    kind: Container
    number: int
    ordered: bool = False
    start: int = 1
    origin: Origin = field(default=Origin(), compare=False)


Frames: TypeAlias = tuple[Frame, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its shape, its containers from the outermost in, and the inlines of its cells.

    `level` is that of a heading, `role` that of a paragraph. Everything but a row and the first
    line of a fact has one cell.
    """

    shape: Shape
    frames: Frames
    cells: tuple[Inlines, ...]
    level: int = 0
    role: Role = Role.BODY
    origin: Origin = field(default=Origin(), compare=False)

    @property
    def form(self) -> tuple[object, ...]:
        """Return what a reader sees of the line besides its words: what it is, and in what."""
        role = None if self.role in _PLAIN else self.role
        shape = Shape.VALUE if self.shape is Shape.FACT else self.shape
        return shape, self.level, role, *((f.kind, f.ordered) for f in self.frames)


_PLAIN = frozenset({Role.BODY, Role.LABELLED, Role.INTRODUCTION})
"""Roles that look the same: paragraphs of running text."""


def joined(runs: Iterable[Run]) -> Inlines:
    """Return the runs with neighbours of one form and mark as one, and without empty ones."""
    runs = tuple(runs)
    if len(runs) == 1 and runs[0].text:
        return runs
    out: list[Run] = []
    for run in runs:
        if not run.text and run.mark is None:
            continue
        before = out[-1] if out else None
        if before is not None and _form(before) == _form(run) and run.text and before.text:
            text = before.text + run.text
            out[-1] = Run(
                text, before.bold, before.italic, before.target, before.origin, before.mark
            )
        else:
            out.append(run)
    return tuple(out)


def text_of(inlines: Iterable[Run]) -> str:
    """Return the words of the inlines."""
    return "".join([run.text for run in inlines])


def _form(run: Run) -> tuple[Any, ...]:
    return run.bold, run.italic, run.target, run.mark


def relined(line: Line, cells: Iterable[Inlines], frames: Frames | None = None) -> Line:
    """Return the line with other cells, and perhaps other frames."""
    return replace(line, cells=tuple(cells), frames=line.frames if frames is None else frames)
