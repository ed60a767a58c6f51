"""The document tree in; plain text out, as a person would get it by copying a well-set page.

One line a paragraph, a blank line between blocks, headings alone on theirs, `Etikett: text`,
`- punkt` with what stands under it indented: the form that the import of text reads.
"""

from __future__ import annotations

from collections.abc import Iterator

from uppdrag.document.text import block_lines, inline_text
from uppdrag.document.tree import Block, Document, Heading, ListBlock, Note, Paragraph, Role, Table

WIDEST_TABLE = 78
"""Characters; a table that is no wider is set in columns."""

COLUMN_RULE = " | "


def render(document: Document) -> str:
    """Return the document's text, which ends with a line break."""
    parts: list[str] = []
    before: Block | None = None
    for block in document.blocks:
        lines = "\n".join(_lines(block))
        if not lines:
            continue
        if before is not None:
            parts.append(_between(before, block))
        parts.append(lines)
        before = block
    return "".join(parts) + "\n"


def _between(before: Block, block: Block) -> str:
    """Return what separates two blocks: more air above a section, none below an introduction."""
    match before, block:
        case Paragraph(role=Role.INTRODUCTION), ListBlock():
            return "\n"
        case _, Heading(level=2):
            return "\n\n\n"
        case _:
            return "\n\n"


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Table():
            yield from _table_lines(block)
        case Note():
            for index, inner in enumerate(block.blocks):
                if index:
                    yield from [""] * (_between(block.blocks[index - 1], inner).count("\n") - 1)
                yield from _lines(inner)
        case _:
            yield from (line.rstrip() for line in block_lines(block))


def _table_lines(table: Table) -> Iterator[str]:
    rows = [[inline_text(cell) for cell in row.cells] for row in (table.header, *table.rows)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    if sum(widths) + len(COLUMN_RULE) * (len(widths) - 1) > WIDEST_TABLE:
        widths = [0] * len(widths)
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield COLUMN_RULE.join(cells).rstrip()
