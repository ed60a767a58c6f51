"""T006: a mandate in; a remark for each abbreviation with an s but no colon before it out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from uppdrag.rules.phrases import words_of
from uppdrag.rules.subject import Remark, Subject
from uppdrag.rules.t005_forkortning_utan_forklaring import short_names
from uppdrag.source.pattern import lazy_pattern

_APOSTROPHE_S = lazy_pattern(r"['’´`]s\b")


def genitive_without_colon(subject: Subject) -> Iterator[Remark]:
    """Yield a remark for each `VGRs` and `VGR's`: it is written VGR:s."""
    words = words_of(subject.text)
    known = (*subject.data.forkortningar, *short_names(subject))
    has_apostrophe = _APOSTROPHE_S.search(subject.text) is not None
    if not has_apostrophe and words.isdisjoint(f"{short.lower()}s" for short in known):
        return
    pattern = _pattern(tuple(dict.fromkeys(known)))
    for passage in subject.passages:
        for found in pattern.finditer(passage.text):
            fix = f"{found['short']}:s"
            yield subject.words(
                passage,
                found.span(),
                f"”{found[0]}” saknar kolon före s. Skriv {fix}.",
                fix=fix,
            )


@lru_cache(maxsize=32)
def _pattern(known: tuple[str, ...]) -> re.Pattern[str]:
    shorts = "|".join(map(re.escape, sorted(known, key=len, reverse=True)))
    return re.compile(rf"(?<![\w.@/])(?P<short>{shorts})['’´`]?s(?![\w@]|\.\w)")
