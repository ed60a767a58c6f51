"""The bytes of a file in; the mandate that it holds as YAML, and what is uncertain, out."""

from __future__ import annotations

from dataclasses import dataclass

from uppdrag.findings import Finding, Severity
from uppdrag.importing.formats import Kind, import_bytes, kind_of_file
from uppdrag.importing.note import Imported
from uppdrag.importing.tracked import Changes
from uppdrag.model import dump
from uppdrag.source import Lines, Range, Source
from uppdrag.source.decode import decode
from uppdrag.workspace.apart import apart

SECONDS = 60
"""What a file may take to be read; a mandate takes a second."""

LARGE = 256 * 1024
"""Bytes; a smaller file is read here, since a process of its own takes longer than the file."""

_ALWAYS_APART = frozenset({Kind.PDF, Kind.ODT})
_APART_IF_LARGE = frozenset({Kind.HTML, Kind.WORD})


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """The mandate as YAML text, the text it was read from, and what a person should look at."""

    yaml: str
    source: Source
    findings: tuple[Finding, ...]
    imported: Imported


def import_file(content: bytes, name: str, changes: Changes = Changes.REFUSE) -> ImportedFile:
    """Return the mandate that a file holds. Raises `UppdragError` for one that is not read."""
    imported = read_anyones(content, name, changes)
    text = imported.text if imported.text is not None else _decoded(content)
    source = Source(name, text, None, (), Lines(text))
    findings = list(_encoding(content, source, name))
    for note in imported.notes:
        line = source.lines.range_of_line(note.line).start
        place = Range(line + note.column - 1, line + note.end_column - 1)
        findings.append(Finding.at(source, "I001", note.severity, note.message, place))
    return ImportedFile(dump(imported.handling), source, tuple(findings), imported)


def read_anyones(content: bytes, name: str, changes: Changes) -> Imported:
    """Return what a file holds; what could take long is read in a process that is stopped."""
    kind = kind_of_file(content, name)
    if kind in _ALWAYS_APART or (kind in _APART_IF_LARGE and len(content) > LARGE):
        return apart(_read, (content, name, changes), SECONDS)
    return import_bytes(content, name, changes)


def _read(given: tuple[bytes, str, Changes]) -> Imported:
    return import_bytes(*given)


def _decoded(content: bytes) -> str:
    decoded = decode(content)
    return decoded.text if decoded.defect is None else content.decode("cp1252", errors="replace")


def _encoding(content: bytes, source: Source, name: str) -> list[Finding]:
    """Return what is said of a text that is not saved in UTF-8."""
    if kind_of_file(content, name) not in {Kind.TEXT, Kind.MARKDOWN}:
        return []
    decoded = decode(content)
    if decoded.defect is None:
        return []
    message = (
        "Filen är inte sparad i UTF-8 och lästes som Windows-1252. Kontrollera å, ä och ö; spara "
        "annars om filen som UTF-8 och importera igen."
    )
    place = Range(decoded.defect.range.start, decoded.defect.range.end)
    return [Finding.at(source, "I002", Severity.WARNING, message, place)]
