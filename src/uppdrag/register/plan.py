"""A meeting plan's source in; when a group means to meet in a year, out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from uppdrag.register.stated import Stated, stated, stated_words
from uppdrag.source import NodePath, Scalar, Source

_MEETING_LINE = re.compile(r"^(?:Datum:?\s*)?(\d{4}-\d{2}-\d{2})\b", re.MULTILINE | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Plan:
    """A group's meetings in a year: each day once, in order, without those called off."""

    file: str
    group: str
    year: str
    utgar_fran: Stated | None
    moten: tuple[Stated, ...]


def plan(source: Source, group: str, year: str) -> Plan:
    """Return the plan that a file which keeps to its schema holds.

    Meetings are listed as data under `möten`, or read off a meeting note's text under
    `anteckning`: the lines there that begin with a date, and the note's own `Datum:`.
    """
    days: dict[str, Stated] = {}
    for meeting in (*_listed(source), *_noted(source)):
        days.setdefault(meeting.value, meeting)
    moten = tuple(days[day] for day in sorted(days) if day.startswith(f"{year}-"))
    return Plan(source.name, group, year, stated(source, ("utgår_från",)), moten)


def _listed(source: Source) -> Iterator[Stated]:
    index = 0
    while source.node(("möten", index)) is not None:
        path: NodePath = ("möten", index)
        called_off = stated(source, (*path, "inställt"))
        day = stated(source, (*path, "datum")) or stated(source, path)
        if day is not None and (called_off is None or called_off.value != "ja"):
            yield day
        index += 1


def _noted(source: Source) -> Iterator[Stated]:
    node = source.node(("anteckning",))
    if isinstance(node, Scalar):
        for found in _MEETING_LINE.finditer(node.text):
            yield stated_words(source, ("anteckning",), found.span(1))
