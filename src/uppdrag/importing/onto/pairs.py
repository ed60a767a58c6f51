"""The lines of a mandate, and those of a Word file made of it, in; which belong together out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from uppdrag.compare.lines import Line, text_of
from uppdrag.compare.pairing.align import align
from uppdrag.compare.pairing.units import units_of
from uppdrag.document.tree import Origin
from uppdrag.importing.onto.page import PageLine
from uppdrag.render.docx.marks import Marked


def base_marks(page: Sequence[PageLine]) -> dict[Marked, int]:
    """Return which line each bookmark of the file as it was written stands for."""
    return {mark: at for at, line in enumerate(page) for mark in line.marks}


def partners(
    base: Sequence[Line],
    marks: Mapping[Marked, int],
    new: Sequence[PageLine],
) -> list[int | None]:
    """Return for each new line the line of the base that it was, by its bookmark or its words."""
    found: list[int | None] = [None] * len(new)
    taken: set[int] = set()
    by_mark: dict[int, list[int]] = {}
    for at, page in enumerate(new):
        for mark in page.marks:
            if mark in marks:
                by_mark.setdefault(marks[mark], []).append(at)
    for old, places in by_mark.items():
        free = [at for at in places if found[at] is None]
        best = max(free, key=lambda at: _shared(base[old], new[at].line), default=None)
        if best is not None and _sort(base[old]) == _sort(new[best].line):
            found[best] = old
            taken.add(old)
    bare = [_placed(page.line, base, found[at]) for at, page in enumerate(new)]
    old_units, new_units = units_of(base), units_of(bare)
    for match in align(old_units, new_units):
        olds = [u for i in match.old for u in _numbers(old_units[i])]
        news = [u for j in match.new for u in _numbers(new_units[j])]
        for i, j in zip(olds, news, strict=False):
            if found[j] is None and i not in taken and _sort(base[i]) == _sort(bare[j]):
                found[j] = i
                taken.add(i)
    return found


def _numbers(unit: object) -> range:
    first, lines = unit.first, unit.lines  # type: ignore[attr-defined]
    return range(first, first + len(lines))


def _sort(line: Line) -> tuple[object, ...]:
    """Return what a line must share with another to have been it."""
    kinds = {frame.kind.value for frame in line.frames}
    group = kinds & {"letterhead", "facts"}
    return bool(group), "table" in kinds, line.shape.value == "heading"


def _shared(one: Line, other: Line) -> int:
    words = set(text_of(one.cells[-1]).split())
    return len(words & set(text_of(other.cells[-1]).split()))


def _placed(line: Line, base: Sequence[Line], partner: int | None) -> Line:
    """Return the line with the origin of the line that it was: so its key is the same too."""
    origin = base[partner].origin if partner is not None else Origin()
    return replace(line, origin=origin)
