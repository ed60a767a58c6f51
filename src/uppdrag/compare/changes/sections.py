"""A marked document in; where each of its lines stands, in words, out."""

from __future__ import annotations

from dataclasses import dataclass

from uppdrag.compare.lines import Container, Line, Shape, text_of
from uppdrag.compare.marked import Marked, new_runs, old_runs
from uppdrag.document.tree import Inlines, Role

HEAD = "Dokumentets huvud"
"""The place of facts that no label names, and of several together."""

_SECTION_LEVEL = 2


@dataclass(frozen=True, slots=True)
class Place:
    """Where a line stands: `section` is its headings and label, `label` as the line has it.

    `subject` is the shortest name of what the line says: the label, else the nearest heading.
    """

    section: str
    subject: str
    label: str = ""


def places_of(marked: Marked) -> list[Place]:
    """Return the place of each marked line; one that is gone stands where it stood."""
    old, new = _Walk(), _Walk()
    places = []
    for line in marked.lines:
        sides = ((old, line.old, old_runs), (new, line.new, new_runs))
        found = [
            walk.see(place, tuple(map(runs, line.cells)))
            for walk, place, runs in sides
            if place is not None
        ]
        places.append(found[-1])
    return places


class _Walk:
    """Goes through one of the two documents, and keeps the headings and label in force."""

    def __init__(self) -> None:
        self.headings: dict[int, str] = {}
        self.label = ""
        self.part: tuple[object, ...] = ()

    def see(self, line: Line, cells: tuple[Inlines, ...]) -> Place:
        kinds = {frame.kind for frame in line.frames}
        if line.shape is Shape.HEADING:
            return self._heading(line, text_of(cells[0]))
        if Container.LETTERHEAD in kinds or Container.FACTS in kinds:
            return self._fact(line)
        if Container.SIGNATURE in kinds:
            return Place("Beslut", "Beslut", self._own_label(line, cells))
        if Container.NOTE in kinds:
            return Place("Anmärkning", "Anmärkning")
        if line.role is Role.LEAD and not self._sections():
            return Place("Ingress", "Ingress")
        return self._running(line, cells)

    def _heading(self, line: Line, text: str) -> Place:
        self.headings = {
            level: words for level, words in self.headings.items() if level < line.level
        }
        self.headings[line.level] = text
        self.label, self.part = "", ()
        if line.level < _SECTION_LEVEL:
            return Place("Titel", "Titel")
        section = ", ".join(self._sections())
        return Place(section, text)

    def _fact(self, line: Line) -> Place:
        if line.shape is Shape.FACT:
            label = text_of(line.cells[0])
            self.label = label.rstrip(":? ")
        words = self.label or _NAMES.get(str(line.origin.path[0]) if line.origin.path else "", "")
        return Place(words or HEAD, words or HEAD)

    def _running(self, line: Line, cells: tuple[Inlines, ...]) -> Place:
        part = line.origin.path[:2]
        own = self._own_label(line, cells)
        if own:
            self.label, self.part = own, part
        elif self.part and part != self.part:
            self.label, self.part = "", ()
        label = self.label.rstrip(":? ")
        names = [*self._sections(), *([label] if label else [])]
        section = ", ".join(names) or "Inledning"
        return Place(section, names[-1] if names else section, own)

    def _sections(self) -> list[str]:
        return [text for level, text in sorted(self.headings.items()) if level >= _SECTION_LEVEL]

    def _own_label(self, line: Line, cells: tuple[Inlines, ...]) -> str:
        """Return the label in bold that the line begins with."""
        if line.role not in {Role.LABELLED, Role.INTRODUCTION, Role.DECISION_DATE}:
            return ""
        first = next(iter(cells[0]), None)
        if first is None or not first.bold or not first.text.rstrip().endswith((":", "?")):
            return ""
        return first.text


_NAMES = {
    "dokumenttyp": "Dokumenttyp",
    "organisation": "Organisation",
    "status": "Status",
}
