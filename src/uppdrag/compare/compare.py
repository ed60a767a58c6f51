"""Two document trees in; one marked document out.

`accept` of it is the new document and `reject` the old one, whatever the two are; what the
comparison is good for is that it marks as little as it can, and whole words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from uppdrag.compare.became import Moved, broken_lines, came, gone, moved_lines, paired
from uppdrag.compare.chain import heaviest_chain
from uppdrag.compare.lines import Line, Shape, lines_of
from uppdrag.compare.marked import Marked, MarkedLine
from uppdrag.compare.numbering import numbered
from uppdrag.compare.pairing.align import align
from uppdrag.compare.pairing.matching import Match
from uppdrag.compare.pairing.units import WITH_ROWS, Sort, Unit, rows_of, units_of
from uppdrag.compare.words.marking import reworded
from uppdrag.document.tree import Document, Inlines


def compare(old: Document, new: Document) -> Marked:
    """Return what became of the old document: the new one with marks, changes numbered from 1."""
    before, now = units_of(lines_of(old)), units_of(lines_of(new))
    merging = _Merging(before, now, align(before, now))
    return Marked(old.metadata, new.metadata, numbered(merging.lines()))


class _Merging:
    """Puts the pieces of two documents in one order."""

    def __init__(self, old: Sequence[Unit], new: Sequence[Unit], matches: Sequence[Match]) -> None:
        self.old = old
        self.new = new
        self.staying: list[Match] = []
        self.away: dict[int, Sequence[MarkedLine]] = {}
        self.here: dict[int, Sequence[MarkedLine]] = {}
        self._settle(matches)

    def lines(self) -> Iterator[MarkedLine]:
        """Yield the new document's lines, and those of the old that are gone in their place."""
        i = j = 0
        for match in self.staying:
            yield from self._between(i, match.old[0], j, match.new[0])
            yield from self._match(match)
            i, j = match.old[-1] + 1, match.new[-1] + 1
        yield from self._between(i, len(self.old), j, len(self.new))

    def _settle(self, matches: Sequence[Match]) -> None:
        """Find what stays where it is; the rest of what belongs together has moved."""
        by_old = {match.old[0]: match for match in matches}
        weights = ((m.old[0], m.new[0], sum(self.old[i].size for i in m.old)) for m in matches)
        self.staying = [by_old[i] for i, _, _ in heaviest_chain(weights)]
        staying = {match.old[0] for match in self.staying}
        for match in matches:
            if match.old[0] not in staying:
                # One piece of several moved by itself; the others were added, or are gone.
                i = max(match.old, key=lambda n: self.old[n].size)
                j = max(match.new, key=lambda n: self.new[n].size)
                if self.old[i].text.strip() and self.new[j].text.strip():
                    found: Moved = moved_lines(self.old[i], self.new[j])
                    self.away[i], self.here[j] = found.away, found.here

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
                    yield from self.away.get(i) or gone(self.old[i])
                    i += 1
            else:
                group = self.new[j].group
            if j < new_end and self.new[j].group == group:
                while j < new_end and self.new[j].group == group:
                    yield from self.here.get(j) or came(self.new[j])
                    j += 1
                coming = {self.new[n].group for n in range(j, new_end)}

    def _match(self, match: Match) -> Iterator[MarkedLine]:
        old = [self.old[i] for i in match.old]
        new = [self.new[j] for j in match.new]
        if old[0].sort is Sort.FACT:
            yield from _fact(old[0], new[0])
        elif old[0].sort in WITH_ROWS:
            rows, new_rows = rows_of(old[0]), rows_of(new[0])
            yield from _Merging(rows, new_rows, align(rows, new_rows)).lines()
        elif len(old) == len(new) == 1:
            yield paired(old[0].line, new[0].line)
        else:
            yield from broken_lines([unit.line for unit in old], [unit.line for unit in new])


def _fact(old: Unit, new: Unit) -> Iterator[MarkedLine]:
    """Yield a fact whose label stays: it stands before the first value, kept or not."""
    values, new_values = rows_of(old), rows_of(new)
    # A fact is itself whatever it says, so one value at least becomes another.
    matches = align(values, new_values) or [Match((0,), (0,))]
    label = reworded(old.line.cells[0], new.line.cells[0])
    for index, line in enumerate(_Merging(values, new_values, matches).lines()):
        yield MarkedLine(line.old, line.new, _with_label(line, label, index), move=line.move)


def _with_label(line: MarkedLine, label: Inlines, index: int) -> tuple[Inlines, ...]:
    value = line.cells[-1]
    if index == 0:
        return label, value
    return ((), value) if _is_first(line.old) or _is_first(line.new) else (value,)


def _is_first(line: Line | None) -> bool:
    return line is not None and line.shape is Shape.FACT
