"""Words in; a key of the format's own kind, `avsnitt_<words>`, that is not yet taken, out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

from uppdrag.model.rubriker import OWN_PREFIX

MOST_WORDS, LONGEST = 4, 40
"""Words and characters of a key after its prefix."""

_FALLBACK = "text"
_NOT_IN_KEY = re.compile(r"[^a-zåäö0-9]+")


def own_key(words: str, taken: Container[str]) -> str:
    """Return `avsnitt_` and the first words, with a number where that key is taken."""
    key = OWN_PREFIX + _slug(words)
    if key not in taken:
        return key
    number = 2
    while f"{key}_{number}" in taken:
        number += 1
    return f"{key}_{number}"


def _slug(words: str) -> str:
    folded = "".join(map(_plain_letter, words[:200].lower()))
    parts = [part for part in _NOT_IN_KEY.split(folded) if part]
    return "_".join(parts[:MOST_WORDS])[:LONGEST].strip("_") or _FALLBACK


def _plain_letter(letter: str) -> str:
    """Return a letter without its accent, except the three that Swedish has of its own."""
    return letter if letter in "åäö" else unicodedata.normalize("NFD", letter)[:1]
