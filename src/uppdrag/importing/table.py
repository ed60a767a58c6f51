"""Lines in; the table that begins at one of them out, when its cells are regular."""

from __future__ import annotations

import re
from collections.abc import Sequence

from uppdrag.importing.block import Grid
from uppdrag.importing.lines import Line
from uppdrag.importing.marker import marker

MOST_CELLS = 20
_BAR = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"\|?\s*:?-{3,}:?\s*(?:\|\s*:?-{3,}:?\s*)*\|?")


def table_at(lines: Sequence[Line], start: int) -> tuple[Grid, int] | None:
    """Return the table at a line, and the index of the line after it; None if there is none.

    Cells are parted by tabs, or by `|` with space around. A table has two rows at least and as
    many cells in each.
    """
    first = cells(lines[start].text)
    if first is None:
        return None
    rows, at = [first], start + 1
    while at < len(lines):
        if len(rows) == 1 and "-" in lines[at].text and _RULE.fullmatch(lines[at].content):
            at += 1
            continue
        row = _filled(lines[at], len(first))
        if row is None or marker(lines[at].content) is not None:
            break
        if len(row) != len(first):
            return None
        rows.append(row)
        at += 1
    return (Grid(tuple(rows), lines[start]), at) if len(rows) > 1 else None


def _filled(line: Line, count: int) -> tuple[str, ...] | None:
    """Return the cells of a row; tabs that end the line are its last cells, empty."""
    row = cells(line.text)
    if row is None and line.tabs_after and not line.is_blank:
        row = (line.content,)
    if row is None:
        return None
    lacking = max(0, min(count - len(row), line.tabs_after))
    filled = (*row, *("" for _ in range(lacking)))
    return filled if len(filled) > 1 else None


def cells(text: str) -> tuple[str, ...] | None:
    """Return the cells of a row, or None for a line that is no row."""
    content = text.strip(" \u00a0")
    if "\t" in content:
        parts = tuple(part.strip() for part in content.split("\t"))
    elif " | " in f" {content} ":
        bare = content.removeprefix("|").removesuffix("|")
        parts = tuple(part.strip().replace("\\|", "|") for part in _BAR.split(bare))
    else:
        return None
    return parts if 1 < len(parts) <= MOST_CELLS and any(parts) else None
