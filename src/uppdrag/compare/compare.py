"""Two document trees in; one marked document out.

`accept` of it is the new document and `reject` the old one, whatever the two are; what the
comparison is good for is that it marks as little as it can, and whole words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from uppdrag.compare.align import Match, align
from uppdrag.compare.chain import heaviest_chain
from uppdrag.compare.lines import Line, lines_of
from uppdrag.compare.marked import Marked, MarkedLine, marked_as
from uppdrag.compare.marking import DELETED, INSERTED, broken, moved, reworded
from uppdrag.compare.numbering import numbered
from uppdrag.compare.units import Sort, Unit, rows_of, units_of
from uppdrag.document.tree import Document

_WITH_ROWS = frozenset({Sort.TABLE, Sort.LETTERHEAD})


def compare(old: Document, new: Document) -> Marked:
    """Return what became of the old document: the new one with marks, changes numbered from 1."""
    merging = _Merging(units_of(lines_of(old)), units_of(lines_of(new)))
    return Marked(old.metadata, new.metadata, numbered(merging.lines()))


@dataclass(slots=True)
class _Moved:
    """A piece that moved: its lines where they were, and where they are."""

    away: list[MarkedLine]
    here: list[MarkedLine]


class _Merging:
    """Puts the pieces of two documents in one order."""

    def __init__(self, old: Sequence[Unit], new: Sequence[Unit]) -> None:
        self.old = old
        self.new = new
        self.staying: list[Match] = []
        self.away: dict[int, list[MarkedLine]] = {}
        self.here: dict[int, list[MarkedLine]] = {}

    def lines(self) -> Iterator[MarkedLine]:
        """Yield the lines of the new document, and those of the old that are gone in their place."""
        self._settle(align(self.old, self.new))
        i = j = 0
        for match in self.staying:
            yield from self._between(i, match.old[0], j, match.new[0])
            yield from self._match(match)
            i, j = match.old[-1] + 1, match.new[-1] + 1
        yield from self._between(i, len(self.old), j, len(self.new))

    def _settle(self, matches: Sequence[Match]) -> None:
        """Find what stays where it is; the rest of what belongs together has moved."""
        by_old = {match.old[0]: match for match in matches}
        weights = ((m.old[0], m.new[0], self._weight(m)) for m in matches)
        self.staying = [by_old[i] for i, _, _ in heaviest_chain(weights)]
        staying = {match.old[0] for match in self.staying}
        for match in matches:
            if match.old[0] not in staying:
                # One piece of several moved by itself; the others were added, or are gone.
                i = max(match.old, key=lambda n: self.old[n].weight)
                j = max(match.new, key=lambda n: self.new[n].weight)
                if self.old[i].text.strip() and self.new[j].text.strip():
                    number = self.new[j].first + 1
                    self.away[i], self.here[j] = _moved(self.old[i], self.new[j], number)

    def _weight(self, match: Match) -> float:
        return sum(self.old[i].weight for i in match.old) + 1.0

    def _between(self, i: int, old_end: int, j: int, new_end: int) -> Iterator[MarkedLine]:
        """Yield what is gone and what came between two that stay, section by section."""
        coming = {self.new[n].group for n in range(j, new_end)}
        while i < old_end or j < new_end:
            if i < old_end and (
                j >= new_end
                or self.old[i].group == self.new[j].group
                or self.old[i].group not in coming
            ):
                group = self.old[i].group
                while i < old_end and self.old[i].group == group:
                    yield from self.away.get(i) or _gone(self.old[i])
                    i += 1
            else:
                group = self.new[j].group
            if j < new_end and self.new[j].group == group:
                while j < new_end and self.new[j].group == group:
                    yield from self.here.get(j) or _came(self.new[j])
                    j += 1
                coming = {self.new[n].group for n in range(j, new_end)}

    def _match(self, match: Match) -> Iterator[MarkedLine]:
        old = [self.old[i] for i in match.old]
        new = [self.new[j] for j in match.new]
        if old[0].sort in _WITH_ROWS:
            yield from _Merging(rows_of(old[0]), rows_of(new[0])).lines()
        elif len(old) == len(new) == 1:
            yield _pair(old[0].line, new[0].line)
        else:
            yield from _broken([unit.line for unit in old], [unit.line for unit in new])


def _pair(old: Line, new: Line) -> MarkedLine:
    cells = tuple(map(reworded, old.cells, new.cells))
    return MarkedLine(old, new, cells)


def _broken(old: Sequence[Line], new: Sequence[Line]) -> Iterator[MarkedLine]:
    """Yield one line that became several, or several that became one."""
    texts = broken([line.cells[0] for line in old], [line.cells[0] for line in new])
    last = len(texts) - 1
    for index, text in enumerate(texts):
        before = old[index] if len(old) > 1 else old[0] if index == last else None
        now = new[index] if len(new) > 1 else new[0] if index == last else None
        yield MarkedLine(before, now, (text,))


def _gone(unit: Unit) -> Iterator[MarkedLine]:
    for line in unit.lines:
        yield MarkedLine(line, None, tuple(marked_as(cell, DELETED) for cell in line.cells))


def _came(unit: Unit) -> Iterator[MarkedLine]:
    for line in unit.lines:
        yield MarkedLine(None, line, tuple(marked_as(cell, INSERTED) for cell in line.cells))


def _moved(old: Unit, new: Unit, number: int) -> tuple[list[MarkedLine], list[MarkedLine]]:
    """Return the lines of a piece that moved, where they were and where they are.

    Its first line has the number of the move, each that follows the next number.
    """
    if old.sort not in _WITH_ROWS:
        away, here = _moved_line(old.line, new.line, number)
        return [away], [here]
    rows, new_rows = rows_of(old), rows_of(new)
    pairs = {m.old[0]: m.new[0] for m in align(rows, new_rows)}
    left: dict[int, MarkedLine] = {}
    right: dict[int, MarkedLine] = {}
    for i, j in pairs.items():
        left[i], right[j] = _moved_line(rows[i].line, new_rows[j].line, number + j)
    return (
        [left.get(i) or next(_gone(row)) for i, row in enumerate(rows)],
        [right.get(j) or next(_came(row)) for j, row in enumerate(new_rows)],
    )


def _moved_line(old: Line, new: Line, number: int) -> tuple[MarkedLine, MarkedLine]:
    pairs = [moved(a, b) for a, b in zip(old.cells, new.cells, strict=True)]
    return (
        MarkedLine(old, None, tuple(away for away, _ in pairs), move=number),
        MarkedLine(None, new, tuple(here for _, here in pairs), move=number),
    )
