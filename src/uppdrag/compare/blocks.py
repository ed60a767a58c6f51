"""Lines in; the document that has them out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from uppdrag.compare.line import Container, Frame, Line, Shape
from uppdrag.document.tree import (
    Block,
    Document,
    Fact,
    Facts,
    Heading,
    Item,
    Letterhead,
    ListBlock,
    Metadata,
    Note,
    Paragraph,
    Row,
    Signature,
    Table,
)


def document_of(lines: Iterable[Line], metadata: Metadata) -> Document:
    """Return the document that has these lines."""
    return Document(metadata, tuple(_blocks(list(lines), 0)))


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
