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
        text = [line.text for line in read_lines(data)]
        text += [words for note in notes for words in paragraph_texts(note)]
        shown = short_in(*("\n".join(paragraph_texts(foot)) for foot in feet))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
        raise CopyError(_UNREADABLE) from error
    except (etree.XMLSyntaxError, KeyError, RecursionError, RuntimeError) as error:
        raise CopyError(_UNREADABLE) from error
    remarks = sum(len(_COMMENT.findall(part)) for part in comments)
    return Copy(("\n".join(text),), whole_in(core), shown, "", remarks)


def _refuse_large(archive: zipfile.ZipFile) -> None:
    """Raise for a file that unpacks to far more than any mandate: nothing is unpacked before."""
    members = archive.infolist()
    parts = [info for info in members if info.filename in {DOCUMENT, STYLES, CORE}]
    parts += [info for info in members if info.filename.startswith("word/")]
    texts = [info.file_size for info in parts if info.filename.endswith(".xml")]
    if sum(texts) > LARGEST_WHOLE or max(texts, default=0) > LARGEST_PART:
        raise CopyError("Word-filen är för stor för att vara en uppdragshandling.")


_UNREADABLE = "Word-filen går inte att läsa: den är skadad eller ingen Word-fil."
