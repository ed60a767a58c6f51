"""Sentences in; how many words, how many of them long, and the LIX of them, out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from uppdrag.readability.sentences import sentences

LONG_WORD = 7
"""Letters; a word with so many is long (Björnsson: more than six)."""

FEWEST_WORDS = 30
"""Words; in fewer, one full stop more or less can move the figure by a step of the scale."""

SCALE = ((30, "mycket lättläst"), (40, "lättläst"), (50, "medelsvår"), (60, "svår"))
"""The LIX below which a text is called so."""

BEYOND_SCALE = "mycket svår"

TOO_SHORT = "för kort"

_WORD = re.compile(r"[^\W_]+(?:(?:[-‑:’'&@_]|(?<=\d)[.,](?=\d))[^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Measure:
    """What LIX is made of, for any stretch of text; measures can be added."""

    words: int = 0
    sentences: int = 0
    long_words: int = 0

    def __add__(self, other: Measure) -> Measure:
        return Measure(
            self.words + other.words,
            self.sentences + other.sentences,
            self.long_words + other.long_words,
        )

    @property
    def words_per_sentence(self) -> float:
        """Return the mean length of a sentence in words."""
        return self.words / self.sentences if self.sentences else 0.0

    @property
    def long_share(self) -> float:
        """Return how many words in a hundred are long."""
        return 100 * self.long_words / self.words if self.words else 0.0

    @property
    def lix(self) -> int | None:
        """Return LIX as a whole number (C. H. Björnsson, Läsbarhet, 1968); None if too short.

        LIX is words per sentence and long words in a hundred, added.
        """
        if self.words < FEWEST_WORDS:
            return None
        return int(self.words_per_sentence + self.long_share + 0.5)

    @property
    def level(self) -> str:
        """Return what the scale calls such a text, in Swedish."""
        lix = self.lix
        if lix is None:
            return TOO_SHORT
        return next((level for limit, level in SCALE if lix < limit), BEYOND_SCALE)


def words(text: str) -> Iterator[str]:
    """Yield the words: letters and digits, held together by hyphens and colons (`VGR:s`)."""
    return (found[0] for found in _WORD.finditer(text))


def is_long(word: str) -> bool:
    """Tell whether a word has more than six letters; digits and hyphens are none."""
    return len(word) >= LONG_WORD and sum(map(str.isalpha, word)) >= LONG_WORD


def measure(text: str) -> Measure:
    """Return the measure of one paragraph."""
    found = list(words(text))
    return Measure(len(found), len(sentences(text)), sum(map(is_long, found)))
