"""The inlines of two lines in; the stretches in which they differ, word by word, out.

What is found is small: as many letters as can be are kept, in their order, and no token is cut.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from uppdrag.compare.chain import Pair, heaviest_chain
from uppdrag.compare.line import text_of
from uppdrag.compare.words.cuts import Cut, Gap
from uppdrag.compare.words.sliding import slid
from uppdrag.compare.words.tokens import is_word, tokens
from uppdrag.document.tree import Inlines

MOST_MATCHES = 100_000
"""Pairs of equal words that are weighed; the commonest words are left out until there are fewer."""

LEAST_SHARED = 0.4
"""Share of the letters; lines with less in common are replaced whole, not word by word."""

FEW = 2
"""Stretches; with no more of them, two lines can be read together whatever they share."""


@dataclass(frozen=True, slots=True)
class Hunk:
    """A stretch that differs: the characters from `old_start` on become those from `new_start`."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int


def cut(inlines: Inlines) -> Cut:
    """Return the tokens of inlines. A link's target is part of what its words are compared as."""
    texts = tokens(text_of(inlines))
    starts = [0, *accumulate(map(len, texts))]
    keys: Sequence[object] = texts
    if any(run.target is not None for run in inlines):
        targets = _targets(inlines)
        keys = [
            (text, *targets[start : start + len(text)])
            if any(targets[start : start + len(text)])
            else text
            for text, start in zip(texts, starts, strict=False)
        ]
    return Cut(texts, keys, starts)


def _targets(inlines: Inlines) -> list[str | None]:
    return [run.target for run in inlines for _ in run.text]


def hunks(old: Inlines, new: Inlines) -> list[Hunk]:
    """Return the stretches in which two lines differ, in order, none touching another."""
    a, b = cut(old), cut(new)
    return [
        Hunk(a.starts[gap.old], a.starts[gap.old_end], b.starts[gap.new], b.starts[gap.new_end])
        for gap in slid(a, b, _differing(a, b))
    ]


def _differing(a: Cut, b: Cut) -> list[Gap]:
    """Return the stretches of tokens that differ."""
    whole = _trimmed(a, b, Gap(0, len(a), 0, len(b)))
    if whole.is_empty:
        return []
    if whole.is_one_sided:
        return [whole]
    found = list(_between(a, b, whole))
    is_torn = len(found) > FEW and _share_kept(a, b, found) < LEAST_SHARED
    return [whole] if is_torn else found


def _between(a: Cut, b: Cut, whole: Gap) -> Iterator[Gap]:
    """Yield what differs within a stretch: the gaps between the words that are kept."""
    old, _, new, _ = whole
    kept = heaviest_chain(_equal_words(a, b, whole))
    for i, j in [*((i, j) for i, j, _ in kept), (whole.old_end, whole.new_end)]:
        gap = _trimmed(a, b, Gap(old, i, new, j))
        if not gap.is_empty:
            yield gap
        old, new = i + 1, j + 1


def _equal_words(a: Cut, b: Cut, whole: Gap) -> Iterator[Pair]:
    """Yield the pairs of equal words, weighed by their letters."""
    places: dict[object, list[int]] = defaultdict(list)
    for j in range(whole.new, whole.new_end):
        if is_word(b.texts[j]):
            places[b.keys[j]].append(j)
    here = [(i, a.keys[i]) for i in range(whole.old, whole.old_end) if a.keys[i] in places]
    times = Counter(key for _, key in here)
    left_out = _too_common({key: times[key] * len(places[key]) for key in times})
    for i, key in here:
        if key not in left_out:
            weight = len(a.texts[i])
            # Of pairs that weigh the same, those that stand as far from the start go together.
            yield from ((i, j, weight - abs(i - j) * _NEARNESS) for j in places[key])


_NEARNESS = 1e-6


def _too_common(pairs: dict[object, int]) -> set[object]:
    total = sum(pairs.values())
    left_out = set()
    for key in sorted(pairs, key=pairs.__getitem__, reverse=True):
        if total <= MOST_MATCHES:
            break
        left_out.add(key)
        total -= pairs[key]
    return left_out


def _trimmed(a: Cut, b: Cut, gap: Gap) -> Gap:
    """Return a stretch without what is equal at its beginning and at its end."""
    i, old_end, j, new_end = gap
    while i < old_end and j < new_end and a.keys[i] == b.keys[j]:
        i, j = i + 1, j + 1
    while i < old_end and j < new_end and a.keys[old_end - 1] == b.keys[new_end - 1]:
        old_end, new_end = old_end - 1, new_end - 1
    return Gap(i, old_end, j, new_end)


def _share_kept(a: Cut, b: Cut, found: Sequence[Gap]) -> float:
    """Return how much of the letters of two lines stays, from 0 to 1."""
    whole = _letters(a, 0, len(a)) + _letters(b, 0, len(b))
    changed = sum(
        _letters(a, gap.old, gap.old_end) + _letters(b, gap.new, gap.new_end) for gap in found
    )
    return 1 - changed / whole if whole else 1.0


def _letters(tokens: Cut, start: int, end: int) -> int:
    return sum(len(text) for text in tokens.texts[start:end] if is_word(text))
