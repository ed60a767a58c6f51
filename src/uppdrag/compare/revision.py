"""Two mandates in; everything that tells them apart out: the marked document and its changes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from uppdrag.compare.changes.change import Change, counts
from uppdrag.compare.changes.listing import changes_of
from uppdrag.compare.changes.unprinted import with_data
from uppdrag.compare.compare import compare
from uppdrag.compare.conflict import Conflict
from uppdrag.compare.display import displayed
from uppdrag.compare.marked import Marked
from uppdrag.document import compose
from uppdrag.document.tree import Document
from uppdrag.model import Uppdragshandling


@dataclass(frozen=True)
class Side:
    """One of the two that are compared: what it is called, its mandate, and its document."""

    name: str
    handling: Uppdragshandling
    document: Document


@dataclass(frozen=True)
class Comparison:
    """What renderers draw: both sides, the marked document, and its changes in reading order.

    `conflicts` are where two who changed the old side clash, in reading order.
    """

    old: Side
    new: Side
    marked: Marked
    changes: tuple[Change, ...]
    conflicts: tuple[Conflict, ...] = ()

    @cached_property
    def displayed(self) -> Document:
        """Return the tree whose runs carry the marks."""
        return displayed(self.marked)

    @property
    def counts(self) -> dict[str, int]:
        """Return how many changes there are, by kind, in all (`total`) and of substance."""
        return counts(self.changes)


def side(name: str, handling: Uppdragshandling) -> Side:
    """Return one side of a comparison."""
    return Side(name, handling, compose(handling))


def revision(old: Side, new: Side) -> Comparison:
    """Return what became of the old side."""
    marked = compare(old.document, new.document)
    changes = with_data(changes_of(marked), old.handling, new.handling)
    return Comparison(old, new, marked, changes)
