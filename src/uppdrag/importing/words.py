"""Text in; its words out: the measure of what an import must keep."""

from __future__ import annotations

import re

_WORD = re.compile(r"\w+")
_SPACE = re.compile(r"[^\S\u00a0\u202f]+")


def words(text: str) -> list[str]:
    """Return the words of a text, case folded."""
    return [word.casefold() for word in _WORD.findall(text)]


def carries(key: str, text: str) -> bool:
    """Tell whether a key of the file is in itself all the words of a heading or label."""
    return words(text) == [key]


def single_spaced(text: str) -> str:
    """Return the text on one line with single spaces; a no-break space stays what it is."""
    return _SPACE.sub(" ", text).strip()


def one_line(text: str) -> str:
    """Return the text as a value on one line holds it: only plain, single spaces."""
    return " ".join(text.split())
