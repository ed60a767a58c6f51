"""A source and its document tree in; what is printed, and where each character is written, out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from uppdrag.document.inlines import block_inlines, inlines
from uppdrag.document.tree import Block, Document, Letterhead, Note, Run, Table
from uppdrag.document.written import places
from uppdrag.source import NodePath, Scalar, Source

_SPACE = re.compile(r"\s+")
_SPACES = " \u00a0\u202f"
"""What may stand between the words of a run."""


class Spot(NamedTuple):
    """A printed character: in which inlines, counted in reading order, and which one of them."""

    inlines: int
    character: int


class Stretch(NamedTuple):
    """A run of some text, from the spot where it begins."""

    start: Spot
    run: Run

    def spots(self, start: int, end: int) -> list[Spot]:
        """Return the spots of the run's characters from start up to end."""
        first = self.start.character
        return [Spot(self.start.inlines, first + at) for at in range(start, end)]

    def find(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """Return where a text stands in the run as words of its own; white space may differ.

        Group 1 are the text's characters from start up to end.
        """
        parts = (text[:start], text[start:end], text[end:])
        head, words, tail = (r"\s*".join(map(re.escape, _SPACE.split(part))) for part in parts)
        before = r"(?<!\w)" if text.lstrip()[:1].isalnum() else ""
        after = r"(?!\w)" if text.rstrip()[-1:].isalnum() else ""
        return re.search(f"{before}{head}({words}){tail}{after}", self.run.text)


class Letter(NamedTuple):
    """A printed character of running text: which one of a run, and where in the value it stands."""

    stretch: Stretch
    at: int
    start: int
    end: int

    @property
    def character(self) -> str:
        """The character itself."""
        return self.stretch.run.text[self.at]

    @property
    def spot(self) -> Spot:
        """The character's own spot."""
        return self.stretch.spots(self.at, self.at + 1)[0]

    @property
    def word(self) -> list[Spot]:
        """The spots of the word that it belongs to; of a link, all its words."""
        text = self.stretch.run.text
        if self.stretch.run.target is not None:
            return self.stretch.spots(0, len(text))
        before, after = text[: self.at], text[self.at :]
        start = max(before.rfind(space) for space in _SPACES) + 1
        ends = [at for at in map(after.find, _SPACES) if at >= 0]
        return self.stretch.spots(start, self.at + min(ends, default=len(after)))


@dataclass(frozen=True)
class Printed:
    """All that is printed of a source."""

    document: Document
    source: Source

    @cached_property
    def stretches(self) -> tuple[Stretch, ...]:
        """Every run that has more than white space, in reading order."""
        return tuple(_stretches(self.document))

    def nearest(self, path: NodePath) -> tuple[Stretch, ...]:
        """Return the stretches whose origins share most with a path; none that shares nothing."""
        beginnings = (path[:steps] for steps in range(len(path), 0, -1))
        return next((self._below[one] for one in beginnings if one in self._below), ())

    def letters(self, path: NodePath) -> list[Letter]:
        """Return the characters of the running text at a path; none for any other value."""
        return self._letters.get(path, [])

    def together(self, spots: Sequence[Spot]) -> list[Spot]:
        """Return the spots that a comment can cover: one that begins in a table ends in it.

        LibreOffice loses a comment that begins in a table and ends some paragraphs after it.
        """
        first = min(spots).inlines
        for table in self._tables:
            if first in table:
                return [spot for spot in spots if spot.inlines in table]
        return list(spots)

    @cached_property
    def values(self) -> tuple[tuple[NodePath, Scalar], ...]:
        """Every value of the source with its path, in the order of the file."""
        return tuple(self.source.scalars())

    @cached_property
    def _below(self) -> dict[NodePath, tuple[Stretch, ...]]:
        """The stretches whose origins begin with a path, for every path that any begins with."""
        found: dict[NodePath, list[Stretch]] = {}
        for stretch in self.stretches:
            path = stretch.run.origin.path
            for steps in range(1, len(path) + 1):
                found.setdefault(path[:steps], []).append(stretch)
        return {path: tuple(below) for path, below in found.items()}

    @cached_property
    def _tables(self) -> tuple[range, ...]:
        """Which inlines each table and letterhead has."""
        return tuple(_tables(self.document.blocks))

    @cached_property
    def _letters(self) -> dict[NodePath, list[Letter]]:
        found: dict[NodePath, list[Letter]] = {}
        for stretch in self.stretches:
            path = stretch.run.origin.path
            node = self.source.node(path)
            if stretch.run.origin.end is None or not isinstance(node, Scalar):
                continue
            found.setdefault(path, []).extend(_letters(stretch, node.text))
        return found


def _stretches(document: Document) -> Iterator[Stretch]:
    for number, one in enumerate(inlines(document)):
        at = 0
        for run in one:
            if run.text.strip():
                yield Stretch(Spot(number, at), run)
            at += len(run.text)


def _tables(blocks: Iterable[Block]) -> Iterator[range]:
    at = 0
    for block in blocks:
        if isinstance(block, Note):
            yield from (range(at + own.start, at + own.stop) for own in _tables(block.blocks))
        after = at + len(block_inlines(block))
        if isinstance(block, Table | Letterhead):
            yield range(at, after)
        at = after


def _letters(stretch: Stretch, text: str) -> Iterator[Letter]:
    for number, (start, end) in enumerate(places(text, stretch.run)):
        yield Letter(stretch, number, start, end)
