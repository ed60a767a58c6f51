"""The paragraphs of a document in; the same with bookmarks by which each is known again, out.

A hidden bookmark (its name begins with an underscore) around the words of each paragraph outlives
Word, LibreOffice and cut and paste. Its name holds what the document said when it was written, so
that a paragraph from elsewhere is not taken for one of this document, and which paragraph it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from uppdrag.render.docx.lines import Line, Piece

FIRST_NUMBER = 1000
"""The bookmark's own number, above those that a template may use."""

_NAME = re.compile(r"_u([0-9a-f]{16})_(\d{1,6})")


class Marked(NamedTuple):
    """What a bookmark says: the identity of the document, and the paragraph's number from 0."""

    identity: str
    number: int


@dataclass(slots=True)
class Marks:
    """Gives each paragraph of a document, in the order in which they are written, its bookmark."""

    identity: str
    given: int = 0

    def give(self, pieces: Iterable[Piece]) -> None:
        """Put the bookmarks on all paragraphs, those of tables too."""
        start, number = f"_u{self.identity}_", self.given
        for line in _lines(pieces):
            line.mark = (FIRST_NUMBER + number, f"{start}{number}")
            number += 1
        self.given = number


def marked(name: str) -> Marked | None:
    """Return what a bookmark's name says; None for a bookmark of another kind."""
    found = _NAME.fullmatch(name)
    return Marked(found[1], int(found[2])) if found else None


def _lines(pieces: Iterable[Piece]) -> Iterator[Line]:
    for piece in pieces:
        if isinstance(piece, Line):
            yield piece
            continue
        for row in piece.rows:
            for cell in row.cells:
                yield from cell.lines
