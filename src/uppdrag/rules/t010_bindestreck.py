"""T010: a mandate in; a remark for each first part of a compound that lacks its hyphen out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from uppdrag.rules.phrases import words_of
from uppdrag.rules.subject import Remark, Subject
from uppdrag.source.pattern import lazy_pattern

_JOINED = lazy_pattern(
    r"(?<![\w-])(?P<first>[^\W\d_]{2,}(?:ings|ions|hets|skaps))"
    r"(?P<rest>\s(?:och|eller|samt)\s(?=[^\W\d_]{8})[a-zåäö]+(?<!s)(?!\w))"
)
_BETWEEN = ("och", "eller", "samt", "&")
_JOINTS = tuple(
    f"{ending} {word} "
    for ending in ("ings", "ions", "hets", "skaps")
    for word in ("och", "eller", "samt")
)
_MISPLACED = lazy_pattern(
    r"(?<![\w-])(?P<first>[^\W\d_]{3,})(?:-(?P<tight>och|eller|samt)|\s-(?P<loose>och|eller|samt))"
    r"\s(?=[^\W\d_]{4})"
)
_HINTS = ("-och ", "-eller ", "-samt ")


def _misplaced(subject: Subject) -> Iterator[Remark]:
    if not any(hint in subject.text for hint in _HINTS):
        return
    for passage in subject.passages:
        for found in _MISPLACED.finditer(passage.text):
            right = f"{found['first']}- {found['tight'] or found['loose']}"
            span = (found.start(), found.end() - 1)
            words = passage.text[slice(*span)]
            yield subject.words(
                passage,
                span,
                f"I ”{words}” står mellanslaget fel. Skriv {right}.",
                fix=right,
            )


def missing_hyphen(subject: Subject) -> Iterator[Remark]:
    """Yield a remark for each `hälso och sjukvård`: the part that is held over has a hyphen.

    So has each part with the joint of a compound (`utbildnings och kompetensfrågor`); and there is
    a space after the hyphen, none before.
    """
    yield from _misplaced(subject)
    lexicon = subject.data.bindestreck
    parts = words_of(subject.text) & lexicon.keys()
    text = subject.text.lower() if parts else ""
    here = sorted(first for first in parts if any(f"{first} {word} " in text for word in _BETWEEN))
    patterns = [_JOINED] if any(joint in subject.text for joint in _JOINTS) else []
    if here:
        patterns.append(_pattern(tuple((first, lexicon[first]) for first in here)))
    for passage in subject.passages if patterns else ():
        places = {
            found.start(): found for pattern in patterns for found in pattern.finditer(passage.text)
        }
        for found in places.values():
            first, rest = found["first"], found["rest"]
            yield subject.words(
                passage,
                found.span("first"),
                f"”{first}{rest}” saknar bindestreck. Skriv {first}-{rest}.",
                fix=f"{first}-",
            )


@lru_cache(maxsize=64)
def _pattern(entries: tuple[tuple[str, tuple[str, ...]], ...]) -> re.Pattern[str]:
    pairs = "|".join(
        rf"(?:(?<![\w-]){re.escape(first)}(?=\s(?:\w+|&)\s(?:{'|'.join(map(re.escape, seconds))})))"
        for first, seconds in entries
    )
    rest = r"\s(?:och|eller|samt|&)\s\w[\w-]*"
    return re.compile(rf"(?P<first>{pairs})(?P<rest>{rest})", re.IGNORECASE)
