"""What the import has to tell: a place in the source text and a Swedish sentence about it."""

from __future__ import annotations

from dataclasses import dataclass

from uppdrag.findings import Severity
from uppdrag.importing.lines import Line
from uppdrag.model import Uppdragshandling


@dataclass(frozen=True, slots=True, order=True)
class Note:
    """Something uncertain, or left out, with its line and columns in the source.

    Lines and columns count from 1, columns in code points; `end_column` is exclusive.
    """

    line: int
    column: int
    end_column: int
    message: str
    severity: Severity = Severity.INFO

    @classmethod
    def at(cls, line: Line, message: str, severity: Severity = Severity.INFO) -> Note:
        """Return a note about a whole line."""
        return cls(line.number, line.column, line.end_column, message, severity)


@dataclass(frozen=True, slots=True)
class Imported:
    """The mandate that was read, and the notes in the order of the source.

    `dropped` holds the lines that are no part of the document (the navigation of a web page, page
    numbers, repeated page heads); each has a note. Every other word is in the mandate.
    """

    handling: Uppdragshandling
    notes: tuple[Note, ...] = ()
    dropped: tuple[Line, ...] = ()
    text: str | None = None
