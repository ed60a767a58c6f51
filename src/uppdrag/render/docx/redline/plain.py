"""Marked lines in; the same without the moves that Word cannot hold, or is not to hold, out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from uppdrag.compare.frames import frames_now, living_on
from uppdrag.compare.lines import Container, Frame, Frames
from uppdrag.compare.marked import MarkedLine, marked_as, new_runs, old_runs
from uppdrag.document.tree import Mark, MarkKind, Run
from uppdrag.render.docx.redline.stamp import Moves

_PLAIN = {MarkKind.MOVED_HERE: MarkKind.INSERTED, MarkKind.MOVED_AWAY: MarkKind.DELETED}
_GRIDS = frozenset({Container.TABLE, Container.LETTERHEAD})


def writable(lines: Sequence[MarkedLine], moves: Moves) -> list[tuple[MarkedLine, Frames]]:
    """Return the lines as Word can have them, each with its containers in the redline.

    Rows do not move in Word: they are removed and inserted. A letterhead is one row: where a fact
    came or went all of it is removed and inserted.
    """
    living = living_on(lines)
    placed = [
        (line, line.new.frames if line.new else frames_now(line.line.frames, living))
        for line in lines
    ]
    plain = {line.move for line, frames in placed if line.move and grid_of(frames)}
    plain |= set() if moves is Moves.NATIVE else {line.move for line in lines if line.move}
    out: list[tuple[MarkedLine, Frames]] = []
    for frame, group in groupby(placed, lambda one: grid_of(one[1])):
        stretch = [(_unmoved(line) if line.move in plain else line, f) for line, f in group]
        if frame is not None and frame.kind is Container.LETTERHEAD and not _fits(stretch):
            stretch = list(_replaced(stretch))
        out.extend(stretch)
    return out


def grid_of(frames: Frames) -> Frame | None:
    """Return the table or letterhead among the containers of a line."""
    return next((frame for frame in frames if frame.kind in _GRIDS), None)


def _unmoved(line: MarkedLine) -> MarkedLine:
    cells = tuple(tuple(map(_plain, cell)) for cell in line.cells)
    return replace(line, cells=cells, move=0)


def _plain(run: Run) -> Run:
    mark = run.mark
    if mark is None or mark.kind not in _PLAIN:
        return run
    return marked_as([run], replace(mark, kind=_PLAIN[mark.kind]))[0]


def _fits(stretch: Iterable[tuple[MarkedLine, Frames]]) -> bool:
    """Tell whether both documents have the same facts, and a label over the same ones."""
    facts: dict[int, set[bool]] = defaultdict(set)
    for line, frames in stretch:
        if len(line.cells) > 1:
            is_both = line.old is not None and line.new is not None
            has_label = all(bool(runs(line.cells[0])) for runs in (old_runs, new_runs))
            has_none = not any(bool(runs(line.cells[0])) for runs in (old_runs, new_runs))
            facts[frames[1].number].add(is_both and (has_label or has_none))
        else:
            facts.setdefault(frames[1].number, set())
    return all(found == {True} for found in facts.values())


def _replaced(
    stretch: Sequence[tuple[MarkedLine, Frames]],
) -> Iterator[tuple[MarkedLine, Frames]]:
    """Yield all of the old lines as gone, then all of the new ones as come."""
    for line, frames in stretch:
        if line.old is not None:
            mark = Mark(MarkKind.DELETED, line.change)
            own = line.cells[-len(line.old.cells) :]
            cells = tuple(marked_as(old_runs(cell), mark) for cell in own)
            yield replace(line, new=None, cells=cells), frames
    for line, frames in stretch:
        if line.new is not None:
            mark = Mark(MarkKind.INSERTED, line.change)
            own = line.cells[-len(line.new.cells) :]
            cells = tuple(marked_as(new_runs(cell), mark) for cell in own)
            yield replace(line, old=None, cells=cells), frames
