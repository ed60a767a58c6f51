"""A file that has been read: its text, its tree, and what was wrong with it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from uppdrag.source.defect import Defect
from uppdrag.source.node import Data, Entry, Mapping, Node, Scalar, Sequence, to_data
from uppdrag.source.path import NodePath
from uppdrag.source.position import Lines, Range
from uppdrag.source.scalar_offsets import scalar_offsets


@dataclass(frozen=True)
class Source:
    """A YAML file as text and tree; offsets count code points of ``text``.

    The root is missing when the text could not be read as keys with values; then at least one
    defect of severity error says why.
    """

    name: str
    text: str
    root: Mapping | None
    defects: tuple[Defect, ...]
    lines: Lines

    def data(self) -> Data:
        """Give the whole file as plain data, or None when there is no root."""
        return to_data(self.root) if self.root is not None else None

    def node(self, path: NodePath) -> Node | None:
        """Give the node at a path, or None where the file has nothing."""
        found, depth = self._deepest(path)
        return found if depth == len(path) else None

    def range_of(self, path: NodePath) -> Range:
        """Give the range of the value at a path.

        Where the file lacks the path, the place is the key of the nearest parent that exists, or
        the first key of the file.
        """
        found = self.node(path)
        return found.range if found is not None else self.key_range(path)

    def key_range(self, path: NodePath) -> Range:
        """Give the range of the key at a path; of the nearest one above, where there is none."""
        key: Scalar | None = None
        node: Node | None = self.root
        for step in path:
            entry = _entry(node, step)
            key = entry.key if entry is not None else key
            node = _child(node, step)
            if node is None:
                break
        if key is not None:
            return key.range
        return self._first_place()

    def locate(self, path: NodePath, start: int, end: int) -> Range:
        """Give where in the file some characters of the text at a path are written.

        Start and end count the code points of the scalar's own NFC text. At a path without a
        scalar the range is that of ``range_of``.
        """
        node = self.node(path)
        if not isinstance(node, Scalar):
            return self.range_of(path)
        return scalar_offsets(self.text, node).range(start, end)

    def scalars(self) -> Iterator[tuple[NodePath, Scalar]]:
        """Give every value that is text, with its path, in the order of the file."""
        return iter(self._values)

    @cached_property
    def _values(self) -> tuple[tuple[NodePath, Scalar], ...]:
        entries = self.root.entries if self.root is not None else ()
        return tuple(
            found for entry in entries for found in _scalars(entry.value, (entry.key.text,))
        )

    def _deepest(self, path: NodePath) -> tuple[Node | None, int]:
        node: Node | None = self.root
        for depth, step in enumerate(path):
            child = _child(node, step)
            if child is None:
                return node, depth
            node = child
        return node, len(path)

    def _first_place(self) -> Range:
        if self.root is None:
            return self.lines.range_of_line(1)
        if self.root.entries:
            return self.root.entries[0].key.range
        return self.root.range


def _scalars(node: Node, path: NodePath) -> Iterator[tuple[NodePath, Scalar]]:
    match node:
        case Scalar():
            yield path, node
        case Mapping():
            for entry in node.entries:
                yield from _scalars(entry.value, (*path, entry.key.text))
        case Sequence():
            for index, item in enumerate(node.items):
                yield from _scalars(item, (*path, index))


def _entry(node: Node | None, step: str | int) -> Entry | None:
    if isinstance(node, Mapping) and isinstance(step, str):
        return node.entry(step)
    return None


def _child(node: Node | None, step: str | int) -> Node | None:
    if isinstance(node, Sequence) and isinstance(step, int) and 0 <= step < len(node.items):
        return node.items[step]
    entry = _entry(node, step)
    return entry.value if entry is not None else None
