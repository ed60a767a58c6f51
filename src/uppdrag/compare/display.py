"""A marked document in; a document tree out whose runs carry the marks, for renderers to draw.

It is the new document with what is gone in its place. The break of a line that only one of the
documents has is shown as a pilcrow, which is marked as the rest is.
"""

from __future__ import annotations

from collections.abc import Iterator

from uppdrag.compare.changes.forms import form_note
from uppdrag.compare.fates import Fate, fate
from uppdrag.compare.frames import frames_now, living_on
from uppdrag.compare.lines import Line, document_of, relined
from uppdrag.compare.marked import Marked, MarkedLine
from uppdrag.document.tree import Document, Inlines, Mark, MarkKind, Run

PILCROW = "¶"


def displayed(marked: Marked) -> Document:
    """Return the tree to draw: `accept` and `reject` are of the marked document, not of this."""
    return document_of(_lines(marked), marked.new)


def _lines(marked: Marked) -> Iterator[Line]:
    living = living_on(marked.lines)
    for line in marked.lines:
        cells = line.cells
        if line.change:
            cells = (with_signs(line, cells[0]), *cells[1:])
        if line.new is not None:
            yield relined(line.new, cells)
        elif line.old is not None:
            yield relined(line.old, cells, frames_now(line.old.frames, living))


def with_signs(line: MarkedLine, cell: Inlines) -> Inlines:
    """Return the first cell with what shows a change of the whole line that no word shows."""
    match fate(line):
        case Fate.BROKEN:
            kind = MarkKind.INSERTED if line.old is None else MarkKind.DELETED
            return (*cell, Run(PILCROW, mark=Mark(kind, line.change)))
        case Fate.PAIR if note := form_note(line):
            mark = Mark(MarkKind.REFORMATTED, line.change, note=note)
            return (Run("", mark=mark), *cell)
        case _:
            return cell
