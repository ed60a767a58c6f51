"""The tree of a YAML text: mappings, sequences and scalars that know their ranges."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from uppdrag.source.position import Range

Data: TypeAlias = "dict[str, Data] | list[Data] | str | None"


class Style(StrEnum):
    """How a scalar is written (YAML 1.2, chapter 7.3 and 8.1)."""

    PLAIN = "plain"
    SINGLE = "single"
    DOUBLE = "double"
    LITERAL = "literal"
    FOLDED = "folded"


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text in NFC, as written: no word or number is converted.

    The range covers the scalar's own characters, quotes and block indicator included.
    """

    text: str
    range: Range
    style: Style

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is written where a value could stand."""
        return self.style is Style.PLAIN and not self.text


@dataclass(frozen=True, slots=True)
class Entry:
    """A key with its value."""

    key: Scalar
    value: "Node"


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with values, in the order of the file, no key twice."""

    entries: tuple[Entry, ...]
    range: Range

    def entry(self, key: str) -> Entry | None:
        """Give the entry with a key, or nothing."""
        return next((entry for entry in self.entries if entry.key.text == key), None)


@dataclass(frozen=True, slots=True)
class Sequence:
    """Items in the order of the file."""

    items: tuple["Node", ...]
    range: Range


Node: TypeAlias = Scalar | Mapping | Sequence


def to_data(node: Node) -> Data:
    """Give a node as plain data: dict, list and str, and None where nothing is written."""
    match node:
        case Scalar():
            return None if node.is_empty else node.text
        case Mapping():
            return {entry.key.text: to_data(entry.value) for entry in node.entries}
        case Sequence():
            return [to_data(item) for item in node.items]
