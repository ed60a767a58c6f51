"""The id of a heading of a page that this program made in; the keys that it came from out."""

from __future__ import annotations

import re
import unicodedata

from uppdrag.importing.headings import RECIPIENTS_KEY
from uppdrag.model.handling import Path
from uppdrag.model.rubriker import OWN_PREFIX, SECTIONS, SUBSECTIONS

TITLE = "titel"

_OWN = OWN_PREFIX.replace("_", "-")
_WORD = re.compile(r"[a-zåäö0-9]+")


def path_of(name: str, words: str) -> Path:
    """Return the keys of the heading with an id; () where the id does not tell.

    An id has no å, ä or ö: those of an own key are read from the words of the heading.
    """
    for key in (*SECTIONS, RECIPIENTS_KEY):
        folded = _folded(key)
        if name == folded:
            return (key,)
        if name.startswith(f"{folded}-") and (part := _part(name[len(folded) + 1 :], words)):
            return (key, part)
    if not name.startswith(_OWN):
        return ()
    first, sign, second = name.removeprefix(_OWN).partition(f"-{_OWN}")
    if sign:
        return (OWN_PREFIX + first.replace("-", "_"), _own_key(second, words))
    return (_own_key(first, words),)


def level_of(name: str, shown: int, path: Path) -> int:
    """Return the level of a heading; the page lowers one where a level would be skipped."""
    if name == TITLE:
        return 1
    return 3 if len(path) > 1 else max(2, shown)


def _part(name: str, words: str) -> str | None:
    if name in map(_folded, SUBSECTIONS):
        return next(key for key in SUBSECTIONS if _folded(key) == name)
    return _own_key(name.removeprefix(_OWN), words) if name.startswith(_OWN) else None


def _own_key(slug: str, words: str) -> str:
    spelt = {_folded(word): word for word in _WORD.findall(words.lower())}
    return OWN_PREFIX + "_".join(spelt.get(part, part) for part in slug.split("-"))


def _folded(words: str) -> str:
    ascii_only = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode("ascii")
    return ascii_only.replace("_", "-")
