"""T010: a mandate in; a remark for each first part of a compound that lacks its hyphen out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from uppdrag.rules.phrases import words_of
from uppdrag.rules.subject import Remark, Subject


def missing_hyphen(subject: Subject) -> Iterator[Remark]:
    """Yield a remark for each `hälso och sjukvård`: the part that is held over has a hyphen."""
    lexicon = subject.data.bindestreck
    parts = words_of(subject.text) & lexicon.keys()
    text = subject.text.lower() if parts else ""
    here = sorted(first for first in parts if f"{first} " in text)
    if not here:
        return
    pattern = _pattern(tuple((first, lexicon[first]) for first in here))
    for passage in subject.passages:
        for found in pattern.finditer(passage.text):
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
        rf"(?:(?<![\w-]){re.escape(first)}(?=\s\w+\s(?:{'|'.join(map(re.escape, seconds))})))"
        for first, seconds in entries
    )
    return re.compile(rf"(?P<first>{pairs})(?P<rest>\s(?:och|eller|samt)\s\w[\w-]*)", re.IGNORECASE)
