"""The pieces of two documents in; which of them belong together out.

In this order: what has the same key; what says the same; one piece that became several, or the
reverse; what is alike between two that belong together; and last what is alike elsewhere.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from uppdrag.compare.chain import Pair, heaviest_chain
from uppdrag.compare.pairing.breaking import grow, take_parts
from uppdrag.compare.pairing.headings import take_headings
from uppdrag.compare.pairing.likeness import UNCOMMON
from uppdrag.compare.pairing.matching import Match, Pairing
from uppdrag.compare.pairing.units import Unit

ALIKE_BETWEEN = 0.5
"""Likeness of pieces between two that belong together."""

ALIKE_ALONE = 0.4
"""The same where there is but one piece on each side."""

ALIKE_IN_SECTION = 0.6
ALIKE_ANYWHERE = 0.8

TELLING = 8
"""Characters; a shorter text that stands in another section is not taken for the same."""


def align(old: Sequence[Unit], new: Sequence[Unit]) -> list[Match]:
    """Return the pieces that belong together, in the order of the new document."""
    pairing = Pairing(old, new)
    _by_key(pairing)
    _by_unique_content(pairing)
    for a, b in _sections(pairing):
        _in_order(pairing, a, b)
        _anywhere(pairing, a, b, ALIKE_IN_SECTION)
    _anywhere(pairing, range(len(old)), range(len(new)), ALIKE_ANYWHERE)
    take_headings(pairing)
    return pairing.matches


def _by_key(pairing: Pairing) -> None:
    """Take what has the same key on both sides, and no other piece has."""
    old = _unique(pairing.old, lambda unit: unit.key, set())
    new = _unique(pairing.new, lambda unit: unit.key, set())
    for key, i in old.items():
        j = new.get(key)
        if j is not None and pairing.old[i].sort is pairing.new[j].sort:
            pairing.take((i,), (j,))


def _by_unique_content(pairing: Pairing) -> None:
    """Take what is said once on both sides."""
    old = _unique(pairing.old, lambda unit: unit.content, pairing.taken_old)
    new = _unique(pairing.new, lambda unit: unit.content, pairing.taken_new)
    for content, i in old.items():
        j = new.get(content)
        if j is None:
            continue
        one, other = pairing.old[i], pairing.new[j]
        if one.group == other.group or len(one.text) >= TELLING:
            pairing.take((i,), (j,))


def _unique(
    units: Sequence[Unit], name: Callable[[Unit], object], taken: set[int]
) -> dict[object, int]:
    """Return the pieces that alone have a name, by that name."""
    found: dict[object, int] = {}
    several = set()
    for number, unit in enumerate(units):
        key = None if number in taken else name(unit)
        if key is None:
            continue
        if key in found:
            several.add(key)
        found[key] = number
    return {key: number for key, number in found.items() if key not in several}


def _sections(pairing: Pairing) -> Iterator[tuple[list[int], list[int]]]:
    """Yield the pieces of each section, old and new; those of a renamed section too."""
    old, new = _by_group(pairing.old), _by_group(pairing.new)
    renamed = _renamed(pairing, old, new)
    for group, numbers in new.items():
        yield old.get(renamed.get(group, group), []), numbers


def _by_group(units: Sequence[Unit]) -> dict[str, list[int]]:
    groups: dict[str, list[int]] = defaultdict(list)
    for number, unit in enumerate(units):
        groups[unit.group].append(number)
    return groups


def _renamed(
    pairing: Pairing, old: dict[str, list[int]], new: dict[str, list[int]]
) -> dict[str, str]:
    """Return the old key of each section whose key is new but whose pieces have pairs."""
    votes: Counter[tuple[str, str]] = Counter()
    for i, j in pairing.partner.items():
        before, now = pairing.old[i].group, pairing.new[j].group
        if before not in new and now not in old:
            votes[now, before] += pairing.old[i].size
    renamed: dict[str, str] = {}
    for (now, before), _ in votes.most_common():
        if now not in renamed and before not in renamed.values():
            renamed[now] = before
    return renamed


def _in_order(pairing: Pairing, a: Sequence[int], b: Sequence[int]) -> None:
    """Take what belongs together between those that already do."""
    inside = set(b)
    partner, old = pairing.partner, pairing.old
    pairs = [(i, partner[i], old[i].size) for i in a if partner.get(i) in inside]
    last = len(pairing.old), len(pairing.new), 0
    for (i, j, _), (k, m, _) in pairwise([(-1, -1, 0), *heaviest_chain(pairs), last]):
        if k - i > 1 and m - j > 1:
            _between(pairing, *pairing.free(_inside(a, i, k), _inside(b, j, m)))
    grow(pairing, a)


def _inside(numbers: Sequence[int], low: int, high: int) -> Sequence[int]:
    """Return those of rising numbers that lie between two."""
    return numbers[bisect_right(numbers, low) : bisect_left(numbers, high)]


def _between(pairing: Pairing, a: Sequence[int], b: Sequence[int]) -> None:
    """Take what belongs together of free pieces that stand between the same two."""
    if a and b:
        _same_content(pairing, a, b)
        a, b = pairing.free(a, b)
    if a and b:
        pairs = list(pairing.candidates(a, b))
        take_parts(pairing, pairs)
        a, b = pairing.free(a, b)
        least = ALIKE_ALONE if len(a) == len(b) == 1 else ALIKE_BETWEEN
        for i, j, _ in heaviest_chain(each[:3] for each in pairing.alike(pairs, least)):
            pairing.take((i,), (j,))


def _same_content(pairing: Pairing, a: Sequence[int], b: Sequence[int]) -> None:
    """Take equal pieces in the order that keeps most of them where they are."""
    places: dict[object, list[int]] = defaultdict(list)
    for j in b:
        places[pairing.new[j].content].append(j)
    pairs: list[Pair] = []
    for i in a:
        found = places.get(pairing.old[i].content, ())
        # Many equal pieces (blank cells, dashes): each is tried with its nearest only.
        near = found if len(found) <= UNCOMMON else _nearest(found, i - a[0] + b[0])
        pairs.extend((i, j, pairing.old[i].size) for j in near)
    for i, j, _ in heaviest_chain(pairs):
        pairing.take((i,), (j,))


def _nearest(numbers: Sequence[int], place: int) -> Sequence[int]:
    at = bisect_left(numbers, place)
    return numbers[max(0, at - UNCOMMON // 2) : at + UNCOMMON // 2]


def _anywhere(pairing: Pairing, a: Sequence[int], b: Sequence[int], least: float) -> None:
    """Take what is alike wherever it stands, the most alike first: these have moved."""
    a, b = pairing.free(a, b)
    if not a or not b:
        return
    found = sorted(
        pairing.alike(pairing.candidates(a, b), least),
        key=lambda each: (-each.likeness, -each.letters, each.old, each.new),
    )
    for i, j, _, _ in found:
        if i not in pairing.taken_old and j not in pairing.taken_new:
            pairing.take((i,), (j,))
