"""The bytes of a Word file in, its XML parts and what they are asked for in tests, out."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def xml(data: bytes, name: str) -> etree._Element:
    return etree.fromstring(parts(data)[name], etree.XMLParser(huge_tree=True))


def document(data: bytes) -> etree._Element:
    return xml(data, "word/document.xml")


def find(element: etree._Element, path: str) -> list[etree._Element]:
    """Return the elements at an XPath in which `w:` and `r:` are known."""
    return element.xpath(path, namespaces={"w": W[1:-1], "r": R[1:-1]})


def paragraph_text(paragraph: etree._Element) -> str:
    shown = {f"{W}tab": "\t", f"{W}br": "\n"}
    pieces = find(paragraph, "(. | w:hyperlink)/w:r/*[self::w:t or self::w:tab or self::w:br]")
    return "".join(shown.get(piece.tag, piece.text or "") for piece in pieces)


def paragraph_texts(data: bytes) -> list[str]:
    """Return the text of every paragraph of the body that has any, those in tables too."""
    texts = (paragraph_text(p) for p in document(data).iter(f"{W}p"))
    return [text for text in texts if text]


def with_parts(data: bytes, **changed: str | bytes) -> bytes:
    """Return the file with parts replaced or added: `document="…"` is `word/document.xml`."""
    return packed(parts(data) | {f"word/{name}.xml": content for name, content in changed.items()})


def packed(members: dict[str, bytes | str]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def styles_used(data: bytes) -> Iterator[str]:
    for element in document(data).iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle"):
        yield element.get(f"{W}val")
