"""A table of a Word file in; whether it is one or only lays out labels and text, out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from uppdrag.document.tree import Inlines, Run
from uppdrag.importing.decision import decision_date
from uppdrag.importing.facts import bare_label
from uppdrag.importing.headings import section_of
from uppdrag.importing.labels import key_of
from uppdrag.importing.word.file import WordCell, WordParagraph, WordTable

LONGEST_LABEL = 60
MOST_IN_CELL = 3
"""Paragraphs of a cell; one with more holds running text."""

Cells: TypeAlias = tuple[WordCell, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """A label and the cell with its value."""

    label: str
    value: WordCell

    def lines(self) -> Iterator[Inlines]:
        """Yield the lines: the label before the first line of the value."""
        lines = [line for one in self.value for line in _lines(one)] or [()]
        yield (Run(f"{self.label}: "), *lines[0])
        yield from lines[1:]


def said_rows(table: WordTable) -> tuple[Cells, ...]:
    """Return the rows and columns that say something."""
    rows = [row for row in table.rows if any(_text(cell) for cell in row)]
    width = max(map(len, rows), default=0)
    kept = [at for at in range(width) if any(_text(row[at]) for row in rows)]
    return tuple(tuple(row[at] for at in kept) for row in rows)


def is_laid_out(rows: Sequence[Cells], levels: Mapping[int, int]) -> bool:
    """Tell whether a table among sections only lays out text: it has no columns that compare."""
    cells = [cell for row in rows for cell in row]
    if len(rows) == 1 or len(rows[0]) == 1:
        return True
    if any(len(cell) > MOST_IN_CELL for cell in cells):
        return True
    if any(id(one) in levels and section_of(one.text) for cell in cells for one in cell):
        return True
    firsts = [_text(row[0]) for row in rows]
    headed = sum(section_of(first) is not None for first in firsts)
    decided = any(
        decision_date(f"{first}: {_text(r[1])}") for first, r in zip(firsts, rows, strict=True)
    )
    return headed * 2 > len(rows) or decided


def pairs_of(rows: Sequence[Cells]) -> Iterator[Pair | Cells]:
    """Yield labels with their values, beside them or under them, and cells that are neither."""
    at = 0
    while at < len(rows):
        row = rows[at]
        below = rows[at + 1] if at + 1 < len(rows) else None
        if below is not None and _are_labels(row) and not any(map(_label, below)):
            for cell, value in zip(row, below, strict=True):
                if label := _label(cell):
                    yield Pair(label, value)
                elif _text(cell) or _text(value):
                    yield (cell, value)
            at += 2
            continue
        yield from _beside(row)
        at += 1


def _are_labels(row: Cells) -> bool:
    """Tell whether all that is said in a row is labels, of several columns."""
    said = [cell for cell in row if _text(cell)]
    return len(said) > 1 and all(map(_label, said))


def _beside(row: Cells) -> Iterator[Pair | Cells]:
    at = 0
    while at < len(row):
        label = _label(row[at])
        if label and at + 1 < len(row) and _text(row[at + 1]) and not _label(row[at + 1]):
            yield Pair(label, row[at + 1])
            at += 2
            continue
        yield (row[at],)
        at += 1


def _label(cell: WordCell) -> str | None:
    """Return the label that a cell is and nothing else."""
    text = _text(cell)
    if len(cell) != 1 or len(text) > LONGEST_LABEL:
        return None
    bare = text.removesuffix(":").strip()
    is_label = bare_label(text) is not None or key_of(bare) is not None or text.endswith(":")
    return bare if is_label or decision_date(f"{bare}: 2000-01-01") else None


def _text(cell: WordCell) -> str:
    return " ".join(" ".join(one.text.split()) for one in cell).strip()


def _lines(one: WordParagraph) -> Iterator[Inlines]:
    rows: list[list[Run]] = [[]]
    for run in one.runs:
        first, *rest = run.text.split("\n")
        rows[-1].append(replace(run, text=first))
        rows.extend([replace(run, text=part)] for part in rest)
    yield from (tuple(row) for row in rows if any(run.text.strip() for run in row))
