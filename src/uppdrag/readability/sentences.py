"""The words of one paragraph in; where each of its sentences begins and ends out.

A full stop, question mark, exclamation mark or ellipsis ends a sentence when white space follows
and then no lower-case letter, unless it belongs to an abbreviation, an initial or a numbering. A
colon ends none: what it announces belongs to it.
"""

from __future__ import annotations

import re

from uppdrag.source.pattern import lazy_pattern

_CLOSING = "”\"’'»)]"
_STOP = lazy_pattern(
    rf"""(?<![\[(.!?…])[.!?…]++[{re.escape(_CLOSING)}]*+(?=\s|\Z)
      | (?<=[a-zåäöé]{{3}})[.!?](?=[A-ZÅÄÖÉ][a-zåäöé]{{2}})  # a forgotten space: ”vården.Rådet”
    """,
    re.VERBOSE,
)
_UP_TO_NEXT = lazy_pattern(r"""[\s”"’'«»(\[–—-]*""")
_SPACE = lazy_pattern(r"\s*")
_WORD = lazy_pattern(r"[^\W_]")
_NUMBERING = lazy_pattern(r"[\W_]*\d+(?:\.\d+)*")
_REACH = 16
"""Characters before a full stop that tell what it belongs to."""

_NEVER_LAST = (
    *("ang", "avd", "bl.a", "c:a", "ca", "dnr", "dr", "d.v.s", "dvs", "enl", "ev", "ex", "exkl"),
    *("exv", "f.d", "f.n", "f.ö", "fig", "forts", "fr.o.m", "inkl", "jfr", "jmf", "kl", "leg"),
    *("m.a.o", "nr", "p.g.a", "pga", "prof", "resp", "s.a.s", "s.k", "sid", "t.ex", "t.o.m"),
    *("uppl", "övers", "[a-hj-zä]"),  # i, å and ö are words
)
"""Abbreviations that stand before what they belong to: no sentence ends with them."""

_MAY_BE_LAST = (
    *("apr", "aug", "bil", "dec", "dyl", "e.d", "e.dyl", "e.kr", "etc", "f.kr", "feb", "febr"),
    *("ggr", "jan", "kap", "kr", "m.fl", "m.m", "max", "mfl", "milj", "min", "mkr", "mm", "mån"),
    *("nov", "o.d", "o.dyl", "o.s.v", "okt", "osv", "sek", "sept", "st", "tel", "tfn", "tim"),
    *("tkr", "u.å"),
)
"""Abbreviations that end a sentence where a capital letter follows, and not before a number."""

_LETTERED = (
    *("alternativ", "avdelning", "bilaga", "del", "fas", "grupp", "hepatit", "kategori", "klass"),
    *("kolumn", "modell", "nivå", "plan", "steg", "typ", "variant", "version", "vitamin"),
)
"""What may have a single letter for its name."""


def _at_the_end(*patterns: str) -> re.Pattern[str]:
    """Return a pattern for whole words at the end of a text, full stops with or without spaces."""
    spaced = "|".join(pattern.replace(".", r"\.\s?") for pattern in patterns)
    return re.compile(rf"(?<![^\W_])(?:{spaced})\Z")


_ENDS_IN_NEVER_LAST = _at_the_end(*_NEVER_LAST)
_ENDS_IN_MAY_BE_LAST = _at_the_end(*_MAY_BE_LAST)
_ENDS_IN_LETTERED = _at_the_end(*(rf"{word}\s[a-zåäö]" for word in _LETTERED))
_ENDS_IN_LETTER = _at_the_end("[a-zåäöé]")


def sentences(text: str) -> list[tuple[int, int]]:
    """Return the start and end of each sentence, in order, without the white space around it.

    Offsets count code points of the text, the end is exclusive. Every letter and digit stands in
    exactly one sentence, and every sentence has at least one. The time is linear in the text.
    """
    found: list[tuple[int, int]] = []
    start = _after(_SPACE, text, 0)
    word = _WORD.search(text)
    for stop in _STOP.finditer(text):
        if word is None:
            break
        if word.start() < stop.start() and _ends(text, start, stop):
            found.append((start, stop.end()))
            start = _after(_SPACE, text, stop.end())
            word = _WORD.search(text, start)
    if word is not None:
        found.append((start, len(text.rstrip())))
    return found


def _ends(text: str, start: int, stop: re.Match[str]) -> bool:
    """Tell whether the sentence that begins at `start` ends with this stop."""
    at = _after(_UP_TO_NEXT, text, stop.end())
    following = text[at : at + 1]
    if not following:
        return True
    if following.islower():
        return False
    if stop[0].rstrip(_CLOSING) != ".":
        return True
    if _is_of_the_word(text[max(start, stop.start() - _REACH) : stop.start()], following):
        return False
    is_first = stop.start() - start < _REACH
    return not (is_first and _NUMBERING.fullmatch(text, start, stop.start()))


def _is_of_the_word(before: str, following: str) -> bool:
    """Tell whether a full stop belongs to the abbreviation or initial that it stands after."""
    words = before.lower()
    if _ENDS_IN_LETTERED.search(words):
        return False
    if before[-1:].isupper() and _ENDS_IN_LETTER.search(words):
        return following.isupper()
    if _ENDS_IN_MAY_BE_LAST.search(words):
        return following.isdigit()
    return _ENDS_IN_NEVER_LAST.search(words) is not None


def _after(pattern: re.Pattern[str], text: str, at: int) -> int:
    """Return where a pattern that also matches nothing ends."""
    found = pattern.match(text, at)
    return found.end() if found is not None else at
