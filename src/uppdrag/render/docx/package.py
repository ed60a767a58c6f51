"""Bytes of a Word file in, its parts out, and back: the same parts give the same bytes.

A template comes from elsewhere, so its size is bounded, its names cannot leave the file, and what
could run or fetch something (macros, objects, outside sources) is refused with a Swedish message.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import PurePosixPath

from uppdrag.findings.error import UppdragError

DOCUMENT = "word/document.xml"
RELATIONS = "word/_rels/document.xml.rels"
NUMBERING = "word/numbering.xml"
STYLES = "word/styles.xml"
CORE = "docProps/core.xml"
CONTENT_TYPES = "[Content_Types].xml"

MOST_PARTS = 300
LARGEST_PART = 10_000_000
LARGEST_WHOLE = 30_000_000

_TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_ACTIVE_NAME = re.compile(r"(?i)vba|activex|embeddings/|\.(?:exe|dll|js|vbs)$")
_ACTIVE_TYPE = re.compile(
    rb"macroEnabled|vbaProject|oleObject|aFChunk|subDocument|attachedTemplate|activeX|"
    rb"relationships/package\b"
)
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\s[^>]*>")


class TemplateError(UppdragError):
    """Says what is wrong with a Word template and what to do about it."""


def unpack(data: bytes) -> dict[str, bytes]:
    """Return the parts of a Word file by name, in the order of the file.

    Raises `TemplateError` for what is no Word file, too large, or holds more than text and looks.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = dict(_members(archive))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
        raise TemplateError(
            "Mallen går inte att läsa som en Word-fil. Öppna den i Word och spara den på nytt "
            "som Word-dokument (.docx)."
        ) from error
    _refuse(parts)
    return parts


def _members(archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    members = [info for info in archive.infolist() if not info.is_dir()]
    names = [info.filename for info in members]
    whole = sum(info.file_size for info in members)
    if twice := sorted(name for name, times in Counter(names).items() if times > 1):
        raise TemplateError(
            f"Mallen har två delar med samma namn: ”{twice[0]}”. Öppna mallen i Word, kontrollera "
            "att den ser rätt ut och spara den på nytt."
        )
    if len(members) > MOST_PARTS or whole > LARGEST_WHOLE:
        raise TemplateError(
            f"Mallen är för stor eller har för många delar (högst {MOST_PARTS} delar och "
            f"{LARGEST_WHOLE // 1_000_000} MB). Ta bort bilder och annat som inte behövs."
        )
    for info in members:
        path = PurePosixPath(info.filename)
        if path.is_absolute() or ".." in path.parts or "\\" in info.filename or info.flag_bits & 1:
            raise TemplateError(
                f"Mallen har en del med ett otillåtet namn eller lösenord: ”{info.filename}”. "
                "Öppna mallen i Word och spara den på nytt utan lösenord."
            )
        with archive.open(info) as member:
            content = member.read(LARGEST_PART + 1)
        if len(content) > LARGEST_PART:
            raise TemplateError(
                f"En del av mallen är för stor: ”{info.filename}” är över "
                f"{LARGEST_PART // 1_000_000} MB. Ta bort eller förminska det som finns i den."
            )
        yield info.filename, content


def _refuse(parts: Mapping[str, bytes]) -> None:
    """Raise for parts that are missing, and for what a template has no use for."""
    if not {CONTENT_TYPES, DOCUMENT, STYLES, RELATIONS}.issubset(parts):
        raise TemplateError(
            "Mallen är inget Word-dokument. Spara den i Word som Word-dokument (.docx)."
        )
    if _TRANSITIONAL not in parts[DOCUMENT] or b"template.main+xml" in parts[CONTENT_TYPES]:
        raise TemplateError(
            "Mallen är sparad i ett annat Word-format. Spara den som Word-dokument (.docx), "
            "inte som Word-mall (.dotx) eller Strict Open XML."
        )
    for name, content in parts.items():
        is_markup = name.endswith((".xml", ".rels"))
        if _ACTIVE_NAME.search(name) or (
            is_markup and _ACTIVE_TYPE.search(_declaring(name, content))
        ):
            raise TemplateError(
                f"Mallen innehåller makron, inbäddade objekt eller en länkad mall (”{name}”), och "
                "används därför inte. Ta bort dem i Word och spara som Word-dokument (.docx)."
            )
        if is_markup and (b"<!DOCTYPE" in content or b"<!ENTITY" in content):
            raise TemplateError(
                f"Mallen har en dokumenttypsdeklaration i ”{name}”, vilket Word aldrig skriver. "
                "Öppna mallen i Word och spara den på nytt."
            )
        if name.endswith(".rels"):
            _refuse_outside_sources(name, content)


def _declaring(name: str, content: bytes) -> bytes:
    """Return the content where it says what kinds of parts there are; text may say anything."""
    return content if name == CONTENT_TYPES or name.endswith(".rels") else b""


def _refuse_outside_sources(name: str, content: bytes) -> None:
    for relation in _RELATION.findall(content):
        if b"External" in relation and b"relationships/hyperlink" not in relation:
            raise TemplateError(
                f"Mallen hämtar något utifrån (”{name}”), till exempel en länkad bild. "
                "Infoga det i mallen i stället, så att den är hel i sig själv."
            )


def pack(parts: Mapping[str, bytes | str], onto: bytes = b"") -> bytes:
    """Return a Word file of the parts in the order given; `onto` is a packed file that they join.

    Names in `onto` must not come again in `parts`.
    """
    buffer = BytesIO(onto)
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            # ZipInfo would note which system it was made on; the bytes shall not depend on it.
            entry.create_system = 0
            archive.writestr(entry, content)
    return buffer.getvalue()
