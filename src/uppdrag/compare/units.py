"""The lines of a document in; what is compared as one piece out: a line, a table, a letterhead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import groupby, pairwise
from typing import TypeAlias

from uppdrag.compare.lines import Container, Frame, Line, Shape, text_of
from uppdrag.compare.tokens import words
from uppdrag.document.tree import Role
from uppdrag.model.handling import Path

Key: TypeAlias = tuple[object, ...]

_WORDING = frozenset({"rubrik", "etikett", "text"})
"""Keys under a section or part that say how it is worded, not which it is."""


_HEADING_WEIGHT = 500
"""Letters; a paragraph goes past a heading, not the heading past the paragraph."""


class Sort(StrEnum):
    """What can become what: words can change, but no line becomes a table."""

    TEXT = "text"
    FACT = "fact"
    VALUE = "value"
    TABLE = "table"
    LETTERHEAD = "letterhead"
    ROW = "row"


WITH_ROWS = {
    Container.TABLE: Sort.TABLE,
    Container.LETTERHEAD: Sort.LETTERHEAD,
    Container.FACT: Sort.FACT,
}


@dataclass(frozen=True)
class Unit:
    """One piece: lines of the document from number `first` on.

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

    @cached_property
    def text(self) -> str:
        """Return all words, cells and lines apart; of a value without the label before it."""
        if self.sort is Sort.VALUE:
            return text_of(self.line.cells[-1])
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
    def size(self) -> int:
        """Return what it weighs that the piece stays where it is: its length, and never nothing."""
        return len(self.text) + (_HEADING_WEIGHT if self.line.level else 1)

    @cached_property
    def words(self) -> list[str]:
        """Return the words in order."""
        return words(self.text)

    @cached_property
    def bag(self) -> Counter[str]:
        """Return the words and how often each comes."""
        return Counter(self.words)

    @cached_property
    def features(self) -> set[object]:
        """Return what the piece may have in common with few others: words, and pairs of them."""
        return {*self.words, *pairwise(self.words)}

    @cached_property
    def weight(self) -> int:
        """Return the letters of all words."""
        return sum(map(len, self.words))


def units_of(lines: Sequence[Line]) -> list[Unit]:
    """Return the pieces of a document in order."""
    seen_parts: set[Key] = set()
    return [
        Unit(part, first, _sort(part[0]), _group(part[0]), _key(part[0], seen_parts))
        for first, part in _pieces(lines)
    ]


def rows_of(unit: Unit) -> list[Unit]:
    """Return as pieces of their own: rows of a table, facts of a letterhead, values of a fact."""
    if unit.sort is Sort.LETTERHEAD:
        parts = list(_grouped(unit.lines, lambda line: line.frames[-1]))
        return [
            Unit(part, unit.first + first, Sort.FACT, "", _fact_key(part[0]))
            for first, part in parts
        ]
    sort = Sort.ROW if unit.sort is Sort.TABLE else Sort.VALUE
    return [
        Unit(
            (line,),
            unit.first + index,
            sort,
            "",
            ("header",) if line.shape is Shape.HEADER else None,
        )
        for index, line in enumerate(unit.lines)
    ]


def _fact_key(line: Line) -> Key:
    return ("fact", *(line.origin.path or (text_of(line.cells[0]),)))


def _pieces(lines: Sequence[Line]) -> Iterator[tuple[int, Sequence[Line]]]:
    for first, part in _grouped(lines, _whole):
        if _whole(part[0]) is not None:
            yield first, part
        else:
            yield from ((first + index, (line,)) for index, line in enumerate(part))


def _grouped(
    lines: Sequence[Line], name: Callable[[Line], object]
) -> Iterator[tuple[int, Sequence[Line]]]:
    first = 0
    for _, group in groupby(lines, name):
        part = list(group)
        yield first, part
        first += len(part)


def _whole(line: Line) -> Frame | None:
    """Return the table, letterhead or fact that a line is a row or value of."""
    for frame in line.frames:
        if frame.kind in WITH_ROWS:
            return frame
    return None


def _sort(line: Line) -> Sort:
    whole = _whole(line)
    return Sort.TEXT if whole is None else WITH_ROWS[whole.kind]


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
        match whole.kind:
            case Container.LETTERHEAD:
                return ("letterhead",)
            case Container.FACT:
                return _fact_key(line)
            case _:
                return None
    if not path:
        return _key_by_looks(line)
    if line.shape is Shape.HEADING:
        return ("heading", *_named(path))
    if any(frame.kind is Container.SIGNATURE for frame in line.frames):
        return None if any(isinstance(step, int) for step in path) else ("signature", *_named(path))
    if line.role in {Role.LABELLED, Role.INTRODUCTION} and _begins_with_label(line):
        part = ("part", *_named(path)[:2])
        if part not in seen_parts:
            seen_parts.add(part)
            return part
    return None


def _key_by_looks(line: Line) -> Key | None:
    """Return what names a line of a text without paths: its part of the decision, or its label."""
    if line.role in _SIGNING:
        return ("role", line.role)
    is_running = line.shape is Shape.PARAGRAPH and line.cells[0]
    return ("label", line.cells[0][0].text) if is_running and _begins_with_label(line) else None


_SIGNING = frozenset({Role.DECISION_DATE, Role.SIGNER_NAME, Role.SIGNER_TITLE})


def _named(path: Path) -> Path:
    return path[:-1] if len(path) > 1 and path[-1] in _WORDING else path


def _begins_with_label(line: Line) -> bool:
    runs = line.cells[0]
    return bool(runs) and runs[0].bold and runs[0].text.rstrip().endswith((":", "?"))
