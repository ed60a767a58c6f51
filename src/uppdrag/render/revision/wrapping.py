"""Stretches of text in; the same broken into rows of so many columns out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from uppdrag.findings.visible import columns
from uppdrag.render.revision.faces import Span

_LEAST = 10
"""Columns; in a narrower space than this nothing can be read."""


def wrapped(spans: Iterable[Span], width: int) -> Iterator[list[Span]]:
    """Yield rows of at most so many columns, broken at spaces; a longer word is cut."""
    room = max(width, _LEAST)
    row: list[Span] = []
    used = 0
    for gap, word in _words(spans):
        size = sum(columns(span.text) for span in word)
        if row and used + columns(gap.text) + size > room:
            yield row
            row, used = [], 0
        elif row:
            row.append(gap)
            used += columns(gap.text)
        *full, (last, used) = _cut(word, room, used)
        for number, (part, _) in enumerate((*full, (last, used))):
            if number:
                yield row
                row = []
            row.extend(part)
    yield row


def _words(spans: Iterable[Span]) -> Iterator[tuple[Span, list[Span]]]:
    """Yield each word with the space before it; a word may be of several looks."""
    gap = Span("")
    word: list[Span] = []
    for span in spans:
        first, *others = span.text.split(" ")
        if first:
            word.append(Span(first, span.look))
        for text in others:
            if word:
                yield gap, word
            gap, word = Span(" ", span.look), [Span(text, span.look)] if text else []
    if word:
        yield gap, word


def _cut(word: list[Span], room: int, used: int) -> list[tuple[list[Span], int]]:
    """Return the pieces of a word that each have room on a row, with the columns then used."""
    pieces: list[tuple[list[Span], int]] = []
    part: list[Span] = []
    for span in word:
        start = 0
        for at, character in enumerate(span.text):
            size = columns(character)
            if used + size > room:
                pieces.append(([*part, Span(span.text[start:at], span.look)], used))
                part, start, used = [], at, 0
            used += size
        part.append(Span(span.text[start:], span.look))
    return [*pieces, (part, used)]
