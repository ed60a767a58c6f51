"""A document with marks in; the same with the signs of its changes among the words out.

Colours and lines cannot be heard, copied or searched for. So each marked stretch also stands in
brackets that begin with its sign and the number of its change: `[−9 koncernledning]`. What is no
word of either document is a run whose mark has a note; the template draws it small.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TypeAlias

from uppdrag.compare.changes.change import Change, Kind
from uppdrag.compare.lines import document_of, lines_of, relined, text_of
from uppdrag.compare.marked import ONLY_OLD
from uppdrag.compare.telling.nouns import MARKS
from uppdrag.document.tree import Document, Inlines, Mark, MarkKind, Run

_SIGNS = {MarkKind.INSERTED: "+", MarkKind.DELETED: "−"}
_MOVES = {MarkKind.MOVED_HERE, MarkKind.MOVED_AWAY}
_NO_BREAK = "\u00a0"
_THIN = "\u202f"
"""The space after a sign: no line ends there."""

_Stretch: TypeAlias = tuple[Mark | None, Inlines]


def signed(displayed: Document, changes: Iterable[Change]) -> Document:
    """Return the document with signs around every marked stretch.

    The first sign of each change has the name of its place as target.
    """
    told = {change.number: change for change in changes}
    seen: set[int] = set()
    lines = [
        relined(line, (tuple(_placed(_cell(cell, told), seen)) for cell in line.cells))
        for line in lines_of(displayed)
    ]
    return document_of(lines, displayed.metadata)


def place(change: int) -> str:
    """Return the name of the place where a change stands in the file."""
    return f"#andring-{change}"


def _placed(runs: Iterable[Run], seen: set[int]) -> Iterator[Run]:
    for run in runs:
        mark = run.mark
        if mark is None or not mark.change or mark.change in seen:
            yield run
        else:
            seen.add(mark.change)
            yield replace(run, target=place(mark.change))


def is_sign(run: Run) -> bool:
    """Tell whether a run is a sign, and no word of either document."""
    return run.mark is not None and bool(run.mark.note)


def example(mark: Mark, text: str) -> Inlines:
    """Return a text as it is shown with a mark, for a legend."""
    return tuple(_bracketed(mark, (Run(text, mark=mark),), _opening(mark, None), ""))


def _cell(cell: Inlines, told: Mapping[int, Change]) -> Iterator[Run]:
    stretches = [(mark, tuple(runs)) for mark, runs in groupby(cell, lambda run: run.mark)]
    moves: set[Mark] = set()
    for at, (mark, runs) in enumerate(stretches):
        if mark is None:
            yield from runs
            continue
        change = told.get(mark.change)
        if _is_seam(runs, change):
            yield Run(" ")
            continue
        if at and _touch(stretches[at - 1], runs):
            yield Run(" ")
        # A move that is reworded as well is cut up by what it lost or got: named once.
        opening = f"[{mark.change}{_THIN}" if mark in moves else _opening(mark, change)
        if mark.kind in _MOVES:
            moves.add(mark)
        yield from _bracketed(mark, runs, opening, _unseen(stretches, at))


def _bracketed(mark: Mark, runs: Inlines, opening: str, closing: str) -> Iterator[Run]:
    if mark.note:
        yield _sign(mark, f"{opening}] ")
        return
    if not text_of(runs).strip():
        yield _sign(mark, f"{opening}{_space(text_of(runs))}]")
        return
    before, words, after = _apart(runs)
    yield from before
    yield _sign(mark, opening)
    is_old = mark.kind in ONLY_OLD
    yield from (replace(run, target=None) if is_old else run for run in words)
    yield _sign(mark, f"{closing}]")
    yield from after


def _apart(runs: Inlines) -> tuple[Inlines, Inlines, Inlines]:
    """Return the spaces before the words, the words, and the spaces after them."""
    head, tail = runs[0].text, runs[-1].text
    before = (Run(" "),) if head.startswith(" ") else ()
    after = (Run(" "),) if tail.endswith(" ") else ()
    words = (replace(runs[0], text=head.removeprefix(" ")), *runs[1:])
    words = (*words[:-1], replace(words[-1], text=words[-1].text.removesuffix(" ")))
    return before, words, after


def _sign(mark: Mark, text: str) -> Run:
    return Run(text, mark=replace(mark, note=text))


def _opening(mark: Mark, change: Change | None) -> str:
    """Return what stands before a stretch: `[+9 `, `[9 flyttat hit: `, `[9 tidigare punkt`."""
    number = f"{_SIGNS.get(mark.kind, '')}{mark.change or ''}"
    conflict = f"konflikt {change.conflict}" if change and change.conflict else ""
    details = ", ".join(filter(None, (mark.by, conflict, _words(mark, change))))
    told = " ".join(filter(None, (number, details)))
    if mark.note:
        return f"[{told}"
    return f"[{told}:{_THIN}" if details else f"[{told}{_THIN}"


def _words(mark: Mark, change: Change | None) -> str:
    """Return what a mark means, where no sign tells it."""
    if mark.note:
        return mark.note
    if mark.kind in _SIGNS:
        return ""
    if mark.kind in _MOVES:
        return MARKS[mark.kind]
    return change.what if change else ""


def _space(text: str) -> str:
    return "hårt mellanslag" if _NO_BREAK in text else "mellanslag"


def _is_seam(runs: Inlines, change: Change | None) -> bool:
    """Tell whether a stretch is the space at which a line was split, or merged with another."""
    is_broken = change is not None and change.kind in {Kind.SPLIT, Kind.MERGED}
    return is_broken and text_of(runs) == " "


def _touch(before: _Stretch, runs: Inlines) -> bool:
    """Tell whether two marked stretches follow on each other without a space."""
    mark, last = before[0], before[1][-1].text
    at_the_seam = last[-1:] + runs[0].text[:1]
    return mark is not None and not mark.note and not any(map(str.isspace, at_the_seam))


def _unseen(stretches: Sequence[_Stretch], at: int) -> str:
    """Return what tells a stretch from its counterpart, where both have the same words."""
    mark, runs = stretches[at]
    text = text_of(runs)
    for other, others in (*stretches[max(0, at - 1) : at], *stretches[at + 1 : at + 2]):
        is_counterpart = mark and other and mark.change == other.change and mark.kind != other.kind
        if not is_counterpart or text.split() != text_of(others).split():
            continue
        if text != text_of(others):
            return f" ({_space(text)})"
        address = next((run.target for run in runs if run.target), None)
        return f" (länk till {address})" if address else " (utan länk)"
    return ""
