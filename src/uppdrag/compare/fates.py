"""A marked line in; what became of it as a whole out."""

from __future__ import annotations

from enum import Enum, auto

from uppdrag.compare.marked import MarkedLine, kind_of
from uppdrag.document.tree import MarkKind


class Fate(Enum):
    """What became of a line as a whole."""

    PAIR = auto()
    CAME = auto()
    GONE = auto()
    MOVED_HERE = auto()
    MOVED_AWAY = auto()
    BROKEN = auto()


def fate(line: MarkedLine) -> Fate:
    """Return what became of a line; a part of one that was split or merged is broken."""
    if line.old is not None and line.new is not None:
        return Fate.PAIR
    if line.move:
        return Fate.MOVED_HERE if line.old is None else Fate.MOVED_AWAY
    # A label before a value may be kept when the value is not.
    kinds = set(map(kind_of, line.cells[-1]))
    if line.old is None:
        return Fate.CAME if kinds <= {MarkKind.INSERTED} else Fate.BROKEN
    return Fate.GONE if kinds <= {MarkKind.DELETED} else Fate.BROKEN
