"""Weighted pairs of positions in; the heaviest of them that come in the same order on both sides.

The one way in which words, lines and moves are put in order: what lies in the chain stays where it
is, what lies outside has moved, or is another text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import TypeAlias

Pair: TypeAlias = tuple[int, int, float]
"""A position on each side, and what it weighs that they belong together."""


def heaviest_chain(pairs: Iterable[Pair]) -> list[Pair]:
    """Return the heaviest pairs that rise on both sides, in order, no position used twice.

    Time is that of sorting the pairs (Hunt and Szymanski 1977, with weights; Jacobson and Vo 1992).
    """
    # The chains that are worth going on with, by where they end: the further the heavier.
    ends: list[int] = []
    weights: list[float] = []
    links: list[_Link] = []
    # Among pairs of one left position the rightmost comes first, so that none follows another.
    for left, right, weight in sorted(pairs, key=lambda pair: (pair[0], -pair[1])):
        at = bisect_left(ends, right)
        before = links[at - 1] if at else None
        total = weight + (weights[at - 1] if at else 0)
        if at < len(ends) and ends[at] == right and weights[at] >= total:
            continue
        overtaken = at
        while overtaken < len(ends) and weights[overtaken] <= total:
            overtaken += 1
        ends[at:overtaken] = [right]
        weights[at:overtaken] = [total]
        links[at:overtaken] = [((left, right, weight), before)]
    chain: list[Pair] = []
    link = links[-1] if links else None
    while link is not None:
        chain.append(link[0])
        link = link[1]
    chain.reverse()
    return chain


_Link: TypeAlias = "tuple[Pair, _Link | None]"
