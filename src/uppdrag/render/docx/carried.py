"""A Word file and the YAML that it was made of in; the file with the YAML in it out, and back.

The text lies in a custom XML part (ISO/IEC 29500-1 §15.2.5), which programs keep and do not show.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from io import BytesIO

from uppdrag.render.docx.markup import escape
from uppdrag.render.docx.package import CONTENT_TYPES, RELATIONS, pack
from uppdrag.source import MAX_BYTES

NAMESPACE = "urn:x-uppdrag:handling:1"
"""What the root of the part belongs to, so that it can be told from others' parts."""

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_RELATION = f"{_OFFICE}/relationships/customXml"
_PROPERTIES = f"{_RELATION}Props"
_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_ITEM_ID = "{6D2A9C1E-50B3-4E7B-9A57-3B1C0E5F8D42}"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_ITEM = re.compile(r"customXml/item\d{1,4}\.xml", re.IGNORECASE)
_MOST_ITEMS = 50
_LARGEST = 6 * MAX_BYTES
"""Bytes of a part; escaping makes a text longer."""


def with_source(data: bytes, yaml: str) -> bytes:
    """Return a Word file that we made with the YAML in it; the same input gives the same bytes."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    number = next(n for n in range(1, len(parts) + 2) if f"customXml/item{n}.xml" not in parts)
    item, properties = f"customXml/item{number}.xml", f"customXml/itemProps{number}.xml"
    types = (
        f'<Override PartName="/{item}" ContentType="application/xml"/>'
        f'<Override PartName="/{properties}" ContentType="{_PROPERTIES_TYPE}"/>'
    )
    parts[CONTENT_TYPES] = _joined(parts[CONTENT_TYPES], types, "</Types>")
    parts[RELATIONS] = _joined(
        parts[RELATIONS], _relation("rIdHandling", _RELATION, f"../{item}"), "</Relationships>"
    )
    # A line break of Windows would be read as a plain one.
    text = escape(yaml).replace("\r", "&#13;")
    parts[item] = f'{_DECLARATION}<handling xmlns="{NAMESPACE}">{text}</handling>'.encode()
    parts[properties] = (
        f'{_DECLARATION}<ds:datastoreItem ds:itemID="{_ITEM_ID}" xmlns:ds="{_OFFICE}/customXml">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    ).encode()
    parts[f"customXml/_rels/item{number}.xml.rels"] = (
        f'{_DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        f'relationships">{_relation("rId1", _PROPERTIES, f"itemProps{number}.xml")}'
        "</Relationships>"
    ).encode()
    return pack(parts)


def source_in(data: bytes) -> str | None:
    """Return the YAML that a Word file carries; None where it has none that can be read.

    The file may be anyone's: no more is unpacked than a mandate can hold.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            items = [info for info in archive.infolist() if _ITEM.fullmatch(info.filename)]
            for info in items[:_MOST_ITEMS]:
                with archive.open(info) as member:
                    found = _source(member.read(_LARGEST + 1))
                if found is not None:
                    return found
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError):
        return None
    return None


def _source(part: bytes) -> str | None:
    if NAMESPACE.encode() not in part or len(part) > _LARGEST or b"<!DOCTYPE" in part:
        return None
    from lxml import etree  # noqa: PLC0415 - only for a file that carries a source

    try:
        root = etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return None
    is_ours = root.tag == f"{{{NAMESPACE}}}handling" and not len(root)
    return root.text if is_ours else None


def _relation(identity: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{identity}" Type="{kind}" Target="{target}"/>'


def _joined(part: bytes, more: str, end: str) -> bytes:
    text = part.decode("utf-8-sig")
    at = text.rindex(end)
    return f"{text[:at]}{more}{text[at:]}".encode()
