"""The inlines of lines that belong together in; the same as one, with marks on their runs, out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from uppdrag.compare.lines import joined
from uppdrag.compare.marked import marked_as
from uppdrag.compare.words.hunks import Hunk, hunks
from uppdrag.document.tree import Inlines, Mark, MarkKind, Run

_BREAK = "\0"
"""Stands for the end of a line where one line is compared with several; no text holds it."""

INSERTED = Mark(MarkKind.INSERTED)
DELETED = Mark(MarkKind.DELETED)
MOVED_HERE = Mark(MarkKind.MOVED_HERE)
MOVED_AWAY = Mark(MarkKind.MOVED_AWAY)


def reworded(old: Inlines, new: Inlines) -> Inlines:
    """Return both lines as one: what is gone before what came in its place."""
    if old == new:
        return new
    return joined(run for piece in _pieces(old, new) for run in piece.kept_or_changed())


def broken(old: Sequence[Inlines], new: Sequence[Inlines]) -> list[Inlines]:
    """Return one line that became several, or several that became one, as that many marked lines.

    The ends of the lines themselves are no runs: what has them is the number of lines.
    """
    whole = reworded(_with_breaks(old), _with_breaks(new))
    lines: list[list[Run]] = [[]]
    for run in whole:
        first, *rest = run.text.split(_BREAK)
        for index, text in enumerate([first, *rest]):
            if index:
                lines.append([])
            if text:
                lines[-1].append(Run(text, run.bold, run.italic, run.target, run.origin, run.mark))
    return [joined(line) for line in lines]


def moved(old: Inlines, new: Inlines) -> tuple[Inlines, Inlines]:
    """Return a line that moved where it was, and where it is."""
    if old == new:
        return marked_as(old, MOVED_AWAY), marked_as(new, MOVED_HERE)
    away: list[Run] = []
    here: list[Run] = []
    for piece in _pieces(old, new):
        away.extend(marked_as(piece.old, MOVED_AWAY if piece.is_kept else DELETED))
        here.extend(marked_as(piece.new, MOVED_HERE if piece.is_kept else INSERTED))
    return joined(away), joined(here)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of both lines that is kept, or of either that is not."""

    old: Inlines
    new: Inlines
    is_kept: bool

    def kept_or_changed(self) -> Iterator[Run]:
        if self.is_kept:
            yield from _reformatted(self.old, self.new)
        else:
            yield from marked_as(self.old, DELETED)
            yield from marked_as(self.new, INSERTED)


def _pieces(old: Inlines, new: Inlines) -> Iterator[_Piece]:
    from_old, from_new = _Slices(old), _Slices(new)
    end = Hunk(from_old.length, from_old.length, from_new.length, from_new.length)
    for hunk in [*hunks(old, new), end]:
        yield _Piece(from_old.to(hunk.old_start), from_new.to(hunk.new_start), is_kept=True)
        yield _Piece(from_old.to(hunk.old_end), from_new.to(hunk.new_end), is_kept=False)


class _Slices:
    """Hands out runs from the first character to the last, stretch by stretch."""

    def __init__(self, runs: Inlines) -> None:
        self.runs = runs
        self.length = sum(len(run.text) for run in runs)
        self.at = 0
        self.number = 0
        self.start = 0

    def to(self, end: int) -> Inlines:
        out = []
        while self.at < end:
            run = self.runs[self.number]
            stop = min(end, self.start + len(run.text))
            out.append(_part(run, self.at - self.start, stop - self.start))
            self.at = stop
            if stop == self.start + len(run.text):
                self.number += 1
                self.start = stop
        return tuple(out)


def _part(run: Run, start: int, end: int) -> Run:
    if start == 0 and end == len(run.text):
        return run
    return Run(run.text[start:end], run.bold, run.italic, run.target, run.origin, run.mark)


def _reformatted(old: Inlines, new: Inlines) -> Iterator[Run]:
    """Yield the new runs; where the same words had another form, with a mark that tells it."""
    before = _Slices(old)
    for run in new:
        start = before.at
        for was in before.to(start + len(run.text)):
            end = start + len(was.text)
            first = before.at - len(run.text)
            part = _part(run, start - first, end - first)
            if (was.bold, was.italic) == (run.bold, run.italic):
                yield part
            else:
                mark = Mark(MarkKind.REFORMATTED, bold=was.bold, italic=was.italic)
                yield from marked_as([part], mark)
            start = end


def _with_breaks(lines: Sequence[Inlines]) -> Inlines:
    out: list[Run] = []
    for index, line in enumerate(lines):
        if index:
            out.append(Run(_BREAK))
        out.extend(line)
    return tuple(out)
