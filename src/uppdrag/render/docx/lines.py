"""What stands under one another in a Word document: paragraphs and tables, before they are text.

A paragraph is kept apart from its spacing until its neighbours are known, because Word has no
space after a table and none after a list but its last item's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, pairwise
from typing import TypeAlias

from uppdrag.render.docx.styles import Style

KEEP = "<w:keepNext/>"
RELEASE = '<w:keepNext w:val="0"/>'


@dataclass(slots=True)
class Line:
    """A paragraph: its style, its runs, and what it has beyond its style.

    `keep` and `number` are elements of the paragraph's properties; `spacing` and `indent` hold
    attributes in twentieths of a point. `lead` is a run that only brings the words to their place.
    `mark` is a number and a name: the bookmark around its runs, by which it is known again.
    """

    style: Style
    runs: str
    keep: str = ""
    number: str = ""
    spacing: dict[str, int] = field(default_factory=dict)
    indent: dict[str, int] = field(default_factory=dict)
    lead: str = ""
    mark: tuple[int, str] | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: its width in twentieths of a point, its lines, and its own margins."""

    width: int
    lines: Sequence[Line]
    margin: str = ""


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row of a table: its properties as elements, and its cells."""

    properties: str
    cells: Sequence[Cell]


@dataclass(frozen=True, slots=True)
class Grid:
    """A whole table: its style, what its style applies to as markup, and the space after it."""

    style: Style
    look: str
    rows: Sequence[GridRow]
    after: int

    @property
    def widths(self) -> list[int]:
        """Return the widths of the columns in twentieths of a point."""
        return [cell.width for cell in self.rows[0].cells]


Piece: TypeAlias = Line | Grid


def markup(
    pieces: Iterable[Piece], styles: Mapping[str, str], space_before: Mapping[Style, int]
) -> str:
    """Return the pieces as WordprocessingML; `space_before` is what styles have by themselves.

    Two tables would grow together, and a table may not come last: there a paragraph without text
    must stand, with a style of its own.
    """
    row = list(pieces)
    set_apart(row, space_before)
    out = []
    for piece, following in pairwise(chain(row, [None])):
        if isinstance(piece, Line):
            out.append(paragraph(piece, styles))
        elif piece is not None:
            out.append(grid(piece, styles))
            if not isinstance(following, Line):
                out.append(paragraph(gap(), styles))
    return "".join(out)


def set_apart(pieces: Iterable[Piece], space_before: Mapping[Style, int]) -> None:
    """Give each line that follows a table the space that is wanted after that."""
    for piece, following in pairwise(pieces):
        if isinstance(piece, Grid) and isinstance(following, Line):
            before = following.spacing.get("before", space_before.get(following.style, 0))
            if piece.after > before:
                following.spacing["before"] = piece.after


def gap() -> Line:
    """Return the line without text that stands after a table where no other does."""
    return Line(Style.TABLE_GAP, "")


def paragraph(line: Line, styles: Mapping[str, str]) -> str:
    """Return one paragraph."""
    own = properties(line, styles)
    if own:
        own = f"<w:pPr>{own}</w:pPr>"
    return f"<w:p>{own}{content(line)}</w:p>"


def content(line: Line) -> str:
    """Return what stands in a paragraph: its words, within its bookmark if it has one."""
    words = line.lead + line.runs
    if line.mark is None:
        return words
    number, name = line.mark
    return (
        f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{words}<w:bookmarkEnd w:id="{number}"/>'
    )


def properties(line: Line, styles: Mapping[str, str]) -> str:
    """Return what stands in the paragraph's properties, in the schema's order."""
    style = "" if line.style is Style.NORMAL else f'<w:pStyle w:val="{styles[line.style]}"/>'
    own = style + line.keep + line.number
    if line.spacing:
        own += f"<w:spacing{_attributes(line.spacing)}/>"
    if line.indent:
        own += f"<w:ind{_attributes(line.indent)}/>"
    return own


def grid(piece: Grid, styles: Mapping[str, str]) -> str:
    """Return one table."""
    rows = "".join(_row(row, styles) for row in piece.rows)
    return f"{grid_start(piece, piece.widths, styles)}{rows}</w:tbl>"


def grid_start(piece: Grid, widths: Sequence[int], styles: Mapping[str, str]) -> str:
    """Return a table up to its first row, with columns as wide as told."""
    columns = "".join(f'<w:gridCol w:w="{part}"/>' for part in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{styles[piece.style]}"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>{piece.look}'
        f"</w:tblPr><w:tblGrid>{columns}</w:tblGrid>"
    )


def _row(row: GridRow, styles: Mapping[str, str]) -> str:
    cells = "".join(
        cell_start(cell) + "".join(paragraph(line, styles) for line in cell.lines) + "</w:tc>"
        for cell in row.cells
    )
    return f"<w:tr><w:trPr>{row.properties}</w:trPr>{cells}</w:tr>"


def cell_start(cell: Cell, span: str = "") -> str:
    """Return a cell up to its first line; `span` is how many columns it covers, as an element."""
    width = f'<w:tcW w:w="{cell.width}" w:type="dxa"/>'
    return f"<w:tc><w:tcPr>{width}{span}{cell.margin}</w:tcPr>"


def _attributes(values: Mapping[str, int]) -> str:
    return "".join(f' w:{name}="{value}"' for name, value in values.items())
