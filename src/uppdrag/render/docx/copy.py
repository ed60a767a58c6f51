"""The bytes of a Word file in; what it says, and the fingerprint it bears, out."""

from __future__ import annotations

import re
import zipfile
import zlib
from io import BytesIO

from lxml import etree

from uppdrag.render.copy import Copy, CopyError, short_in, whole_in
from uppdrag.render.docx.package import CORE, DOCUMENT, LARGEST_PART, LARGEST_WHOLE, STYLES
from uppdrag.render.docx.read import paragraph_texts, read_lines

_FOOTER = re.compile(r"word/footer\d*\.xml")
_NOTES = re.compile(r"word/(?:footnotes|endnotes)\.xml")
_HIDDEN = re.compile(rb"<w:vanish\b")
_COMMENT = re.compile(rb"<w:comment\s")


def read_copy(data: bytes) -> Copy:
    """Return the file as it reads. Raises `CopyError` where it cannot be read."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            _refuse_large(archive)
            names = archive.namelist()
            core = archive.read(CORE).decode("utf-8", errors="replace") if CORE in names else ""
            feet = [archive.read(name) for name in names if _FOOTER.fullmatch(name)]
            notes = [archive.read(name) for name in names if _NOTES.fullmatch(name)]
            comments = [archive.read(name) for name in names if name == "word/comments.xml"]
            document = archive.read(DOCUMENT)
        _refuse_declarations(document, *feet, *notes)
        text = [line.text for line in read_lines(data)]
        text += [words for note in notes for words in paragraph_texts(note)]
        shown = short_in(*("\n".join(paragraph_texts(foot)) for foot in feet))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
        raise CopyError(_UNREADABLE) from error
    except (etree.XMLSyntaxError, KeyError, RecursionError, RuntimeError) as error:
        raise CopyError(_UNREADABLE) from error
    remarks = sum(len(_COMMENT.findall(part)) for part in comments)
    hidden = " ".join(["w:vanish"] * len(_HIDDEN.findall(document)))
    return Copy(("\n".join(text),), whole_in(core), shown, remarks=remarks, look=hidden)


def _refuse_large(archive: zipfile.ZipFile) -> None:
    """Raise for a file that unpacks to far more than any mandate: nothing is unpacked before."""
    members = archive.infolist()
    parts = [info for info in members if info.filename in {DOCUMENT, STYLES, CORE}]
    parts += [info for info in members if info.filename.startswith("word/")]
    texts = [info.file_size for info in parts if info.filename.endswith(".xml")]
    if sum(texts) > LARGEST_WHOLE or max(texts, default=0) > LARGEST_PART:
        raise CopyError("Word-filen är för stor för att vara en uppdragshandling.")


def _refuse_declarations(*parts: bytes) -> None:
    """Raise for a part that declares entities, whose words each program reads in its own way."""
    if any(b"<!DOCTYPE" in part.replace(b"\0", b"") for part in parts):
        raise CopyError(_UNREADABLE)


_UNREADABLE = "Word-filen går inte att läsa: den är skadad eller ingen Word-fil."
