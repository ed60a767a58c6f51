"""What came, went, moved or got a mark in; its Swedish name, with the right forms, out."""

from __future__ import annotations

from collections.abc import Mapping

from uppdrag.compare.changes.change import Change, Kind
from uppdrag.compare.changes.sentences import STOPS
from uppdrag.document.tree import MarkKind

KINDS: Mapping[Kind, str] = {
    Kind.INSERTED: "Tillagt",
    Kind.DELETED: "Borttaget",
    Kind.MOVED: "Flyttat",
    Kind.REWORDED: "Ändrat",
    Kind.SPLIT: "Delat",
    Kind.MERGED: "Sammanslaget",
    Kind.REFORMATTED: "Ny form",
}

MARKS: Mapping[MarkKind, str] = {
    MarkKind.INSERTED: "tillagt",
    MarkKind.DELETED: "borttaget",
    MarkKind.MOVED_HERE: "flyttat hit",
    MarkKind.MOVED_AWAY: "flyttat härifrån",
    MarkKind.REFORMATTED: "ny form",
}
"""What a mark is called where it cannot be seen."""

UNSEEN = "syns inte i dokumentet"
"""What is said of a change of data that the document does not print."""

_NEUTER = ("stycke", "avsnitt", "beslut")
_NAMED = (
    "punkt",
    "numrerad punkt",
    "rubrik",
    "tabell",
    "anmärkning",
    "stycke",
    "avsnitt",
)
"""What there may be several of; the names of what there is one of say no more than its label."""

_FORMS: Mapping[Kind, tuple[str, str, str]] = {
    Kind.INSERTED: ("ny", "nytt", "nya"),
    Kind.DELETED: ("borttagen", "borttaget", "borttagna"),
    Kind.MOVED: ("flyttad", "flyttat", "flyttade"),
    Kind.SPLIT: ("delad", "delat", "delade"),
    Kind.MERGED: ("sammanslagen", "sammanslaget", "sammanslagna"),
}
_ALONE: Mapping[Kind, tuple[str, str]] = {
    Kind.INSERTED: ("tillagd", "tillagt"),
    Kind.DELETED: ("borttagen", "borttaget"),
    Kind.MOVED: ("flyttad", "flyttat"),
    Kind.SPLIT: ("delad", "delat"),
    Kind.MERGED: ("sammanslagen", "sammanslaget"),
}
"""The words for what has no name beside its label: of common gender, neuter."""

_COUNTED: Mapping[Kind, tuple[str, str]] = {
    Kind.INSERTED: ("tillagd", "tillagda"),
    Kind.DELETED: ("borttagen", "borttagna"),
    Kind.MOVED: ("flyttad", "flyttade"),
    Kind.REWORDED: ("omformulerad", "omformulerade"),
    Kind.SPLIT: ("delad", "delade"),
    Kind.MERGED: ("sammanslagen", "sammanslagna"),
    Kind.REFORMATTED: ("med ny form", "med ny form"),
}


def event(change: Change) -> str:
    """Return what happened in words: `ny punkt`, `borttaget avsnitt`, `flyttade stycken`.

    Empty for words that became others.
    """
    kind, what = change.kind, change.what.removesuffix(f" i en {change.subject.casefold()}")
    if kind is Kind.REWORDED:
        return _reworded(change)
    if kind is Kind.REFORMATTED:
        return "ny form"
    if what.casefold() == change.subject.casefold():
        return _ALONE[kind][what.startswith(_NEUTER)]
    if not what.startswith(_NAMED) and not what[:1].isdigit():
        return _ALONE[kind][True]
    common, neuter, plural = _FORMS[kind]
    if what[:1].isdigit():
        return f"{plural} {what.partition(' ')[2]}"
    return f"{neuter if what.startswith(_NEUTER) else common} {what}"


def is_whole_sentence(change: Change) -> bool:
    """Tell whether whole sentences came to, or went from, a paragraph."""
    is_one_sided = change.kind is Kind.REWORDED and not (change.old and change.new)
    is_first = not change.before or change.before.endswith(STOPS)
    return is_one_sided and is_first and (change.old or change.new).endswith(STOPS)


def counted(kind: Kind, number: int) -> str:
    """Return how many changes there are of a kind: `1 tillagd`, `5 omformulerade`."""
    one, several = _COUNTED[kind]
    return f"{number} {one if number == 1 else several}"


def _reworded(change: Change) -> str:
    if change.old and change.new:
        return ""
    if not is_whole_sentence(change):
        return "tillagt" if change.new else "borttaget"
    text = change.new or change.old
    several = sum(word.endswith(STOPS) for word in text.split()) > 1
    if change.new:
        return "nya meningar" if several else "ny mening"
    return "borttagna meningar" if several else "borttagen mening"
