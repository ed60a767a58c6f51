"""A marked document in; what may be folded away so that only its changes show, out.

A change keeps the passage before and the one after it, and headings always stay: they tell what was
left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from uppdrag.document.tree import Document, Heading, Item, ListBlock, Table
from uppdrag.render.html.body import Node
from uppdrag.render.html.revision_nodes import parts, runs

CONTEXT = 1
"""Passages that stay before and after a changed one."""

PASSAGES = ("oförändrat stycke", "oförändrade stycken")
ITEMS = ("oförändrad punkt", "oförändrade punkter")
ROWS = ("oförändrad rad", "oförändrade rader")


@dataclass(frozen=True, slots=True)
class Folding:
    """Nodes by their `id`: those `far` from any change, and the first of each stretch of them.

    `gaps` tells how many passages such a stretch has.
    """

    far: frozenset[int]
    gaps: Mapping[int, int]


def folding(document: Document) -> Folding:
    """Return what of a document may be folded away."""
    leaves = [leaf for block in document.blocks for leaf in _leaves(block)]
    near = near_changes([any(run.mark for run in runs(leaf)) for leaf in leaves])
    far_leaves = {
        id(leaf)
        for leaf, is_near in zip(leaves, near, strict=True)
        if not is_near and not isinstance(leaf, Heading)
    }
    found = _Folding(far_leaves)
    found.sequence(document.blocks)
    return Folding(frozenset(found.far), found.gaps)


def near_changes(changed: Sequence[bool]) -> list[bool]:
    """Return for each passage whether it, or one beside it, is changed."""
    return [any(changed[max(0, at - CONTEXT) : at + CONTEXT + 1]) for at in range(len(changed))]


def _leaves(node: Node) -> Iterator[Node]:
    inner = parts(node)
    if not inner:
        yield node
    for part in inner:
        yield from _leaves(part)


class _Folding:
    def __init__(self, far_leaves: set[int]) -> None:
        self.far_leaves = far_leaves
        self.far: set[int] = set()
        self.gaps: Counter[int] = Counter()

    def sequence(self, nodes: Iterable[Node]) -> None:
        first = 0
        for node in nodes:
            if self._is_far(node):
                first = first or id(node)
                self.far.add(id(node))
                self.gaps[first] += sum(1 for _ in _leaves(node))
            else:
                first = 0
                self._within(node)

    def _within(self, node: Node) -> None:
        match node:
            case ListBlock():
                self.sequence(node.items)
            case Table():
                self.sequence(node.rows)
            case Item():
                for block in node.blocks:
                    self._within(block)

    def _is_far(self, node: Node) -> bool:
        return all(id(leaf) in self.far_leaves for leaf in _leaves(node))


def gap_words(count: int, names: tuple[str, str]) -> str:
    """Return what is said where a stretch is folded away; `names` are of one and of several."""
    return f"{count} {names[0] if count == 1 else names[1]}"
