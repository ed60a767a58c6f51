"""The reports of two revisions in; how each section has changed out."""

from __future__ import annotations

from dataclasses import dataclass

from uppdrag.readability.lix import Measure
from uppdrag.readability.report import Report


@dataclass(frozen=True, slots=True)
class Change:
    """A section, or the whole document, before and now; None where it does not exist."""

    now: Measure | None
    before: Measure | None

    @property
    def lix(self) -> int | None:
        """Return how much LIX has risen; None where one of the two has no LIX."""
        now = self.now.lix if self.now else None
        before = self.before.lix if self.before else None
        return None if now is None or before is None else now - before


@dataclass(frozen=True, slots=True)
class Comparison:
    """How a revision reads beside the one before it; sections are matched by their keys."""

    sections: dict[str, Change]
    removed: tuple[str, ...]
    total: Change
    long_sentences_before: int


def compare(now: Report, before: Report) -> Comparison:
    """Return the change of each section of `now`, and the names of those that are gone."""
    earlier = {section.key: section.measure for section in before.sections}
    kept = {section.key for section in now.sections}
    return Comparison(
        {s.key: Change(s.measure, earlier.get(s.key)) for s in now.sections},
        tuple(section.name for section in before.sections if section.key not in kept),
        Change(now.total, before.total),
        before.long_sentences,
    )
