"""Tables and letterheads of the tree in, tables of Word out."""

from __future__ import annotations

from collections.abc import Sequence

from uppdrag.document.text import inline_text
from uppdrag.document.tree import Fact, Letterhead, Row, Table
from uppdrag.findings.error import UppdragError
from uppdrag.render.columns import LEAST_GUTTER, letterhead_columns, text_columns
from uppdrag.render.docx.lines import Cell, Grid, GridRow, Line
from uppdrag.render.docx.look import text_width, twips
from uppdrag.render.docx.runs import RunWriter
from uppdrag.render.docx.styles import Style
from uppdrag.render.limits import MOST_COLUMNS
from uppdrag.render.theme import Theme


def table(block: Table, theme: Theme, runs: RunWriter) -> Grid:
    """Return a table with its header row, which Word repeats on every page."""
    if len(block.header.cells) > MOST_COLUMNS:
        where = "/".join(map(str, block.origin.path)) or "dokumentet"
        raise UppdragError(
            f"Tabellen i ”{where}” har {len(block.header.cells)} kolumner, men Word klarar högst "
            f"{MOST_COLUMNS}. Dela den i flera tabeller."
        )
    texts = [[inline_text(cell) for cell in row.cells] for row in (block.header, *block.rows)]
    widths = _widths([list(column) for column in zip(*texts, strict=True)], theme.sizes.body, theme)
    head = _row(block.header, widths, Style.TABLE_HEADER, runs, "<w:cantSplit/><w:tblHeader/>")
    rows = (_row(row, widths, Style.TABLE_TEXT, runs, "<w:cantSplit/>") for row in block.rows)
    look = (
        '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
    )
    return Grid(Style.TABLE, look, [head, *rows], twips(theme.spacing.after_paragraph))


def letterhead(block: Letterhead, theme: Theme, runs: RunWriter) -> Grid:
    """Return the letterhead: its facts in one row, a small label above each value."""
    texts = [
        [inline_text(runs.shown(inlines)) for inlines in (f.label, *f.values)] for f in block.facts
    ]
    widths = _spread(texts, theme)
    margin = f'<w:tcMar><w:right w:w="{twips(LEAST_GUTTER)}" w:type="dxa"/></w:tcMar>'
    margins = [margin] * (len(widths) - 1) + [""]
    cells = [
        Cell(part, _fact_lines(fact, runs), margin)
        for fact, part, margin in zip(block.facts, widths, margins, strict=True)
    ]
    # A table without data: the caption tells a screen reader what it is.
    look = (
        '<w:tblLook w:val="0000" w:firstRow="0" w:lastRow="0" w:firstColumn="0" '
        'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val="Brevhuvud"/>'
    )
    rows = [GridRow("<w:cantSplit/>", cells)]
    return Grid(Style.LETTERHEAD_TABLE, look, rows, twips(theme.spacing.before_heading * 1.5))


def _fact_lines(fact: Fact, runs: RunWriter) -> list[Line]:
    label = [Line(Style.LETTERHEAD_LABEL, runs.inlines(fact.label))] if fact.label else []
    return [*label, *(Line(Style.LETTERHEAD, runs.inlines(value)) for value in fact.values)]


def _row(
    row: Row, widths: Sequence[int], style: Style, runs: RunWriter, properties: str
) -> GridRow:
    cells = [
        Cell(part, [Line(style, runs.inlines(inlines))])
        for inlines, part in zip(row.cells, widths, strict=True)
    ]
    return GridRow(properties, cells)


def _spread(texts: Sequence[Sequence[str]], theme: Theme) -> list[int]:
    """Return widths that set columns apart by the same space, the last at the right margin."""
    total = text_width(theme)
    parts, _ = letterhead_columns(texts, theme.sizes.letterhead, total / 20)
    natural = [twips(part) for part in parts]
    gutter = (total - sum(natural)) // max(len(natural) - 1, 1)
    widths = [part + gutter for part in natural]
    widths[-1] = total - sum(widths[:-1])
    return widths


def _widths(texts: Sequence[Sequence[str]], size: float, theme: Theme) -> list[int]:
    """Return the widths of columns that hold the texts, together as wide as the page's text."""
    total = text_width(theme)
    widths = [round(part * 20) for part in text_columns(texts, size, total / 20)]
    widths[-1] += total - sum(widths)
    return widths
