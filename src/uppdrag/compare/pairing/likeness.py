"""Two pieces in; how alike they are, from 0 to 1, out; and which of many are worth weighing.

Alike are pieces that share words, weighed by their letters. The thresholds are measured on pairs of
real documents.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain, product

from uppdrag.compare.pairing.units import Sort, Unit

MANY = 2_000
"""Pairs of pieces; where there are more, only those with something uncommon in common are tried."""

UNCOMMON = 8
"""Pieces that hold it; what more of them hold tells nothing."""

FEW = 10
"""Words and pairs of words; a piece with more of them shares two with what it is like."""

NEIGHBOURS = 2
"""Places to each side; pieces that stand as far into their documents are tried too."""


def likeness(one: Unit, other: Unit) -> float:
    """Return how much of the letters of two pieces are in words that they share."""
    whole = one.weight + other.weight
    return 2 * common(one.bag, other.bag) / whole if whole else 0.0


def common(one: Counter[str], other: Counter[str]) -> int:
    """Return the letters of the words that both hold, as often as both do."""
    return sum([len(word) * min(one[word], other[word]) for word in one.keys() & other.keys()])


def most_likeness(one: int, other: int) -> float:
    """Return how alike pieces of these weights can be at most."""
    return 2 * min(one, other) / (one + other) if one and other else 0.0


def may_be_one(one: Unit, other: Unit) -> bool:
    """Tell whether two pieces can be the same: tables have as many columns."""
    if one.sort is not other.sort or (one.line.level > 0) != (other.line.level > 0):
        return False
    return one.sort is not Sort.TABLE or len(one.line.cells) == len(other.line.cells)


def candidates(
    old: Sequence[Unit], a: Sequence[int], new: Sequence[Unit], b: Sequence[int]
) -> Iterable[tuple[int, int]]:
    """Return the pairs of pieces that are worth weighing: all, or as many as there are pieces."""
    if len(a) * len(b) <= MANY:
        return product(a, b)
    return _near(a, b) | _with_uncommon(old, a, new, b)


def _near(a: Sequence[int], b: Sequence[int]) -> set[tuple[int, int]]:
    """Return those that stand as far from the beginning, or from the end."""
    longer = len(b) - len(a)
    return {
        (i, b[at])
        for n, i in enumerate(a)
        for start in {n, n + longer}
        for at in range(max(0, start - NEIGHBOURS), min(len(b), start + NEIGHBOURS + 1))
    }


def _with_uncommon(
    old: Sequence[Unit], a: Sequence[int], new: Sequence[Unit], b: Sequence[int]
) -> set[tuple[int, int]]:
    """Return those that share words, or words in a row, that few others have."""
    holders: dict[object, list[int]] = defaultdict(list)
    for j in b:
        for feature in new[j].features:
            holders[feature].append(j)
    found = set()
    for i in a:
        features = old[i].features
        telling = [numbers for f in features if len(numbers := holders.get(f, ())) <= UNCOMMON]
        shared = Counter(chain.from_iterable(telling))
        least = 1 if len(features) <= FEW else 2
        found.update([(i, j) for j, times in shared.items() if times >= least])
    return found
