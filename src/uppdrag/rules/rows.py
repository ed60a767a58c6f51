"""A YAML value's text in; its rows that begin with a person's name out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from uppdrag.rules.people import NAME, is_person
from uppdrag.source.pattern import lazy_pattern

_LINE = lazy_pattern(r"[^\n]+")
_MARKER = lazy_pattern(r"[ \t]*(?:[-*+•]|\d{1,3}[.)])[ \t]+")
_CELL = lazy_pattern(r"[^|]+")
_GOES_ON = lazy_pattern(r"[ \t]*(?:[,;:(–—|\t]|-\s|  |$)")


@dataclass(frozen=True, slots=True)
class Row:
    """What stands after the name in a list item, a row of a table, or a line.

    `start` is where in the value's text `rest` begins.
    """

    rest: str
    start: int
    in_table: bool = False


def named_rows(text: str) -> Iterator[Row]:
    """Yield the rows that begin with a name: list items, rows of tables, and lines of their own."""
    lines = list(_LINE.finditer(text))
    for at, line in enumerate(lines):
        start, end = line.span()
        if line[0].lstrip().startswith("|"):
            yield from _of_table(text, start, end)
            continue
        marker = _MARKER.match(text, start, end)
        begins = marker.end() if marker else start + len(line[0]) - len(line[0].lstrip())
        after = _after_name(text, begins, end)
        if after is None:
            continue
        if marker:
            yield _row(text, after, _end_of_item(lines[at:]))
        elif _GOES_ON.match(text, after, end):
            yield _row(text, after, end)


def _of_table(text: str, start: int, end: int) -> Iterator[Row]:
    for cell in _CELL.finditer(text, start, end):
        begins = cell.start() + len(cell[0]) - len(cell[0].lstrip())
        after = _after_name(text, begins, cell.end())
        if after is not None:
            yield Row(text[after:end], after, in_table=True)
            return


def _row(text: str, start: int, end: int) -> Row:
    return Row(text[start:end], start)


def _after_name(text: str, start: int, end: int) -> int | None:
    """Return where the text goes on after a name, in bold or not, or None without one."""
    bold = text.startswith("**", start)
    found = NAME.match(text, start + 2 * bold, end)
    if found is None or not is_person(found[0]):
        return None
    return found.end() + 2 * text.startswith("**", found.end())


def _end_of_item(lines: list[re.Match[str]]) -> int:
    """Return where a list item ends: before the next marker, and before an empty line."""
    end = lines[0].end()
    for line in lines[1:]:
        is_next = line.start() > end + 1 or _MARKER.match(line[0]) or not line[0][0].isspace()
        if is_next or not line[0].strip():
            return end
        end = line.end()
    return end
