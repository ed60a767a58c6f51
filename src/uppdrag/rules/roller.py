"""Titles and roles in words in; whether they name the same role out.

The same role is written with a capital or without, with a hyphen, a space or neither, in definite
form, with its organisation after it, and with `tf` before it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from uppdrag.model import Parter, Uppdragshandling, Uppdragspart
from uppdrag.source.pattern import lazy_pattern

_BETWEEN_WORDS = lazy_pattern(r"[-–\s\u00a0]+")
_ENDING = lazy_pattern(r"(direktör|chef|ordförande|sekreterare|ledare)(?:e?ns?|s)\b")
_QUALIFIED = lazy_pattern(r"\s*[,(;]|\s+(?:i|inom|på|vid)\s")
_IS_ROLE = lazy_pattern(r"(?:\w+- och )?[\w-]*(?:direktör|chef)(?:en)?", re.IGNORECASE)
_DEPUTIES = ("biträdande", "ställföreträdande", "stf", "vice")
_TO_FILL_IN = "["


def plain(words: str) -> str:
    """Return words as they are compared: small letters, single spaces, indefinite form."""
    return _ENDING.sub(r"\1", _BETWEEN_WORDS.sub(" ", words.casefold())).strip()


def names_role(words: str, role: str) -> bool:
    """Tell whether some words name a role, and not only the deputy of the one who has it."""
    wanted, text = plain(role), plain(words)
    if wanted.replace(" ", "") == text.replace(" ", ""):
        return True
    for found in re.finditer(rf"(?<!\w){re.escape(wanted)}(?!\w)", text):
        if not text[: found.start()].rstrip().endswith(_DEPUTIES):
            return True
    return False


def same_role(one: str, other: str) -> bool:
    """Tell whether two titles name the same role."""
    return names_role(one, other) or names_role(other, one)


def role_of(part: Uppdragspart, known: Collection[str]) -> str | None:
    """Return the role that one who gives an assignment has; None where none is stated.

    Words that are nothing but a role count: one that is known, or a title of one word.
    """
    if part.roll:
        return None if part.roll.startswith(_TO_FILL_IN) else part.roll
    if not part.text or part.namn or part.organ:
        return None
    words = _QUALIFIED.split(part.text, maxsplit=1)[0]
    is_known = any(plain(words) == plain(role) for role in known)
    return part.text if is_known or _IS_ROLE.fullmatch(words) else None


def givers(handling: Uppdragshandling) -> Iterator[Uppdragspart]:
    """Yield all who give the assignment, stated at the head or in a section."""
    return _parties(handling, handling.uppdragsgivare, "uppdragsgivare")


def takers(handling: Uppdragshandling) -> Iterator[Uppdragspart]:
    """Yield all who take the assignment, stated at the head or in a section."""
    return _parties(handling, handling.uppdragstagare, "uppdragstagare")


def _parties(handling: Uppdragshandling, head: Parter | None, key: str) -> Iterator[Uppdragspart]:
    if head is not None:
        yield from head.parter
    for section in handling.avsnitt:
        for item in section.innehall:
            if isinstance(item, Parter) and item.nyckel == key:
                yield from item.parter
