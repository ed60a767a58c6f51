"""T005: a mandate in; a remark for each abbreviation whose first use does not explain it out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from uppdrag.rules.passage import Passage
from uppdrag.rules.phrases import words_of
from uppdrag.rules.subject import Remark, Subject
from uppdrag.source import NodePath
from uppdrag.source.pattern import lazy_pattern

UNKNOWN = "?"
"""What the data gives for an abbreviation whose meaning is not known there."""

_HEADINGS = frozenset({"titel", "rubrik", "etikett", "roll", "organ", "mottagare"})
"""Keys of values that repeat what the text explains, and have no room to explain it."""

_REMARK = "anmärkning"
"""The key of what is said about the document, not in it."""

_WORD = lazy_pattern(r"[^\W_]+")
_REST_OF_NUMBER = r"[ \u00a0-]\d{4}[ \u00a0]?(?:[-–/:]|\d{5})"
_SENTENCE_END = lazy_pattern(r"[.!?]\s|\n")
_INFLECTED = 3
_SHORT = 4
_BESIDE = r"[ \u00a0,(”\"–:]{1,3}"
_LAW_NUMBER = r"(?:\(\d{4}:\d+\)\s+)?"
_AFTER_NAME = r"(?:\s\((?:\d{4}:\d+|EU)\)(?:\s\d{4}/\d+)?,?)?"
_SOON = 60
"""Characters after an abbreviation in which a bracket or an apposition may still explain it."""
_EXPLAINS = lazy_pattern(r"[(=–,]\s?(?:det vill säga |dvs\.? |d\.v\.s\. |alltså )?\Z")


@dataclass(frozen=True, slots=True)
class _Use:
    """One place where an abbreviation stands, also as offsets in the text of the whole mandate."""

    passage: Passage
    span: tuple[int, int]
    start: int

    @property
    def end(self) -> int:
        return self.start + self.span[1] - self.span[0]


def unexplained_abbreviation(subject: Subject) -> Iterator[Remark]:
    """Yield a remark at the first use of each known abbreviation that nothing explains there."""
    used = words_of(subject.text)
    names = dict.fromkeys(short_names(subject), subject.handling.grupp or UNKNOWN)
    for short in sorted({*subject.data.forkortningar, *names}):
        if short.lower() not in used:
            continue
        first = _first(_uses(subject, short))
        meaning = subject.data.forkortningar.get(short, UNKNOWN)
        if first is None or _is_named(names.get(short, UNKNOWN), subject.text, first):
            continue
        if not _is_explained(short, meaning, subject.text, first):
            yield subject.words(first.passage, first.span, _message(short, meaning))


def _first(uses: Iterator[_Use]) -> _Use | None:
    """Return the first use that has room for an explanation, or just the first."""
    without_room = None
    for use in uses:
        if _has_room(use.passage.path):
            return use
        without_room = without_room or use
    return without_room


def _has_room(path: NodePath) -> bool:
    return path[0] != _REMARK and path[-1] not in _HEADINGS


def short_names(subject: Subject) -> Iterator[str]:
    """Yield the group's declared short names that are abbreviations: capitals only."""
    return (name for name in subject.handling.kortnamn if name.isupper() and name.isalpha())


def _message(short: str, meaning: str) -> str:
    what = f"Förkortningen {short} förklaras inte där den först används."
    if meaning == UNKNOWN:
        return f"{what} Skriv vad den betyder, med förkortningen inom parentes efter."
    return f"{what} Skriv {meaning} ({short})."


def _uses(subject: Subject, short: str) -> Iterator[_Use]:
    at = 0
    pattern = _pattern(short)
    for passage in subject.passages:
        if short in passage.text:
            for found in pattern.finditer(passage.text):
                yield _Use(passage, found.span(), at + found.start())
        at += len(passage.text) + 1


@lru_cache(maxsize=256)
def _pattern(short: str) -> re.Pattern[str]:
    """Return what finds the abbreviation, but not in an address or a diarienummer."""
    return re.compile(
        rf"(?<![\w.@/]){re.escape(short)}(?!\w|[.@]\w|{_REST_OF_NUMBER})"
        rf"|(?<=[A-ZÅÄÖ]/){re.escape(short)}(?![\w/]|[.@]\w)"
    )


def _is_named(name: str, text: str, use: _Use) -> bool:
    """Tell whether the group's own name has been written out before, whatever its words are."""
    return name != UNKNOWN and _stems(name).search(text, 0, use.end) is not None


def _is_explained(short: str, meaning: str, text: str, use: _Use) -> bool:
    if _is_explained_by_initials(short, text, use):
        return True
    if meaning == UNKNOWN:
        return False
    words = _stems(meaning)
    if re.compile(_BESIDE + words.pattern, re.IGNORECASE).match(text, use.end):
        return True
    if _is_explained_soon(words, text, use):
        return True
    # Who has read several words can see their initials; one word has to stand beside.
    if len(meaning.split()) > 1:
        return words.search(text, 0, use.start) is not None
    beside = re.compile(rf"{words.pattern}{_AFTER_NAME}{_BESIDE}{re.escape(short)}", re.IGNORECASE)
    return beside.search(text, 0, use.end) is not None


def _is_explained_soon(words: re.Pattern[str], text: str, use: _Use) -> bool:
    """Tell whether the sentence goes on with the meaning: ”SIP-möten (samordnad individuell …”."""
    rest = _SENTENCE_END.split(text[use.end : use.end + _SOON + 2], maxsplit=1)[0]
    found = words.search(text, use.end, min(use.end + len(rest) + _SOON, len(text)))
    if found is None or found.start() > use.end + len(rest):
        return False
    return _EXPLAINS.search(text[use.end : found.start()]) is not None


@lru_cache(maxsize=256)
def _stems(meaning: str) -> re.Pattern[str]:
    """Return what finds the words of a meaning in any inflection."""
    words = meaning.split()
    stems = (
        re.escape(word if len(word) <= _SHORT else word[: max(_SHORT, len(word) - _INFLECTED)])
        + r"\w*-?"
        for word in words
    )
    return re.compile(r"\b" + rf"\s+{_LAW_NUMBER}".join(stems), re.IGNORECASE)


def _is_explained_by_initials(short: str, text: str, use: _Use) -> bool:
    """Tell whether the words before `(ABC)`, or after `ABC (`, begin and go on with its letters."""
    before = text[max(0, use.start - 20 * len(short)) : use.start]
    if before.endswith("(") and text[use.end : use.end + 1] == ")":
        words = _WORD.findall(before)[-len(short) - 3 :]
        return any(_fits(short, words[index:]) for index in range(len(words)))
    if text[use.end : use.end + 2] == " (":
        inside = text[use.end + 2 :].partition(")")[0]
        return _fits(short, _WORD.findall(inside))
    return False


def _fits(short: str, words: list[str]) -> bool:
    """Tell whether the letters of an abbreviation occur in order, the first as an initial."""
    if not words or words[0][0].lower() != short[0].lower():
        return False
    letters = iter("".join(words).lower())
    return all(letter in letters for letter in short.lower())
