"""The path of a Word file, PDF or web page in; what it says and what fingerprint it bears, out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from uppdrag.render.copy import Copy, CopyError
from uppdrag.workspace.apart import Limited, apart
from uppdrag.workspace.bounded import read_at_most

LARGEST = 50 * 1024 * 1024
SECONDS = 60
"""What a file may take to be read; a mandate takes a second."""

_START = 1024


@dataclass(frozen=True, slots=True)
class CopyFile:
    """A file of a kind (`pdf`, `docx`, `html`), its bytes, and how it reads."""

    kind: str
    data: bytes
    copy: Copy


def read_file(path: Path) -> CopyFile:
    """Return a file, which may be anyone's, read in a process that is stopped in time.

    Raises `UppdragError` where it cannot be read as what it is, and `OSError`.
    """
    return read_anyones(_read(path))


def read_anyones(data: bytes, limited: Limited = apart) -> CopyFile:
    """Return a file from its bytes, as `read_file` does."""
    kind = _kind(data)
    return CopyFile(kind, data, limited(_READERS[kind], data, SECONDS))


def read_made(kind: str, data: bytes) -> Copy:
    """Return what a file reads as that the program has made itself."""
    return _READERS[kind](data)


def _read(path: Path) -> bytes:
    data = read_at_most(path, LARGEST)
    if len(data) > LARGEST:
        message = f"Filen är större än {LARGEST // 1024 // 1024} MB. Är det rätt fil?"
        raise CopyError(message)
    return data


def _kind(data: bytes) -> str:
    start = data[:_START]
    if b"%PDF-" in start:
        return "pdf"
    if start.startswith(b"PK\x03\x04"):
        return "docx"
    if b"<html" in start.lower():
        return "html"
    message = "Filen är varken Word, PDF eller webbsida, som är det som kan prövas."
    raise CopyError(message)


def _read_pdf(data: bytes) -> Copy:
    from uppdrag.render.pdf.read import read_copy  # noqa: PLC0415 - only for PDF

    return read_copy(data)


def _read_word(data: bytes) -> Copy:
    from uppdrag.render.docx.copy import read_copy  # noqa: PLC0415 - only for Word

    return read_copy(data)


def _read_page(data: bytes) -> Copy:
    from uppdrag.render.html.read import read_copy  # noqa: PLC0415 - only for a web page

    return read_copy(data)


_READERS = {"pdf": _read_pdf, "docx": _read_word, "html": _read_page}
