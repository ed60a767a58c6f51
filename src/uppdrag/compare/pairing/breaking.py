"""A pairing in; the same with lines that became several, or several that became one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from uppdrag.compare.pairing.likeness import common, most_likeness
from uppdrag.compare.pairing.matching import Pairing
from uppdrag.compare.pairing.units import Sort, Unit

ALIKE_WHOLE = 0.85
"""Likeness of one piece and several together, and how much better than any one of them it is."""

CLEARLY_BETTER = 0.05

HELD = 0.8
"""Share of a piece's letters that another holds, for the piece to be a part of it."""

MOST_PARTS = 4
FEWEST_LETTERS = 12
"""A shorter piece is no part of another because of a few common words."""


def take_parts(pairing: Pairing, pairs: Sequence[tuple[int, int]]) -> None:
    """Take what became several neighbours, then several neighbours that became one."""
    old, new = pairing.old, pairing.new
    split: dict[int, list[int]] = defaultdict(list)
    merged: dict[int, list[int]] = defaultdict(list)
    for i, j in pairs:
        one, other = old[i].weight, new[j].weight
        least = min(one, other)
        if 0 < least < max(one, other) and is_of_kind(old[i], new[j]):
            if pairing.shared(i, j) < HELD * least:
                continue
            if other < one:
                split[i].append(j)
            else:
                merged[j].append(i)
    for i, js in _parts(split, old, new):
        if pairing.taken_new.isdisjoint(js):
            pairing.take((i,), js)
    for j, ks in _parts(merged, new, old):
        if j not in pairing.taken_new and pairing.taken_old.isdisjoint(ks):
            pairing.take(ks, (j,))


def _parts(
    held: Mapping[int, list[int]], wholes: Sequence[Unit], units: Sequence[Unit]
) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Yield each piece that several neighbours together are much more like than any one alone."""
    for one in sorted(held):
        whole = wholes[one]
        rated = ((_rating(whole, units, run), run) for run in _runs(sorted(held[one]), units))
        best = max(rated, default=(0.0, ()), key=lambda each: (each[0], -len(each[1])))
        if best[0] >= ALIKE_WHOLE:
            yield one, best[1]


def _runs(numbers: Sequence[int], units: Sequence[Unit]) -> Iterator[tuple[int, ...]]:
    """Yield neighbours of one kind: two, and more."""
    for first in range(len(numbers)):
        run = numbers[first : first + MOST_PARTS]
        for count in range(2, len(run) + 1):
            before, last = run[count - 2 : count]
            if last - before != 1 or not is_of_kind(units[before], units[last]):
                break
            yield tuple(run[:count])


def _rating(whole: Unit, units: Sequence[Unit], run: tuple[int, ...]) -> float:
    """Return how alike one piece and several are; nothing where one of them would do as well."""
    weight = sum(units[n].weight for n in run)
    if most_likeness(whole.weight, weight) < ALIKE_WHOLE:
        return 0.0
    bag: Counter[str] = Counter()
    for n in run:
        bag.update(units[n].bag)
    together = 2 * common(whole.bag, bag) / (whole.weight + weight)
    best = max(2 * common(whole.bag, units[n].bag) / (whole.weight + units[n].weight) for n in run)
    return together if together >= best + CLEARLY_BETTER else 0.0


def grow(pairing: Pairing, a: Sequence[int]) -> None:
    """Let matches take in the free neighbours that are a part of what they have on the other side.

    So a labelled paragraph, which its key holds to its own, is found split; and one of which the
    first half is gone, so that its label stands before what was the next paragraph.
    """
    for i in a:
        match = pairing.by_old.get(i)
        if match is None or len(match.old) > 1:
            continue
        j = match.new[0]
        one, other = pairing.old[i], pairing.new[j]
        if one.content == other.content or one.line.form != other.line.form or one.line.level:
            continue
        parts = _grown(match.new, pairing.new, pairing.taken_new, one)
        if len(parts) > len(match.new):
            pairing.take((i,), parts)
        elif len(match.new) == 1:
            olds = _grown((i,), pairing.old, pairing.taken_old, other)
            if len(olds) > 1:
                pairing.take(olds, (j,))


def _grown(
    parts: tuple[int, ...], units: Sequence[Unit], taken: set[int], whole: Unit
) -> tuple[int, ...]:
    """Return the parts of a piece with the free neighbours that it holds as well."""
    first, last = parts[0], parts[-1]
    bag: Counter[str] = Counter()
    for n in parts:
        bag.update(units[n].bag)
    left = whole.bag - bag
    while _is_free(last + 1, units, taken) and _is_part(units[last + 1], units[last], left):
        last += 1
        left -= units[last].bag
    while _is_free(first - 1, units, taken) and _is_part(units[first - 1], units[first], left):
        first -= 1
        left -= units[first].bag
    return tuple(range(first, last + 1))


def _is_free(n: int, units: Sequence[Unit], taken: set[int]) -> bool:
    return 0 <= n < len(units) and n not in taken


def _is_part(unit: Unit, beside: Unit, left: Counter[str]) -> bool:
    """Tell whether a piece is what is left of another, beside what is known to be part of it."""
    if unit.weight < FEWEST_LETTERS or not is_of_kind(unit, beside):
        return False
    return common(unit.bag, left) >= HELD * unit.weight


def is_of_kind(one: Unit, other: Unit) -> bool:
    """Tell whether two lines are alike in form: one can be broken into, or joined to, the other."""
    if one.sort is not Sort.TEXT or other.sort is not Sort.TEXT or one.group != other.group:
        return False
    return one.line.level == other.line.level == 0 and one.line.form == other.line.form
