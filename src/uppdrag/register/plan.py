"""A meeting plan's source in; when a group means to meet out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from uppdrag.register.note import meetings
from uppdrag.register.stated import Stated, stated, stated_words
from uppdrag.source import Scalar, Source


@dataclass(frozen=True, slots=True)
class Meeting:
    """A day (ISO 8601) that a plan names, where, and whether the meeting is called off."""

    day: str
    place: Stated
    called_off: bool = False

    @property
    def is_listed(self) -> bool:
        """Tell whether the day is planned as data, not only told of in a note."""
        return self.place.path.startswith("/möten/")


@dataclass(frozen=True, slots=True)
class Plan:
    """What one file says of a group's meetings: as data first, then as its note tells.

    `format` is the file's first statement, which every plan has: where to tell of what is missing.
    """

    file: str
    group: str
    format: Stated | None
    utgar_fran: Stated | None
    moten: tuple[Meeting, ...]


def plan(source: Source, group: str) -> Plan:
    """Return the plan that a file which keeps to its schema holds.

    Meetings are listed as data under `möten`, or read off a meeting note's text under
    `anteckning`.
    """
    moten = (*_listed(source), *_noted(source))
    first, common = stated(source, ("format",)), stated(source, ("utgår_från",))
    return Plan(source.name, group, first, common, moten)


def _listed(source: Source) -> Iterator[Meeting]:
    for index in count():
        path = ("möten", index)
        if source.node(path) is None:
            return
        called_off = stated(source, (*path, "inställt"))
        day = stated(source, (*path, "datum")) or stated(source, path)
        if day is not None:
            yield Meeting(day.value, day, called_off is not None and called_off.value == "ja")


def _noted(source: Source) -> Iterator[Meeting]:
    node = source.node(("anteckning",))
    if isinstance(node, Scalar):
        for noted in meetings(node.text):
            place = stated_words(source, ("anteckning",), (noted.day.start, noted.day.end))
            yield Meeting(noted.day.iso, place, noted.called_off)
