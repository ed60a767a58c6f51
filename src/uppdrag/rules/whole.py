"""A pattern and a mandate in; each place where its printed words match out.

All passages are searched as one text, which is much quicker than one after another.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from uppdrag.rules.passage import Passage
from uppdrag.rules.subject import Subject
from uppdrag.source.pattern import lazy_pattern


@dataclass(frozen=True, slots=True)
class Places:
    """The passages of a mandate, and where each begins in the text of all."""

    passages: tuple[Passage, ...]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, subject: Subject) -> Places:
        """Return the places of a mandate's passages."""
        lengths = (len(passage.text) + 1 for passage in subject.passages)
        return cls(subject.passages, tuple(accumulate(lengths, initial=0)))

    def at(self, start: int, end: int) -> tuple[Passage, tuple[int, int]]:
        """Return the passage that some characters of the whole text lie in, and where in it."""
        index = bisect_right(self.starts, start) - 1
        begun = self.starts[index]
        return self.passages[index], (start - begun, end - begun)


def figures(subject: Subject, pattern: re.Pattern[str]) -> Iterator[tuple[Passage, re.Match[str]]]:
    """Yield each passage and match of a pattern that begins with the first of some figures.

    A match lies in its passage, and none begins inside another.
    """
    places: Places | None = None
    done = 0
    for run in _FIGURES.finditer(subject.text):
        if run.start() < done or pattern.match(subject.text, run.start()) is None:
            continue
        places = places or Places.of(subject)
        passage, (start, _) = places.at(*run.span())
        found = pattern.match(passage.text, start)
        if found is not None:
            done = run.start() + len(found[0])
            yield passage, found


_FIGURES = lazy_pattern("[0-9]+")
