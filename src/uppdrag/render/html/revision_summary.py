"""The changes of a comparison in; the lines that a page tells them in, and headings, out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from uppdrag.compare.changes.change import Change, Kind
from uppdrag.compare.telling.describe import (
    CONFLICTS,
    KINDS,
    LONGEST_SHOWN,
    OTHER,
    Part,
    by_matter,
    told,
)
from uppdrag.render.html.inlines import shown
from uppdrag.render.html.revision_marks import anchor

FEWEST_ALIKE = 3
"""The same words that became the same others at fewer places are told place by place."""

QUOTE = "”"
"""Set around words where nothing else tells them apart; here they are marked."""

MOST_OPEN = 6
"""Other changes; where there are more, they are folded under their heading."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a change stands: what the place is called, and the id that leads to it."""

    text: str
    id: str


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of a line: `part` is `kept`, `old` or `new`."""

    part: str
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A change, or several that are alike, told in a line.

    `whole` are the texts in full where the line cut them, one paragraph after another.
    """

    kind: str
    kind_name: str
    number: int
    places: tuple[Place, ...]
    words: tuple[Words, ...]
    whole: tuple[Words, ...]
    is_printed: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Lines under a heading, and how many changes they tell of."""

    heading: str
    lines: tuple[Line, ...]
    changes: int
    id: str = ""


@dataclass(frozen=True, slots=True)
class Summary:
    """All changes: the conflicts one by one, those of substance by matter, and the others."""

    conflicts: tuple[Group, ...]
    substantial: tuple[Group, ...]
    other: Group | None

    @property
    def is_folded(self) -> bool:
        """Tell whether the other changes are so many that they are folded."""
        return self.other is not None and len(self.other.lines) > MOST_OPEN


def summary(changes: Iterable[Change], prefix: str) -> Summary:
    """Return the summary; `prefix` is that of the ids that its lines lead to."""
    groups = dict(by_matter(changes))
    conflicts = groups.pop(CONFLICTS, [])
    other = groups.pop(OTHER, [])
    return Summary(
        tuple(_conflicts(conflicts, prefix)),
        tuple(_group(heading, group, prefix) for heading, group in groups.items()),
        _group(OTHER, other, prefix) if other else None,
    )


def line(change: Change, prefix: str) -> Line:
    """Return the line of a change; it begins with what the change is about."""
    said = told(change)
    pieces = [piece for piece in said.pieces if piece.part is not Part.LEAD and piece.text != QUOTE]
    return Line(
        change.kind.value,
        KINDS[change.kind],
        change.number,
        (Place(shown(said.lead), anchor(prefix, change.number)),),
        tuple(Words(piece.part.name.lower(), shown(piece.text)) for piece in pieces),
        tuple(_whole(change)),
        change.is_printed,
    )


def _conflicts(changes: Sequence[Change], prefix: str) -> Iterator[Group]:
    ordered = sorted(changes, key=lambda change: (change.conflict, change.number))
    for number, group in groupby(ordered, key=lambda change: change.conflict):
        both = list(group)
        heading = f"Konflikt {number}: {both[0].section}"
        lines = tuple(line(change, prefix) for change in both)
        yield Group(shown(heading), lines, len(both), f"{prefix}konflikt-{number}")


def _group(heading: str, changes: Sequence[Change], prefix: str) -> Group:
    return Group(heading, tuple(_lines(changes, prefix)), len(changes))


def _lines(changes: Sequence[Change], prefix: str) -> Iterator[Line]:
    """Yield a line for each change; one for all that are the same substitution."""
    alike: dict[tuple[str, str, str], list[Change]] = {}
    for change in changes:
        if change.kind is Kind.REWORDED and change.old and change.new and change.is_printed:
            alike.setdefault((change.by, change.old, change.new), []).append(change)
    several = {key: found for key, found in alike.items() if len(found) >= FEWEST_ALIKE}
    for change in changes:
        same = several.get((change.by, change.old, change.new))
        if same is None:
            yield line(change, prefix)
        elif change is same[0]:
            yield _together(same, prefix)


def _together(changes: Sequence[Change], prefix: str) -> Line:
    first = changes[0]
    said = told(first)
    lead = f"{first.by}, på" if first.by else "På"
    places = tuple(
        Place(shown(told(change).subject), anchor(prefix, change.number)) for change in changes
    )
    words = (
        Words("kept", shown(f"{lead} {len(changes)} ställen: ")),
        Words("old", shown(said.old)),
        Words("kept", " → "),
        Words("new", shown(said.new)),
    )
    return Line(
        first.kind.value,
        KINDS[first.kind],
        first.number,
        places,
        words,
        tuple(_whole(first)),
        is_printed=True,
    )


def _whole(change: Change) -> Iterator[Words]:
    """Yield the texts in full, where either is longer than a line shows."""
    if max(len(change.old), len(change.new)) <= LONGEST_SHOWN:
        return
    if change.old == change.new:
        yield from (Words("kept", shown(text)) for text in change.new.split("\n"))
        return
    for part, side in (("old", change.old), ("new", change.new)):
        yield from (Words(part, shown(text)) for text in side.split("\n") if text.strip())
