"""Two texts of the same document from different programs in, where their words differ out."""

import re
import unicodedata
from difflib import SequenceMatcher

_CONTEXT = 4
# Soft hyphen, zero-width characters, byte order mark, the private use of bullet fonts.
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff\ue000-\uf8ff]")
# A bullet, a dash, or the line between the columns of a table in plain text.
_MARKS = frozenset("•◦▪‣·–—-|")
_PIECE = re.compile(r"\w+|[^\w\s]")


def words(text: str) -> list[str]:
    """Return the words with their punctuation; a bullet or a dash that stands alone is no word."""
    plain = _UNSEEN.sub("", unicodedata.normalize("NFKC", text))
    return [word for word in plain.split() if not _MARKS.issuperset(word)]


def pieces(text: str) -> list[str]:
    """Return words and punctuation apart, the same wherever a line was broken at a hyphen."""
    return _PIECE.findall(" ".join(words(text)))


def difference(expected: str, actual: str) -> str:
    """Return the places where letters or punctuation differ in order; empty when they are the same.

    White space is not compared: a program may read a line break or a tab as nothing.
    """
    if "".join(words(expected)) == "".join(words(actual)):
        return ""
    want, have = pieces(expected), pieces(actual)
    return "\n".join(
        f"… {' '.join(want[max(0, start - _CONTEXT) : start])}"
        f" [-{' '.join(want[start:end])}-] {{+{' '.join(have[from_:to])}+}} …"
        for kind, start, end, from_, to in SequenceMatcher(
            None, want, have, autojunk=False
        ).get_opcodes()
        if kind != "equal"
    )


def first_missing(expected: str, actual: str) -> str:
    """Return the first words of expected that do not follow, in order, in actual; or nothing.

    Words in between are allowed: the furniture of the pages.
    """
    want, rest = pieces(expected), iter(pieces(actual))
    for place, piece in enumerate(want):
        if piece not in rest:  # asking an iterator uses it up to the piece found
            return " ".join(want[max(0, place - _CONTEXT) : place + _CONTEXT])
    return ""
