"""T004: a mandate in; a remark for each ”adjungerande” that should be adjungerad out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from uppdrag.rules.phrases import capital_as, words_of
from uppdrag.rules.subject import Remark, Subject
from uppdrag.source.pattern import lazy_pattern

_WORD = "adjungerande"
_FOUND = lazy_pattern(rf"(?<![\w-]){_WORD}(?![\w-])", re.IGNORECASE)
_DEFINITE_BEFORE = lazy_pattern(r"\b(?:den|det|de|denn[ae]|dett?a|dessa)\s\Z", re.IGNORECASE)
_NEUTER_BEFORE = lazy_pattern(r"\b(?:ett|något|inget)\s\Z", re.IGNORECASE)
_SINGULAR_BEFORE = lazy_pattern(r"\b(?:en|någon|ingen|varje|som|är|blir|vara)\s\Z", re.IGNORECASE)
_SINGULAR_AFTER = lazy_pattern(
    r"\s(?:ledamot|medlem|person|representant|jurist|expert|sekreterare|tjänsteperson)(?!\w)",
    re.IGNORECASE,
)
_ONE_WHO_ADJOINS = lazy_pattern(r"\s(?:organet|gruppen|rådet|nämnden|myndigheten|parten)(?!\w)")
_REACH = 12


def who_is_adjoined(subject: Subject) -> Iterator[Remark]:
    """Yield a remark where those who are called in are said to be those who call in."""
    if _WORD not in words_of(subject.text):
        return
    for passage in subject.passages:
        for found in _FOUND.finditer(passage.text):
            if _ONE_WHO_ADJOINS.match(passage.text, found.end()):
                continue
            fix = capital_as(found[0], _participle(found))
            yield subject.words(
                passage,
                found.span(),
                f"”{found[0]}” är den som kallar in någon. Den som är inkallad är adjungerad. "
                f"Skriv {fix}.",
                fix=fix,
            )


def _participle(found: re.Match[str]) -> str:
    """Return the form that agrees with the words around it."""
    before = found.string[max(0, found.start() - _REACH) : found.start()]
    if _DEFINITE_BEFORE.search(before):
        return "adjungerade"
    if _SINGULAR_BEFORE.search(before) or _SINGULAR_AFTER.match(found.string, found.end()):
        return "adjungerad"
    return "adjungerat" if _NEUTER_BEFORE.search(before) else "adjungerade"
