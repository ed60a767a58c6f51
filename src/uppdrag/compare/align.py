"""The pieces of two documents in; which of them belong together out.

In this order: what has the same key; what says the same; one piece that became two or three, or
the reverse; what is alike between two that belong together; and last what is alike elsewhere. The
thresholds are measured on pairs of real documents.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from uppdrag.compare.chain import Pair, heaviest_chain
from uppdrag.compare.units import Sort, Unit

ALIKE_BETWEEN = 0.5
"""Share of letters in common words, for pieces between two that belong together."""

ALIKE_ALONE = 0.4
"""The same where there is but one piece on each side."""

ALIKE_IN_SECTION = 0.6
ALIKE_ANYWHERE = 0.8
ALIKE_WHOLE = 0.85
"""The same for one piece against several, and how much better than any one of them they must be."""

CLEARLY_BETTER = 0.05

MOST_PARTS = 3
MANY = 2_500
"""Pairs of pieces; where there are more, only those with an uncommon word in common are weighed."""

UNCOMMON = 8
"""Pieces that hold it; a word in more of them tells nothing."""

FEWEST_WORDS = 4
"""Words; a shorter text that stands in another section is not taken for the same."""


@dataclass(frozen=True, slots=True)
class Match:
    """Pieces that belong together, by their numbers: one and one, one and several, or reversed."""

    old: tuple[int, ...]
    new: tuple[int, ...]


def align(old: Sequence[Unit], new: Sequence[Unit]) -> list[Match]:
    """Return the pieces that belong together, in the order of the new document."""
    aligning = _Aligning(old, new)
    aligning.by_key()
    aligning.by_unique_content()
    for a, b in aligning.groups():
        aligning.in_order(a, b)
        aligning.anywhere(a, b, ALIKE_IN_SECTION)
    aligning.anywhere(range(len(old)), range(len(new)), ALIKE_ANYWHERE)
    return sorted(aligning.matches, key=lambda match: match.new)


def likeness(one: Unit, other: Unit) -> float:
    """Return how much of the letters of two pieces are in words that they share, from 0 to 1."""
    return _shared(one.bag, one.weight, other.bag, other.weight)


def _shared(one: Counter[str], weight: int, other: Counter[str], other_weight: int) -> float:
    whole = weight + other_weight
    if not whole:
        return 0.0
    if len(one) > len(other):
        one, other = other, one
    get = other.get
    common = sum([len(word) * min(times, get(word, 0)) for word, times in one.items()])
    return 2 * common / whole


class _Aligning:
    def __init__(self, old: Sequence[Unit], new: Sequence[Unit]) -> None:
        self.old = old
        self.new = new
        self.matches: list[Match] = []
        self.partner: dict[int, int] = {}
        self.taken_old: set[int] = set()
        self.taken_new: set[int] = set()
        self.likenesses: dict[tuple[int, int], float] = {}

    def take(self, old: tuple[int, ...], new: tuple[int, ...]) -> None:
        self.matches.append(Match(old, new))
        self.taken_old.update(old)
        self.taken_new.update(new)
        # A place in order for what comes between: one that became several is where it begins.
        self.partner[old[0]] = new[0]

    def like(self, i: int, j: int) -> float:
        found = self.likenesses.get((i, j))
        if found is None:
            one, other = self.old[i], self.new[j]
            found = likeness(one, other) if _may_be_one(one, other) else 0.0
            self.likenesses[i, j] = found
        return found

    def by_key(self) -> None:
        """Take what has the same key on both sides, and no other piece has."""
        old = _unique(self.old, lambda unit: unit.key)
        new = _unique(self.new, lambda unit: unit.key)
        for key, i in old.items():
            j = new.get(key)
            if j is not None and self.old[i].sort is self.new[j].sort:
                self.take((i,), (j,))

    def by_unique_content(self) -> None:
        """Take what is said once on both sides."""
        old = _unique(self.old, lambda unit: unit.content, self.taken_old)
        new = _unique(self.new, lambda unit: unit.content, self.taken_new)
        for content, i in old.items():
            j = new.get(content)
            if j is None:
                continue
            is_near = self.old[i].group == self.new[j].group
            if is_near or len(self.old[i].bag) >= FEWEST_WORDS:
                self.take((i,), (j,))

    def groups(self) -> Iterator[tuple[list[int], list[int]]]:
        """Yield the pieces of each section, old and new; those of a renamed section too."""
        old, new = _by_group(self.old), _by_group(self.new)
        renamed = self._renamed(old, new)
        for group, numbers in new.items():
            yield old.get(renamed.get(group, group), []), numbers

    def _renamed(self, old: dict[str, list[int]], new: dict[str, list[int]]) -> dict[str, str]:
        """Return the old key of each section whose key is new but whose pieces have pairs."""
        votes: Counter[tuple[str, str]] = Counter()
        for i, j in self.partner.items():
            before, now = self.old[i].group, self.new[j].group
            if before not in new and now not in old:
                votes[now, before] += self.old[i].weight + 1
        renamed: dict[str, str] = {}
        for (now, before), _ in votes.most_common():
            if now not in renamed and before not in renamed.values():
                renamed[now] = before
        return renamed

    def in_order(self, a: Sequence[int], b: Sequence[int]) -> None:
        """Take what belongs together between those that already do, from the outside in."""
        inside = set(b)
        weigh = self._weight_of
        pairs = [(i, self.partner[i], weigh(i)) for i in a if self.partner.get(i) in inside]
        chain = [(-1, -1, 0.0), *heaviest_chain(pairs), (len(self.old), len(self.new), 0.0)]
        for (i, j, _), (k, m, _) in pairwise(chain):
            self._segment(
                [n for n in a if i < n < k and n not in self.taken_old],
                [n for n in b if j < n < m and n not in self.taken_new],
            )

    def _weight_of(self, i: int) -> float:
        return self.old[i].weight + 1.0

    def _segment(self, a: list[int], b: list[int]) -> None:
        if not a or not b:
            return
        self._same_content(a, b)
        a, b = self._free(a, b)
        if not a or not b:
            return
        self._parts(a, b)
        a, b = self._free(a, b)
        least = ALIKE_ALONE if len(a) == len(b) == 1 else ALIKE_BETWEEN
        for i, j, _ in heaviest_chain(self._alike(a, b, least)):
            self.take((i,), (j,))

    def _free(self, a: Iterable[int], b: Iterable[int]) -> tuple[list[int], list[int]]:
        return (
            [i for i in a if i not in self.taken_old],
            [j for j in b if j not in self.taken_new],
        )

    def _same_content(self, a: Sequence[int], b: Sequence[int]) -> None:
        """Take equal pieces in the order that keeps most of them where they are."""
        places: dict[object, list[int]] = defaultdict(list)
        for j in b:
            places[self.new[j].content].append(j)
        pairs: list[Pair] = []
        for i in a:
            found = places.get(self.old[i].content, ())
            # Many equal pieces (blank cells, dashes): each is tried with its nearest only.
            near = found if len(found) <= UNCOMMON else _nearest(found, i - a[0] + b[0])
            pairs.extend((i, j, self._weight_of(i)) for j in near)
        for i, j, _ in heaviest_chain(pairs):
            self.take((i,), (j,))

    def _parts(self, a: Sequence[int], b: Sequence[int]) -> None:
        """Take one piece that became several neighbours, and several that became one."""
        for i in a:
            for js in self._runs(b, self.new, self.taken_new):
                if i not in self.taken_old and self._became(i, js, self.old, self.new, self.like):
                    self.take((i,), js)
        for j in b:
            for ks in self._runs(a, self.old, self.taken_old):
                if j not in self.taken_new and self._became(
                    j, ks, self.new, self.old, lambda one, other: self.like(other, one)
                ):
                    self.take(ks, (j,))

    def _runs(
        self, numbers: Sequence[int], units: Sequence[Unit], taken: set[int]
    ) -> Iterator[tuple[int, ...]]:
        """Yield neighbours of one kind that are free: two, then three."""
        for count in range(2, MOST_PARTS + 1):
            for at in range(len(numbers) - count + 1):
                run = tuple(numbers[at : at + count])
                is_free = taken.isdisjoint(run) and run[-1] - run[0] == count - 1
                if is_free and all(_same_kind(units[m], units[n]) for m, n in pairwise(run)):
                    yield run

    def _became(
        self,
        one: int,
        several: tuple[int, ...],
        units: Sequence[Unit],
        others: Sequence[Unit],
        like: Callable[[int, int], float],
    ) -> bool:
        whole = units[one]
        parts = [others[n] for n in several]
        weight = sum(part.weight for part in parts)
        if not _same_kind(whole, parts[0]) or not _about_as_long(whole.weight, weight):
            return False
        bag: Counter[str] = Counter()
        for part in parts:
            bag.update(part.bag)
        together = _shared(whole.bag, whole.weight, bag, weight)
        best = max(like(one, n) for n in several)
        return together >= ALIKE_WHOLE and together >= best + CLEARLY_BETTER

    def _alike(self, a: Sequence[int], b: Sequence[int], least: float) -> Iterator[Pair]:
        for i, j in self._candidates(a, b):
            found = self.like(i, j)
            if found >= least:
                yield i, j, found * (self.old[i].weight + self.new[j].weight)

    def _candidates(self, a: Sequence[int], b: Sequence[int]) -> Iterable[tuple[int, int]]:
        if len(a) * len(b) <= MANY:
            return product(a, b)
        holders: dict[str, list[int]] = defaultdict(list)
        for j in b:
            for word in self.new[j].bag:
                holders[word].append(j)
        return {
            (i, j)
            for i in a
            for word in self.old[i].bag
            if len(holders.get(word, ())) <= UNCOMMON
            for j in holders.get(word, ())
        }

    def anywhere(self, a: Iterable[int], b: Iterable[int], least: float) -> None:
        """Take what is alike wherever it stands, the most alike first: these have moved."""
        a, b = self._free(a, b)
        if not a or not b:
            return
        found = sorted(
            ((self.like(i, j), weight, i, j) for i, j, weight in self._alike(a, b, least)),
            key=lambda one: (-one[0], -one[1], one[2], one[3]),
        )
        for _, _, i, j in found:
            if i not in self.taken_old and j not in self.taken_new:
                self.take((i,), (j,))


def _may_be_one(one: Unit, other: Unit) -> bool:
    """Tell whether two pieces can be the same: tables have as many columns."""
    if one.sort is not other.sort or _is_heading(one) != _is_heading(other):
        return False
    return one.sort is not Sort.TABLE or len(one.line.cells) == len(other.line.cells)


def _is_heading(unit: Unit) -> bool:
    return unit.line.level > 0


def _same_kind(one: Unit, other: Unit) -> bool:
    """Tell whether two pieces are alike in form: one can be broken into, or joined to, the other."""
    line, neighbour = one.line, other.line
    if one.sort is not Sort.TEXT or other.sort is not Sort.TEXT:
        return False
    return line.form == neighbour.form


def _about_as_long(one: int, other: int) -> bool:
    return bool(one) and abs(one - other) <= (1 - ALIKE_WHOLE) * (one + other)


def _nearest(numbers: Sequence[int], place: int) -> Sequence[int]:
    return sorted(numbers, key=lambda number: abs(number - place))[:UNCOMMON]


def _by_group(units: Sequence[Unit]) -> dict[str, list[int]]:
    groups: dict[str, list[int]] = defaultdict(list)
    for number, unit in enumerate(units):
        groups[unit.group].append(number)
    return groups


def _unique(
    units: Sequence[Unit], name: Callable[[Unit], object], taken: set[int] = frozenset()  # type: ignore[assignment]
) -> dict[object, int]:
    """Return the pieces that alone have a name, by that name."""
    found: dict[object, int] = {}
    several = set()
    for number, unit in enumerate(units):
        if number in taken:
            continue
        key = name(unit)
        if key is None:
            continue
        if key in found:
            several.add(key)
        found[key] = number
    return {key: number for key, number in found.items() if key not in several}
