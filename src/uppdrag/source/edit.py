"""A text and edits in; the edited text out, or nothing where it would say something else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from uppdrag.source.node import Scalar
from uppdrag.source.parse import load
from uppdrag.source.position import Range
from uppdrag.source.source import Source


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Other words for a stretch of a text."""

    range: Range
    words: str


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Return the text with every edit made; of two that overlap the first one wins."""
    made = []
    at = 0
    for edit in sorted(edits):
        if edit.range.start < at:
            continue
        made += [text[at : edit.range.start], edit.words]
        at = edit.range.end
    return "".join((*made, text[at:]))


def smallest(edit: Edit, text: str) -> Edit:
    """Return the same edit without the characters at either end that it does not change."""
    old, new = text[edit.range.start : edit.range.end], edit.words
    shorter = min(len(old), len(new))
    front = 0
    while front < shorter and old[front] == new[front]:
        front += 1
    back = 0
    while back < shorter - front and old[-1 - back] == new[-1 - back]:
        back += 1
    place = Range(edit.range.start + front, edit.range.end - back)
    return Edit(place, new[front : len(new) - back])


def with_values_edited(source: Source, edits: Iterable[Edit]) -> Source | None:
    """Return the source with edits made inside its values; None when they would do more.

    Afterwards the file must be as readable as before, with the same keys in the same order and
    lists as long; every value must be written just as before but for its edits, so that none is
    cut short by a character that means something in YAML.
    """
    wanted = sorted(edits)
    after = load(edited(source.text, wanted), source.name)
    old, new = dict(source.scalars()), dict(after.scalars())
    if list(old) != list(new) or len(after.defects) > len(source.defects):
        return None
    for path, scalar in old.items():
        place = new[path].range
        if after.text[place.start : place.end] != _expected(source.text, scalar, wanted):
            return None
    return after


def _expected(text: str, scalar: Scalar, edits: Iterable[Edit]) -> str:
    """Return how a value should be written once the edits within it are made."""
    place = scalar.range
    within = [
        Edit(Range(edit.range.start - place.start, edit.range.end - place.start), edit.words)
        for edit in edits
        if place.start <= edit.range.start and edit.range.end <= place.end
    ]
    written = text[place.start : place.end]
    return edited(written, within) if within else written
