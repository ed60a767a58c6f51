"""Changes in; Swedish words that tell them to a reader out: for every output the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from uppdrag.compare.changes import Change, Kind, counts
from uppdrag.compare.substance import Matter

LONGEST_SHOWN = 200
"""Characters of a text that a summary shows; the document itself shows it whole."""

NO_BREAK = "\u00a0"

KINDS: Mapping[Kind, str] = {
    Kind.INSERTED: "Tillagt",
    Kind.DELETED: "Borttaget",
    Kind.MOVED: "Flyttat",
    Kind.REWORDED: "Ändrat",
    Kind.SPLIT: "Delat",
    Kind.MERGED: "Sammanslaget",
    Kind.REFORMATTED: "Ny form",
}

OTHER = "Övriga ändringar"
"""The heading of changes that are not of substance."""


@dataclass(frozen=True, slots=True)
class Told:
    """A change as a reader is told it.

    `subject` is what it is about, `before` and `after` words around it, `old` and `new` what it
    replaced by what (either may be empty), `remark` anything else in words.
    """

    change: Change
    kind: str
    subject: str
    before: str
    old: str
    new: str
    after: str
    remark: str = ""

    @property
    def sentence(self) -> str:
        """Return it on one line: `Ordförande utses av: koncernledning → ledningsgrupp`."""
        kind = self.change.kind
        if kind is Kind.REWORDED and self.old and self.new:
            text = f"{self.old} → {self.new}"
            around = f"{self.before} … " if self.before else ""
            return f"{self.subject}: {around}{text}"
        word = self.kind.lower()
        text = self.new or self.old
        if kind in {Kind.REFORMATTED, Kind.MOVED, Kind.SPLIT, Kind.MERGED}:
            return f"{self.subject}: {word}: {text} ({self.remark})" if self.remark else (
                f"{self.subject}: {word}: {text}"
            )
        if kind is Kind.REWORDED:
            word = "tillagt" if self.new else "borttaget"
            if self.before:
                text = f"{self.before} … {text}"
        return f"{self.subject}: {word}: {text}"


def told(change: Change, longest: int = LONGEST_SHOWN) -> Told:
    """Return a change as a reader is told it, long texts cut at a word."""
    return Told(
        change,
        KINDS[change.kind],
        change.subject or change.section,
        change.before if change.kind is Kind.REWORDED else "",
        shortened(spelled(change.old, change.new), longest),
        shortened(spelled(change.new, change.old), longest),
        change.after,
        _remark(change),
    )


def spelled(text: str, other: str) -> str:
    """Return a text on one line; where only white space differs from the other, it is named."""
    if text.split() == other.split() and text != other:
        return text.replace(NO_BREAK, "[hårt mellanslag]").replace("\u202f", "[smalt mellanslag]")
    return " / ".join(filter(None, (line.strip() for line in text.split("\n"))))


def shortened(text: str, longest: int) -> str:
    """Return the text, cut after a word where it is long."""
    if len(text) <= longest:
        return text
    kept = text[: longest - 2]
    return f"{(kept.rpartition(' ')[0] or kept).rstrip(' ,;:–-')} …"


def by_matter(changes: Iterable[Change]) -> list[tuple[str, list[Change]]]:
    """Return the changes under their headings: those of substance first, by what they matter to."""
    listed = list(changes)
    groups = [(matter.value, [c for c in listed if c.matter is matter]) for matter in Matter]
    groups.append((OTHER, [change for change in listed if change.matter is None]))
    return [(heading, group) for heading, group in groups if group]


def count_sentence(changes: Iterable[Change]) -> str:
    """Return how many changes there are: `15 ändringar, 13 i sak: 9 ändrade, 5 borttagna …`."""
    found = counts(changes)
    total = found["total"]
    if not total:
        return "Inga ändringar."
    noun = "ändring" if total == 1 else "ändringar"
    kinds = [
        f"{found[kind.value]} {_counted(kind, found[kind.value])}"
        for kind in Kind
        if found[kind.value]
    ]
    substantial = f"{found['saklig']} i sak" if found["saklig"] else "ingen i sak"
    return f"{total} {noun}, {substantial}: {_listed(kinds)}."


def _counted(kind: Kind, number: int) -> str:
    one, several = _COUNTED[kind]
    return one if number == 1 else several


_COUNTED: Mapping[Kind, tuple[str, str]] = {
    Kind.INSERTED: ("tillagd", "tillagda"),
    Kind.DELETED: ("borttagen", "borttagna"),
    Kind.MOVED: ("flyttad", "flyttade"),
    Kind.REWORDED: ("omformulerad", "omformulerade"),
    Kind.SPLIT: ("delad", "delade"),
    Kind.MERGED: ("sammanslagen", "sammanslagna"),
    Kind.REFORMATTED: ("med ny form", "med ny form"),
}


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} och {words[-1]}"


def _remark(change: Change) -> str:
    match change.kind:
        case Kind.MOVED:
            came_from = change.before or "inom avsnittet"
            return f"{came_from}, omformulerat" if change.old != change.new else came_from
        case Kind.REFORMATTED:
            return change.what
        case Kind.SPLIT | Kind.MERGED:
            return ""
        case _:
            return change.what
