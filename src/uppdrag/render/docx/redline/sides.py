"""One of two compared documents in; its paragraphs and rows as Word has them, line by line, out.

Each document is drawn by the ordinary writer, so that a paragraph without changes is just what a
build gives. Only its inlines know of the revision (`Revised`), and lists that live on share their
numbering, so that numbers run on through what came and went.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from uppdrag.compare.lines import Container, Frame, Line, Shape
from uppdrag.document.inlines import inlines, with_inlines
from uppdrag.document.tree import Block, Document, Inlines, ListBlock
from uppdrag.render.docx import lines as word
from uppdrag.render.docx.body import BodyWriter
from uppdrag.render.docx.look import space_before
from uppdrag.render.docx.redline.runs import Revised


@dataclass(frozen=True, slots=True)
class Row:
    """A row as one of the documents has it: of which table, and the row itself."""

    grid: word.Grid
    row: word.GridRow


@dataclass(frozen=True, slots=True)
class FactLines:
    """The paragraphs of a line of the letterhead, and the cell and table that they stand in."""

    grid: word.Grid
    cell: word.Cell
    lines: Sequence[word.Line]


Atom: TypeAlias = word.Line | Row | FactLines


@dataclass(slots=True)
class ListBody(BodyWriter):
    """Draws blocks as ever, and keeps which numbering each list got.

    `frames` are the lists of the document in reading order; `numbering` what lists of the other
    document got, by the number of their container, and `living` which of those they live on as.
    """

    frames: Iterator[Frame] = field(default_factory=lambda: iter(()))
    numbering: dict[int, tuple[str, int, int]] = field(default_factory=dict)
    living: Mapping[int, Frame] = field(default_factory=dict)

    def _number(self, block: ListBlock, level: int) -> str:
        frame = next(self.frames)
        now = self.living.get(frame.number)
        found = self.numbering.get(now.number) if now is not None else None
        if found is not None and found[1:] == (level, block.start) and block.ordered:
            return found[0]
        number = BodyWriter._number(self, block, level)  # noqa: SLF001 - what it replaces
        if number and not self.living:
            self.numbering[frame.number] = (number, level, block.start)
        return number


def lists_in(lines: Sequence[Line]) -> Iterator[Frame]:
    """Yield the lists of a document in reading order, each once."""
    seen: set[int] = set()
    for line in lines:
        for frame in line.frames:
            if frame.kind is Container.LIST and frame.number not in seen:
                seen.add(frame.number)
                yield frame


def revised(
    document: Document, lines: Sequence[Line], cells: Sequence[tuple[Inlines, ...]]
) -> Document:
    """Return the document with inlines that know what the revision made of them.

    `cells` holds, for each line, its cells with marks.
    """
    marked = [
        cell
        for line, own in zip(lines, cells, strict=True)
        if line.shape is not Shape.MARKER
        for cell in own
    ]
    pairs = zip(inlines(document), marked, strict=True)
    return with_inlines(
        document,
        (plain if _is_unchanged(plain, cell) else Revised.of(plain, cell) for plain, cell in pairs),
    )


def _is_unchanged(plain: Inlines, cell: Inlines) -> bool:
    """Tell whether a cell reads as it does in its own document, all of it there and unmarked."""
    if any(run.mark for run in cell):
        return False
    return sum(len(run.text) for run in plain) == sum(len(run.text) for run in cell)


def atoms(writer: BodyWriter, blocks: Sequence[Block], lines: Sequence[Line]) -> Iterator[Atom]:
    """Yield what Word has of each line, in order."""
    pieces = list(writer.pieces(blocks))
    if writer.marks is not None:
        writer.marks.give(pieces)
    word.set_apart(pieces, space_before(writer.theme))
    at = 0
    for piece in pieces:
        if isinstance(piece, word.Line):
            yield piece
            at += 1
        elif lines[at].shape in {Shape.HEADER, Shape.ROW}:
            yield from (Row(piece, row) for row in piece.rows)
            at += len(piece.rows)
        else:
            for cell in piece.rows[0].cells:
                for own in _by_value(cell.lines, lines[at]):
                    yield FactLines(piece, cell, own)
                    at += 1


def _by_value(paragraphs: Sequence[word.Line], first: Line) -> Iterator[Sequence[word.Line]]:
    """Yield the paragraphs of each line of a fact: its label goes with its first value."""
    count = 2 if first.cells[0] else 1
    yield paragraphs[:count]
    yield from ([line] for line in paragraphs[count:])
