"""The words of two texts in; those that a change touches out.

A word that only got another ending, another case or another spelling is the same word: whoever it
names is still named.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

LEAST_SPELLED = 7
"""Letters; in shorter words one letter makes another word (`bör`, `får`)."""

LEAST_ENDED = 4
"""Letters of a word that an ending is added to; `för` and `före` are two words."""

_ENDINGS = frozenset({"n", "en", "et", "t", "s", "ns", "ens", "ets", "na", "nas", "rnas"})
"""Endings that say `the`, or whose; none that says how many."""

_IDIOMS = (
    frozenset({"alla", "fall"}),
    frozenset({"rätt", "sätt"}),
    frozenset({"rätt", "tid"}),
    frozenset({"får", "plats"}),
    frozenset({"en", "gång", "till"}),
)
"""Words that together bind nobody, although one of them alone would."""


def touched(old: Iterable[str], new: Iterable[str]) -> list[str]:
    """Return the words that only one of two texts has, in order."""
    was, now = Counter(old), Counter(new)
    gone, came = [*(was - now)], [*(now - was)]
    for one in list(gone):
        other = next((word for word in came if is_same_word(one, word)), None)
        if other is not None:
            gone.remove(one)
            came.remove(other)
    return [*_telling(gone), *_telling(came)]


def _telling(words: list[str]) -> list[str]:
    """Return the words of one text without those of idioms."""
    known = {word.lower() for word in words}
    idle = {word for idiom in _IDIOMS if idiom <= known for word in idiom}
    return [word for word in words if word.lower() not in idle]


def is_same_word(one: str, other: str) -> bool:
    """Tell whether two words differ in case, ending or one letter of their spelling only."""
    short, long = sorted((one.casefold(), other.casefold()), key=len)
    if short == long:
        return True
    if any(map(str.isdigit, long)):
        return False
    if len(short) >= LEAST_ENDED and long.startswith(short) and long[len(short) :] in _ENDINGS:
        return True
    return len(short) >= LEAST_SPELLED and _is_one_letter_apart(short, long)


def _is_one_letter_apart(short: str, long: str) -> bool:
    if len(long) - len(short) > 1:
        return False
    at = next((n for n, letter in enumerate(short) if letter != long[n]), len(short))
    # A last letter is an ending, which may say how many.
    if at >= len(short) - 2:
        return False
    return short[at:] == long[at + 1 :] or short[at + 1 :] == long[at + 1 :]
