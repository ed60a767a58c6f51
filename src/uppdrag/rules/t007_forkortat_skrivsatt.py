"""T007: a mandate in; a remark for each shortened way of writing that should be words out.

A word that has been cut (inklusive, till exempel) may be shortened with full stops and no spaces
(inkl., t.ex.); one that has lost its middle (gånger, cirka) has no right form with a full stop
(Myndigheternas skrivregler). Which of them it is shows in the last letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from uppdrag.rules.phrases import capital_as, occurring, outside_titles
from uppdrag.rules.subject import Remark, Subject
from uppdrag.source.pattern import lazy_pattern

SEVERAL = " eller "
"""Stands in the data between words that a person has to choose between."""

_GOES_ON = lazy_pattern(r"[ \u00a0][a-zåäö\d(]")
_GAP = r"(?:\.[ \u00a0]?|[ \u00a0])"


def shortened_writing(subject: Subject) -> Iterator[Remark]:
    """Yield a remark for each `ggr`, `t ex` and the like, with the words to write instead."""
    shorts = tuple(
        short
        for short in occurring(subject.data.skrivsatt, subject.text)
        if "/" not in short or short in subject.text
    )
    if not shorts:
        return
    pattern = _pattern(shorts)
    for passage in subject.passages:
        for found in outside_titles(pattern, passage.text):
            short = shorts[int((found.lastgroup or "_0")[1:])]
            words = subject.data.skrivsatt[short]
            if _is_right(found[0], short, words):
                continue
            end = found.end() if _keeps_stop(found, short) else found.start() + len(_bare(found))
            yield subject.words(
                passage,
                (found.start(), end),
                f"”{passage.text[found.start() : end]}” är ett förkortat skrivsätt. "
                f"Skriv {capital_as(found[0], words)}.",
                fix=_fix(found, end, short, words),
            )


def _is_right(written: str, short: str, words: str) -> bool:
    """Tell whether a cut word is shortened as it may be: a full stop for each word, no space."""
    whole = "".join(f"{part}." for part in short.lower().split())
    return _is_cut(short, words) and written.lower() == whole


def _is_cut(short: str, words: str) -> bool:
    return short[-1] != words[-1]


def _keeps_stop(found: re.Match[str], short: str) -> bool:
    """Tell whether a full stop at the end belongs to the shortened words, not to the sentence."""
    return short.endswith(".") or _GOES_ON.match(found.string, found.end()) is not None


def _bare(found: re.Match[str]) -> str:
    return found[0].removesuffix(".")


def _fix(found: re.Match[str], end: int, short: str, words: str) -> str | None:
    """Return the words to put in place, unless a person has to choose or to see where it ends."""
    is_unclear = _is_cut(short, words) and end < found.end() < len(found.string)
    if SEVERAL in words or is_unclear:
        return None
    return capital_as(found[0], words)


@lru_cache(maxsize=64)
def _pattern(shorts: tuple[str, ...]) -> re.Pattern[str]:
    written = "|".join(f"(?P<_{index}>{_written(short)})" for index, short in enumerate(shorts))
    return re.compile(rf"(?<![\w./:@-])(?:{written})(?![\w@:-]|[./]\w)")


def _written(short: str) -> str:
    """Return what finds a shortened way of writing: full stops or not, a capital first or not."""
    first, *rest = (re.escape(part) for part in short.removesuffix(".").split())
    first = f"[{short[0].lower()}{short[0].upper()}]{first[1:]}" if short[0].isalpha() else first
    words = _GAP.join((first, *rest))
    if short.endswith("."):
        # Without a word after it, or after a number, it is another word: 5 ex.
        return rf"(?<!\d[ \u00a0]){words}\.(?=[ \u00a0][a-zåäö])"
    return rf"{words}\.?"
