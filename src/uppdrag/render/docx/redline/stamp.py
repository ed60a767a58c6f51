"""Who changed a document and when in; the attributes and ids of Word's tracked changes out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import count

from uppdrag.findings import UppdragError
from uppdrag.render.docx.markup import escape

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_UNDATED = "1980-01-01"


class Moves(StrEnum):
    """How what moved is written: as Word's own moves, or as removed there and inserted here."""

    NATIVE = "native"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who is said to have made the changes, and on which day (ISO 8601).

    The day is given, never the clock's: the same input gives the same bytes. Raises `UppdragError`
    for what is no day.
    """

    author: str = "uppdrag"
    day: str = _UNDATED

    def __post_init__(self) -> None:
        """Refuse a day that Word could not read."""
        if not _DAY.fullmatch(self.day):
            raise UppdragError(
                f"”{self.day}” är inget datum. Skriv år, månad och dag, till exempel 2026-06-16."
            )


FIRST_ID = 1_000_000
"""The first id of a change: bookmarks and comments have lower ones, of the same series."""


@dataclass(slots=True)
class Tracks:
    """Hands out what every tracked change has: an id of its own in the whole file, author, day."""

    stamp: Stamp
    ids: Iterator[int] = field(default_factory=lambda: count(FIRST_ID))

    def attributes(self, by: str = "") -> str:
        """Return the attributes of a change; `by` is who made it, where that is told."""
        author = escape(by or self.stamp.author)
        return f' w:id="{next(self.ids)}" w:author="{author}" w:date="{self.stamp.day}T00:00:00Z"'
