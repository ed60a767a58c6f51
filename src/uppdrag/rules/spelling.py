"""Two names in; whether they may be one that someone has misspelt out."""

from __future__ import annotations

import re

from uppdrag.rules.edits import edits
from uppdrag.source.pattern import lazy_pattern

_SHORTEST_SURNAME, _SHORTEST_FIRST_NAME, _LONG_SURNAME = 5, 4, 6

_ENDINGS = frozenset({"s", "’s", "'s", "n", "en", "et", "t", "a", "na"})
"""What is added to a name in a sentence, or makes another name of it (Martin, Martina)."""

_SOUNDS = (("ck", "k"), ("ch", "k"), ("ph", "f"), ("th", "t"), ("hj", "j"))
_LETTERS = str.maketrans({"c": "k", "q": "k", "w": "v", "z": "s", "é": "e", "è": "e", "ü": "y"})
_WITHOUT_MARKS = str.maketrans("åäöéèü", "aaoeeu")
_DOUBLED = lazy_pattern(r"(.)\1")


def surnames_alike(one: str, other: str) -> bool:
    """Tell whether two surnames differ by a slip.

    Of names in -son, what stands before has to be long and the slip to be one letter: Nilsson and
    Olsson, Larsson and Persson are two.
    """
    one, other = one.lower(), other.lower()
    if min(len(one), len(other)) < _SHORTEST_SURNAME or _is_inflected(one, other):
        return False
    if _sound(one) == _sound(other) or _bare(one) == _bare(other):
        return True
    if one.endswith("son") and other.endswith("son"):
        stems = [re.sub("s?son$", "", name) for name in (one, other)]
        return min(map(len, stems)) >= _SHORTEST_SURNAME and edits(*stems) == 1
    most = 2 if min(len(one), len(other)) >= _LONG_SURNAME else 1
    return one[0] == other[0] and edits(one, other) <= most


def first_names_alike(one: str, other: str) -> bool:
    """Tell whether two first names sound the same or differ by one letter after the first."""
    one, other = one.lower(), other.lower()
    if min(len(one), len(other)) < _SHORTEST_FIRST_NAME or _is_inflected(one, other):
        return False
    if _sound(one) == _sound(other) or _bare(one) == _bare(other):
        return True
    return one[0] == other[0] and edits(one, other) == 1


def names_alike(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Tell whether first names sound the same and surnames too, though each is spelt otherwise."""
    return all(map(_sounds_alike, one, other))


def _sounds_alike(one: str, other: str) -> bool:
    return min(len(one), len(other)) >= _SHORTEST_FIRST_NAME and _sound(one.lower()) == _sound(
        other.lower()
    )


def _bare(name: str) -> str:
    """Return a name without the rings and dots that someone may have left out."""
    return name.translate(_WITHOUT_MARKS)


def _is_inflected(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return not long.endswith("son") and long.startswith(short) and long[len(short) :] in _ENDINGS


def _sound(name: str) -> str:
    for written, heard in _SOUNDS:
        name = name.replace(written, heard)
    return _DOUBLED.sub(r"\1", name.translate(_LETTERS))
