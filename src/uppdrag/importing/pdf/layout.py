"""The stretches of text of a PDF without structure in; its lines as text with markup out.

Lines by their place, headings by their size and weight, columns by the gap between them. What runs
at the head and foot of every page is left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from uppdrag.importing.marker import marker
from uppdrag.importing.pdf.piece import Piece
from uppdrag.source.characters import normalised

_LARGER = 1.12
"""How much larger than the running text a heading is."""

_PARAGRAPH_GAP = 1.35
"""Line spacings; a wider gap parts paragraphs."""

_LETTER = 0.5
"""Of the size of its letters; how wide a letter is, about."""

_COLUMN_GAP = 4
"""Letter sizes; words further apart on a line stand in columns of their own."""

_SHORT_LINE = 0.7
"""Of the longest line; a paragraph ends where a line is shorter."""

_EDGE = 3
"""Lines at the head and foot of a page that may run through the file."""

_MOST_LETTERS = 10
"""Letters of a page number, such as `Sida 1 av 3`; elsewhere other digits make another line."""

_LONGEST_HEADING = 120
_DIGITS = re.compile(r"\d+")
_HYPHENATED = re.compile(r"[a-zåäöé]-$")
_SAME_LINE = 0.4
"""Of the size of its letters; how far from a line a raised or lowered word may stand."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A line on a page: where, how large, and its words."""

    page: int
    x: float
    y: float
    size: float
    bold: bool
    text: str


@dataclass(frozen=True, slots=True)
class Layout:
    """The text, and the lines that run through the file and were left out."""

    text: str
    running: tuple[str, ...]


def layout(pieces: Sequence[Piece]) -> Layout:
    """Return the text of the pages in reading order."""
    pages: dict[int, list[Printed]] = {}
    for number in sorted({piece.page for piece in pieces}):
        of_page = [piece for piece in pieces if piece.page == number and not piece.tilted]
        pages[number] = list(_lines(of_page))
    running = _running(pages)
    kept = [line for lines in pages.values() for line in lines if _key(line) not in running]
    left_out = [line.text for lines in pages.values() for line in lines if _key(line) in running]
    return Layout("\n".join(_rows(kept)) + "\n", tuple(dict.fromkeys(left_out)))


def _lines(pieces: Sequence[Piece]) -> Iterator[Printed]:
    """Yield the lines of a page as they were drawn: a stretch goes on where the last one ended."""
    held: list[Piece] = []
    for piece in pieces:
        if held and _breaks(held[-1], piece):
            yield from _line(held)
            held = []
        held.append(piece)
    yield from _line(held)


def _breaks(before: Piece, piece: Piece) -> bool:
    apart = abs(before.y - piece.y) > _SAME_LINE * max(before.size, piece.size, 1)
    end = before.x + len(before.text) * before.size * _LETTER
    return apart or piece.x < before.x - 1 or piece.x - end > _COLUMN_GAP * max(before.size, 1)


def _line(held: Sequence[Piece]) -> Iterator[Printed]:
    words = " ".join("".join(_marked(held)).split())
    if words:
        first = next(piece for piece in held if piece.text.strip())
        size = max(piece.size for piece in held if piece.text.strip())
        bold = all(piece.bold for piece in held if piece.text.strip())
        yield Printed(first.page, first.x, first.y, size, bold, words)


def _marked(held: Sequence[Piece]) -> Iterator[str]:
    """Yield the text, a label in bold before other words marked as such."""
    bold = all(piece.bold for piece in held if piece.text.strip())
    lead = [piece for piece in held if piece.text.strip()]
    first = lead[0] if lead and lead[0].bold and not bold else None
    for piece in held:
        text = normalised(piece.text.replace("\n", " "))
        if piece is first and "*" not in text:
            bare = text.strip()
            text = text.replace(bare, f"**{bare}**", 1)
        yield text


def _key(line: Printed) -> tuple[int, str]:
    letters = sum(map(str.isalpha, line.text))
    is_number = letters <= _MOST_LETTERS
    return round(line.y), _DIGITS.sub("0", line.text) if is_number else line.text


def _running(pages: dict[int, list[Printed]]) -> set[tuple[int, str]]:
    """Return what stands at the same height of every page but one, at its head or foot."""
    if len(pages) < 2:  # noqa: PLR2004 - one page has nothing that repeats
        return set()
    counts: Counter[tuple[int, str]] = Counter()
    for lines in pages.values():
        by_height = sorted(lines, key=lambda line: -line.y)
        edge = {_key(line) for line in (*by_height[:_EDGE], *by_height[-_EDGE:])}
        counts.update(edge)
    enough = max(2, len(pages) - 1)
    return {key for key, count in counts.items() if count >= enough}


def _rows(lines: Sequence[Printed]) -> Iterator[str]:
    """Yield each paragraph and heading on a line of its own, blank lines between them."""
    sizes = Counter[float]()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    body = sizes.most_common(1)[0][0] if sizes else 0.0
    look = _Look(body, _spacing(lines), max((len(line.text) for line in lines), default=0))
    held: list[Printed] = []
    for line in lines:
        if held and not look.goes_on(held[-1], line):
            yield from look.written(held)
            held = []
        held.append(line)
    if held:
        yield from look.written(held)


@dataclass(frozen=True, slots=True)
class _Look:
    """The size of the running text, the usual distance of its lines, the longest line's length."""

    body: float
    spacing: float
    longest: int

    def goes_on(self, before: Printed, line: Printed) -> bool:
        """Tell whether a line goes on with the paragraph, or the heading, of the one before."""
        if self.is_heading(before) or self.is_heading(line):
            return self._is_one_heading(before, line)
        if marker(line.text) is not None or line.text.startswith("**"):
            return False
        is_full = len(before.text) >= _SHORT_LINE * self.longest
        is_open = not before.text.endswith((".", ":", "?", "!"))
        goes_on = is_full or line.text[:1].islower()
        if before.page != line.page or line.y > before.y + 1:
            # A new page, or a new column: a sentence that has not ended goes on there.
            return is_open and goes_on
        is_beside = abs(line.x - before.x) > _COLUMN_GAP * max(line.size, 1)
        is_near = before.y - line.y <= _PARAGRAPH_GAP * max(self.spacing, line.size)
        return is_near and goes_on and not is_beside

    def is_heading(self, line: Printed) -> bool:
        """Tell whether a line looks like a heading: larger than the text, or all in bold."""
        if len(line.text) > _LONGEST_HEADING or line.text.endswith((".", ",", ";")):
            return False
        return line.size > self.body * _LARGER or (line.bold and line.size >= self.body * 0.98)

    def written(self, held: Sequence[Printed]) -> Iterator[str]:
        """Yield a paragraph or heading, a word that was broken over two lines put together."""
        words = ""
        for line in held:
            if _HYPHENATED.search(words) and line.text[:1].islower():
                words = words[:-1] + line.text
            else:
                words = f"{words} {line.text}".strip()
        is_heading = self.is_heading(held[0]) and "*" not in words
        yield from (f"**{words}**" if is_heading else words, "")

    def _is_one_heading(self, before: Printed, line: Printed) -> bool:
        alike = abs(before.size - line.size) < 0.5 and before.bold is line.bold  # noqa: PLR2004 - points
        near = before.page == line.page and 0 < before.y - line.y <= _PARAGRAPH_GAP * line.size
        return alike and near and line.size > self.body * _LARGER


def _spacing(lines: Sequence[Printed]) -> float:
    gaps = [
        a.y - b.y
        for a, b in pairwise(lines)
        if a.page == b.page and 0 < a.y - b.y < 4 * max(a.size, 1)
    ]
    return median(gaps) if gaps else 0.0
