"""What a plan says of one file: where its mandate goes, what it becomes there, or why nowhere."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from uppdrag.importing.folder.found import Found
from uppdrag.importing.folder.proposed import Proposed
from uppdrag.model import Revidering, Status, Uppdragshandling


class Fate(StrEnum):
    """What becomes of a file; the value is what a program reads."""

    NEW = "new"
    COPY = "copy"
    NEAR_COPY = "near-copy"
    CLASH = "clash"
    TAKEN = "taken"
    UNPLACED = "unplaced"
    UNREADABLE = "unreadable"
    PASSED = "passed"


@dataclass(frozen=True, slots=True)
class Step:
    """One file: its fate, its group's folder and its day, and what it becomes there.

    `other` is the file that it is a copy of or clashes with. `told` are sentences on what a person
    should know. `handling` is the mandate to write, in its place in the history of the group.
    """

    name: str
    fate: Fate
    found: Found | None = None
    folder: str = ""
    group: Proposed | None = None
    day: Proposed | None = None
    other: str = ""
    told: tuple[str, ...] = ()
    handling: Uppdragshandling | None = None

    @property
    def place(self) -> str:
        """Return `<group>/<date>`, or nothing where one of them is not known."""
        return f"{self.folder}/{self.day.value}" if self.folder and self.day else ""

    @property
    def status(self) -> Status | None:
        """Return the status that the mandate gets."""
        return self.handling.status if self.handling is not None else None

    @property
    def revidering(self) -> Revidering | None:
        """Return which revision the mandate replaces, as it gets to say."""
        return self.handling.revidering if self.handling is not None else None

    @property
    def is_certain(self) -> bool:
        """Tell whether both group and day are beyond doubt."""
        return all(part is not None and part.is_certain for part in (self.group, self.day))
