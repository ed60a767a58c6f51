"""A flat OpenDocument file in; its comments, and the words that LibreOffice has them cover, out."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
_SPACE = frozenset(f"{_TEXT}{name}" for name in ("p", "h", "tab", "s", "line-break"))

Read = tuple[str, tuple[str, ...], str]
"""Author, paragraphs and covered words, white space made single."""


def comments(path: Path) -> list[Read]:
    """Return the comments of the text, in the order in which their words begin."""
    root = etree.parse(str(path), etree.XMLParser(huge_tree=True)).getroot()
    body = root.find(f".//{_OFFICE}text")
    assert body is not None
    found: dict[str, tuple[str, tuple[str, ...]]] = {}
    covered: dict[str, str] = defaultdict(str)
    inside: set[str] = set()
    for piece in _pieces(body):
        if isinstance(piece, str):
            for name in inside:
                covered[name] += piece
            continue
        name = str(piece.get(f"{_OFFICE}name"))
        if piece.tag == f"{_OFFICE}annotation":
            paragraphs = ("".join(p.itertext()) for p in piece.iter(f"{_TEXT}p"))
            found[name] = (piece.findtext(_CREATOR, ""), tuple(paragraphs))
            inside.add(name)
        else:
            inside.discard(name)
    assert not inside, "a comment without an end"
    return [(*found[name], " ".join(covered[name].split())) for name in found]


def _pieces(element: etree._Element) -> Iterator[str | etree._Element]:
    """Yield the text, and the edges of comments, in reading order."""
    if element.tag in _SPACE:
        yield " "
    yield element.text or ""
    for child in element:
        if child.tag in {f"{_OFFICE}annotation", f"{_OFFICE}annotation-end"}:
            yield child
        else:
            yield from _pieces(child)
        yield child.tail or ""
