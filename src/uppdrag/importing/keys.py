"""Words in; a key of the format's own kind, `avsnitt_<words>`, that is not yet taken, out."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from uppdrag.model.rubriker import OWN_PREFIX

MOST_WORDS, LONGEST = 4, 40
"""Words and characters of a key after its prefix."""

_FALLBACK = "text"
_NUMBER = re.compile(r"\s*\d{1,2}(?:\.\d{1,2})*[.)]\s+", re.ASCII)
"""The number of a heading, which changes when a section comes or goes."""

_NOT_IN_KEY = re.compile(r"[^a-zåäö0-9]+")


@dataclass(slots=True)
class Keys:
    """The keys that are taken at one level of a file."""

    taken: set[str] = field(default_factory=set)
    numbers: dict[str, int] = field(default_factory=dict)

    def take(self, key: str) -> str:
        """Return the key, which is taken from now on."""
        self.taken.add(key)
        return key

    def own(self, words: str) -> str:
        """Take `avsnitt_` and the first words, with a number where that key is taken."""
        base = OWN_PREFIX + _slug(_NUMBER.sub("", words, count=1))
        key = base
        while key in self.taken:
            number = self.numbers[base] = self.numbers.get(base, 1) + 1
            key = f"{base}_{number}"
        return self.take(key)


def _slug(words: str) -> str:
    folded = "".join(map(_plain_letter, words[:200].lower()))
    parts = [part for part in _NOT_IN_KEY.split(folded) if part]
    return "_".join(parts[:MOST_WORDS])[:LONGEST].strip("_") or _FALLBACK


def _plain_letter(letter: str) -> str:
    """Return a letter without its accent, except the three that Swedish has of its own."""
    return letter if letter in "åäö" else unicodedata.normalize("NFD", letter)[:1]
