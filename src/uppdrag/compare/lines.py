"""A document tree in; its lines out, each with the containers that it stands in; and back.

A line is what ends with a paragraph mark in Word: a paragraph, a heading, a value of the head, a
row of a table. What nests in the tree (lists in items in lists) is said by the frames of each line,
so that two documents of different shapes can be compared line by line, and a list that becomes
paragraphs keeps its words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import groupby
from typing import Any, TypeAlias

from uppdrag.document.tree import (
    Block,
    Document,
    Fact,
    Facts,
    Heading,
    Inlines,
    Item,
    Letterhead,
    ListBlock,
    Metadata,
    Note,
    Origin,
    Paragraph,
    Role,
    Row,
    Run,
    Signature,
    Table,
)


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


def lines_of(document: Document) -> tuple[Line, ...]:
    """Return the lines of a document in reading order; neighbouring runs of one form are one.

    A container that holds nothing has no line.
    """
    return tuple(_Flattening().blocks(document.blocks, ()))


def document_of(lines: Iterable[Line], metadata: Metadata) -> Document:
    """Return the document that has these lines."""
    return Document(metadata, tuple(_blocks(list(lines), 0)))


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


class _Flattening:
    """Goes through a tree and numbers its containers."""

    def __init__(self) -> None:
        self.count = 0

    def frame(
        self, kind: Container, origin: Origin = Origin(), *, ordered: bool = False, start: int = 1
    ) -> Frame:
        self.count += 1
        return Frame(kind, self.count, ordered, start, origin)

    def blocks(self, blocks: Iterable[Block], frames: Frames) -> Iterator[Line]:
        for block in blocks:
            match block:
                case Heading():
                    cells = (joined(block.inlines),)
                    yield Line(Shape.HEADING, frames, cells, block.level, origin=block.origin)
                case Paragraph():
                    yield _paragraph(block, frames)
                case ListBlock():
                    yield from self.list_lines(block, frames)
                case Table():
                    inside = (*frames, self.frame(Container.TABLE, block.origin))
                    yield _row(Shape.HEADER, block.header, inside)
                    yield from (_row(Shape.ROW, row, inside) for row in block.rows)
                case Letterhead() | Facts():
                    kind = Container.FACTS
                    if isinstance(block, Letterhead):
                        kind = Container.LETTERHEAD
                    inside = (*frames, self.frame(kind))
                    for fact in block.facts:
                        yield from self.fact_lines(fact, inside)
                case Note():
                    inside = (*frames, self.frame(Container.NOTE, block.origin))
                    yield from self.blocks(block.blocks, inside)
                case Signature():
                    inside = (*frames, self.frame(Container.SIGNATURE, block.origin))
                    yield from self.blocks(block.lines, inside)

    def list_lines(self, block: ListBlock, frames: Frames) -> Iterator[Line]:
        frame = self.frame(Container.LIST, block.origin, ordered=block.ordered, start=block.start)
        for item in block.items:
            inside = (*frames, frame, self.frame(Container.ITEM, item.origin))
            if not item.blocks or not isinstance(item.blocks[0], Paragraph):
                yield Line(Shape.MARKER, inside, ((),), origin=item.origin)
            yield from self.blocks(item.blocks, inside)

    def fact_lines(self, fact: Fact, frames: Frames) -> Iterator[Line]:
        inside = (*frames, self.frame(Container.FACT, fact.origin))
        for index, value in enumerate(fact.values):
            inlines = joined(value)
            if index == 0:
                cells = (joined(fact.label), inlines)
                yield Line(Shape.FACT, inside, cells, origin=fact.origin)
            else:
                origin = inlines[0].origin if inlines else fact.origin
                yield Line(Shape.VALUE, inside, (inlines,), origin=origin)


def _paragraph(block: Paragraph, frames: Frames) -> Line:
    cells = (joined(block.inlines),)
    return Line(Shape.PARAGRAPH, frames, cells, role=block.role, origin=block.origin)


def _row(shape: Shape, row: Row, frames: Frames) -> Line:
    return Line(shape, frames, tuple(map(joined, row.cells)), origin=row.origin)


def _blocks(lines: Sequence[Line], depth: int) -> Iterator[Any]:
    """Yield the blocks of lines that share their frames down to a depth."""
    for frame, group in groupby(lines, lambda line: line.frames[depth : depth + 1]):
        inner = list(group)
        if frame:
            yield _container(frame[0], inner, depth + 1)
        else:
            yield from map(_leaf, inner)


def _container(frame: Frame, lines: Sequence[Line], depth: int) -> Block:
    match frame.kind:
        case Container.LETTERHEAD:
            return Letterhead(tuple(_facts(lines, depth)))
        case Container.FACTS:
            return Facts(tuple(_facts(lines, depth)))
        case Container.NOTE:
            return Note(tuple(_blocks(lines, depth)), frame.origin)
        case Container.SIGNATURE:
            return Signature(tuple(_blocks(lines, depth)), frame.origin)
        case Container.TABLE:
            header, *rows = (Row(line.cells, line.origin) for line in lines)
            return Table(header, tuple(rows), frame.origin)
        case _:
            items = tuple(_items(lines, depth))
            return ListBlock(items, frame.ordered, frame.start, frame.origin)


def _items(lines: Sequence[Line], depth: int) -> Iterator[Item]:
    for (frame,), group in groupby(lines, lambda line: line.frames[depth : depth + 1]):
        inner = list(group)
        if inner[0].shape is Shape.MARKER and not inner[0].cells[0]:
            inner = inner[1:]
        yield Item(tuple(_blocks(inner, depth + 1)), frame.origin)


def _facts(lines: Sequence[Line], depth: int) -> Iterator[Fact]:
    for (frame,), group in groupby(lines, lambda line: line.frames[depth : depth + 1]):
        first, *rest = group
        label, value = first.cells if first.shape is Shape.FACT else ((), first.cells[-1])
        yield Fact(label, (value, *(line.cells[-1] for line in rest)), frame.origin)


def _leaf(line: Line) -> Paragraph | Heading:
    if line.shape is Shape.HEADING:
        return Heading(line.level, line.cells[0], line.origin)
    return Paragraph(line.cells[0], line.role, line.origin)


def normal(document: Document) -> Document:
    """Return the document as its lines give it back: the same words in the same forms."""
    return document_of(lines_of(document), document.metadata)


def relined(line: Line, cells: Iterable[Inlines], frames: Frames | None = None) -> Line:
    """Return the line with other cells, and perhaps other frames."""
    return replace(line, cells=tuple(cells), frames=line.frames if frames is None else frames)
