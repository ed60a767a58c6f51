"""The parts that have been understood in; parts that the format can hold in that order out.

Nothing is lost here: what cannot stand under its key (the key is taken, or the head of a page
would print it before its time) stays where it was, as text of a section of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from uppdrag.document.phrases import party
from uppdrag.findings import Severity
from uppdrag.importing.block import Block, Passage
from uppdrag.importing.entry import Entry, Loose, Part
from uppdrag.importing.keys import Keys
from uppdrag.importing.note import Note
from uppdrag.importing.sections import read_again
from uppdrag.importing.words import words
from uppdrag.importing.writing import prosa
from uppdrag.model import Avsnitt, Parter
from uppdrag.model.rubriker import OWN_PREFIX, SECTIONS

LETTERHEAD = ("dokumenttyp", "status", "datum", "diarienummer", "organisation")
"""What is printed at the very top when it comes before the title, whatever else does."""

MOST_ORGANISATIONS = 6
"""Lines of an organisation that a file holds."""

_DEMOTED = "”{key}” kan inte anges här utan att ordningen ändras. Raden ligger kvar som text."
_TAKEN = "”{key}” finns redan tidigare i texten. Raden ligger kvar som text."
_TWICE = "Avsnittet ”{rubrik}” finns redan tidigare i texten och fick nyckeln {key}."
_LOOSE = "Texten hör inte till något avsnitt och ligger kvar under nyckeln {key}."
_OWN = "Formatet känner inte rubriken ”{rubrik}”. Avsnittet fick nyckeln {key}."


@dataclass(frozen=True, slots=True)
class Assembled:
    """Entries under keys that are all different, and the notes about what had to give way."""

    entries: tuple[Entry, ...]
    notes: tuple[Note, ...]


def assemble(parts: Sequence[Part]) -> Assembled:
    """Return the parts in their order, each under a key that it can have.

    Where none of them is the title, the caller puts one before them all.
    """
    titled = any(_key(part) == "titel" for part in parts)
    work = _Assembly(lead=_lead(parts), has_title=not titled)
    for part in parts:
        work.take(part)
    work.end_loose()
    return Assembled(tuple(work.entries), tuple(work.notes))


def _lead(parts: Sequence[Part]) -> int | None:
    """Return the line that the ingress begins on: the text between the title and a section."""
    title = next((at for at, part in enumerate(parts) if _key(part) == "titel"), len(parts))
    section = next(
        (at for at, part in enumerate(parts) if at > title and _is_body(part)), len(parts)
    )
    at = section
    while at > title + 1 and isinstance(parts[at - 1], Loose):
        at -= 1
    part = parts[at] if at < section < len(parts) else None
    return part.blocks[0].line.number if part is not None else None


def _key(part: Part) -> str | None:
    return part.key if isinstance(part, Entry) else None


def _is_body(part: Part) -> bool:
    key = _key(part) or ""
    return key in SECTIONS or key.startswith(OWN_PREFIX) or key in {"beslut", "sändlista"}


@dataclass(slots=True)
class _Assembly:
    """The entries so far, and the loose text that waits for its end."""

    lead: int | None
    keys: Keys = field(default_factory=Keys)
    entries: list[Entry] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    loose: list[Block] = field(default_factory=list)
    loose_is_known: bool = False
    has_title: bool = False
    is_letterhead: bool = True

    def take(self, part: Part) -> None:
        match part:
            case Loose():
                self.loose.extend(part.blocks)
            case Entry(value=Avsnitt() as avsnitt):
                self.end_loose()
                self._section(part, avsnitt)
            case Entry():
                self._fact(part)

    def end_loose(self) -> None:
        """Make what loose text there is the ingress, or a section of its own."""
        if not self.loose:
            return
        blocks, self.loose = tuple(self.loose), []
        text = prosa(blocks)
        line = blocks[0].line
        if line.number == self.lead and "ingress" not in self.keys.taken:
            self.entries.append(Entry(self.keys.take("ingress"), text, blocks))
            return
        key = self.keys.own(text.text)
        self.entries.append(Entry(key, Avsnitt(key, None, (text,)), blocks))
        self.is_letterhead = False
        if not self.loose_is_known:
            self.notes.append(Note.at(line, _LOOSE.format(key=key)))
        self.loose_is_known = False

    def _section(self, entry: Entry, avsnitt: Avsnitt) -> None:
        key = entry.key
        line = entry.blocks[0].line
        rubrik = avsnitt.rubrik or ""
        if key in self.keys.taken or key == OWN_PREFIX:
            message = _OWN if key == OWN_PREFIX else _TWICE
            key = self.keys.own(rubrik)
            avsnitt = read_again(entry.key, key, rubrik, entry.blocks[1:])
            self.notes.append(Note.at(line, message.format(rubrik=rubrik, key=key)))
        self.keys.take(key)
        self.entries.append(Entry(key, avsnitt, entry.blocks))
        self.is_letterhead = False

    def _fact(self, entry: Entry) -> None:
        last = self.entries[-1] if self.entries and not self.loose else None
        joined = _joined(last, entry) if last is not None else None
        if joined is not None:
            self.entries[-1] = joined
            return
        line = entry.blocks[0].line
        if message := self._objection(entry):
            self.notes.append(Note.at(line, message.format(key=entry.key), Severity.WARNING))
            self.loose.extend(entry.blocks)
            self.loose_is_known = True
            return
        self.end_loose()
        self.entries.append(entry)
        self.keys.take(entry.key)
        self.has_title = self.has_title or entry.key == "titel"
        self.is_letterhead = self.is_letterhead and entry.key in LETTERHEAD

    def _objection(self, entry: Entry) -> str | None:
        """Return why an entry cannot stand under its key where it is, or None."""
        if entry.key in self.keys.taken:
            return _TAKEN
        if entry.key not in LETTERHEAD:
            return None
        if entry.key == "status":
            is_first = self.keys.taken <= {"dokumenttyp"} and not self.loose
            return None if is_first else _DEMOTED
        if self.has_title:
            return None
        is_letterhead = self.is_letterhead and not self.loose
        unprinted = entry.key == "organisation" and _has_label(entry)
        return _DEMOTED if is_letterhead and unprinted else None


def _has_label(entry: Entry) -> bool:
    """Tell whether the source has other words than the value itself."""
    text = " ".join(block.text for block in entry.blocks if isinstance(block, Passage))
    return words(text) != words(_spoken(entry))


def _spoken(entry: Entry) -> str:
    match entry.value:
        case tuple() as names:
            return " ".join(names)
        case Parter() as parter:
            return " ".join(map(party, parter.parter))
        case value:
            return str(value)


def _joined(last: Entry, entry: Entry) -> Entry | None:
    """Return one entry for two that follow each other: more organisations, one more party."""
    if last.key != entry.key or _has_label(entry):
        return None
    blocks = (*last.blocks, *entry.blocks)
    match last.value, entry.value:
        case tuple() as names, tuple() as more if len(names) + len(more) <= MOST_ORGANISATIONS:
            return Entry(last.key, (*names, *more), blocks)
        case Parter() as parter, Parter() as more:
            joined = replace(parter, parter=(*parter.parter, *more.parter))
            return Entry(last.key, joined, blocks)
        case str() as first, str() as second if last.key == "dokumenttyp":
            return Entry(last.key, f"{first}, {second}", blocks)
    return None
