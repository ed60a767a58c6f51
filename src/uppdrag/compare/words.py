"""The inlines of two lines in; the stretches in which they differ, word by word, out.

What is found is small: as many letters as can be are kept, in their order, and no token is cut.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from uppdrag.compare.chain import Pair, heaviest_chain
from uppdrag.compare.lines import text_of
from uppdrag.compare.tokens import is_word, tokens
from uppdrag.document.tree import Inlines

MOST_MATCHES = 100_000
"""Pairs of equal words that are weighed; the commonest words are left out until there are fewer."""

LEAST_SHARED = 0.4
"""Share of the letters; lines with less in common are replaced whole, not word by word."""

_SENTENCE_END = re.compile(r"[.?!:]\s*$")


@dataclass(frozen=True, slots=True)
class Hunk:
    """A stretch that differs: the characters from `old_start` on become those from `new_start`."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int


@dataclass(frozen=True, slots=True)
class Cut:
    """The tokens of inlines: their texts, what each is compared as, and where each begins."""

    texts: Sequence[str]
    keys: Sequence[object]
    starts: Sequence[int]

    def __len__(self) -> int:
        return len(self.texts)


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
        Hunk(a.starts[i], a.starts[k], b.starts[j], b.starts[m])
        for i, k, j, m in _differing(a, b)
    ]


def _differing(a: Cut, b: Cut) -> list[tuple[int, int, int, int]]:
    """Return the ranges of tokens that differ: from and to in the old, from and to in the new."""
    head = _equal_ahead(a.keys, b.keys, 0, len(a), 0, len(b))
    tail = _equal_behind(a.keys, b.keys, head, len(a), head, len(b))
    ends = len(a) - tail, len(b) - tail
    if head == ends[0] or head == ends[1]:
        found = [(head, ends[0], head, ends[1])] if ends != (head, head) else []
    else:
        found = list(_between(a, b, head, *ends))
        if len(found) > 2 and _share_kept(a, b, found) < LEAST_SHARED:
            found = [(head, ends[0], head, ends[1])]
    return [_slid(a, b, one, found) for one in found]


def _between(
    a: Cut, b: Cut, head: int, old_end: int, new_end: int
) -> Iterator[tuple[int, int, int, int]]:
    """Yield what differs between the common head and tail: gaps between the words kept."""
    old_at = new_at = head
    kept = heaviest_chain(_equal_words(a, b, head, old_end, new_end))
    for i, j in [*((i, j) for i, j, _ in kept), (old_end, new_end)]:
        ahead = _equal_ahead(a.keys, b.keys, old_at, i, new_at, j)
        behind = _equal_behind(a.keys, b.keys, old_at + ahead, i, new_at + ahead, j)
        gap = (old_at + ahead, i - behind, new_at + ahead, j - behind)
        if gap[0] < gap[1] or gap[2] < gap[3]:
            yield gap
        old_at, new_at = i + 1, j + 1


def _equal_words(a: Cut, b: Cut, head: int, old_end: int, new_end: int) -> Iterator[Pair]:
    """Yield the pairs of equal words, weighed by their letters."""
    places: dict[object, list[int]] = defaultdict(list)
    for j in range(head, new_end):
        if is_word(b.texts[j]):
            places[b.keys[j]].append(j)
    here = [(i, a.keys[i]) for i in range(head, old_end) if a.keys[i] in places]
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


def _equal_ahead(
    a: Sequence[object], b: Sequence[object], i: int, old_end: int, j: int, new_end: int
) -> int:
    count = 0
    most = min(old_end - i, new_end - j)
    while count < most and a[i + count] == b[j + count]:
        count += 1
    return count


def _equal_behind(
    a: Sequence[object], b: Sequence[object], i: int, old_end: int, j: int, new_end: int
) -> int:
    count = 0
    most = min(old_end - i, new_end - j)
    while count < most and a[old_end - 1 - count] == b[new_end - 1 - count]:
        count += 1
    return count


def _share_kept(a: Cut, b: Cut, found: Sequence[tuple[int, int, int, int]]) -> float:
    """Return how much of the letters of two lines stays, from 0 to 1."""
    whole = _letters(a, 0, len(a)) + _letters(b, 0, len(b))
    changed = sum(_letters(a, i, k) + _letters(b, j, m) for i, k, j, m in found)
    return 1 - changed / whole if whole else 1.0


def _letters(tokens: Cut, start: int, end: int) -> int:
    return sum(len(text) for text in tokens.texts[start:end] if is_word(text))


def _slid(
    a: Cut, b: Cut, one: tuple[int, int, int, int], found: Sequence[tuple[int, int, int, int]]
) -> tuple[int, int, int, int]:
    """Return what was only added, or only taken away, where a reader would say that it begins.

    `a [b a] b` and `a b [a b]` are the same edit; the one that begins with a sentence, or at least
    after a space, is easier to read.
    """
    old_start, old_end, new_start, new_end = one
    if old_start < old_end and new_start < new_end:
        return one
    is_added = new_start < new_end
    side, start, end = (b, new_start, new_end) if is_added else (a, old_start, old_end)
    at = found.index(one)
    before = found[at - 1] if at else None
    after = found[at + 1] if at + 1 < len(found) else None
    least = (before[3] if is_added else before[1]) if before else 0
    most = (after[2] if is_added else after[0]) if after else len(side)
    # One token is left between two stretches, so that they stay two.
    least, most = least + (1 if before else 0), most - (1 if after else 0)
    back = 0
    while start - back > least and side.keys[start - back - 1] == side.keys[end - back - 1]:
        back += 1
    forth = 0
    while end + forth < most and side.keys[start + forth] == side.keys[end + forth]:
        forth += 1
    best = max(range(-back, forth + 1), key=lambda by: (_ease(side, start + by, end + by), -by))
    return old_start + best, old_end + best, new_start + best, new_end + best


def _ease(side: Cut, start: int, end: int) -> int:
    """Return how naturally a stretch begins and ends, the more the better."""
    before = "".join(side.texts[max(0, start - 2) : start])
    first, last = side.texts[start], side.texts[end - 1]
    if not before or (_SENTENCE_END.search(before) and before[-1].isspace()):
        return 3 if last.isspace() or end == len(side) else 2
    if before[-1].isspace() and last.isspace():
        return 2
    return int(first.isspace() and (end == len(side) or not side.texts[end].isspace()))
