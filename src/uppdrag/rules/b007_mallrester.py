"""B007: a mandate in; a remark where words of a template are left that someone was to fill in out.

Words come from the rules' data (`mallrester`): most are wrong wherever they stand, those marked
`fristående` only where they stand by themselves, as in a bracket or after a colon.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from uppdrag.rules.passage import Kind, Passage, link_runs
from uppdrag.rules.subject import Remark, Subject
from uppdrag.source.pattern import lazy_pattern

_BY_ITSELF = "fristående"
_TO_FILL_IN = (
    r"ange|skriv|fyll|infoga|välj|klicka|lägg\still|byt\sut|namn|datum|roll|titel|text|diarienummer"
)
_PLACES = rf"""
  \[(?:{_TO_FILL_IN})\b[^\[\]]*\]
  | [<«{{](?:{_TO_FILL_IN})\b[^<>«»{{}}]{{0,60}}[>»}}]
  | (?<!\w)_{{4,}}(?!\w) | …{{3,}} | \.{{6,}} | (?<!\?)\?{{3,}}(?!\?) | \[(?:\.\.\.|…)\](?=\s*\Z)
  | (?-i:
      (?<![\w,])(?:(?:19|20)\d?)?X{{2,}}(?:[-–/.:]X{{2,}})*(?!\w|-kromosom|[/,]XY)
      | (?<!\w)20(?:[23]X|xx)(?!\w)
      | (?<!\w)(?:ÅÅ)?(?:ÅÅ-?MM-?DD|ÅÅÅÅ)(?!\w)
      | (?<!\w)YYYY-MM-DD(?!\w)
      | (?<!\w)(?:xx+|åååå(?:-mm-dd)?)(?!\w)
      | (?<!\w)Förnamn\sEfternamn(?!\w)
      | (?<!\w)(?:NN|N\.\s?N\.)(?!\w)
      | (?<!\w)Xx{{2,}}(?!\w)
    )
  | (?<!\w)(?:19|20)\d\d\s?[-–]\s?0{{4,}}(?!\d)
"""
_HINTS = (
    *("[", "<", "«", "{", "____", "……", "......", "???"),
    *("xx", "åå", "yyyy", "0000", "förnamn", "202x", "203x"),
)
_CAPITAL_HINTS = ("NN", "N.N", "N. N")
_ROMAN = lazy_pattern(
    r"\b(?i:kapitel|avdelning|artikel|del|band|årgång)\s\Z|\b(?=\w\w)[IVXL]*[IVL][IVXL]*\b"
)
_ROMAN_TENS = frozenset(("XX", "XXX"))
_NEIGHBOURS = 12
_TITLES_TO_FILL_IN = frozenset(("befattning", "titel", "namn", "namn namnsson"))
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class _Traces:
    """What finds words of a template, and what a text must hold for it to find anything."""

    pattern: re.Pattern[str]
    hints: tuple[str, ...]
    by_themselves: frozenset[str]


def nothing_left_to_fill_in(subject: Subject) -> Iterator[Remark]:
    """Yield a remark at each place that still says what should be written there."""
    yield from _unnamed_signers(subject)
    traces = _traces(tuple(subject.data.mallrester.items()))
    text = subject.text.lower()
    may_be_left = any(hint in text for hint in traces.hints)
    if not may_be_left and not any(hint in subject.text for hint in _CAPITAL_HINTS):
        return
    for passage in subject.passages:
        done = 0
        for found in traces.pattern.finditer(passage.text):
            if found.start() < done or not _is_left(passage, found, traces):
                continue
            start, done = _with_bracket(passage.text, *found.span())
            yield _remark(subject, passage, (start, done))


@lru_cache(maxsize=8)
def _traces(entries: tuple[tuple[str, str], ...]) -> _Traces:
    words = sorted((word for word, _ in entries if word.strip()), key=len, reverse=True)
    alternatives = [rf"(?<!\w){_as_written(word)}(?!\w)" for word in words]
    pattern = re.compile("|".join((*alternatives, _PLACES)), re.IGNORECASE | re.VERBOSE)
    alone = frozenset(word.lower() for word, value in entries if value == _BY_ITSELF)
    return _Traces(pattern, (*_HINTS, *(word.lower() for word in words)), alone)


def _as_written(word: str) -> str:
    """Return a pattern for a word or phrase; one in capitals is found in capitals only."""
    pattern = r"\s".join(re.escape(part) for part in word.split())
    return f"(?-i:{pattern})" if word.isupper() else pattern


def _is_left(passage: Passage, found: re.Match[str], traces: _Traces) -> bool:
    before = passage.text[: found.start()]
    if found[0].lower() in traces.by_themselves:
        is_alone = not before.strip() or before.rstrip()[-1] in ":–([" or found[0][0].isupper()
        return is_alone or passage.kind is Kind.VALUE
    if found[0] in _ROMAN_TENS:
        after = passage.text[found.end() : found.end() + _NEIGHBOURS]
        return not (_ROMAN.search(before[-_NEIGHBOURS:]) or _ROMAN.search(after))
    return not any(
        start <= found.start() < start + len(run.text) for start, run in link_runs(passage)
    )


def _with_bracket(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the bracket begins and ends that some words stand in, or the words."""
    for opening, closing in ("()", "[]"):
        begun = text.rfind(opening, 0, start)
        ended = text.find(closing, end)
        if begun >= 0 <= ended and closing not in text[begun:start]:
            return begun, ended + 1
    return start, end


def _unnamed_signers(subject: Subject) -> Iterator[Remark]:
    if subject.handling.beslut is None:
        return
    for passage in subject.passages:
        is_of_signer = passage.path[:2] == ("beslut", "beslutsfattare")
        if is_of_signer and passage.text.lower() in _TITLES_TO_FILL_IN:
            yield _remark(subject, passage, (0, len(passage.text)))


def _remark(subject: Subject, passage: Passage, span: tuple[int, int]) -> Remark:
    words = passage.text[slice(*span)]
    shown = words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
    return subject.words(
        passage,
        span,
        f"”{shown}” är kvar från mallen. Skriv det som ska stå där, eller ta bort orden.",
    )
