"""Offsets into a text come in; lines and columns as an editor counts them go out."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field

_BREAK = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True, order=True)
class Range:
    """A stretch of a text: offsets in code points, the end exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a text: line and column, both from 1, the column in code points."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Lines:
    r"""The lines of a text, broken at ``\n``, ``\r\n`` and a lone ``\r``."""

    text: str = field(repr=False)
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        starts = (0, *(found.end() for found in _BREAK.finditer(self.text)))
        object.__setattr__(self, "_starts", starts)

    def __len__(self) -> int:
        return len(self._starts)

    def position(self, offset: int) -> Position:
        """Give the line and column of an offset; the end of the text is a place too."""
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    def line(self, offset: int) -> int:
        """Give the number, from 1, of the line that holds an offset."""
        return bisect_right(self._starts, offset)

    def range_of_line(self, number: int) -> Range:
        """Give the range of a line, numbered from 1, without its line break."""
        start = self._starts[number - 1]
        end = self._starts[number] if number < len(self._starts) else len(self.text)
        return Range(start, start + len(self.text[start:end].rstrip("\r\n")))
