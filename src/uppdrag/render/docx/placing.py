"""A document, its source and what was found in it in; the printed characters it concerns out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from operator import attrgetter

from uppdrag.document.tree import Document
from uppdrag.findings import Finding, in_order
from uppdrag.render.docx.printed import Letter, Printed, Spot
from uppdrag.source import Mapping, Node, NodePath, Range, Sequence, Source
from uppdrag.source.scalar_offsets import scalar_offsets

TITLE = ("titel",)
"""The path of what stands for the whole document."""


@dataclass(frozen=True, slots=True)
class Placement:
    """The characters that a finding concerns, from the first to the last, both included.

    `is_printed` tells that these are the finding's own words; else they are the nearest.
    """

    finding: Finding
    first: Spot
    last: Spot
    is_printed: bool


def place(document: Document, source: Source, findings: Iterable[Finding]) -> tuple[Placement, ...]:
    """Return where each finding belongs in the document, in reading order.

    What a finding speaks of may not be printed (a status, an address, a missing part): then it is
    placed at the word beside it, or at the run whose origin has most of its path, else the title.
    A document without any words has no place for a finding.
    """
    printed = Printed(document, source)
    if not printed.stretches:
        return ()
    placed = [_placed(finding, printed) for finding in in_order(findings)]
    return tuple(sorted(placed, key=lambda one: (one.first, one.last)))


@dataclass(frozen=True, slots=True)
class _Touched:
    """A value that a finding speaks of, and which characters of its text."""

    path: NodePath
    text: str
    start: int
    end: int


def _placed(finding: Finding, printed: Printed) -> Placement:
    place = _range(finding, printed.source)
    touched = list(_touched(place, printed))
    spots = [spot for one in touched for spot in _spots(one, printed)]
    is_printed = bool(spots)
    if not spots:
        path = touched[0].path if touched else _path(finding, place, printed.source)
        spots = [spot for one in touched for spot in _beside(one, printed)]
        spots = spots or _nearest(path, printed)
    spots = printed.together(spots)
    return Placement(finding, min(spots), max(spots), is_printed)


def _range(finding: Finding, source: Source) -> Range:
    """Return the finding's characters as offsets; a place between two is the one that follows."""
    start = _offset(source, finding.line, finding.column)
    return Range(start, max(start + 1, _offset(source, finding.end_line, finding.end_column)))


def _offset(source: Source, line: int, column: int) -> int:
    start = source.lines.range_of_line(min(line, len(source.lines))).start
    return min(start + column - 1, len(source.text))


def _touched(place: Range, printed: Printed) -> Iterator[_Touched]:
    values = printed.values
    first = bisect_left(values, place.start, key=lambda value: value[1].range.end)
    for path, scalar in islice(values, first, None):
        if scalar.range.start >= place.end:
            return
        offsets = scalar_offsets(printed.source.text, scalar)
        start = bisect_right(offsets.ends, place.start)
        end = bisect_left(offsets.starts, place.end)
        yield _Touched(path, scalar.text, start, max(start, end))


def _spots(touched: _Touched, printed: Printed) -> list[Spot]:
    """Return where the characters of a value are printed: in running text, or in a run of its own.

    A composed run, such as a recipient's line, holds several values.
    """
    if letters := printed.letters(touched.path):
        start = bisect_right(letters, touched.start, key=attrgetter("end"))
        end = bisect_left(letters, touched.end, key=attrgetter("start"))
        return [letter.spot for letter in letters[start:end]]
    found = [
        (stretch, match)
        for stretch in printed.nearest(touched.path)
        if (match := stretch.find(touched.text, touched.start, touched.end))
    ]
    if not found:
        return []
    # A label may hold the words of its value: the value itself is all of its run.
    stretch, match = min(found, key=lambda one: len(one[0].run.text) - len(one[1][0]))
    return stretch.spots(*match.span(1))


def _beside(touched: _Touched, printed: Printed) -> list[Spot]:
    """Return the printed word beside characters of a running text that are not printed.

    That is the one before on the same line, such as the text of a link, else the one after.
    """
    text = touched.text
    letters = printed.letters(touched.path)
    last = bisect_right(letters, touched.start, key=attrgetter("end"))
    first = bisect_left(letters, touched.end, key=attrgetter("start"))
    before = _visible(letters, range(last - 1, -1, -1))
    after = _visible(letters, range(first, len(letters)))
    is_far = any("\n" in text[it.end : touched.start] for it in before)
    chosen, other = (after, before) if is_far else (before, after)
    return [spot for letter in (chosen or other) for spot in letter.word]


def _visible(letters: list[Letter], order: Iterable[int]) -> list[Letter]:
    """Return the first letter in an order that is no white space, if there is one."""
    found = (letters[at] for at in order)
    return list(islice((it for it in found if not it.character.isspace()), 1))


def _nearest(path: NodePath, printed: Printed) -> list[Spot]:
    """Return the spots of the run that stands nearest to a path, else of the title."""
    found = printed.nearest(path) or printed.nearest(TITLE) or printed.stretches
    return found[0].spots(0, len(found[0].run.text))


def _path(finding: Finding, place: Range, source: Source) -> NodePath:
    """Return the path that a finding gives, else that of the value or key where it stands."""
    if finding.path:
        return tuple(_steps(finding.path, source.root))
    return tuple(_steps_to(place.start, source.root))


def _steps(pointer: str, node: Node | None) -> Iterator[str | int]:
    """Yield the steps of a JSON Pointer; those into a list are numbers."""
    for written in pointer.split("/")[1:]:
        step = written.replace("~1", "/").replace("~0", "~")
        if isinstance(node, Sequence) and step.isdecimal():
            number = int(step)
            yield number
            node = node.items[number] if number < len(node.items) else None
        else:
            yield step
            entry = node.entry(step) if isinstance(node, Mapping) else None
            node = entry.value if entry else None


def _steps_to(offset: int, node: Node | None) -> Iterator[str | int]:
    """Yield the steps that lead to a place in the file."""
    if isinstance(node, Mapping):
        for entry in node.entries:
            if entry.key.range.start <= offset < max(entry.key.range.end, entry.value.range.end):
                yield entry.key.text
                yield from _steps_to(offset, entry.value)
    elif isinstance(node, Sequence):
        for number, item in enumerate(node.items):
            if item.range.start <= offset < item.range.end:
                yield number
                yield from _steps_to(offset, item)
