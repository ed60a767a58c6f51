"""Findings and the lines they speak of in, lines for a person at a terminal out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from uppdrag.findings.finding import Finding, Severity, in_order
from uppdrag.findings.summary import Summary
from uppdrag.findings.visible import columns, visible, visible_character

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from uppdrag.source import Lines

SEVERITY_WORDS = {
    Severity.ERROR: "fel",
    Severity.WARNING: "varning",
    Severity.INFO: "upplysning",
}
_MARGIN = "    "
_TAB = 4
_CUT = "…"
# Zero-width characters make a line longer than its width; no honest text has more of them.
_CHARACTERS_A_COLUMN = 4
# What nearly every line is made of: each character is shown as it is, in one column.
_ORDINARY = re.compile("[ -~\xa0-\xac\xae-\u02ff\u2010-\u2027]*")


@dataclass(frozen=True, slots=True)
class Style:
    """The terminal sequences to put before each kind of text; all empty means no colour."""

    place: str = ""
    error: str = ""
    warning: str = ""
    info: str = ""
    underline: str = ""
    end: str = ""

    def severity(self, severity: Severity) -> str:
        """Return the sequence for the word of a severity."""
        return {
            Severity.ERROR: self.error,
            Severity.WARNING: self.warning,
            Severity.INFO: self.info,
        }[severity]


PLAIN = Style()
COLOUR = Style(
    place="\x1b[1m",
    error="\x1b[1;31m",
    warning="\x1b[1;33m",
    info="\x1b[1;36m",
    underline="\x1b[31m",
    end="\x1b[0m",
)


def render(
    findings: Iterable[Finding],
    lines: Mapping[str, Lines],
    files: int,
    style: Style = PLAIN,
    width: int = 100,
) -> str:
    """Return every finding with the line it stands on, then a sentence that sums up.

    ``lines`` holds the files by the name that the findings use; a finding whose file is not
    there, or is empty, has no excerpt. ``width`` is the number of columns an excerpt may take.
    """
    ordered = in_order(findings)
    told = [line for finding in ordered for line in entry(finding, lines, style, width)]
    if told:
        told.append("")
    told.append(Summary.of(ordered, files).sentence())
    return "\n".join(told) + "\n"


def entry(
    finding: Finding, lines: Mapping[str, Lines], style: Style = PLAIN, width: int = 100
) -> list[str]:
    """Return the headline of one finding, and below it the line it stands on, if there is one."""
    return [headline(finding, style), *_excerpt_of(finding, lines, style, width)]


def headline(finding: Finding, style: Style = PLAIN) -> str:
    """Return one line such as ``fil.yaml:12:5 fel S002 meddelande``."""
    place = f"{visible(finding.file)}:{finding.line}:{finding.column}"
    word = SEVERITY_WORDS[finding.severity]
    return (
        f"{_styled(place, style.place, style)} "
        f"{_styled(word, style.severity(finding.severity), style)} "
        f"{visible(finding.rule)} {visible(finding.message)}"
    )


def excerpt(line: str, start: int, end: int, width: int) -> tuple[str, str]:
    """Return the line as shown and the carets below it, both without a margin.

    ``start`` and ``end`` count code points from 0 and may lie beyond the line's end; at least one
    column is underlined. A line wider than ``width`` is cut around the range.
    """
    room = max(width, 3 * _TAB)
    reach = room * _CHARACTERS_A_COLUMN
    first = max(0, min(start, len(line)) - reach)
    cells, widths = _cells(line[first : start + reach])
    begin = min(start - first, len(cells))
    stop = max(begin, min(end - first, len(cells)))
    low, high = 0, len(cells)
    if sum(widths) + (begin == len(cells)) > room or first or start + reach < len(line):
        low, high = _window(widths, begin, stop, room - 2 * len(_CUT))
    before = _CUT if low or first else ""
    after = _CUT if high < len(cells) or start + reach < len(line) else ""
    edges = [0, *accumulate(widths)]
    stop = max(begin, min(stop, high))
    indent = len(before) + edges[begin] - edges[low]
    carets = "^" * max(1, edges[stop] - edges[begin])
    return before + "".join(cells[low:high]) + after, " " * indent + carets


def _excerpt_of(
    finding: Finding, lines: Mapping[str, Lines], style: Style, width: int
) -> list[str]:
    of_file = lines.get(finding.file)
    if of_file is None:
        return []
    stretch = of_file.range_of_line(finding.line)
    line = of_file.text[stretch.start : stretch.end]
    if not line.strip():
        return []
    start = finding.column - 1
    end = finding.end_column - 1 if finding.end_line == finding.line else len(line.rstrip())
    shown, carets = excerpt(line, start, end, width - len(_MARGIN))
    indent = len(carets) - len(carets.lstrip())
    marked = " " * indent + _styled(carets.lstrip(), style.underline, style)
    return [_MARGIN + shown, _MARGIN + marked]


def _cells(line: str) -> tuple[list[str], list[int]]:
    """Return each character as it is shown, and the columns that it takes."""
    if _ORDINARY.fullmatch(line):
        return list(line), [1] * len(line)
    cells: list[str] = []
    widths: list[int] = []
    position = 0
    for character in line:
        cell = " " * (_TAB - position % _TAB) if character == "\t" else visible_character(character)
        cells.append(cell)
        widths.append(columns(cell))
        position += widths[-1]
    return cells, widths


def _window(widths: list[int], begin: int, stop: int, room: int) -> tuple[int, int]:
    low = high = begin
    left = room
    while high < stop and widths[high] <= left:
        left -= widths[high]
        high += 1
    grows = True
    while grows:
        grows = False
        if high < len(widths) and widths[high] <= left:
            left -= widths[high]
            high += 1
            grows = True
        if low > 0 and widths[low - 1] <= left:
            low -= 1
            left -= widths[low]
            grows = True
    return low, high


def _styled(text: str, sequence: str, style: Style) -> str:
    return f"{sequence}{text}{style.end}" if sequence else text
