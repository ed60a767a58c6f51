"""Changes in; Swedish words that tell them to a reader out: for every output the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from uppdrag.compare.changes.change import Change, Kind, counts
from uppdrag.compare.changes.substance import Matter
from uppdrag.compare.telling.nouns import KINDS, counted
from uppdrag.compare.telling.told import (
    LONGEST_SHOWN,
    Part,
    Piece,
    Told,
    shortened,
    spelled,
    texts,
    told,
)

__all__ = [
    "CONFLICTS",
    "KINDS",
    "LONGEST_SHOWN",
    "OTHER",
    "SUBSTANTIAL",
    "Part",
    "Piece",
    "Told",
    "branch_sentence",
    "by_matter",
    "count_sentence",
    "listed_under",
    "shortened",
    "spelled",
    "texts",
    "told",
]

CONFLICTS = "Konflikter"
"""The heading of changes that two made of the same words, each in their own way."""

SUBSTANTIAL = "Ändringar i sak"
OTHER = "Övriga ändringar"
"""The heading of changes that are not of substance."""


def by_matter(changes: Iterable[Change]) -> list[tuple[str, list[Change]]]:
    """Return the changes under their headings: conflicts, those of substance, the others.

    Those of substance stand under what they matter to.
    """
    listed = list(changes)
    agreed = [change for change in listed if not change.conflict]
    conflicts = [change for change in listed if change.conflict]
    groups = [
        (CONFLICTS, sorted(conflicts, key=lambda change: (change.conflict, change.number))),
        *((matter.value, [c for c in agreed if c.matter is matter]) for matter in Matter),
        (OTHER, [change for change in agreed if change.matter is None]),
    ]
    return [(heading, group) for heading, group in groups if group]


def listed_under(changes: Iterable[Change]) -> list[tuple[str, list[tuple[str, list[Change]]]]]:
    """Return the groups of `by_matter` under the headings of a summary, outermost first.

    A group that is alone under its heading has none of its own.
    """
    out: list[tuple[str, list[tuple[str, list[Change]]]]] = []
    for heading, group in by_matter(changes):
        if heading in {CONFLICTS, OTHER}:
            out.append((heading, [("", group)]))
        elif out and out[-1][0] == SUBSTANTIAL:
            out[-1][1].append((heading, group))
        else:
            out.append((SUBSTANTIAL, [(heading, group)]))
    return out


def count_sentence(changes: Iterable[Change]) -> str:
    """Return how many changes there are: `15 ändringar, 13 i sak: 9 tillagda, 6 borttagna`."""
    found = counts(changes)
    total = found["total"]
    if not total:
        return "Inga ändringar."
    noun = "ändring" if total == 1 else "ändringar"
    kinds = [counted(kind, found[kind.value]) for kind in Kind if found[kind.value]]
    substantial = f"{found['saklig']} i sak" if found["saklig"] else "ingen i sak"
    return f"{total} {noun}, {substantial}: {_listed(kinds)}."


def branch_sentence(comparisons: Sequence[object], notes: Sequence[str]) -> str:
    """Return how many mandates a branch has changed: `2 handlingar har ändrats.`."""
    if not comparisons:
        return "Inga handlingar har ändrats." if not notes else "Ingen handling har jämförts."
    number = len(comparisons)
    return "1 handling har ändrats." if number == 1 else f"{number} handlingar har ändrats."


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} och {words[-1]}"
