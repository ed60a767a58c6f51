"""What became of a document at one place: a change, what kind it is, and how many there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from uppdrag.compare.changes.substance import Matter
from uppdrag.model.handling import Path


class Kind(StrEnum):
    """What kind of change it is."""

    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED = "moved"
    REWORDED = "reworded"
    SPLIT = "split"
    MERGED = "merged"
    REFORMATTED = "reformatted"


@dataclass(frozen=True, slots=True)
class Change:
    """One change, in words.

    `section` names the headings and label that it stands under, `path` the value in the file. `old`
    and `new` are the words that went and came; several lines are parted by line breaks. `before`
    and `after` are words of the same sentence around them. `what` says what came or went whole
    (`punkt`), or what form there was. `is_printed` is False for data that the document does not
    show. `by` is who made the change, where several did, and `conflict` the number of the conflict
    (from 1) that it is one side of.
    """

    number: int
    kind: Kind
    section: str
    path: Path
    old: str
    new: str
    matter: Matter | None = None
    subject: str = ""
    what: str = ""
    before: str = ""
    after: str = ""
    is_printed: bool = True
    by: str = ""
    conflict: int = 0

    @property
    def saklig(self) -> bool:
        """Tell whether the change is one of substance."""
        return self.matter is not None


def substantial_first(changes: Iterable[Change]) -> list[Change]:
    """Return the changes by weight: those of substance first, by what they matter to."""
    order = {found: index for index, found in enumerate(Matter)}
    return sorted(
        changes,
        key=lambda change: (
            order[change.matter] if change.matter is not None else len(order),
            change.number,
        ),
    )


def counts(changes: Iterable[Change]) -> dict[str, int]:
    """Return how many changes there are of each kind, in all, and of substance."""
    listed = list(changes)
    found = Counter(change.kind for change in listed)
    return {
        **{kind.value: found[kind] for kind in Kind},
        "total": len(listed),
        "saklig": sum(change.saklig for change in listed),
    }
