"""What stands under one another in a redline, before it is written: paragraphs and tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TypeAlias

from uppdrag.document.tree import MarkKind
from uppdrag.render.docx.lines import Grid, Line


class Presence(Enum):
    """In which of the two documents the end of a paragraph, or a row, stands."""

    BOTH = auto()
    OLD = auto()
    NEW = auto()


@dataclass(slots=True)
class Para:
    """A paragraph: its words and look, which documents have its end, and what it was before.

    `before` is the paragraph in the old document, for its properties; `ending` the mark of its end
    (None where both documents have it). `moved_from` and `moved_to` are the number of the move that
    took words from here, or brought them. `by` is who changed it, where that is told.
    """

    line: Line
    presence: Presence
    before: Line | None = None
    ending: MarkKind | None = None
    moved_from: int = 0
    moved_to: int = 0
    by: str = ""

    @property
    def in_old(self) -> bool:
        """Tell whether the old document has the end of the paragraph."""
        return self.presence is not Presence.NEW

    @property
    def in_new(self) -> bool:
        """Tell whether the new document has the end of the paragraph."""
        return self.presence is not Presence.OLD


@dataclass(slots=True)
class CellParas:
    """A cell of a table: its width in twentieths of a point, its margins, its paragraphs."""

    width: int
    paras: list[Para]
    margin: str = ""


@dataclass(slots=True)
class RowCells:
    """A row of a table: its properties as elements, its cells, and which documents have it."""

    properties: str
    cells: Sequence[CellParas]
    presence: Presence
    by: str = ""


@dataclass(slots=True)
class TableRows:
    """A table whose rows either of the documents may have; it looks as `look` does."""

    look: Grid
    rows: list[RowCells] = field(default_factory=list)


Element: TypeAlias = Para | TableRows
