"""A document tree in; its lines out, each with the containers that it stands in; and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from uppdrag.compare.blocks import document_of
from uppdrag.compare.line import (
    Container,
    Frame,
    Frames,
    Line,
    Shape,
    joined,
    relined,
    text_of,
)
from uppdrag.document.tree import (
    Block,
    Document,
    Fact,
    Facts,
    Heading,
    Letterhead,
    ListBlock,
    Note,
    Origin,
    Paragraph,
    Row,
    Signature,
    Table,
)

__all__ = [
    "Container",
    "Frame",
    "Frames",
    "Line",
    "Shape",
    "document_of",
    "joined",
    "lines_of",
    "normal",
    "relined",
    "text_of",
]


def lines_of(document: Document) -> tuple[Line, ...]:
    """Return the lines of a document in reading order; neighbouring runs of one form are one.

    A container that holds nothing has no line.
    """
    return tuple(_Flattening().blocks(document.blocks, ()))


def normal(document: Document) -> Document:
    """Return the document as its lines give it back: the same words in the same forms."""
    return document_of(lines_of(document), document.metadata)


_NOWHERE = Origin()


class _Flattening:
    """Goes through a tree and numbers its containers."""

    def __init__(self) -> None:
        self.count = 0

    def frame(
        self, kind: Container, origin: Origin = _NOWHERE, *, ordered: bool = False, start: int = 1
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
                    yield from _rows(block, inside)
                case Letterhead():
                    yield from self.facts(block.facts, (*frames, self.frame(Container.LETTERHEAD)))
                case Facts():
                    yield from self.facts(block.facts, (*frames, self.frame(Container.FACTS)))
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

    def facts(self, facts: Iterable[Fact], frames: Frames) -> Iterator[Line]:
        for fact in facts:
            yield from self.values(fact, frames)

    def values(self, fact: Fact, frames: Frames) -> Iterator[Line]:
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


def _rows(table: Table, frames: Frames) -> Iterator[Line]:
    yield _row(Shape.HEADER, table.header, frames)
    yield from (_row(Shape.ROW, row, frames) for row in table.rows)


def _row(shape: Shape, row: Row, frames: Frames) -> Line:
    return Line(shape, frames, tuple(map(joined, row.cells)), origin=row.origin)
