"""The lines of a document in; what is compared as one piece out: a line, a table, a letterhead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import groupby
from typing import TypeAlias

from uppdrag.compare.lines import Container, Frame, Line, Shape, text_of
from uppdrag.compare.tokens import is_word, tokens
from uppdrag.document.tree import Role
from uppdrag.model.handling import Path

Key: TypeAlias = tuple[object, ...]

_WORDING = frozenset({"rubrik", "etikett", "text"})
"""Keys under a section or part that say how it is worded, not which it is."""


class Sort(StrEnum):
    """What can become what: words can change, but no line becomes a table."""

    TEXT = "text"
    FACT = "fact"
    VALUE = "value"
    TABLE = "table"
    LETTERHEAD = "letterhead"
    ROW = "row"


@dataclass(frozen=True)
class Unit:
    """One piece: lines `first` to `last` of the document, the last excluded.

    `key` names a piece that is the only one of its kind (a heading, a field of the head), and is
    None for running text. `group` is the key of the section that it stands in.
    """

    lines: Sequence[Line]
    first: int
    sort: Sort
    group: str
    key: Key | None

    @property
    def line(self) -> Line:
        """Return the first line."""
        return self.lines[0]

    @property
    def last(self) -> int:
        """Return where the lines end, excluded."""
        return self.first + len(self.lines)

    @cached_property
    def text(self) -> str:
        """Return all words, cells and lines apart."""
        if len(self.lines) == 1:
            cells = self.lines[0].cells
            return text_of(cells[0]) if len(cells) == 1 else "\t".join(map(text_of, cells))
        return "\n".join("\t".join(map(text_of, line.cells)) for line in self.lines)

    @cached_property
    def content(self) -> tuple[object, ...]:
        """Return what has to be equal for two pieces to say the same, in whatever form."""
        targets = tuple(
            run.target for line in self.lines for cell in line.cells for run in cell if run.target
        )
        return self.sort, self.text, targets

    @cached_property
    def bag(self) -> Counter[str]:
        """Return the words and how often each comes."""
        return Counter(token for token in tokens(self.text) if is_word(token))

    @cached_property
    def weight(self) -> int:
        """Return the letters of all words."""
        return sum(len(word) * times for word, times in self.bag.items())


def units_of(lines: Sequence[Line]) -> list[Unit]:
    """Return the pieces of a document in order."""
    seen_parts: set[Key] = set()
    return [
        Unit(part, first, _sort(part[0]), _group(part[0]), _key(part[0], seen_parts))
        for first, part in _pieces(lines)
    ]


def rows_of(unit: Unit) -> list[Unit]:
    """Return the rows of a table, or the facts of a letterhead, as pieces of their own."""
    return [
        Unit((line,), unit.first + index, _row_sort(line), "", _row_key(line))
        for index, line in enumerate(unit.lines)
    ]


def _row_sort(line: Line) -> Sort:
    match line.shape:
        case Shape.FACT:
            return Sort.FACT
        case Shape.VALUE:
            return Sort.VALUE
        case _:
            return Sort.ROW


def _row_key(line: Line) -> Key | None:
    match line.shape:
        case Shape.HEADER:
            return ("header",)
        case Shape.FACT if line.origin.path:
            return ("fact", *line.origin.path)
        case _:
            return None


def _pieces(lines: Sequence[Line]) -> Iterator[tuple[int, Sequence[Line]]]:
    first = 0
    for whole, group in groupby(lines, _whole):
        part = list(group)
        if whole is not None:
            yield first, part
        else:
            yield from ((first + index, (line,)) for index, line in enumerate(part))
        first += len(part)


def _whole(line: Line) -> Frame | None:
    """Return the table or letterhead that a line is a row or value of."""
    for frame in line.frames:
        if frame.kind in {Container.TABLE, Container.LETTERHEAD}:
            return frame
    return None


def _sort(line: Line) -> Sort:
    whole = _whole(line)
    if whole is not None:
        return Sort.TABLE if whole.kind is Container.TABLE else Sort.LETTERHEAD
    match line.shape:
        case Shape.FACT:
            return Sort.FACT
        case Shape.VALUE:
            return Sort.VALUE
        case _:
            return Sort.TEXT


def _group(line: Line) -> str:
    path = line.origin.path
    return str(path[0]) if path else ""


def _key(line: Line, seen_parts: set[Key]) -> Key | None:
    """Return what names the piece: the head's field, the heading's or decision's key, the part's.

    A part (`arbetsorganisation/ordförande`) is named by its first line, which has its label.
    """
    whole = _whole(line)
    path = line.origin.path
    if whole is not None:
        return ("letterhead",) if whole.kind is Container.LETTERHEAD else None
    if not path:
        return None
    if line.shape is Shape.HEADING:
        return ("heading", *_named(path))
    if line.shape is Shape.FACT:
        return ("fact", *path)
    if any(frame.kind is Container.SIGNATURE for frame in line.frames):
        return None if any(isinstance(step, int) for step in path) else ("signature", *_named(path))
    if line.role in {Role.LABELLED, Role.INTRODUCTION} and _begins_with_label(line):
        part = ("part", *_named(path)[:2])
        if part not in seen_parts:
            seen_parts.add(part)
            return part
    return None


def _named(path: Path) -> Path:
    return path[:-1] if len(path) > 1 and path[-1] in _WORDING else path


def _begins_with_label(line: Line) -> bool:
    runs = line.cells[0]
    return bool(runs) and runs[0].bold and runs[0].text.rstrip().endswith((":", "?"))
