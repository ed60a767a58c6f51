"""Two texts as words in; the first places where they say something else out.

What parts the words is not compared: a line may break elsewhere, even within a long word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import islice

WINDOW = 300
"""Words after the first difference among which others are looked for."""

MOST = 5
"""Differences that are shown."""

_CONTEXT = 4


@dataclass(frozen=True, slots=True)
class Difference:
    """What is expected and what stands there, with the words around it; either may be empty."""

    before: str
    expected: str
    found: str
    after: str


def is_same(expected: Sequence[str], found: Sequence[str]) -> bool:
    """Tell whether two texts say the same, letter for letter."""
    return "".join(expected) == "".join(found)


def differences(expected: Sequence[str], found: Sequence[str]) -> tuple[Difference, ...]:
    """Return the first differences, none where the texts say the same."""
    if is_same(expected, found):
        return ()
    return tuple(islice(_differences(expected, found), MOST))


def _differences(expected: Sequence[str], found: Sequence[str]) -> Iterator[Difference]:
    begin = _alike(expected, found)
    end = _alike(expected[begin:][::-1], found[begin:][::-1])
    want = expected[begin : len(expected) - end][:WINDOW]
    have = found[begin : len(found) - end][:WINDOW]
    for kind, start, stop, at, to in SequenceMatcher(
        None, want, have, autojunk=False
    ).get_opcodes():
        if kind == "equal" or is_same(want[start:stop], have[at:to]):
            continue
        yield Difference(
            " ".join(expected[max(0, begin + start - _CONTEXT) : begin + start]),
            " ".join(want[start:stop]),
            " ".join(have[at:to]),
            " ".join(expected[begin + stop : begin + stop + _CONTEXT]),
        )


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many words the texts begin with in common."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
