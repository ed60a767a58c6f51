"""Entries under keys that all differ in; the mandate and the notes about what is uncertain out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from uppdrag.findings import Severity
from uppdrag.importing.block import Block, Listing, Passage
from uppdrag.importing.entry import Entry
from uppdrag.importing.kind import Kind, kind_of, replaced, status_of
from uppdrag.importing.labels import label_of
from uppdrag.importing.lines import Line
from uppdrag.importing.note import Note
from uppdrag.importing.words import carries
from uppdrag.model import (
    Avsnitt,
    Beslut,
    Giltighet,
    Motesfrekvens,
    Parter,
    Prosa,
    Sandlista,
    Status,
    Typ,
    Uppdragshandling,
    UtgarFran,
)
from uppdrag.model.rubriker import section_heading

_TYPE = "Typen av handling framgår inte säkert. Den sattes till {typ}; ändra typ: om det är fel."
_DRAFT = "Texten saknar {what}. Därför blev status utkast."
_PARTY = "Det framgår inte om ”{words}” är en roll, en person eller ett organ. Ange vilket."
_PERSON = "Uppdragsgivaren är en person. Ange rollen också: personer byts, rollen består."
_FREQUENCY = "Mötesfrekvensen kunde inte läsas som antal. Texten står kvar som den är skriven."
_DAY = "Beslutsdagen är inget datum på formen ÅÅÅÅ-MM-DD. Den står kvar som notering."

Part = TypeVar("Part")


@dataclass(frozen=True, slots=True)
class Made:
    """The mandate and the notes about it."""

    handling: Uppdragshandling
    notes: tuple[Note, ...]


def mandate(entries: Sequence[Entry], first: Line) -> Made:
    """Return the mandate whose keys have the order of the entries.

    Notes about the document as a whole stand at its `first` line.
    """
    values = {entry.key: entry.value for entry in entries}
    sections = [entry.value for entry in entries if isinstance(entry.value, Avsnitt)]
    kind = kind_of(
        [value for key in ("titel", "grupp") if isinstance(value := values.get(key), str)],
        {section.nyckel for section in sections},
    )
    beslut = _of(Beslut, values, "beslut")
    status = _of(Status, values, "status") or status_of(beslut, _text(values, "dokumenttyp"))
    revidering = replaced(section.text for section in _running(values))
    leading = (
        "format",
        "typ",
        *(() if "status" in values else ("status",)),
        *(("revidering",) if revidering else ()),
    )
    handling = Uppdragshandling(
        typ=kind.typ,
        status=status,
        titel=_text(values, "titel") or "",
        ordning=(*leading, *values),
        dokumenttyp=_text(values, "dokumenttyp"),
        grupp=_text(values, "grupp"),
        datum=_text(values, "datum"),
        diarienummer=_text(values, "diarienummer"),
        organisation=_of(tuple, values, "organisation") or (),
        ansvarsomrade=_text(values, "ansvarsområde"),
        uppdragsgivare=_of(Parter, values, "uppdragsgivare"),
        uppdragstagare=_of(Parter, values, "uppdragstagare"),
        giltighet=_of(Giltighet, values, "giltighet"),
        utgar_fran=_of(UtgarFran, values, "utgår_från"),
        revidering=revidering,
        ingress=_of(Prosa, values, "ingress"),
        avsnitt=tuple(_with_usual_heading(section, kind.typ) for section in sections),
        beslut=beslut,
        sandlista=_of(Sandlista, values, "sändlista"),
    )
    notes = (*_doubts(kind, handling, first), *_entry_notes(entries))
    return Made(handling, notes)


def _of(kind: type[Part], values: Mapping[str, object], key: str) -> Part | None:
    value = values.get(key)
    return value if isinstance(value, kind) else None


def _text(values: Mapping[str, object], key: str) -> str | None:
    return _of(str, values, key)


def _running(values: Mapping[str, object]) -> Iterator[Prosa]:
    """Yield the running texts that could say which revision this one replaces."""
    for value in values.values():
        match value:
            case Prosa():
                yield value
            case Avsnitt():
                yield from (part for part in value.innehall if isinstance(part, Prosa))


def _with_usual_heading(section: Avsnitt, typ: Typ) -> Avsnitt:
    """Leave out the heading where the key says all of its words and the format prints it."""
    heading = section.rubrik or ""
    usual = heading == section_heading(section.nyckel, typ) and carries(section.nyckel, heading)
    return replace(section, rubrik=None) if usual and section.innehall else section


def _doubts(kind: Kind, handling: Uppdragshandling, first: Line) -> Iterator[Note]:
    if not kind.is_certain:
        yield Note.at(first, _TYPE.format(typ=kind.typ), Severity.WARNING)
    beslut = handling.beslut
    if handling.status is Status.UTKAST and "status" not in handling.ordning[3:]:
        dated = beslut is not None and beslut.datum is not None
        what = "beslutsfattarens namn" if dated else "en beslutsdag"
        yield Note.at(first, _DRAFT.format(what=what))


def _entry_notes(entries: Iterable[Entry]) -> Iterator[Note]:
    for entry in entries:
        match entry.value:
            case Parter() as parter:
                yield from _party_notes(parter, entry.blocks[0].line)
            case Beslut(datum=None):
                yield Note.at(entry.blocks[0].line, _DAY, Severity.WARNING)
            case Avsnitt() as section:
                yield from _section_notes(section, entry.blocks)


def _section_notes(section: Avsnitt, blocks: Sequence[Block]) -> Iterator[Note]:
    for part in section.innehall:
        match part:
            case Parter():
                yield from _party_notes(part, _line_of(part.nyckel, blocks))
            case Motesfrekvens(minst=None, hogst=None) if _has_number(part) or not part.vid_behov:
                yield Note.at(_line_of(part.nyckel, blocks), _FREQUENCY, Severity.WARNING)


def _has_number(part: Motesfrekvens) -> bool:
    return part.text is not None and any(map(str.isdigit, part.text.text))


def _party_notes(parter: Parter, line: Line) -> Iterator[Note]:
    for part in parter.parter:
        if part.text is not None:
            yield Note.at(line, _PARTY.format(words=part.text), Severity.WARNING)
        elif part.namn is not None and parter.nyckel == "uppdragsgivare":
            yield Note.at(line, _PERSON)


def _line_of(key: str, blocks: Sequence[Block]) -> Line:
    """Return the line whose label has that key; the first line of them all where none has."""
    for text, line in _labelled(blocks):
        label = label_of(text)
        if label is not None and label.key == key:
            return line
    return blocks[0].line


def _labelled(blocks: Iterable[Block]) -> Iterator[tuple[str, Line]]:
    for block in blocks:
        match block:
            case Passage():
                yield block.text, block.line
            case Listing():
                yield from ((item.paragraphs[0], item.line) for item in block.items)
