"""What stands under one another in a Word document: paragraphs and tables, before they are text.

A paragraph is kept apart from its spacing until its neighbours are known, because Word has no
space after a table and none after a list but its last item's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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
    attributes in twentieths of a point.
    """

    style: Style
    runs: str
    keep: str = ""
    number: str = ""
    spacing: dict[str, int] = field(default_factory=dict)
    indent: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Grid:
    """A whole table as markup, and the space that is wanted after it."""

    markup: str
    after: int


Piece: TypeAlias = Line | Grid


def markup(
    pieces: Iterable[Piece], styles: Mapping[str, str], space_before: Mapping[Style, int]
) -> str:
    """Return the pieces as WordprocessingML; `space_before` is what styles have by themselves.

    Two tables would grow together, and a table may not come last: there a paragraph without text
    must stand, with a style of its own.
    """
    row = list(pieces)
    out = []
    for piece, following in pairwise(chain(row, [None])):
        if isinstance(piece, Line):
            out.append(paragraph(piece, styles))
            continue
        if piece is None:
            continue
        out.append(piece.markup)
        if not isinstance(following, Line):
            out.append(paragraph(Line(Style.TABLE_GAP, ""), styles))
        elif piece.after > following.spacing.get("before", space_before.get(following.style, 0)):
            following.spacing["before"] = piece.after
    return "".join(out)


def paragraph(line: Line, styles: Mapping[str, str]) -> str:
    """Return one paragraph."""
    style = "" if line.style is Style.NORMAL else f'<w:pStyle w:val="{styles[line.style]}"/>'
    properties = style + line.keep + line.number
    if line.spacing:
        properties += f"<w:spacing{_attributes(line.spacing)}/>"
    if line.indent:
        properties += f"<w:ind{_attributes(line.indent)}/>"
    if properties:
        properties = f"<w:pPr>{properties}</w:pPr>"
    return f"<w:p>{properties}{line.runs}</w:p>"


def _attributes(values: Mapping[str, int]) -> str:
    return "".join(f' w:{name}="{value}"' for name, value in values.items())
