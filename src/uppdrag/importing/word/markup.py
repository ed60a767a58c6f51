"""Bytes of a part of a Word file in; its XML out, with one set of names and nothing fetched."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lxml import etree

from uppdrag.findings import UppdragError

if TYPE_CHECKING:
    from lxml.etree import _Element

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

MOST_ELEMENTS = 1_000_000
"""Start and end tags of a part."""

_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": W[1:-1].encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": R[1:-1].encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/math": MATH[1:-1].encode(),
}
_NAMESPACE = re.compile(rb"""(xmlns(?::[\w.-]+)?\s*=\s*["'])(http://purl\.oclc\.org/[^"']*)""")
_OFF = frozenset({"0", "false", "off", "none"})


def parsed(content: bytes, name: str, part: str) -> _Element:
    """Return the root of a part; the names of Strict Open XML are read as the usual ones.

    Raises `UppdragError` for broken XML, for declarations that Word never writes, and for more
    elements than any document has.
    """
    if content.count(b"<") > MOST_ELEMENTS:
        raise UppdragError(
            f"{name} är för stor att läsa in: ”{part}” har över en miljon element. Dela "
            "dokumentet, eller kopiera bara handlingen till ett nytt."
        )
    # Without `huge_tree` the library itself bounds depth, text and the growth of entities.
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True
    )
    try:
        root = etree.fromstring(_NAMESPACE.sub(_usual, content), parser)
    except etree.XMLSyntaxError as error:
        raise UppdragError(
            f"{name} är skadad: ”{part}” är ingen hel XML. Öppna filen i Word, låt Word laga den "
            "och spara den på nytt som Word-dokument (.docx)."
        ) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise UppdragError(
            f"{name} har en dokumenttypsdeklaration i ”{part}”, vilket Word aldrig skriver. Filen "
            "läses därför inte. Öppna den i Word och spara den på nytt."
        )
    return root


def _usual(found: re.Match[bytes]) -> bytes:
    return found[1] + _STRICT.get(found[2], found[2])


def value(element: _Element | None, attribute: str = "val") -> str:
    """Return an attribute of an element, empty where either is missing."""
    return "" if element is None else element.get(f"{W}{attribute}") or ""


def number(element: _Element | None, attribute: str = "val", default: int = 0) -> int:
    """Return an attribute as a whole number; the default where it is none."""
    found = value(element, attribute)
    is_number = re.fullmatch(r"-?[0-9]{1,9}", found) is not None
    return int(found) if is_number else default


def is_on(element: _Element | None) -> bool | None:
    """Return whether a property that is on or off is on; None where it is not said."""
    return None if element is None else value(element).lower() not in _OFF
