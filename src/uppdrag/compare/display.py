"""A marked document in; a document tree out whose runs carry the marks, for renderers to draw.

It is the new document with what is gone in its place. The break of a line that only one of the
documents has is shown as a pilcrow, which is marked as the rest is.
"""

from __future__ import annotations

from collections.abc import Iterator

from uppdrag.compare.frames import frames_now, living_on
from uppdrag.compare.lines import Container, Line, Shape, document_of, relined
from uppdrag.compare.marked import Marked, MarkedLine
from uppdrag.compare.numbering import Fate, fate
from uppdrag.document.tree import Document, Inlines, Mark, MarkKind, Role, Run

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


def form_note(line: MarkedLine) -> str:
    """Return what form a line had before, in words; nothing where it has the same."""
    if line.old is None or line.new is None:
        return ""
    if line.old.form != line.new.form:
        return f"tidigare {form_words(line.old)}"
    starts = [
        was.start
        for was, now in zip(line.old.frames, line.new.frames, strict=True)
        if was.kind is Container.LIST and was.start != now.start
    ]
    return f"numreringen började tidigare på {starts[0]}" if starts else ""


def form_words(line: Line) -> str:
    """Return what a line is, in words: `rubrik på nivå 2`, `punkt på nivå 2`, `stycke`."""
    lists = [frame for frame in line.frames if frame.kind is Container.LIST]
    if lists and line.shape in {Shape.PARAGRAPH, Shape.MARKER}:
        name = "numrerad punkt" if lists[-1].ordered else "punkt"
        return f"{name} på nivå {len(lists)}" if len(lists) > 1 else name
    match line.shape:
        case Shape.HEADING:
            return "dokumentets titel" if line.level == 1 else f"rubrik på nivå {line.level}"
        case Shape.HEADER | Shape.ROW:
            return "tabellrad"
        case Shape.FACT | Shape.VALUE:
            return "uppgift"
    if any(frame.kind is Container.NOTE for frame in line.frames):
        return "stycke i en anmärkning"
    return _ROLES.get(line.role, "stycke")


_ROLES = {
    Role.LEAD: "ingress",
    Role.DECISION_DATE: "beslutsdatum",
    Role.SIGNER_NAME: "beslutsfattarens namn",
    Role.SIGNER_TITLE: "beslutsfattarens titel",
}
