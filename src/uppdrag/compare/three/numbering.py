"""Marked lines of two who made them in; the same with changes and clashes numbered out.

Changes are those of a comparison of two, except that one change has one maker; and what one made of
words that clash is one change.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field, replace

from uppdrag.compare.marked import MarkedLine
from uppdrag.compare.numbering import numbered
from uppdrag.compare.three.makers import Authored, Clash, Names
from uppdrag.document.tree import Run


@dataclass(frozen=True, slots=True)
class Maker:
    """Who made a change, and the number of the clash that it is one side of, or 0."""

    by: str
    conflict: int = 0


@dataclass(frozen=True, slots=True)
class Numbered:
    """The lines, the makers of changes by their numbers, and the clashes in reading order."""

    lines: tuple[MarkedLine, ...]
    makers: dict[int, Maker]
    clashes: tuple[Clash, ...]


def numbered_by_maker(
    lines: Sequence[Authored], names: Names, clashes: Sequence[Clash]
) -> Numbered:
    """Return the lines with numbers from 1 in reading order."""
    book = _Book(names)
    whole = _both_ends(lines)
    found = numbered(one.line for one in whole)
    out = tuple(book.line(one, line) for one, line in zip(whole, found, strict=True))
    return Numbered(out, book.makers, tuple(clashes[number - 1] for number in book.conflicts))


def _both_ends(lines: Sequence[Authored]) -> list[Authored]:
    """Return the lines; what is told of one end of a move is told of the other too."""
    told: dict[int, Authored] = {}
    for one in lines:
        other = told.setdefault(one.line.move, one)
        by = max(one.by, other.by, key=len)
        told[one.line.move] = replace(one, by=by, clash=one.clash or other.clash)
    return [
        replace(one, by=told[move].by, clash=told[move].clash) if (move := one.line.move) else one
        for one in lines
    ]


@dataclass
class _Book:
    names: Names
    numbers: dict[Hashable, int] = field(default_factory=dict)
    conflicts: dict[int, int] = field(default_factory=dict)
    makers: dict[int, Maker] = field(default_factory=dict)

    def line(self, authored: Authored, line: MarkedLine) -> MarkedLine:
        """Return a line with the numbers of its changes, which `line` has from the comparison."""
        whole = line.change
        change = self._number(whole, authored.by, authored.clash) if whole else 0
        cells = tuple(
            tuple(
                self._run(run, before, whole, change)
                for run, before in zip(cell, given, strict=True)
            )
            for cell, given in zip(line.cells, authored.line.cells, strict=True)
        )
        return replace(line, cells=cells, change=change)

    def _run(self, run: Run, given: Run, whole: int, change: int) -> Run:
        if run.mark is None or given.mark is None:
            return run
        if run.mark.change != whole:
            # What clashes is taken away by both; it is told with ours.
            by = given.mark.by
            by = self.names.ours if given.mark.change and by == self.names.both else by
            change = self._number(run.mark.change, by, given.mark.change)
        return replace(run, mark=replace(run.mark, change=change))

    def _number(self, number: int, by: str, clash: int) -> int:
        conflict = self.conflicts.setdefault(clash, len(self.conflicts) + 1) if clash else 0
        key = (by, -conflict) if conflict else (by, number)
        found = self.numbers.setdefault(key, len(self.numbers) + 1)
        self.makers.setdefault(found, Maker(by, conflict))
        return found
