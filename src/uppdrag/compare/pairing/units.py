"""The lines of a document in; what is compared as one piece out: a line, a table, a letterhead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import groupby, pairwise

from uppdrag.compare.line import Container, Line, Shape, text_of
from uppdrag.compare.pairing.keys import Key, fact_key, key_of, whole_of
from uppdrag.compare.words.tokens import words

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


_SORTS = {
    Container.TABLE: Sort.TABLE,
    Container.LETTERHEAD: Sort.LETTERHEAD,
    Container.FACT: Sort.FACT,
}

WITH_ROWS = frozenset(_SORTS.values())
"""What is compared row by row, fact by fact or value by value."""


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
        Unit(part, first, _sort(part[0]), _group(part[0]), key_of(part[0], seen_parts))
        for first, part in _pieces(lines)
    ]


def rows_of(unit: Unit) -> list[Unit]:
    """Return as pieces of their own: rows of a table, facts of a letterhead, values of a fact."""
    if unit.sort is Sort.LETTERHEAD:
        parts = list(_grouped(unit.lines, lambda line: line.frames[-1]))
        return [
            Unit(part, unit.first + first, Sort.FACT, "", fact_key(part[0]))
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


def _pieces(lines: Sequence[Line]) -> Iterator[tuple[int, Sequence[Line]]]:
    for first, part in _grouped(lines, whole_of):
        if whole_of(part[0]) is not None:
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


def _sort(line: Line) -> Sort:
    whole = whole_of(line)
    return Sort.TEXT if whole is None else _SORTS[whole.kind]


def _group(line: Line) -> str:
    path = line.origin.path
    return str(path[0]) if path else ""
