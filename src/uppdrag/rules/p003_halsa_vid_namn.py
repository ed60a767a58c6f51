"""P003: a mandate in; a remark for each word about a named participant's health out.

Only rows are looked at that begin with a name: health in running text is the work of health care.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from uppdrag.document.compose import NOT_PRINTED
from uppdrag.model import Uppdragshandling
from uppdrag.model.handling import Del, Path
from uppdrag.rules.data import RuleData, Words
from uppdrag.rules.people import NAME, is_person
from uppdrag.rules.rows import Row, named_rows
from uppdrag.rules.subject import Remark, Subject
from uppdrag.source import Scalar, Source
from uppdrag.source.pattern import lazy_pattern

NOTE: Path = ("anteckning",)
"""Where a meeting plan holds the text of a meeting note."""

_AGENDA = lazy_pattern(
    r"^[ \t|*#]*(?:mötespunkt|dagordning|agenda|(?:punkt|§)?[ \t]*1[ \t]*[.)|])",
    re.IGNORECASE | re.MULTILINE,
)
_PARTICIPANTS = lazy_pattern(
    r"deltag|närvar|frånvar|ledam|ledamöter|arbetsgrupp|medlem|adjunger|återbud|ersättare"
    r"|representant|ordförande|uppdragstagare|mottagare|sändlista",
    re.IGNORECASE,
)
_ABSENT = lazy_pattern(
    r"\b(?:återbud|frånvarande|frånvaro|förhinder|borta|hemma|ledig)\b"
    r"|\b(?:på grund av|till följd av|pga)\b"
    r"|\bp\.\s?g\.\s?a\b|\b(?:deltar|kommer|medverkar)\s(?:ej|inte|inte längre)\b",
    re.IGNORECASE,
)
_SEGMENT = lazy_pattern(r"[^,;()|\[\]]+")
_NAME_AND_BRACKET = lazy_pattern(rf"(?P<name>{NAME.pattern})\s(?P<bracket>\([^()\n]+\))")
_ALWAYS, _IN_ABSENCE = "ja", "bara vid frånvaro"
_NAMES_OF_A_TABLE = 2
"""Rows with names that make a table one of people, wherever it stands."""


def health_beside_name(subject: Subject) -> Iterator[Remark]:
    """Yield a remark for each word of health in a row that begins with a person's name."""
    handling, words = subject.handling, subject.data.halsoord
    for path, scalar in subject.source.scalars():
        if path[0] in NOT_PRINTED or NAME.search(scalar.text) is None:
            continue
        told: set[int] = set()
        for row in (*_people(handling, path, scalar), *_bracketed(handling, path, scalar)):
            for remark in _remarks(subject.source, path, row, words):
                if remark.range.start not in told:
                    told.add(remark.range.start)
                    yield remark


def health_in_note(source: Source, data: RuleData) -> Iterator[Remark]:
    """Yield a remark for each word of health beside a participant's name in a meeting note.

    The rows of participants end where the agenda begins.
    """
    node = source.node(NOTE)
    if not isinstance(node, Scalar):
        return
    agenda = _AGENDA.search(node.text)
    for row in named_rows(node.text[: agenda.start()] if agenda else node.text):
        yield from _remarks(source, NOTE, row, data.halsoord)


def _remarks(source: Source, path: Path, row: Row, words: Words) -> Iterator[Remark]:
    for start, end in _about_health(row.rest, words):
        yield Remark(
            source.locate(path, row.start + start, row.start + end),
            f"”{row.rest[start:end]}” säger något om hälsan hos en namngiven person. "
            "Ta bort ordet, eller skriv bara att personen inte deltar.",
            path,
        )


def _people(handling: Uppdragshandling, path: Path, scalar: Scalar) -> Iterator[Row]:
    if _speaks_of_participants(handling, path):
        yield from named_rows(scalar.text)
    elif "|" in scalar.text:
        rows = [row for row in named_rows(scalar.text) if row.in_table]
        if len(rows) >= _NAMES_OF_A_TABLE:
            yield from rows


def _bracketed(handling: Uppdragshandling, path: Path, scalar: Scalar) -> Iterator[Row]:
    """Yield what stands in brackets straight after a name, wherever in the value that is."""
    if "(" in scalar.text and _speaks_of_participants(handling, path):
        for found in _NAME_AND_BRACKET.finditer(scalar.text):
            name = NAME.search(found["name"])
            if name is not None and is_person(name[0]):
                yield Row(found["bracket"], found.start("bracket"))


def _speaks_of_participants(handling: Uppdragshandling, path: Path) -> bool:
    """Tell whether a key or a heading above the value speaks of those who take part."""
    return any(_PARTICIPANTS.search(words) for words in _above(handling, path))


def _above(handling: Uppdragshandling, path: Path) -> Iterator[str]:
    yield from (step for step in path if isinstance(step, str))
    section = handling.section(str(path[0]))
    if section is None:
        return
    yield section.rubrik or ""
    for item in section.innehall:
        if isinstance(item, Del) and item.nyckel in path:
            yield f"{item.rubrik or ''} {item.etikett or ''}"


def _about_health(row: str, words: Words) -> Iterator[tuple[int, int]]:
    """Yield the words of health in a row.

    Some name a field of work as well: those count alone between commas, or with an absence, or
    only with an absence.
    """
    pattern = _pattern(tuple(words))
    for segment in _SEGMENT.finditer(row):
        for found in pattern.finditer(row, *segment.span()):
            when = words.get(found[0], words.get(found[0].lower()))
            is_alone = segment[0].strip(" .*–-\t\n") == found[0] and (
                when != _IN_ABSENCE or _ABSENT.search(row)
            )
            if when == _ALWAYS or is_alone or _ABSENT.search(segment[0]):
                yield found.span()


@lru_cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    either = "|".join(map(re.escape, longest_first))
    return re.compile(rf"(?<![\w-])(?:{either})(?![\w-])", re.IGNORECASE)
