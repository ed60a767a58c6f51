"""A comparison in; the elements of its redline, in reading order, out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TypeAlias

from uppdrag.compare.frames import living_on
from uppdrag.compare.lines import Line, lines_of
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


def _elements(
    placed: Sequence[Placed], new: Iterator[Atom], old: Iterator[Atom], runs: RedlineRuns
) -> Iterator[Element]:
    for frame, group in groupby(placed, lambda one: grid_of(one[1])):
        stretch = [(line, _taken(line, new, old)) for line, _ in group]
        if frame is None:
            yield from (_para(line, now, was, runs) for line, (now, was) in stretch)
        elif isinstance(_shown(stretch[0][1]), Row):
            yield _table(stretch)
        else:
            yield _letterhead(stretch)


def _taken(
    line: MarkedLine, new: Iterator[Atom], old: Iterator[Atom]
) -> tuple[Atom | None, Atom | None]:
    return (
        next(new) if line.new is not None else None,
        next(old) if line.old is not None else None,
    )


def _shown(atoms: tuple[Atom | None, Atom | None]) -> Atom:
    found = atoms[0] or atoms[1]
    assert found is not None  # noqa: S101 - a line without any place is never made
    return found


def _presence(line: MarkedLine) -> Presence:
    if line.old is None:
        return Presence.NEW
    return Presence.BOTH if line.new is not None else Presence.OLD


def _by(line: MarkedLine) -> str:
    """Return who changed the line, as its marks tell."""
    return next((run.mark.by for cell in line.cells for run in cell if run.mark), "")


def _para(line: MarkedLine, now: Atom | None, was: Atom | None, runs: RedlineRuns) -> Para:
    shown = now or was
    assert isinstance(shown, word.Line)  # noqa: S101 - no row stands outside a table
    presence = _presence(line)
    return Para(
        _led(shown, presence, runs, _by(line)),
        presence,
        was if isinstance(was, word.Line) else None,
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


def _table(stretch: Sequence[tuple[MarkedLine, tuple[Atom | None, Atom | None]]]) -> TableRows:
    looks = [now for _, (now, _was) in stretch if isinstance(now, Row)]
    first = looks[0] if looks else _shown(stretch[0][1])
    assert isinstance(first, Row)  # noqa: S101 - asked before
    table = TableRows(first.grid)
    for line, found in stretch:
        atom = _shown(found)
        assert isinstance(atom, Row)  # noqa: S101 - a table has rows only
        cells = [
            CellParas(width, [Para(cell.lines[0], Presence.BOTH)], cell.margin)
            for cell, width in zip(atom.row.cells, first.grid.widths, strict=True)
        ]
        table.rows.append(RowCells(atom.row.properties, cells, _presence(line), _by(line)))
    return table


def _letterhead(
    stretch: Sequence[tuple[MarkedLine, tuple[Atom | None, Atom | None]]],
) -> TableRows:
    """Return the letterhead: one row, or the old row gone and the new one come."""
    presences = {_presence(line) for line, _ in stretch}
    if Presence.BOTH in presences:
        rows = [(Presence.BOTH, list(stretch))]
    else:
        rows = [
            (presence, [one for one in stretch if _presence(one[0]) is presence])
            for presence in (Presence.OLD, Presence.NEW)
            if presence in presences
        ]
    shown = _shown(stretch[-1][1])
    assert isinstance(shown, FactLines)  # noqa: S101 - a letterhead has facts only
    table = TableRows(shown.grid)
    for presence, own in rows:
        cells: dict[int, CellParas] = {}
        for line, found in own:
            number = _fact_number(line)
            paras, atom = _fact_paras(line, found, presence)
            cell = cells.setdefault(number, CellParas(atom.cell.width, [], atom.cell.margin))
            if found[0] is not None:
                cell.width, cell.margin = atom.cell.width, atom.cell.margin
            cell.paras.extend(paras)
        properties = shown.grid.rows[0].properties
        table.rows.append(RowCells(properties, list(cells.values()), presence, _by(own[0][0])))
    return table


def _fact_number(line: MarkedLine) -> int:
    return line.line.frames[1].number


def _fact_paras(
    line: MarkedLine, found: tuple[Atom | None, Atom | None], row: Presence
) -> tuple[list[Para], FactLines]:
    atom = _shown(found)
    assert isinstance(atom, FactLines)  # noqa: S101 - a letterhead has facts only
    presence = _presence(line) if row is Presence.BOTH else Presence.BOTH
    paras = [
        Para(
            own,
            presence,
            moved_from=line.move if line.new is None else 0,
            moved_to=line.move if line.old is None else 0,
            by=_by(line),
        )
        for own in atom.lines
    ]
    return paras, atom
