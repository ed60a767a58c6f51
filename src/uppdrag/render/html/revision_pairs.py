"""A marked document in; its old and its new lines beside each other out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, zip_longest

from uppdrag.compare.display import with_signs
from uppdrag.compare.fates import Fate, fate
from uppdrag.compare.lines import Container, Frame, Line, Shape, joined
from uppdrag.compare.marked import IN_NEW, IN_OLD, Marked, MarkedLine, in_old_form, kind_of
from uppdrag.document.tree import Inlines, MarkKind, Run

BULLET = "•"


@dataclass(frozen=True, slots=True)
class Passage:
    """A line as it is on one side: its cells with marks, and its sign where it begins an item."""

    line: Line
    cells: tuple[Inlines, ...]
    sign: str = ""

    @property
    def depth(self) -> int:
        """Return in how many lists the line stands."""
        return sum(frame.kind is Container.LIST for frame in self.line.frames)


@dataclass(frozen=True, slots=True)
class Pair:
    """What stands beside each other; `headings` counts those of the marked document."""

    old: tuple[Passage, ...]
    new: tuple[Passage, ...]
    became: Fate
    is_changed: bool
    headings: int = 0


def pairs(marked: Marked) -> list[Pair]:
    """Return the pairs in reading order; what went stands beside what came after it."""
    old = _passages(marked.lines, [line.old for line in marked.lines], IN_OLD)
    new = _passages(marked.lines, [line.new for line in marked.lines], IN_NEW)
    found = [_pair(marked.lines, places, old, new) for places in _groups(marked.lines)]
    return list(_beside(found))


def _beside(found: Iterable[Pair]) -> Iterator[Pair]:
    """Yield the pairs with what went beside what came in its place, one after another."""
    gone: list[Pair] = []
    for became, group in groupby(found, key=_one_sided):
        if became is Fate.GONE:
            gone = list(group)
            continue
        if became is Fate.CAME:
            for left, right in zip_longest(gone, group):
                sides = (left.old if left else (), right.new if right else ())
                yield Pair(*sides, Fate.PAIR, is_changed=True)
        else:
            yield from gone
            yield from group
        gone = []
    yield from gone


def _one_sided(pair: Pair) -> Fate | None:
    is_alone = pair.became in {Fate.GONE, Fate.CAME} and not pair.headings
    return pair.became if is_alone else None


def _groups(lines: Sequence[MarkedLine]) -> Iterator[list[int]]:
    """Yield the places of lines that belong together: the parts of one that was split or merged."""
    group: list[int] = []
    for at, line in enumerate(lines):
        group.append(at)
        if fate(line) is not Fate.BROKEN:
            yield group
            group = []
    if group:
        yield group


def _pair(
    lines: Sequence[MarkedLine],
    places: Sequence[int],
    old: Sequence[Passage | None],
    new: Sequence[Passage | None],
) -> Pair:
    group = [lines[at] for at in places]
    return Pair(
        tuple(passage for at in places if (passage := old[at])),
        tuple(passage for at in places if (passage := new[at])),
        fate(group[0]),
        any(line.is_changed for line in group),
        sum(line.line.shape is Shape.HEADING for line in group),
    )


def _passages(
    lines: Sequence[MarkedLine],
    places: Sequence[Line | None],
    kinds: frozenset[MarkKind | None],
) -> list[Passage | None]:
    """Return each line as it is on one side; None for one that it does not have."""
    signs = _Signs()
    carried: Inlines = ()
    out: list[Passage | None] = []
    for line, place in zip(lines, places, strict=True):
        cells = _with_signs(line)
        first, *rest = (_on_side(cell, kinds) for cell in cells)
        if place is None:
            carried += first
            out.append(None)
        else:
            own = (joined((*carried, *first)), *rest)[-len(place.cells) :]
            out.append(Passage(place, own, signs.of(place)))
            carried = ()
    return out


def _with_signs(line: MarkedLine) -> tuple[Inlines, ...]:
    if not line.change:
        return line.cells
    return (with_signs(line, line.cells[0]), *line.cells[1:])


def _on_side(cell: Inlines, kinds: frozenset[MarkKind | None]) -> Inlines:
    found = (run for run in cell if kind_of(run) in kinds)
    if MarkKind.INSERTED in kinds:
        return tuple(found)
    # What form there was before is told on the side that has another.
    return tuple(_as_it_was(run) for run in found if run.mark is None or not run.mark.note)


def _as_it_was(run: Run) -> Run:
    is_reformatted = kind_of(run) is MarkKind.REFORMATTED
    return replace(in_old_form(run), mark=None) if is_reformatted else run


class _Signs:
    """Counts the items of lists, and tells the sign of a line that begins one."""

    def __init__(self) -> None:
        self.seen: set[int] = set()
        self.items: dict[int, int] = {}

    def of(self, line: Line) -> str:
        sign = ""
        outer: Frame | None = None
        for frame in line.frames:
            if frame.kind is Container.ITEM and frame.number not in self.seen and outer is not None:
                self.seen.add(frame.number)
                count = self.items.get(outer.number, 0)
                self.items[outer.number] = count + 1
                sign = f"{outer.start + count}." if outer.ordered else BULLET
            outer = frame if frame.kind is Container.LIST else outer
        return sign
