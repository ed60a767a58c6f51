"""The elements of a redline in; WordprocessingML with tracked changes out.

A paragraph whose end came or went has a mark of its own in its properties (ECMA-376 Part 1,
17.13.5.15, .20), last in them what the properties were (17.13.5.29), a row a mark in its own.
What moved stands between two marks that share a name with those at the other place (17.13.5.22-28).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from uppdrag.render.docx import lines as word
from uppdrag.render.docx.lines import (
    Line,
    cell_start,
    content,
    gap,
    grid_start,
    paragraph,
    properties,
)
from uppdrag.render.docx.redline.elements import (
    CellParas,
    Element,
    Para,
    Presence,
    RowCells,
    TableRows,
)
from uppdrag.render.docx.redline.runs import ELEMENTS
from uppdrag.render.docx.redline.stamp import Tracks

_ROW_MARKS = {Presence.NEW: "w:ins", Presence.OLD: "w:del"}


@dataclass(frozen=True, slots=True)
class RedlineWriter:
    """Writes elements with the template's style ids, and ids for what is tracked."""

    styles: Mapping[str, str]
    tracks: Tracks

    def markup(self, elements: Sequence[Element]) -> str:
        """Return the elements as WordprocessingML.

        Between two tables, and after one that comes last, stands a paragraph without text.
        """
        out: list[str] = []
        for element, following in pairwise([*self._ranged(elements), None]):
            if isinstance(element, str):
                out.append(element)
            elif isinstance(element, Para):
                out.append(self.paragraph(element))
            elif element is not None:
                out.append(self._table(element))
                if not isinstance(following, Para | str):
                    out.append(paragraph(gap(), self.styles))
        return "".join(out)

    def paragraph(self, para: Para) -> str:
        """Return one paragraph with the marks of its end and of its properties."""
        own = properties(para.line, self.styles)
        if para.ending is not None:
            own += f"<w:rPr><{ELEMENTS[para.ending]}{self.tracks.attributes(para.by)}/></w:rPr>"
        if para.before is not None and not _same_look(para.line, para.before):
            was = properties(para.before, self.styles)
            own += (
                f"<w:pPrChange{self.tracks.attributes(para.by)}><w:pPr>{was}</w:pPr></w:pPrChange>"
            )
        if own:
            own = f"<w:pPr>{own}</w:pPr>"
        return f"<w:p>{own}{content(para.line)}</w:p>"

    def _ranged(self, elements: Sequence[Element]) -> Iterator[Element | str]:
        """Yield the elements, and marks around those that moved together."""
        for number, group in groupby(elements, _moved_from):
            inner = self._between(list(group), "moveFromRange", number)
            for to, others in groupby(inner, _moved_to):
                yield from self._between(list(others), "moveToRange", to)

    def _between(
        self, elements: Sequence[Element | str], name: str, number: int
    ) -> Iterator[Element | str]:
        if not number:
            yield from elements
            return
        attributes = self.tracks.attributes()
        number_of_range = attributes.split('"')[1]
        yield f'<w:{name}Start{attributes} w:name="flytt{number}"/>'
        yield from elements
        yield f'<w:{name}End w:id="{number_of_range}"/>'

    def _table(self, table: TableRows) -> str:
        widths = _columns(table)
        rows = "".join(self._row(row, widths) for row in table.rows)
        return f"{grid_start(table.look, widths, self.styles)}{rows}</w:tbl>"

    def _row(self, row: RowCells, widths: Sequence[int]) -> str:
        own = row.properties
        mark = _ROW_MARKS.get(row.presence)
        if mark:
            own += f"<{mark}{self.tracks.attributes(row.by)}/>"
        cells = []
        at = 0
        for cell in row.cells:
            count = _span(widths, at, cell.width, is_last=cell is row.cells[-1])
            span = f'<w:gridSpan w:val="{count}"/>' if count > 1 else ""
            lines = "".join(map(self.paragraph, cell.paras))
            cells.append(
                f"{cell_start(word.Cell(cell.width, (), cell.margin), span)}{lines}</w:tc>"
            )
            at += count
        return f"<w:tr><w:trPr>{own}</w:trPr>{''.join(cells)}</w:tr>"


def _same_look(line: Line, before: Line) -> bool:
    """Tell whether two paragraphs are alike in what is theirs: space comes from the neighbours."""
    return (line.style, line.number) == (before.style, before.number)


def _moved_from(element: Element | str) -> int:
    return element.moved_from if isinstance(element, Para) else 0


def _moved_to(element: Element | str) -> int:
    return element.moved_to if isinstance(element, Para) else 0


def _columns(table: TableRows) -> list[int]:
    """Return the widths of the columns that all rows can share, whatever cells each has."""
    edges = {0}
    for row in table.rows:
        edges.update(_edges(row.cells))
    ordered = sorted(edges)
    return [end - start for start, end in pairwise(ordered)]


def _edges(cells: Sequence[CellParas]) -> Iterator[int]:
    at = 0
    for cell in cells:
        at += cell.width
        yield at


def _span(widths: Sequence[int], at: int, width: int, *, is_last: bool) -> int:
    """Return how many columns from one on a cell covers."""
    if is_last:
        return len(widths) - at
    count = total = 0
    while total < width:
        total += widths[at + count]
        count += 1
    return count
