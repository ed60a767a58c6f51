"""A changed cell of a table in; the words around the change, with the rest of its row, out."""

from __future__ import annotations

from collections.abc import Callable

from uppdrag.compare.changes.sentences import CONTEXT
from uppdrag.compare.line import Shape, text_of
from uppdrag.compare.marked import MarkedLine, new_runs
from uppdrag.document.tree import Inlines

CELLS = " | "
"""What parts the cells of a table's row in the text of a change."""


def is_row(line: MarkedLine) -> bool:
    """Tell whether a line is a row of a table."""
    return line.line.shape in {Shape.HEADER, Shape.ROW}


def in_row(line: MarkedLine, cell: Inlines, before: str, after: str) -> tuple[str, str]:
    """Return the words around a change in a cell together with the beginnings of other cells."""
    left, right = beside(line, cell, new_runs)
    return (
        CELLS.join([*map(_beginning, left), before]).rstrip(" "),
        CELLS.join([after, *map(_beginning, right)]).lstrip(" "),
    )


def beside(
    line: MarkedLine, cell: Inlines, side: Callable[[Inlines], Inlines]
) -> tuple[list[str], list[str]]:
    """Return what the cells before and after one say on a side: `old_runs` or `new_runs`."""
    at = next(number for number, other in enumerate(line.cells) if other is cell)
    cells = [text_of(side(other)).strip() for other in line.cells]
    return cells[:at], cells[at + 1 :]


def _beginning(text: str) -> str:
    words = text.split(" ")
    return text if len(words) <= CONTEXT else f"{' '.join(words[:CONTEXT])} …"
