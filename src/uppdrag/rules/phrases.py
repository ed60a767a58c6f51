"""Phrases to look for and a text in; those that may occur there, and a pattern for them, out.

Most of what a rule knows occurs in no given document. So the words of a text are gathered once,
for all rules, and a pattern is made only of the phrases whose words are all among them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from uppdrag.source.pattern import lazy_pattern

_WORD = lazy_pattern(r"[^\W_]+")
_QUOTED = lazy_pattern(r"”[^”]{1,150}”|\"[^\"]{1,150}\"")


@lru_cache(maxsize=4)
def words_of(text: str) -> frozenset[str]:
    """Return the words of a text in lower case: runs of letters and digits."""
    return frozenset(_WORD.findall(text.lower()))


def occurring(phrases: Iterable[str], text: str) -> tuple[str, ...]:
    """Return the phrases all of whose words occur somewhere in the text, the longest first."""
    words = words_of(text)
    telling = _telling(tuple(phrases))
    return tuple(
        sorted(
            (
                phrase
                for word in words & telling.keys()
                for phrase, parts in telling[word]
                if words.issuperset(parts)
            ),
            key=lambda phrase: (-len(phrase), phrase),
        )
    )


def written(phrases: Iterable[str], text: str) -> tuple[str, ...]:
    """Return those of the occurring phrases that stand in the text letter for letter."""
    here = occurring(phrases, text)
    lowered = text.lower() if here else ""
    return tuple(phrase for phrase in here if phrase.lower() in lowered)


@lru_cache(maxsize=64)
def whole_words(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern that finds any of the phrases, in any case, not as a part of a word."""
    written = "|".join(re.escape(phrase) for phrase in phrases)
    return re.compile(rf"(?<![\w-])(?:{written})(?![\w-])", re.IGNORECASE)


def outside_titles(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield what a pattern finds, but not within quotation marks: titles are left as they are."""
    end = 0
    titles = _QUOTED.finditer(text)
    title = next(titles, None)
    for found in pattern.finditer(text):
        while title is not None and title.start() < found.start():
            end, title = title.end(), next(titles, None)
        if found.start() >= end:
            yield found


def capital_as(word: str, text: str) -> str:
    """Return a text with a capital where the word that it is to replace has one."""
    return text[:1].upper() + text[1:] if word[:1].isupper() else text


@lru_cache(maxsize=32)
def _telling(phrases: tuple[str, ...]) -> dict[str, list[tuple[str, list[str]]]]:
    """Return the phrases, with their words, under the longest word of each."""
    found: dict[str, list[tuple[str, list[str]]]] = {}
    for phrase in phrases:
        parts = _WORD.findall(phrase.lower())
        if parts:
            found.setdefault(max(parts, key=len), []).append((phrase, parts))
    return found
