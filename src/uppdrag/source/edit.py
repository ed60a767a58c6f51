"""A text and edits in; the edited text out, or nothing where it would say something else."""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass

from uppdrag.source.characters import normalised
from uppdrag.source.node import Scalar
from uppdrag.source.parse import load
from uppdrag.source.position import Range
from uppdrag.source.scalar_offsets import scalar_offsets
from uppdrag.source.source import Source


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Other words for a stretch of a text."""

    range: Range
    words: str


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Return the text with every edit made; none of them overlaps another."""
    made = []
    at = 0
    for edit in sorted(edits):
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
    """Return the source with edits made inside its values; None when they would do more or less.

    Afterwards the file must be as readable as before, with the same keys in the same order and
    lists as long. Every value must be written as before but for its edits, and say as before but
    for their words: none is cut short, or read otherwise, by a sign that means something in YAML.
    """
    wanted = sorted(edits)
    after = load(edited(source.text, wanted), source.name)
    old, new = list(source.scalars()), list(after.scalars())
    if [path for path, _ in old] != [path for path, _ in new]:
        return None
    if len(after.defects) > len(source.defects):
        return None
    left = deque(wanted)
    for (_, before), (_, now) in zip(old, new, strict=True):
        within = []
        while left and left[0].range.end <= before.range.end:
            within.append(left.popleft())
        if not _is_only_edited(source.text, before, within, after.text, now):
            return None
    return None if left else after


def _is_only_edited(
    text: str, before: Scalar, within: list[Edit], text_after: str, now: Scalar
) -> bool:
    """Tell whether a value differs from what it was in its edits, and in nothing else."""
    start, end = before.range.start, before.range.end
    if within and within[0].range.start < start:
        return False
    moved = (
        Edit(Range(edit.range.start - start, edit.range.end - start), edit.words) for edit in within
    )
    written = edited(text[start:end], moved)
    if now.style is not before.style or text_after[now.range.start : now.range.end] != written:
        return False
    return not within or _meant(text, before, within) == now.text


def _meant(text: str, before: Scalar, within: list[Edit]) -> str:
    """Return what a value should say once the words of its edits stand in it."""
    starts = scalar_offsets(text, before).starts
    places = (
        Range(bisect_left(starts, edit.range.start), bisect_left(starts, edit.range.end))
        for edit in within
    )
    edits = (Edit(place, edit.words) for place, edit in zip(places, within, strict=True))
    return normalised(edited(before.text, edits))
