"""A source and its document tree in; the printed words, each with its place in the file, out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from itertools import chain

from uppdrag.document.compose import NOT_PRINTED
from uppdrag.document.tree import (
    Block,
    Document,
    Heading,
    Inlines,
    ListBlock,
    Note,
    Paragraph,
    Run,
    Table,
)
from uppdrag.document.written import places, places_of_words
from uppdrag.source import NodePath, Range, Scalar, Source


class Kind(Enum):
    """Where a passage stands."""

    PARAGRAPH = "paragraph"
    ITEM = "item"
    CELL = "cell"
    VALUE = "value"


@dataclass(frozen=True)
class Passage:
    """The words of one paragraph, list item, table cell or short value, without markup.

    `text` has single spaces; `runs` are the same words with their form and links, none for a
    value. Offsets count code points of `text`.
    """

    text: str
    path: NodePath
    kind: Kind
    runs: Inlines = ()
    source: Source = field(repr=False, compare=False, kw_only=True)

    def range(self, start: int, end: int) -> Range:
        """Return where in the file the characters from start up to end are written."""
        written = self._places
        first = written[start][0] if start < len(written) else self._end
        return self.source.locate(self.path, first, written[end - 1][1] if start < end else first)

    @property
    def section(self) -> str:
        """Return the key of the file's first level that the passage stands under."""
        return str(self.path[0])

    @property
    def _end(self) -> int:
        return self._places[-1][1] if self._places else 0

    @cached_property
    def _places(self) -> list[tuple[int, int]]:
        """Return, for each character, its start and end in the text of the YAML value."""
        node = self.source.node(self.path)
        raw = node.text if isinstance(node, Scalar) else ""
        if not self.runs:
            return list(places_of_words(raw))
        return list(chain.from_iterable(places(raw, run) for run in self.runs))


def passages(source: Source, document: Document) -> tuple[Passage, ...]:
    """Return every printed value of the file as passages, in the order of the file."""
    prose: dict[NodePath, list[Passage]] = {}
    for kind, inlines in _inlines(document.blocks):
        runs = tuple(run for run in inlines if run.origin.end is not None)
        if runs:
            path = runs[0].origin.path
            words = "".join(run.text for run in runs)
            prose.setdefault(path, []).append(Passage(words, path, kind, runs, source=source))
    return tuple(chain.from_iterable(_of_values(source, prose)))


def _of_values(source: Source, prose: dict[NodePath, list[Passage]]) -> Iterator[list[Passage]]:
    for path, scalar in source.scalars():
        if path in prose:
            yield prose[path]
        elif path[0] not in NOT_PRINTED and (words := " ".join(scalar.text.split())):
            yield [Passage(words, path, Kind.VALUE, source=source)]


def _inlines(blocks: tuple[Block, ...]) -> Iterator[tuple[Kind, Inlines]]:
    for block in blocks:
        match block:
            case Paragraph() | Heading():
                yield Kind.PARAGRAPH, block.inlines
            case ListBlock():
                for item in block.items:
                    for kind, inlines in _inlines(item.blocks):
                        yield Kind.ITEM if kind is Kind.PARAGRAPH else kind, inlines
            case Table():
                for row in (block.header, *block.rows):
                    yield from ((Kind.CELL, cell) for cell in row.cells)
            case Note():
                yield from _inlines(block.blocks)
            case _:
                continue


def link_runs(passage: Passage) -> Iterator[tuple[int, Run]]:
    """Yield each link of a passage with the offset that its words begin at."""
    at = 0
    for run in passage.runs:
        if run.target is not None:
            yield at, run
        at += len(run.text)
