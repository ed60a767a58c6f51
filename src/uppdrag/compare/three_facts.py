"""Marked lines with the values of facts in; the same with the labels of the facts out.

A fact has one label however many values it has, before the first of them, kept or not. So values
are merged by themselves, and what became of the label is told on the first line.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from uppdrag.compare.lines import Container, Frame, Line, Shape
from uppdrag.compare.marked import MarkedLine, marked_as, new_runs, old_runs
from uppdrag.compare.numbering import Fate, fate
from uppdrag.compare.three_frames import BASE, Containers, Key
from uppdrag.compare.three_makers import OURS, THEIRS, Authored, Clashes, Names
from uppdrag.compare.three_words import merged_words
from uppdrag.document.tree import Inlines, Mark, MarkKind


def value_cells(line: Line) -> tuple[Inlines, ...]:
    """Return the cells of a line; of a value of a fact without the label before it."""
    return line.cells[-1:] if _frame(line) is not None else line.cells


def with_labels(
    lines: Sequence[Authored], containers: Containers, names: Names, clashes: Clashes
) -> Iterator[Authored]:
    """Yield the lines; those of facts with the cells and shapes that they have by their order."""
    labels = _Labels(containers, names, clashes)
    keys = {frame.number: key for key, frame in containers.made.items()}
    numbers = {key: number for number, key in keys.items()}

    def fact(one: Authored) -> int:
        """Return the number of the fact that a line is a value of; 0 for none."""
        if one.line.new is not None:
            now = _frame(one.line.new)
            return now.number if now else 0
        was = _frame(one.line.line)
        return numbers.get((BASE, was.number), -was.number) if was else 0

    for number, group in groupby(lines, fact):
        values = list(group)
        if number:
            label = labels.of(keys.get(number, (BASE, -number)), values)
            yield from _labelled(values, label)
        else:
            yield from values


def _labelled(values: Sequence[Authored], label: Inlines) -> Iterator[Authored]:
    seen = False
    for index, one in enumerate(values):
        line = one.line
        new = line.new and _shaped(line.new, Shape.VALUE if seen else Shape.FACT)
        seen = seen or new is not None
        cells = line.cells
        if index == 0:
            cells = (label, cells[-1])
        elif Shape.FACT in {place.shape for place in (line.old, new) if place}:
            cells = ((), cells[-1])
        yield replace(one, line=replace(line, new=new, cells=cells))


def _shaped(line: Line, shape: Shape) -> Line:
    return replace(line, shape=shape, cells=((), ()) if shape is Shape.FACT else ((),))


@dataclass(frozen=True)
class _Labels:
    containers: Containers
    names: Names
    clashes: Clashes

    def of(self, key: Key, values: Sequence[Authored]) -> Inlines:
        """Return the label of a fact, as it stood, as it stands, or both."""
        had = any(one.line.old and one.line.old.shape is Shape.FACT for one in values)
        has = any(one.line.new for one in values)
        whole = self._merged(key)
        if had and has:
            return whole
        label = new_runs(whole) if has else old_runs(whole) if had else ()
        return marked_as(label, Mark(_KINDS[fate(values[0].line)], by=values[0].by))

    def _merged(self, key: Key) -> Inlines:
        side, number = key
        if side != BASE:
            return self._label(self.containers.courses[side].new, number)
        base = self._label(self.containers.courses[OURS].base, number)
        ours, theirs = (
            self._label(self.containers.courses[side].new, now[number]) if number in now else base
            for side, now in zip((OURS, THEIRS), self.containers.now, strict=True)
        )
        return merged_words((base, ours, theirs), self.names, self.clashes)

    def _label(self, lines: Sequence[Line], number: int) -> Inlines:
        return next(
            (
                line.cells[0]
                for line in lines
                if line.shape is Shape.FACT and line.frames[-1].number == number
            ),
            (),
        )


_KINDS: Mapping[Fate, MarkKind] = {
    Fate.CAME: MarkKind.INSERTED,
    Fate.GONE: MarkKind.DELETED,
    Fate.MOVED_HERE: MarkKind.MOVED_HERE,
    Fate.MOVED_AWAY: MarkKind.MOVED_AWAY,
    Fate.BROKEN: MarkKind.INSERTED,
    Fate.PAIR: MarkKind.INSERTED,
}
"""How the label is marked of a fact that only one document has, by what became of its first value."""


def _frame(line: Line) -> Frame | None:
    """Return the fact that a line is a value of."""
    inner = line.frames[-1] if line.frames else None
    return inner if inner is not None and inner.kind is Container.FACT else None
