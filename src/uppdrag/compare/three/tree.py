"""Marked lines of two who made them in; the same, their new lines as a document tree has them, out.

What two did each to a part of a list or a table may not be what a tree can hold: an item that
begins with a list has a marker before it, and one that begins with words has none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from uppdrag.compare.line import Line, Shape
from uppdrag.compare.lines import lines_of
from uppdrag.compare.marked import Marked, MarkedLine, accept
from uppdrag.compare.three.makers import Authored, Names
from uppdrag.document.tree import Metadata


def in_tree(lines: Sequence[Authored], metadata: Metadata, names: Names) -> Iterator[Authored]:
    """Yield the lines; those of the merged document are the lines of its tree."""
    marked = Marked(metadata, metadata, tuple(one.line for one in lines))
    left = list(reversed(lines_of(accept(marked))))
    before: Line | None = None
    for one in lines:
        new = one.line.new
        if new is None:
            yield one
            continue
        by = one.by or names.both
        while _is_marker_before(left[-1] if left else None, new):
            yield Authored(MarkedLine(None, left.pop(), ((),)), by)
        if new.shape is Shape.MARKER and not _stands(left[-1] if left else None, new, before):
            if one.line.old is not None:
                yield replace(one, line=replace(one.line, new=None), by=by)
            continue
        yield replace(one, line=replace(one.line, new=left.pop()))
        before = new


def _is_marker_before(line: Line | None, new: Line) -> bool:
    """Tell whether the tree has a marker that the lines lack."""
    if line is None or line.shape is not Shape.MARKER:
        return False
    return new.shape is not Shape.MARKER or len(line.frames) < len(new.frames)


def _stands(line: Line | None, marker: Line, before: Line | None) -> bool:
    """Tell whether a marker is a line in the tree: it has its item, or is an empty paragraph."""
    is_first = before is None or before.frames[: len(marker.frames)] != marker.frames
    return not is_first or (line is not None and line.shape is Shape.MARKER)
