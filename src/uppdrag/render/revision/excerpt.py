"""A comparison in; the lines of its document that changed, with a line around each, out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from uppdrag.compare import Change, Comparison
from uppdrag.compare.changes.cell_context import CELLS
from uppdrag.compare.changes.forms import form_note
from uppdrag.compare.display import PILCROW
from uppdrag.compare.fates import Fate, fate
from uppdrag.compare.lines import Container, Frame, Line, Shape
from uppdrag.compare.marked import MarkedLine
from uppdrag.compare.telling.nouns import MARKS
from uppdrag.document.tree import Inlines, MarkKind, Run
from uppdrag.findings.visible import visible
from uppdrag.render.revision.faces import Look, Span

CONTEXT = 1
"""Unchanged lines that are shown before and after a changed one."""

LONGEST_KEPT = 140
"""Characters; of a longer unchanged stretch in a changed line only the ends are shown."""

_END_SHOWN = 60
_CUT = " … "
_SIGNS: Mapping[Fate, str] = {
    Fate.CAME: "+",
    Fate.GONE: "-",
    Fate.MOVED_HERE: ">",
    Fate.MOVED_AWAY: "<",
    Fate.BROKEN: "~",
}
_MOVES: Mapping[Fate, str] = {
    Fate.MOVED_HERE: MARKS[MarkKind.MOVED_HERE],
    Fate.MOVED_AWAY: MARKS[MarkKind.MOVED_AWAY],
}
_LOOKS: Mapping[MarkKind, Look] = {
    MarkKind.INSERTED: Look.NEW,
    MarkKind.DELETED: Look.OLD,
    MarkKind.MOVED_HERE: Look.HERE,
    MarkKind.MOVED_AWAY: Look.AWAY,
    MarkKind.REFORMATTED: Look.KEPT,
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A line to show: the sign in its margin, its spans, and how far in it stands.

    `marker` is its bullet or number. A `gap` stands for lines that are left out.
    """

    sign: str
    spans: tuple[Span, ...]
    indent: int = 0
    marker: str = ""
    is_heading: bool = False
    is_gap: bool = False

    @property
    def is_changed(self) -> bool:
        """Tell whether anything is marked in the line."""
        return self.sign.strip() != ""


_GAP = Shown(" ", (Span("…", Look.ASIDE),), is_gap=True)


def whole(comparison: Comparison) -> list[Shown]:
    """Return all lines of the document, with marks."""
    known = {change.number: change for change in comparison.changes}
    markers = _Markers()
    return [_shown(line, known, markers) for line in comparison.marked.lines]


def changed(comparison: Comparison) -> list[Shown]:
    """Return the changed lines, each with its heading and a line around it, and signs for gaps."""
    lines = whole(comparison)
    wanted = _wanted(lines)
    out: list[Shown] = []
    for number, line in enumerate(lines):
        if number in wanted:
            out.append(_elided(line))
        elif not out or not out[-1].is_gap:
            out.append(_GAP)
    return out


def _wanted(lines: Sequence[Shown]) -> set[int]:
    wanted: set[int] = set()
    heading: int | None = None
    for number, line in enumerate(lines):
        if line.is_heading:
            heading = number
        if line.is_changed:
            wanted.update(range(max(0, number - CONTEXT), min(len(lines), number + CONTEXT + 1)))
            wanted.update(() if heading is None else (heading,))
    return wanted


def _elided(line: Shown) -> Shown:
    """Return the line with only the ends of its long unchanged stretches."""
    spans = list(line.spans)
    for at, span in enumerate(spans):
        if span.look is Look.KEPT and len(span.text) > LONGEST_KEPT:
            has_before, has_after = at > 0, at < len(spans) - 1
            start = span.text[:_END_SHOWN].rpartition(" ")[0] if has_before or not has_after else ""
            end = span.text[-_END_SHOWN:].partition(" ")[2] if has_after else ""
            spans[at] = Span(f"{start}{_CUT}{end}".removeprefix("" if start else " "))
    return replace(line, spans=tuple(spans))


def _shown(line: MarkedLine, known: Mapping[int, Change], markers: _Markers) -> Shown:
    found = fate(line)
    cells = [list(_spans(cell, found, known)) for cell in line.cells]
    gap = " " if line.line.shape is Shape.FACT else CELLS
    spans = [
        span for number, cell in enumerate(cells) for span in ([Span(gap)] if number else []) + cell
    ]
    spans += _remarks(line, found)
    sign = _SIGNS.get(found, "~") if line.is_changed else " "
    indent, marker = markers.of(line)
    is_heading = line.line.shape is Shape.HEADING
    if is_heading and not line.is_changed:
        spans = [Span(span.text, Look.STRONG) for span in spans]
    return Shown(sign, tuple(spans), indent, marker, is_heading)


def _spans(cell: Inlines, found: Fate, known: Mapping[int, Change]) -> Iterator[Span]:
    ahead = ""
    for (by, look), group in groupby(cell, lambda run: (_by(run), _look(run, found))):
        runs = list(group)
        words = "".join(map(_text, runs))
        # A name is no part of the word that follows it.
        yield Span(f" {words}" if ahead and words[:1].isalnum() else words, look)
        ahead = by
        if by:
            yield Span(f" ({visible(by)})", Look.ASIDE)
        for number in _reformatted(runs):
            yield Span(f" [ny form: {visible(known[number].what)}]", Look.ASIDE)


def _look(run: Run, found: Fate) -> Look:
    if run.mark is None:
        return Look.KEPT
    if run.mark.note:
        return Look.ASIDE
    look = _LOOKS[run.mark.kind]
    if found is Fate.CAME:
        return Look.NEW_LINE
    return Look.OLD_LINE if found is Fate.GONE else look


def _by(run: Run) -> str:
    return run.mark.by if run.mark else ""


def _text(run: Run) -> str:
    """Return the words of a run; the address too where the link itself is part of a change."""
    if run.mark and run.mark.note:
        return f"[{visible(run.mark.note)}]"
    address = f" ({run.target})" if run.mark and run.target and run.target != run.text else ""
    return visible(run.text + address)


def _reformatted(runs: Iterable[Run]) -> Iterator[int]:
    marks = (run.mark for run in runs if run.mark)
    return (mark.change for mark in marks if mark.kind is MarkKind.REFORMATTED)


def _remarks(line: MarkedLine, found: Fate) -> list[Span]:
    """Return what is to say of a line as a whole, after its words."""
    if found in _MOVES:
        return [Span(f" ({_MOVES[found]})", Look.ASIDE)]
    if found is Fate.BROKEN:
        return [Span(PILCROW, Look.NEW if line.old is None else Look.OLD)]
    note = form_note(line)
    return [Span(f" [ny form: {visible(note)}]", Look.ASIDE)] if note else []


class _Markers:
    """Counts the items of lists, to give each line its bullet or number."""

    def __init__(self) -> None:
        self.seen: set[tuple[bool, int]] = set()
        self.counts: dict[tuple[bool, int], int] = {}

    def of(self, marked: MarkedLine) -> tuple[int, str]:
        """Return how many levels in a line stands, and its marker if it begins an item."""
        line, is_new = marked.line, marked.new is not None
        lists = [frame for frame in line.frames if frame.kind is Container.LIST]
        items = _items(line)
        if not items:
            return 0, ""
        key = (is_new, items[-1].number)
        is_seen = key in self.seen
        self.seen.add(key)
        if is_new and marked.old is not None:
            # What is gone from an item that stays begins none.
            self.seen.update((False, frame.number) for frame in _items(marked.old))
        if is_seen:
            return len(lists), ""
        of_list = (is_new, lists[-1].number)
        number = self.counts[of_list] = self.counts.get(of_list, lists[-1].start - 1) + 1
        return len(lists), f"{number}." if lists[-1].ordered else "•"


def _items(line: Line) -> list[Frame]:
    return [frame for frame in line.frames if frame.kind is Container.ITEM]
