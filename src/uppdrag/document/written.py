"""A run of the document tree and the text of its value in; where each character is written out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from operator import itemgetter

from uppdrag.document.prose import characters
from uppdrag.document.tree import Run


def places(text: str, run: Run) -> Iterator[tuple[int, int]]:
    """Yield the start and end, in the text of its value, of each character of a running text's run.

    A space is all the white space that was folded into it; an escaped character has its backslash.
    """
    if text.startswith(run.text, run.origin.start):
        # Written as it is printed: no need to read the text again.
        yield from (
            (at, at + 1) for at in range(run.origin.start, run.origin.start + len(run.text))
        )
        return
    written = _characters(text)
    at = bisect_left(written, run.origin.start, key=itemgetter(1))
    for character in run.text:
        first = at
        while at < len(written) and written[at][0].isspace():
            at += 1
        if not character.isspace():
            first = at
            at += 1
        if not first < at <= len(written):
            return
        yield written[first][1], written[at - 1][2]


def places_of_words(text: str) -> Iterator[tuple[int, int]]:
    """Yield the same for each character of the words of a short value, set with single spaces."""
    end = 0
    for word in text.split():
        start = text.index(word, end)
        if end:
            yield end, start
        end = start + len(word)
        yield from ((at, at + 1) for at in range(start, end))


@lru_cache(maxsize=32)
def _characters(text: str) -> tuple[tuple[str, int, int], ...]:
    return tuple(characters(text))
