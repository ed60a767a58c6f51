"""The bytes of a text file in; the mandate that it holds as YAML, and what is uncertain, out."""

from __future__ import annotations

from dataclasses import dataclass

from uppdrag.findings import Finding, Severity, UppdragError
from uppdrag.importing import import_text
from uppdrag.model import dump
from uppdrag.source import Lines, Range, Source
from uppdrag.source.decode import MAX_BYTES, decode

_ARCHIVES = (b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0")


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """The mandate as YAML text, the text it was read from, and what a person should look at."""

    yaml: str
    source: Source
    findings: tuple[Finding, ...]


def import_file(content: bytes, name: str) -> ImportedFile:
    """Return the mandate that a text file holds.

    Raises `UppdragError` for what is no text: a Word file or PDF is to be copied as text first.
    """
    if content.startswith(_ARCHIVES):
        message = (
            f"{name} är ingen textfil. Öppna den, markera allt, kopiera texten till en textfil "
            "(.txt) och importera den."
        )
        raise UppdragError(message)
    if len(content) > MAX_BYTES:
        message = f"{name} är för stor: högst {MAX_BYTES // 1024} KiB kan importeras."
        raise UppdragError(message)
    text, findings = _text(content, name)
    imported = import_text(text, name)
    source = Source(name, text, None, (), Lines(text))
    for note in imported.notes:
        line = source.lines.range_of_line(note.line).start
        place = Range(line + note.column - 1, line + note.end_column - 1)
        findings.append(Finding.at(source, "I001", note.severity, note.message, place))
    return ImportedFile(dump(imported.handling), source, tuple(findings))


def _text(content: bytes, name: str) -> tuple[str, list[Finding]]:
    decoded = decode(content)
    if decoded.defect is None:
        return decoded.text, []
    text = content.decode("cp1252", errors="replace")
    source = Source(name, text, None, (), Lines(text))
    message = (
        "Filen är inte sparad i UTF-8 och lästes som Windows-1252. Kontrollera å, ä och ö; spara "
        "annars om filen som UTF-8 och importera igen."
    )
    place = Range(decoded.defect.range.start, decoded.defect.range.end)
    return text, [Finding.at(source, "I002", Severity.WARNING, message, place)]
