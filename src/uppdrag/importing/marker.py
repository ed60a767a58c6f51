"""A line in; its bullet or number and the text after it out, when it is an item of a list."""

from __future__ import annotations

import re
from dataclasses import dataclass

TYPED_BULLETS = "-–—*+·"
"""Signs that are a bullet only before a space."""

BULLETS = "•◦○●▪■□‣⁃❖➢✓\uf0b7\uf0a7\uf0d8\uf02d"
"""Signs that are always a bullet at the start of a line; the last are Word's symbol fonts."""

INNER_BULLETS = ("◦", "○", "▪", "■", "–", "—", "\uf0a7", "o\t")
"""Signs that Word uses for an item under an item, where the copied text has lost its indent."""

WORD_BULLET = "o\t"
"""Word's bullet for an item under an item, as it is copied: a letter, so it is kept as text."""

_BULLET = re.compile(rf"([{re.escape(BULLETS)}])\s*(.*)|([{re.escape(TYPED_BULLETS)}])(?:\s+(.*))?")
_NUMBER = re.compile(r"(0|[1-9]\d{0,2})([.)])(?:\s+(.*))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Marker:
    """The sign before an item (`•`, `.` or `)` after a number), the number, and the text."""

    sign: str
    number: int | None
    text: str


def marker(content: str) -> Marker | None:
    """Return the marker that a line's content begins with, or None."""
    if found := _BULLET.fullmatch(content):
        if found[4] and not any(map(str.isalnum, content)):
            return None
        return Marker(found[1] or found[3], None, (found[2] or found[4] or "").strip())
    if content.startswith(WORD_BULLET):
        return word_bullet(content)
    if found := _NUMBER.fullmatch(content):
        return Marker(found[2], int(found[1]), (found[3] or "").strip())
    return None


def word_bullet(content: str) -> Marker | None:
    """Return the marker of a line inside a list that begins with the letter that Word uses."""
    if content[:1] != "o" or not content[1:2].isspace() or not content[1:].strip():
        return None
    return Marker(WORD_BULLET, None, f"o {content[1:].strip()}")
