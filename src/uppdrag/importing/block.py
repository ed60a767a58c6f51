"""What a source text consists of before anything in it has been understood."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from uppdrag.importing.lines import Line


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, or a line of its own: its source text on one line, with its markup.

    `below_gap` tells that a blank line (or the edge of the text) stands before it, `apart` that
    one stands on both sides. `heading` is a heading's level where the source says that it is one:
    1 the title, 2 a section, 3 and more a part of one.
    """

    text: str
    line: Line
    rows: int = 1
    below_gap: bool = True
    apart: bool = True
    heading: int | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list: how deep, its number if it has one, and its paragraphs.

    One that `goes_on` has no marker: it is more paragraphs of the item above at that depth, after
    items that stand under it.
    """

    depth: int
    number: int | None
    paragraphs: tuple[str, ...]
    line: Line
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """A list, its items in order with their depths."""

    items: tuple[Item, ...]

    @property
    def line(self) -> Line:
        """Return the line that it begins on."""
        return self.items[0].line

    @property
    def is_plain(self) -> bool:
        """Tell whether it is bullets of one level, one paragraph each."""
        return all(
            item.depth == 0
            and item.number is None
            and len(item.paragraphs) == 1
            and not item.goes_on
            for item in self.items
        )


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: rows of equally many cells; the first row heads it."""

    rows: tuple[tuple[str, ...], ...]
    line: Line


Block: TypeAlias = Passage | Listing | Grid
Blocks: TypeAlias = Sequence[Block]
