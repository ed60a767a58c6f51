"""Cells of a line in; the same cells with marks that tell who changed them out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeAlias

from uppdrag.compare.line import joined
from uppdrag.compare.marked import ONLY_NEW, ONLY_OLD, in_old_form, kind_of, marked_as
from uppdrag.document.tree import Inlines, Mark, MarkKind, Run

Cells: TypeAlias = tuple[Inlines, ...]

TAKEN_AWAY = "borttaget"
"""The note on words that stay although one took them away, since the other changed them."""


def as_gone(cells: Iterable[Inlines], by: str) -> Cells:
    """Return cells that someone took away."""
    return tuple(marked_as(cell, Mark(MarkKind.DELETED, by=by)) for cell in cells)


def as_come(cells: Iterable[Inlines], by: str, clash: int = 0) -> Cells:
    """Return cells that someone added."""
    return tuple(marked_as(cell, Mark(MarkKind.INSERTED, clash, by=by)) for cell in cells)


def as_moved(cell: Inlines, by: str) -> tuple[Inlines, Inlines]:
    """Return a cell of a line that someone moved, where it was and where it is."""
    away: list[Run] = []
    here: list[Run] = []
    for run in cell:
        kind = kind_of(run)
        if kind in ONLY_OLD:
            away.append(run)
        elif kind in ONLY_NEW:
            here.append(run)
        else:
            away.append(replace(in_old_form(run), mark=Mark(MarkKind.MOVED_AWAY, by=by)))
            here.append(replace(run, mark=Mark(MarkKind.MOVED_HERE, by=by)))
    return joined(away), joined(here)


def clash_in(cells: Iterable[Inlines]) -> int:
    """Return the number of the first clash in cells, or 0."""
    return next(
        (run.mark.change for cell in cells for run in cell if run.mark and run.mark.change), 0
    )


def clashing(cells: Iterable[Inlines], clash: int) -> Cells:
    """Return cells whose changes are all one side of a clash."""
    return tuple(
        tuple(
            replace(run, mark=replace(run.mark, change=clash)) if run.mark else run for run in cell
        )
        for cell in cells
    )


def noted(cells: Cells, by: str, clash: int, words: str, place: int) -> Cells:
    """Return cells that say what cannot be seen, before all words (0) or after them (-1)."""
    note = Run("", mark=Mark(MarkKind.DELETED, clash, note=words, by=by))
    if place == 0:
        return ((note, *cells[0]), *cells[1:])
    return (*cells[:-1], (*cells[-1], note))
