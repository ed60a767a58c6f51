"""A comparison in; the elements of its redline, in reading order, out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Generic, TypeAlias, TypeVar

from uppdrag.compare.frames import living_on
from uppdrag.compare.lines import Container, Line, lines_of
from uppdrag.compare.marked import MarkedLine
from uppdrag.document.identity import identity
from uppdrag.document.tree import Document, Inlines, MarkKind
from uppdrag.render.docx import lines as word
from uppdrag.render.docx.body import BodyWriter
from uppdrag.render.docx.marks import Marks
from uppdrag.render.docx.redline.breaks import Placed
from uppdrag.render.docx.redline.elements import (
    CellParas,
    Element,
    Para,
    Presence,
    RowCells,
    TableRows,
)
from uppdrag.render.docx.redline.plain import grid_of
from uppdrag.render.docx.redline.runs import RedlineRuns
from uppdrag.render.docx.redline.sides import (
    Atom,
    FactLines,
    ListBody,
    Row,
    atoms,
    lists_in,
    revised,
)


@dataclass(slots=True)
class RedlineBody(BodyWriter):
    """Writes blocks as ever, with runs that may be tracked changes."""

    runs: RedlineRuns


Cells: TypeAlias = tuple[Inlines, ...]

T = TypeVar("T", word.Line, Row, FactLines)


def assemble(
    old: Document, new: Document, placed: Sequence[Placed], body: RedlineBody
) -> list[Element]:
    """Return the elements, drawn by writers like `body`, whose numbering instances they share."""
    marked = [line for line, _ in placed]
    numbering: dict[int, tuple[str, int, int]] = {}
    sides: list[Iterator[Atom]] = []
    for document, is_new in ((new, True), (old, False)):
        lines = lines_of(document)
        cells = _cells(marked, body, is_new=is_new)
        writer = ListBody(
            body.theme,
            body.prepared,
            body.runs,
            instances=body.instances,
            frames=lists_in(lines),
            numbering=numbering,
            living={} if is_new else living_on(marked),
            marks=Marks(identity(document)) if is_new else None,
        )
        blocks = revised(document, lines, cells).blocks
        sides.append(iter(atoms(writer, blocks, lines)))
    return list(_elements(placed, sides[0], sides[1], body.runs))


def _cells(marked: Sequence[MarkedLine], body: BodyWriter, *, is_new: bool) -> list[Cells]:
    """Return the marked cells of each line of one document."""
    if is_new:
        return [_with_label(line, line.new, body) for line in marked if line.new is not None]
    return [line.cells[-len(line.old.cells) :] for line in marked if line.old is not None]


def _with_label(line: MarkedLine, now: Line, body: BodyWriter) -> Cells:
    """Return the cells as the line has them now; a label that it had stands before its value."""
    if len(line.cells) == len(now.cells):
        return line.cells
    label, value = line.cells
    if not label:
        return (value,)
    return ((*label, replace(label[-1], text=body.separator(label)), *value),)


@dataclass(frozen=True, slots=True)
class _Drawn(Generic[T]):
    """A line and what Word has of it: now, before, and in the redline."""

    line: MarkedLine
    shown: T
    now: T | None
    was: T | None


def _elements(
    placed: Sequence[Placed], new: Iterator[Atom], old: Iterator[Atom], runs: RedlineRuns
) -> Iterator[Element]:
    def drawn(kind: type[T], group: Iterable[Placed]) -> list[_Drawn[T]]:
        return [_drawn(kind, line, new, old) for line, _ in group]

    for frame, group in groupby(placed, lambda one: grid_of(one[1])):
        if frame is None:
            yield from (_para(one, runs) for one in drawn(word.Line, group))
        elif frame.kind is Container.TABLE:
            yield _table(drawn(Row, group))
        else:
            yield _letterhead(drawn(FactLines, group))


def _drawn(kind: type[T], line: MarkedLine, new: Iterator[Atom], old: Iterator[Atom]) -> _Drawn[T]:
    """Take what comes next in each of the documents that has the line."""
    now = next(new) if line.new is not None else None
    was = next(old) if line.old is not None else None
    shown = now or was
    assert isinstance(shown, kind)  # noqa: S101 - both are drawn line by line, as they were compared
    return _Drawn(
        line,
        shown,
        now if isinstance(now, kind) else None,
        was if isinstance(was, kind) else None,
    )


def _presence(line: MarkedLine) -> Presence:
    if line.old is None:
        return Presence.NEW
    return Presence.BOTH if line.new is not None else Presence.OLD


def _by(line: MarkedLine) -> str:
    """Return who changed the line, as its marks tell."""
    return next((run.mark.by for cell in line.cells for run in cell if run.mark), "")


def _para(drawn: _Drawn[word.Line], runs: RedlineRuns) -> Para:
    line = drawn.line
    presence = _presence(line)
    return Para(
        _led(drawn.shown, presence, runs, _by(line)),
        presence,
        drawn.was,
        moved_from=line.move if line.new is None else 0,
        moved_to=line.move if line.old is None else 0,
        by=_by(line),
    )


def _led(shown: word.Line, presence: Presence, runs: RedlineRuns, by: str) -> word.Line:
    """Return the paragraph with the run that leads its words among these, tracked as it is."""
    kind = _WHOLE.get(presence)
    if not shown.lead:
        return shown
    lead = shown.lead if kind is None else runs.whole(kind, shown.lead, by)
    return replace(shown, runs=lead + shown.runs, lead="")


_WHOLE = {Presence.NEW: MarkKind.INSERTED, Presence.OLD: MarkKind.DELETED}


def _table(stretch: Sequence[_Drawn[Row]]) -> TableRows:
    first = next((drawn.now for drawn in stretch if drawn.now is not None), stretch[0].shown)
    table = TableRows(first.grid)
    for drawn in stretch:
        row, line = drawn.shown.row, drawn.line
        cells = [
            CellParas(width, [Para(cell.lines[0], Presence.BOTH)], cell.margin)
            for cell, width in zip(row.cells, first.grid.widths, strict=True)
        ]
        table.rows.append(RowCells(row.properties, cells, _presence(line), _by(line)))
    return table


def _letterhead(stretch: Sequence[_Drawn[FactLines]]) -> TableRows:
    """Return the letterhead: one row, or the old row gone and the new one come."""
    presences = {_presence(drawn.line) for drawn in stretch}
    if Presence.BOTH in presences:
        rows = [(Presence.BOTH, list(stretch))]
    else:
        rows = [
            (presence, [drawn for drawn in stretch if _presence(drawn.line) is presence])
            for presence in (Presence.OLD, Presence.NEW)
            if presence in presences
        ]
    look = stretch[-1].shown.grid
    table = TableRows(look)
    for presence, own in rows:
        cells: dict[int, CellParas] = {}
        for drawn in own:
            found = drawn.shown.cell
            number = _fact_number(drawn.line)
            cell = cells.setdefault(number, CellParas(found.width, [], found.margin))
            if drawn.now is not None:
                cell.width, cell.margin = found.width, found.margin
            cell.paras.extend(_fact_paras(drawn, presence))
        properties = look.rows[0].properties
        by = _by(own[0].line)
        table.rows.append(RowCells(properties, list(cells.values()), presence, by))
    return table


def _fact_number(line: MarkedLine) -> int:
    return line.line.frames[1].number


def _fact_paras(drawn: _Drawn[FactLines], row: Presence) -> Iterator[Para]:
    """Yield the paragraphs of a line of a fact; in a row that came or went, the row says it."""
    line = drawn.line
    for own in drawn.shown.lines:
        yield Para(
            own,
            _presence(line) if row is Presence.BOTH else Presence.BOTH,
            moved_from=line.move if line.new is None else 0,
            moved_to=line.move if line.old is None else 0,
            by=_by(line),
        )
