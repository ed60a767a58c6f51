"""Marked lines with the values of facts in; the same with the labels of the facts out.

A fact has one label however many values it has, before the first of them, kept or not. So values
are merged by themselves, and what became of the label is told on the first line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from uppdrag.compare.fates import Fate, fate
from uppdrag.compare.line import Line, Shape
from uppdrag.compare.marked import marked_as, new_runs, old_runs
from uppdrag.compare.three.course import fact_of
from uppdrag.compare.three.frames import BASE, Containers, Key
from uppdrag.compare.three.makers import OURS, Authored, Clashes, Names
from uppdrag.compare.three.marks import as_moved, clash_in
from uppdrag.compare.three.words import merged_words
from uppdrag.document.tree import Inlines, Mark, MarkKind


def value_cells(line: Line) -> tuple[Inlines, ...]:
    """Return the cells of a line; of a value of a fact without the label before it."""
    return line.cells[-1:] if fact_of(line) is not None else line.cells


def with_labels(
    lines: Sequence[Authored], containers: Containers, names: Names, clashes: Clashes
) -> Iterator[Authored]:
    """Yield the lines; those of facts with the cells and shapes that they have by their order."""
    labels = _Labels(containers, names, clashes)
    came = {frame.number: key for key, frame in containers.made.items()}
    of_base = _facts_of_base(lines, containers.courses[OURS].base)

    def fact(one: Authored) -> Key | None:
        """Return which fact a line is a value of, one of the base or one that came."""
        now = fact_of(one.line.new) if one.line.new else None
        was = fact_of(one.line.old) if one.line.old else None
        if now is not None:
            number = of_base.get(now.number)
            return came[now.number] if number is None else (BASE, number)
        return None if was is None else (BASE, was.number)

    for key, group in groupby(lines, fact):
        values = list(group)
        yield from values if key is None else _labelled(values, labels.of(key, values), names)


def _facts_of_base(lines: Sequence[Authored], base: Sequence[Line]) -> dict[int, int]:
    """Return, by its number in the merged document, which fact of the base each fact is."""
    stayed: dict[int, int] = {}
    moved: dict[int, int] = {}
    for one in lines:
        line = one.line
        if line.new is None or (line.old is None and not line.move):
            continue
        # A line that moved has as its number the place that it had, counted from 1.
        was, now = fact_of(line.old or base[line.move - 1]), fact_of(line.new)
        if was and now:
            (stayed if line.old else moved).setdefault(now.number, was.number)
    return {**moved, **stayed}


def _labelled(values: Sequence[Authored], label: Inlines, names: Names) -> Iterator[Authored]:
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
        found = replace(one, line=replace(line, new=new, cells=cells))
        yield _with_makers(found, label, names) if index == 0 and line.move else found


def _with_makers(one: Authored, label: Inlines, names: Names) -> Authored:
    """Return a line that moved, as a change of all who changed the label before it too."""
    makers = {one.by, *(run.mark.by for run in label if run.mark)}
    by = one.by if len(makers) == 1 else names.both
    return replace(one, by=by, clash=one.clash or clash_in([label]))


def _shaped(line: Line, shape: Shape) -> Line:
    return replace(line, shape=shape, cells=((), ()) if shape is Shape.FACT else ((),))


@dataclass(frozen=True)
class _Labels:
    containers: Containers
    names: Names
    clashes: Clashes
    known: dict[Key, Inlines] = field(default_factory=dict)

    def of(self, key: Key, values: Sequence[Authored]) -> Inlines:
        """Return the label of a fact, as it stood, as it stands, or both."""
        had = any(one.line.old and one.line.old.shape is Shape.FACT for one in values)
        has = any(one.line.new for one in values)
        whole = self._merged(key)
        if had and has:
            return whole
        by = values[0].by
        match fate(values[0].line):
            case Fate.MOVED_AWAY if had:
                return as_moved(whole, by)[0]
            case Fate.MOVED_HERE if has:
                return as_moved(whole, by)[1]
        if has:
            return marked_as(new_runs(whole), Mark(MarkKind.INSERTED, by=by))
        return marked_as(old_runs(whole), Mark(MarkKind.DELETED, by=by)) if had else ()

    def _merged(self, key: Key) -> Inlines:
        if key not in self.known:
            self.known[key] = self._of_three(key)
        return self.known[key]

    def _of_three(self, key: Key) -> Inlines:
        side, number = key
        if side != BASE:
            return self._label(self.containers.courses[side].new, number)
        courses = self.containers.courses
        base = self._label(courses[OURS].base, number)
        ours, theirs = (
            self._label(course.new, course.facts[number]) if number in course.facts else base
            for course in courses
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
