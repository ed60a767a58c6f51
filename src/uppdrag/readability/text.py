"""Readings of mandates in, tables and sentences for a person at a terminal out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from textwrap import shorten, wrap

from uppdrag.findings.visible import columns, visible
from uppdrag.readability import cells
from uppdrag.readability.reading import Reading

_GAP = "  "
_NARROWEST = 20
_LEFT = (0, 5)
"""The columns of words; the others are numbers and stand to the right."""
_LEAST_SHOWN = 20


def render(readings: Iterable[Reading], width: int = 80) -> str:
    """Return how each mandate reads, and last what the figures mean, within so many columns."""
    lines: list[str] = []
    for reading in readings:
        lines.extend(_reading(reading, width))
        lines.append("")
    for paragraph in cells.explanation():
        lines.extend(wrap(paragraph, width))
    return "".join(f"{line}\n" for line in lines)


def _reading(reading: Reading, width: int) -> Iterator[str]:
    yield visible(reading.file)
    yield from wrap(visible(reading.title), width)
    if not reading.report.total.words:
        yield cells.NO_TEXT
        return
    yield from wrap(visible(cells.compared_with(reading)), width, break_on_hyphens=False)
    yield ""
    yield from _table(reading, width)
    yield ""
    if gone := cells.removed(reading):
        yield from wrap(visible(gone), width)
    yield from wrap(f"{cells.long_sentences(reading)} De längsta meningarna:", width)
    for sentence in reading.report.sentences:
        lead = f"{sentence.words:>4} ord{_GAP}"
        place = f"{reading.file}:{sentence.start.line}:{sentence.start.column}"
        yield lead + visible(place)
        room = max(_LEAST_SHOWN, width - len(lead))
        yield " " * len(lead) + shorten(visible(sentence.text), room, placeholder=" …")
    yield from wrap(visible(cells.long_words(reading)), width)


def _table(reading: Reading, width: int) -> Iterator[str]:
    head = cells.header(reading)
    *sections, total = ([visible(cell) for cell in row] for row in cells.rows(reading))
    table = [list(head), *sections, total]
    widths = [max(columns(row[index]) for row in table) for index in range(len(head))]
    others = sum(widths[1:]) + len(_GAP) * (len(widths) - 1)
    widths[0] = max(_NARROWEST, min(widths[0], width - others))
    rule = "─" * (sum(widths) + len(_GAP) * (len(widths) - 1))
    yield from _row(head, widths)
    yield rule
    for row in sections:
        yield from _row(row, widths)
    yield rule
    yield from _row(total, widths)


def _row(row: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    """Yield the line of a row; a name that is too long goes on below."""
    first, *more = wrap(row[0], widths[0]) or [""]
    shown = [
        _padded(cell, width, index)
        for index, (cell, width) in enumerate(zip((first, *row[1:]), widths, strict=True))
    ]
    yield _GAP.join(shown).rstrip()
    yield from more


def _padded(cell: str, width: int, column: int) -> str:
    space = " " * (width - columns(cell))
    return cell + space if column in _LEFT else space + cell
