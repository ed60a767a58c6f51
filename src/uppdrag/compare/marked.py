"""Two documents as one: lines with marked runs; the old document and the new one out of them.

This is Word's own model of a revision: a run is kept, inserted, deleted or moved, and so is the
break after each line. A line that has a place in only one of the documents has its break only
there; what of its words the other document has belongs to the line that follows. So a paragraph
that was split in two is two lines, the first without a place in the old document; and where the
first value of a fact is gone, its label belongs to the next.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from uppdrag.compare.lines import Line, document_of, joined, relined
from uppdrag.document.tree import Document, Inlines, Mark, MarkKind, Metadata, Run


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """A line in the old document, the new one or both, and its runs with marks.

    `change` is the number of the change that the line as a whole belongs to: it was added, removed,
    moved, split, merged, or got another form; 0 where only its words changed, or nothing. `move` is
    the same number, not 0, where a moved line was and where it is.
    """

    old: Line | None
    new: Line | None
    cells: tuple[Inlines, ...]
    change: int = 0
    move: int = 0

    @property
    def line(self) -> Line:
        """Return the line in the new document, or in the old one where it is gone."""
        line = self.new or self.old
        assert line is not None  # noqa: S101 - a line without any place is never made
        return line

    @property
    def is_changed(self) -> bool:
        """Tell whether anything of the line differs."""
        return self.change != 0 or any(run.mark for cell in self.cells for run in cell)


@dataclass(frozen=True, slots=True)
class Marked:
    """What became of a document: both metadata, and all lines in reading order."""

    old: Metadata
    new: Metadata
    lines: tuple[MarkedLine, ...]

    @property
    def is_changed(self) -> bool:
        """Tell whether anything that is printed differs."""
        return any(line.is_changed for line in self.lines)


ONLY_NEW = frozenset({MarkKind.INSERTED, MarkKind.MOVED_HERE})
ONLY_OLD = frozenset({MarkKind.DELETED, MarkKind.MOVED_AWAY})
"""Kinds of marks on what only one of the documents has in its place."""

IN_NEW = ONLY_NEW | {None, MarkKind.REFORMATTED}
IN_OLD = ONLY_OLD | {None, MarkKind.REFORMATTED}
"""Kinds of marks on what a document has; None where there is no mark."""


def accept(marked: Marked) -> Document:
    """Return the new document."""
    return document_of(new_lines(marked.lines), marked.new)


def reject(marked: Marked) -> Document:
    """Return the old document."""
    return document_of(old_lines(marked.lines), marked.old)


def new_lines(lines: Iterable[MarkedLine]) -> Iterator[Line]:
    """Yield the lines of the new document, without marks."""
    return _resolved((line.new, tuple(map(new_runs, line.cells))) for line in lines)


def old_lines(lines: Iterable[MarkedLine]) -> Iterator[Line]:
    """Yield the lines of the old document, without marks."""
    return _resolved((line.old, tuple(map(old_runs, line.cells))) for line in lines)


def new_runs(cell: Inlines) -> Inlines:
    """Return the runs that the new document has."""
    return joined(_plain(run) for run in cell if kind_of(run) in IN_NEW)


def old_runs(cell: Inlines) -> Inlines:
    """Return the runs that the old document has, in the form that they had."""
    return joined(_plain(in_old_form(run)) for run in cell if kind_of(run) in IN_OLD)


def kind_of(run: Run) -> MarkKind | None:
    """Return what kind of mark a run has, if it has one."""
    return run.mark.kind if run.mark else None


def in_old_form(run: Run) -> Run:
    """Return a run, if only its form differs as the old document has it."""
    mark = run.mark
    if mark is None or mark.kind is not MarkKind.REFORMATTED:
        return run
    return replace(run, bold=mark.bold, italic=mark.italic)


def _resolved(pairs: Iterable[tuple[Line | None, tuple[Inlines, ...]]]) -> Iterator[Line]:
    carried: Inlines = ()
    for place, cells in pairs:
        if place is None:
            carried += cells[0]
        else:
            first = joined((*carried, *cells[0]))
            # What was a fact's first value may be a later one, without a label.
            yield relined(place, (first, *cells[1:])[-len(place.cells) :])
            carried = ()


def _plain(run: Run) -> Run:
    if run.mark is None:
        return run
    return Run(run.text, run.bold, run.italic, run.target, run.origin)


def marked_as(runs: Iterable[Run], mark: Mark) -> Inlines:
    """Return the runs with a mark."""
    return tuple(Run(run.text, run.bold, run.italic, run.target, run.origin, mark) for run in runs)
