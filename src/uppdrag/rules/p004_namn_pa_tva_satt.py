"""P004: a mandate in; a remark where one person's name seems to be spelt in two ways out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations, groupby, pairwise
from operator import attrgetter

from uppdrag.rules.people import CAPITALISED, PARTICLE, is_person
from uppdrag.rules.spelling import first_names_alike, names_alike, surnames_alike
from uppdrag.rules.subject import Remark, Subject
from uppdrag.rules.whole import Places
from uppdrag.source.pattern import lazy_pattern

_NAMES = lazy_pattern(rf"{CAPITALISED}(?: (?:{PARTICLE} )*{CAPITALISED})+")
_WORD = lazy_pattern(CAPITALISED)
_AND = lazy_pattern(r"\s*(?:,|och|samt|&|/)\s*")


@dataclass(slots=True)
class _Spelling:
    """A name as it is spelt, and where: offsets in the text of the whole mandate."""

    first: str
    last: str
    spans: list[tuple[int, int]] = field(default_factory=list)

    @property
    def words(self) -> str:
        return f"{self.first} {self.last}"


def one_spelling(subject: Subject) -> Iterator[Remark]:
    """Yield a remark at the later of two names that differ by a slip, with the earlier's line."""
    pairs = [(one, other) for one, other in _pairs(_spellings(subject.text)) if _alike(one, other)]
    places = Places.of(subject) if pairs else None
    told = -1
    for earlier, later in sorted(pairs, key=lambda pair: pair[1].spans[0]):
        start, end = later.spans[0]
        if places is None or start < told or _are_two(subject, places, earlier, later):
            continue
        told = end
        passage, span = places.at(*earlier.spans[0])
        line = subject.source.lines.line(passage.range(*span).start)
        yield subject.words(
            *places.at(start, end),
            f"”{subject.text[start:end]}” liknar ”{passage.text[slice(*span)]}” på rad {line}. "
            "Skriv namnet likadant, om det är samma person.",
        )


def _spellings(text: str) -> list[_Spelling]:
    """Return each two words that may be a name, as often as they differ, in order."""
    found: dict[tuple[str, str], _Spelling] = {}
    for names in _NAMES.finditer(text):
        words = list(_WORD.finditer(text, *names.span()))
        for first, last in pairwise(words):
            key = (first[0], last[0])
            spelling = found.setdefault(key, _Spelling(*key))
            spelling.spans.append((first.start(), last.end()))
    return list(found.values())


def _pairs(spellings: list[_Spelling]) -> Iterator[tuple[_Spelling, _Spelling]]:
    """Yield two spellings at a time, the earlier first, that share a part or both initials."""
    for part in (attrgetter("first"), attrgetter("last"), _initials):
        for _, group in groupby(sorted(spellings, key=part), part):
            yield from combinations(sorted(group, key=lambda name: name.spans[0]), 2)


def _initials(name: _Spelling) -> str:
    return f"{name.first[0]}{name.last[0]}"


def _alike(one: _Spelling, other: _Spelling) -> bool:
    if one.first == other.first:
        alike = surnames_alike(one.last, other.last)
    elif one.last != other.last:
        alike = names_alike((one.first, one.last), (other.first, other.last))
    else:
        alike = first_names_alike(one.first, other.first)
    return alike and is_person(one.words) and is_person(other.words)


def _are_two(subject: Subject, places: Places, one: _Spelling, other: _Spelling) -> bool:
    """Tell whether the names stand as two: in rows of one list, or joined by ”och”."""
    for span in one.spans:
        for later in other.spans:
            (_, end), (start, _) = sorted((span, later))
            if _AND.fullmatch(subject.text, end, max(start, end)):
                return True
    return bool(_lists(places, one) & _lists(places, other))


def _lists(places: Places, name: _Spelling) -> set[tuple[str | int, ...]]:
    """Return where the name begins a row: the path of the list's text, or of the list."""
    rows = (places.at(*span) for span in name.spans)
    return {
        passage.path[:1] if passage.path[0] == "sändlista" else passage.path
        for passage, (start, _) in rows
        if start == 0
    }
