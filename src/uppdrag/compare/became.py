"""Pieces that belong together, or have no other, in; their marked lines out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from uppdrag.compare.lines import Line
from uppdrag.compare.marked import MarkedLine, marked_as
from uppdrag.compare.pairing.align import align
from uppdrag.compare.pairing.units import WITH_ROWS, Unit, rows_of
from uppdrag.compare.words.marking import DELETED, INSERTED, broken, moved, reworded


def paired(old: Line, new: Line) -> MarkedLine:
    """Return a line that stays, with the words that changed."""
    if len(old.cells) == len(new.cells):
        return MarkedLine(old, new, tuple(map(reworded, old.cells, new.cells)))
    # The first value of a fact and a later one: the label is not theirs to compare.
    return MarkedLine(old, new, ((), reworded(old.cells[-1], new.cells[-1])))


def broken_lines(old: Sequence[Line], new: Sequence[Line]) -> Iterator[MarkedLine]:
    """Yield one line that became several, or several that became one."""
    texts = broken([line.cells[0] for line in old], [line.cells[0] for line in new])
    last = len(texts) - 1
    for index, text in enumerate(texts):
        before = old[index] if len(old) > 1 else old[0] if index == last else None
        now = new[index] if len(new) > 1 else new[0] if index == last else None
        yield MarkedLine(before, now, (text,))


def gone(unit: Unit) -> Iterator[MarkedLine]:
    """Yield the lines of a piece that only the old document has."""
    for line in unit.lines:
        yield MarkedLine(line, None, tuple(marked_as(cell, DELETED) for cell in line.cells))


def came(unit: Unit) -> Iterator[MarkedLine]:
    """Yield the lines of a piece that only the new document has."""
    for line in unit.lines:
        yield MarkedLine(None, line, tuple(marked_as(cell, INSERTED) for cell in line.cells))


@dataclass(frozen=True, slots=True)
class Moved:
    """A piece that moved: its lines where they were, and where they are."""

    away: Sequence[MarkedLine]
    here: Sequence[MarkedLine]


def moved_lines(old: Unit, new: Unit) -> Moved:
    """Return the lines of a piece that moved; what it has rows for is followed row by row."""
    if old.sort not in WITH_ROWS:
        # No two lines have the same place in the new document, so it can number the move.
        return _moved_line(old.line, new.line, new.first + 1)
    rows, new_rows = rows_of(old), rows_of(new)
    pairs = {m.old[0]: m.new[0] for m in align(rows, new_rows)}
    found = {i: moved_lines(rows[i], new_rows[j]) for i, j in pairs.items()}
    left = {i: one.away for i, one in found.items()}
    right = {pairs[i]: one.here for i, one in found.items()}
    return Moved(
        [line for i, row in enumerate(rows) for line in left.get(i) or gone(row)],
        [line for j, row in enumerate(new_rows) for line in right.get(j) or came(row)],
    )


def _moved_line(old: Line, new: Line, number: int) -> Moved:
    if len(old.cells) == len(new.cells):
        both = [moved(a, b) for a, b in zip(old.cells, new.cells, strict=True)]
        away = tuple(cell for cell, _ in both)
        here = tuple(cell for _, cell in both)
    else:
        value, new_value = moved(old.cells[-1], new.cells[-1])
        away = (*(marked_as(cell, DELETED) for cell in old.cells[:-1]), value)
        here = (*(marked_as(cell, INSERTED) for cell in new.cells[:-1]), new_value)
    return Moved(
        [MarkedLine(old, None, away, move=number)], [MarkedLine(None, new, here, move=number)]
    )
