"""A mandate in; its links out, each with its words, its address and the place of both."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from uppdrag.document.tree import Run
from uppdrag.rules.passage import Passage
from uppdrag.rules.subject import Subject
from uppdrag.source import Range, Scalar, Source


@dataclass(frozen=True, slots=True)
class Link:
    """A link: `start` and `end` are its words in the passage, `at` its address in the value."""

    passage: Passage
    start: int
    end: int
    target: str
    at: int

    @property
    def words(self) -> str:
        """Return what is printed of the link."""
        return self.passage.text[self.start : self.end]

    def place(self, source: Source, start: int, end: int) -> Range:
        """Return where some characters of the address are written."""
        return source.locate(self.passage.path, self.at + start, self.at + end)


def links(subject: Subject) -> Iterator[Link]:
    """Yield each link of a mandate whose address can be found as it was written."""
    if "](" not in subject.source.text:
        return
    for passage in subject.passages:
        if any(run.target is not None for run in passage.runs):
            yield from _of_passage(subject.source, passage)


def _of_passage(source: Source, passage: Passage) -> Iterator[Link]:
    node = source.node(passage.path)
    written = node.text if isinstance(node, Scalar) else ""
    end = 0
    for target, runs in groupby(passage.runs, lambda run: run.target):
        same = list(runs)
        start, end = end, end + sum(len(run.text) for run in same)
        if target and (at := _address_at(written, same[-1], target)) >= 0:
            yield Link(passage, start, end, target, at)


def _address_at(written: str, last: Run, target: str) -> int:
    opened = written.find("](", last.origin.end)
    return written.find(target, opened) if opened >= 0 else -1
