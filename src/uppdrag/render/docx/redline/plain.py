"""Marked lines in; the same without the moves that Word cannot hold, or is not to hold, out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from uppdrag.compare.frames import frames_now, living_on
from uppdrag.compare.lines import Container, Frame, Frames
from uppdrag.compare.marked import Marked, MarkedLine, in_old_form, marked_as, new_runs, old_runs
from uppdrag.document.tree import Inlines, Mark, MarkKind, Run
from uppdrag.render.docx.redline.breaks import Placed, joinable
from uppdrag.render.docx.redline.stamp import Moves

_PLAIN = {MarkKind.MOVED_HERE: MarkKind.INSERTED, MarkKind.MOVED_AWAY: MarkKind.DELETED}
_GRIDS = frozenset({Container.TABLE, Container.LETTERHEAD})


def writable(marked: Marked, moves: Moves) -> list[Placed]:
    """Return the lines as Word can have them, each with its containers in the redline.

    Rows do not move in Word: they are removed and inserted. A letterhead is one row: where a fact
    came or went all of it is removed and inserted.
    """
    lines = marked.lines
    living = living_on(lines)
    placed = [
        (line, line.new.frames if line.new else frames_now(line.line.frames, living))
        for line in lines
    ]
    plain = {line.move for line, frames in placed if line.move and grid_of(frames)}
    plain |= set() if moves is Moves.NATIVE else {line.move for line in lines if line.move}
    out: list[Placed] = []
    simple = [(_simple(line, is_plain=line.move in plain), frames) for line, frames in placed]
    for frame, group in groupby(joinable(simple), lambda one: grid_of(one[1])):
        stretch = list(group)
        if frame is not None and frame.kind is Container.LETTERHEAD and not _fits(stretch):
            stretch = list(_replaced(stretch))
        out.extend(stretch)
    return out


def grid_of(frames: Frames) -> Frame | None:
    """Return the table or letterhead among the containers of a line."""
    return next((frame for frame in frames if frame.kind in _GRIDS), None)


def _simple(line: MarkedLine, *, is_plain: bool) -> MarkedLine:
    """Return a line with one kind of change at a place where LibreOffice knows only one."""
    if is_plain:
        return replace(line, cells=_each(line, _unmoved), move=0)
    if line.move and line.new is None:
        return replace(line, cells=_each(line, _all_moved))
    if any(run.target and run.mark for cell in line.cells for run in cell):
        return replace(line, cells=_each(line, _rewritten))
    return line


def _each(line: MarkedLine, change: Callable[[Run], Iterable[Run]]) -> tuple[Inlines, ...]:
    return tuple(tuple(new for run in cell for new in change(run)) for cell in line.cells)


def _unmoved(run: Run) -> Iterator[Run]:
    """Yield a run that moved as one that was removed or inserted."""
    kind = _PLAIN.get(run.mark.kind) if run.mark else None
    if run.mark is None or kind is None:
        yield run
    else:
        yield from marked_as([run], replace(run.mark, kind=kind))


def _all_moved(run: Run) -> Iterator[Run]:
    """Yield a word that a moved line lost as moved with it: it is not where the line is."""
    if run.mark is None or run.mark.kind is not MarkKind.DELETED:
        yield run
    else:
        yield from marked_as([run], replace(run.mark, kind=MarkKind.MOVED_AWAY))


def _rewritten(run: Run) -> Iterator[Run]:
    """Yield a link's words in another form as removed and inserted."""
    mark = run.mark
    if mark is None or mark.kind is not MarkKind.REFORMATTED or run.target is None:
        yield run
        return
    yield from marked_as([in_old_form(run)], Mark(MarkKind.DELETED, mark.change, by=mark.by))
    yield from marked_as([run], Mark(MarkKind.INSERTED, mark.change, by=mark.by))


def _fits(stretch: Iterable[Placed]) -> bool:
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


def _replaced(stretch: Sequence[Placed]) -> Iterator[Placed]:
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
