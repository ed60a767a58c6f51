"""What belongs together of the pieces of two documents, as far as it has been found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from uppdrag.compare.chain import Pair
from uppdrag.compare.likeness import candidates, likeness, may_be_one, most_likeness
from uppdrag.compare.units import Unit


@dataclass(frozen=True, slots=True)
class Match:
    """Pieces that belong together, by their numbers: one and one, one and several, or reversed."""

    old: tuple[int, ...]
    new: tuple[int, ...]


class Pairing:
    """The pieces of both documents, and the matches so far."""

    def __init__(self, old: Sequence[Unit], new: Sequence[Unit]) -> None:
        self.old = old
        self.new = new
        self.by_old: dict[int, Match] = {}
        self.partner: dict[int, int] = {}
        self.taken_old: set[int] = set()
        self.taken_new: set[int] = set()
        self.likenesses: dict[tuple[int, int], float] = {}

    @property
    def matches(self) -> list[Match]:
        """Return all that belongs together, in the order of the new document."""
        return sorted(self.by_old.values(), key=lambda match: match.new)

    def take(self, old: tuple[int, ...], new: tuple[int, ...]) -> None:
        """Note that pieces belong together; a match that they had before is part of this one."""
        for i in old:
            self.by_old.pop(i, None)
            self.partner.pop(i, None)
        self.by_old[old[0]] = Match(old, new)
        # A place in order for what comes between: one that became several is where it begins.
        self.partner[old[0]] = new[0]
        self.taken_old.update(old)
        self.taken_new.update(new)

    def free(self, a: Iterable[int], b: Iterable[int]) -> tuple[list[int], list[int]]:
        """Return those of the old and new pieces that have no match."""
        return (
            [i for i in a if i not in self.taken_old],
            [j for j in b if j not in self.taken_new],
        )

    def like(self, i: int, j: int) -> float:
        """Return how alike two pieces are, which is asked more than once."""
        found = self.likenesses.get((i, j))
        if found is None:
            one, other = self.old[i], self.new[j]
            found = likeness(one, other) if may_be_one(one, other) else 0.0
            self.likenesses[i, j] = found
        return found

    def alike(self, a: Sequence[int], b: Sequence[int], least: float) -> Iterator[Pair]:
        """Yield the pieces that are at least so much alike, and the letters of both in common."""
        old, new = self.old, self.new
        for i, j in candidates(old, a, new, b):
            one, other = old[i].weight, new[j].weight
            if most_likeness(one, other) >= least:
                found = self.like(i, j)
                if found >= least:
                    yield i, j, found * (one + other)
