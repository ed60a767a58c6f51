"""A pairing in; the same with the headings that were replaced, known by what stands under them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from uppdrag.compare.pairing.matching import Pairing
from uppdrag.compare.pairing.units import Unit


def take_headings(pairing: Pairing) -> None:
    """Take free headings of one level that have most of what stands under them in common."""
    above, new_above = _headings(pairing.old), _headings(pairing.new)
    votes: Counter[tuple[int, int]] = Counter()
    for i, j in pairing.partner.items():
        one, other = above[i], new_above[j]
        if one >= 0 and other >= 0 and _are_free(pairing, one, other):
            votes[one, other] += pairing.old[i].size
    for (one, other), _ in votes.most_common():
        if _are_free(pairing, one, other):
            pairing.take((one,), (other,))


def _are_free(pairing: Pairing, one: int, other: int) -> bool:
    if one in pairing.taken_old or other in pairing.taken_new:
        return False
    return pairing.old[one].line.level == pairing.new[other].line.level


def _headings(units: Sequence[Unit]) -> list[int]:
    """Return, for each piece, the number of the nearest heading before it, or -1."""
    found = []
    heading = -1
    for number, unit in enumerate(units):
        found.append(heading)
        if unit.line.level:
            heading = number
    return found
