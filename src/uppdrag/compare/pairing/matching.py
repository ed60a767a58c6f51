"""What belongs together of the pieces of two documents, as far as it has been found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from uppdrag.compare.pairing.likeness import candidates, common, may_be_one, most_likeness
from uppdrag.compare.pairing.units import Unit


@dataclass(frozen=True, slots=True)
class Match:
    """Pieces that belong together, by their numbers: one and one, one and several, or reversed."""

    old: tuple[int, ...]
    new: tuple[int, ...]


class Alike(NamedTuple):
    """An old and a new piece, the letters in words of both, and how alike they are."""

    old: int
    new: int
    letters: int
    likeness: float


class Pairing:
    """The pieces of both documents, and the matches so far."""

    def __init__(self, old: Sequence[Unit], new: Sequence[Unit]) -> None:
        self.old = old
        self.new = new
        self.by_old: dict[int, Match] = {}
        self.partner: dict[int, int] = {}
        self.taken_old: set[int] = set()
        self.taken_new: set[int] = set()
        self.letters: dict[tuple[int, int], int] = {}

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

    def shared(self, i: int, j: int) -> int:
        """Return the letters in common words of two pieces, which is asked more than once."""
        found = self.letters.get((i, j))
        if found is None:
            one, other = self.old[i], self.new[j]
            found = common(one.bag, other.bag) if may_be_one(one, other) else 0
            self.letters[i, j] = found
        return found

    def candidates(self, a: Sequence[int], b: Sequence[int]) -> Iterable[tuple[int, int]]:
        """Return the pairs of old and new pieces that are worth weighing."""
        return candidates(self.old, a, self.new, b)

    def alike(self, pairs: Iterable[tuple[int, int]], least: float) -> Iterator[Alike]:
        """Yield the free pieces of these pairs that are at least so much alike."""
        for i, j in pairs:
            if i in self.taken_old or j in self.taken_new:
                continue
            one, other = self.old[i].weight, self.new[j].weight
            if most_likeness(one, other) >= least:
                letters = self.shared(i, j)
                found = 2 * letters / (one + other)
                if found >= least:
                    yield Alike(i, j, letters, found)
