"""The text of a file in; its lines out, in NFC, without invisible characters, with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from uppdrag.source.characters import normalised

_BREAK = re.compile(r"\r\n|\r|\n")
_INNER_BREAK = re.compile("[\x0b\x0c\x85\u2028\u2029]")
"""Breaks within a line: Word's own, a page's, a web page's."""

SOFT_HYPHEN, FIXED_HYPHEN = "\u00ad", "\u2011"
_BROKEN_AT = re.compile(r"(?<=\w)\u00ad(?=\s*$)")

TAB = 4
"""Columns that a tab is worth where an indentation is measured."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its number and columns in the file (from 1, end exclusive), and its text.

    The text keeps its indentation and tabs, save the `tabs_after` that end the line; the columns
    are those of the text without the white space around it.
    """

    number: int
    column: int
    end_column: int
    text: str
    tabs_after: int = 0

    @property
    def is_blank(self) -> bool:
        """Tell whether nothing can be seen on the line."""
        return not self.text

    @property
    def content(self) -> str:
        """Return the text without its indentation."""
        return self.text.lstrip()

    @property
    def indent(self) -> int:
        """Return how far in the text begins."""
        lead = self.text[: len(self.text) - len(self.text.lstrip())]
        return len(lead.expandtabs(TAB))


def read_lines(text: str) -> tuple[Line, ...]:
    """Return the lines of a text, whatever ends them, with a byte order mark taken away."""
    raw = _BREAK.split(text.removeprefix("\ufeff"))
    return tuple(line for number, row in enumerate(raw, 1) for line in _lines(number, row))


def _visible(raw: str) -> str:
    """Return a text with the hyphens that a reader sees, each as the plain one.

    A soft hyphen is seen only where the line was broken at it.
    """
    return _BROKEN_AT.sub("-", raw).replace(SOFT_HYPHEN, "").replace(FIXED_HYPHEN, "-")


def _lines(number: int, raw: str) -> Iterator[Line]:
    column = 1
    for part in _INNER_BREAK.split(raw):
        whole = normalised(_visible(part))
        cleaned = whole.rstrip()
        tabs = whole[len(cleaned) :].count("\t") if cleaned else 0
        lead = len(part) - len(part.lstrip())
        end = max(lead, len(part.rstrip()))
        yield Line(number, column + lead, column + end, cleaned, tabs)
        column += len(part) + 1
