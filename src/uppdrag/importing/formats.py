"""The bytes of a file of any format that is read in; the mandate that it holds out.

Which format it is, its content tells; its name decides only between kinds of plain text.
"""

from __future__ import annotations

import codecs
import re
from enum import Enum

from uppdrag.findings import UppdragError
from uppdrag.importing.note import Imported
from uppdrag.importing.reading import import_text
from uppdrag.importing.tracked import Changes
from uppdrag.source.decode import MAX_BYTES, decode


class Kind(Enum):
    """What a file is."""

    WORD = "docx"
    PDF = "pdf"
    ODT = "odt"
    HTML = "html"
    MARKDOWN = "md"
    TEXT = "txt"


_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html\b|head\b|body\b)",
    re.IGNORECASE | re.DOTALL,
)
_FRAGMENT = re.compile(
    rb"\s*<(?:main|article|section|div|h[1-6]|p|table|ul|ol)\b[^>]*>", re.IGNORECASE
)
_ODT = b"application/vnd.oasis.opendocument.text"
_OLD = b"\xd0\xcf\x11\xe0"
_RTF = b"{\\rtf"
_IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"RIFF")
_PDF_BEGINS_WITHIN = 1024
"""Bytes; readers of PDF accept that something stands before the file itself."""

_NEVER_EMPTY = (".docx", ".pdf", ".odt", ".doc")
"""Names of files that hold something even without a word: one that is empty has been cut off."""


def import_bytes(data: bytes, name: str, changes: Changes = Changes.REFUSE) -> Imported:
    """Return the mandate that a file holds. Raises `UppdragError` for one that is not read.

    The file may be anyone's: whoever calls sees to it that the time for it is limited.
    """
    kind = kind_of_file(data, name)
    if kind is Kind.WORD:
        from uppdrag.importing.word import import_word  # noqa: PLC0415 - only for Word

        return import_word(data, name, changes)
    if kind is Kind.PDF:
        return _pdf(data, name)
    if kind is Kind.ODT:
        from uppdrag.importing.odt import read_odt  # noqa: PLC0415 - only for OpenDocument
        from uppdrag.importing.page_import import import_page  # noqa: PLC0415 - not for text

        return import_page(read_odt(data, name, changes), name)
    if kind is Kind.HTML:
        from uppdrag.importing.html import read_html  # noqa: PLC0415 - only for web pages
        from uppdrag.importing.page_import import import_page  # noqa: PLC0415 - not for text

        return import_page(read_html(data, name, changes), name)
    return _plain(data, name, kind)


def kind_of_file(data: bytes, name: str) -> Kind:
    """Return what a file is by its content. Raises `UppdragError` for what is not read."""
    if not data.strip() and name.lower().endswith(_NEVER_EMPTY):
        raise UppdragError(f"{name} är tom. Hämta eller spara filen på nytt.")
    if data.startswith(b"PK"):
        return Kind.ODT if _ODT in data[:200] else Kind.WORD
    if b"%PDF-" in data[:_PDF_BEGINS_WITHIN]:
        return Kind.PDF
    if data.startswith((_OLD, _RTF)) or b"<pkg:package" in data[:2000]:
        return Kind.WORD
    if data.startswith(_IMAGES):
        message = (
            f"{name} är en bild. Läs in texten med OCR och importera den som PDF eller textfil."
        )
        raise UppdragError(message)
    data = data.removeprefix(codecs.BOM_UTF8)
    if _PAGE.match(data[:4000]) or _FRAGMENT.match(data[:2000]):
        return Kind.HTML
    if data.startswith((b"\xff\xfe<\0", b"\xfe\xff\0<")):
        return Kind.HTML
    from uppdrag.importing.markdown import is_markdown  # noqa: PLC0415 - only for plain text

    return Kind.MARKDOWN if is_markdown(_decoded(data), name) else Kind.TEXT


def _decoded(data: bytes) -> str:
    found = decode(data)
    return found.text if found.defect is None else data.decode("cp1252", errors="replace")


def _pdf(data: bytes, name: str) -> Imported:
    from uppdrag.importing.page import Page  # noqa: PLC0415 - not for text
    from uppdrag.importing.page_import import import_page, told_of  # noqa: PLC0415 - not for text
    from uppdrag.importing.pdf import read_pdf  # noqa: PLC0415 - only for PDF

    found = read_pdf(data, name)
    if isinstance(found, Page):
        return import_page(found, name)
    imported = import_text(found.text, name)
    notes = (*imported.notes, *told_of(found.told, found.text))
    return Imported(imported.handling, tuple(sorted(notes)), imported.dropped, found.text)


def _plain(data: bytes, name: str, kind: Kind) -> Imported:
    if len(data) > MAX_BYTES:
        message = f"{name} är för stor: högst {MAX_BYTES // 1024} KiB kan importeras."
        raise UppdragError(message)
    text = _decoded(data)
    if kind is Kind.TEXT:
        imported = import_text(text, name)
        return Imported(imported.handling, imported.notes, imported.dropped, text)
    from uppdrag.importing.markdown import read_markdown  # noqa: PLC0415 - only for Markdown
    from uppdrag.importing.page_import import import_page  # noqa: PLC0415 - not for text

    return import_page(read_markdown(text, name), name)
