"""The names of two who changed the same document in; who made a change, and what clashes, out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from uppdrag.compare.changes.change import Kind
from uppdrag.compare.marked import MarkedLine

OURS, THEIRS = 0, 1
SIDES = (OURS, THEIRS)


@dataclass(frozen=True, slots=True)
class Names:
    """What the two are called."""

    ours: str
    theirs: str

    def of(self, sides: Iterable[int]) -> str:
        """Return who of the two is meant; both are `Anna och Bo`, none is nobody."""
        found = set(sides)
        return " och ".join(
            name for side, name in enumerate((self.ours, self.theirs)) if side in found
        )

    @property
    def both(self) -> str:
        """Return the names of both."""
        return self.of(SIDES)


@dataclass(frozen=True, slots=True)
class Clash:
    """What two made of the same words, each in their own way: the texts, empty where gone.

    `kind` is told where the texts do not show what each did; `remark` says it in words.
    """

    base: str
    ours: str
    theirs: str
    kind: Kind | None = None
    remark: str = ""


@dataclass(slots=True)
class Clashes:
    """All clashes, in the order in which they were found; their numbers begin with 1."""

    found: list[Clash] = field(default_factory=list)

    def add(self, clash: Clash) -> int:
        """Return the number of a new clash."""
        self.found.append(clash)
        return len(self.found)


@dataclass(frozen=True, slots=True)
class Authored:
    """A marked line, who made what happened to it as a whole, and the clash that this is part of.

    Until changes are numbered, the `change` of a mark is the number of its clash, or 0.
    """

    line: MarkedLine
    by: str = ""
    clash: int = 0
