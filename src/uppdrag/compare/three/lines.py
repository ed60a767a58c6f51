"""A line of a base and what two made of it in; how it clashes as a whole out."""

from __future__ import annotations

from typing import TypeAlias

from uppdrag.compare.changes.change import Kind
from uppdrag.compare.changes.forms import form_words
from uppdrag.compare.line import Line, text_of
from uppdrag.compare.three.facts import value_cells
from uppdrag.compare.three.makers import Clash, Names

Two: TypeAlias = tuple[Line | None, Line | None]
"""What each made of one line of the base; None where it is gone."""


def taken_away(base: str, ours: str, theirs: str, names: Names) -> Clash:
    """Return the clash of words that one took away and the other changed."""
    by = names.theirs if ours else names.ours
    return Clash(base, ours, theirs, remark=f"borttaget av {by}")


def clash_of_fates(base: Line, found: Two, places: tuple[int, int], names: Names) -> Clash | None:
    """Return the clash of two who did with a line what excludes each other, if they did.

    `places` are where each moved it, or -1.
    """
    ours, theirs = (text_of_line(line) if line else "" for line in found)
    if None in found:
        return taken_away(text_of_line(base), ours, theirs, names)
    if -1 not in places and places[0] != places[1]:
        remark = "flyttat till olika platser"
        return Clash(text_of_line(base), ours, theirs, Kind.MOVED, remark)
    return None


def clash_of_forms(base: Line, found: Two) -> Clash | None:
    """Return the clash of two who each gave a line a form of its own, if they did."""
    ours, theirs = found
    if ours is None or theirs is None or ours.form == theirs.form:
        return None
    if base.form in {ours.form, theirs.form}:
        return None
    was, one, other = map(text_of_line, (base, ours, theirs))
    remark = f"{form_words(ours)} eller {form_words(theirs)}"
    return Clash(was, one, other, Kind.REFORMATTED, remark)


def text_of_line(line: Line) -> str:
    """Return the words of a line, without the label of a fact."""
    return " ".join(filter(None, (text_of(cell).strip() for cell in value_cells(line))))


def is_touched(base: Line, line: Line) -> bool:
    """Tell whether a line that stayed, or moved, was changed."""
    return value_cells(base) != value_cells(line) or base.form != line.form
