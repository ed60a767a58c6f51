"""Changes that are too long for a table in; their texts as they stand, under headings, out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from uppdrag.compare.changes.change import Change
from uppdrag.compare.lines import Container, Line, Shape, document_of, relined, text_of
from uppdrag.compare.marked import Marked, new_runs, old_runs
from uppdrag.compare.telling.change_rows import place_name
from uppdrag.compare.telling.told import told
from uppdrag.document.tree import Block, Heading, Inlines, Role, Run

_FLOWING = frozenset({Container.LIST, Container.ITEM, Container.TABLE})
"""Containers that are kept; lines in any other stand as paragraphs."""


def whole_texts(changes: Iterable[Change], marked: Marked) -> Iterator[Block]:
    """Yield the text of each change, as blocks under a heading of level 3."""
    for change in changes:
        event = told(change).event
        name = f"{place_name(change)}, {event}" if event else place_name(change)
        yield Heading(3, (Run(name),))
        lines = list(_lines(marked, change.number))
        if lines and text_of(lines[0].cells[0]) == change.subject:
            lines = lines[1:]
        yield from document_of(lines, marked.new).blocks


def _lines(marked: Marked, number: int) -> Iterator[Line]:
    for line in marked.lines:
        if line.change == number:
            runs = old_runs if line.new is None else new_runs
            yield _free(line.line, tuple(_unplaced(runs(cell)) for cell in line.cells))


def _free(line: Line, cells: tuple[Inlines, ...]) -> Line:
    """Return the line in lists and tables only; a heading as a paragraph in bold."""
    frames = tuple(frame for frame in line.frames if frame.kind in _FLOWING)
    if line.shape is Shape.HEADING:
        bold = tuple(Run(run.text, bold=True, target=run.target) for run in cells[0])
        return Line(Shape.PARAGRAPH, frames, (bold,))
    if line.shape in {Shape.FACT, Shape.VALUE}:
        label = (*cells[0], Run(" ")) if len(cells) > 1 else ()
        return Line(Shape.PARAGRAPH, frames, ((*label, *cells[-1]),))
    return relined(Line(line.shape, frames, cells, role=_role(line)), cells)


def _role(line: Line) -> Role:
    return line.role if line.role in {Role.LABELLED, Role.INTRODUCTION} else Role.BODY


def _unplaced(runs: Inlines) -> Inlines:
    """Return the runs without the place in a file that they come from."""
    return tuple(Run(run.text, run.bold, run.italic, run.target) for run in runs)
