"""The bytes of a Word file in; its paragraphs out in reading order, with style, level and text."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from lxml import etree

from uppdrag.render.docx.package import DOCUMENT, STYLES

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_GONE = {
    f"{_W}moveFrom",
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, or a row of a table with its cells' texts between ` | `.

    `style` is the style's name, such as `heading 1`; `numbering` the list that the paragraph
    itself is put in (`numId`, level), not the one of its style.
    """

    style: str
    text: str
    numbering: tuple[str, int] | None = None


def read_lines(data: bytes) -> list[Line]:
    """Return the lines of a Word file's body."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        document = etree.fromstring(archive.read(DOCUMENT), _PARSER)
        styles = etree.fromstring(archive.read(STYLES), _PARSER)
    names = {
        str(style.get(f"{_W}styleId")): str(name.get(f"{_W}val"))
        for style in styles.iter(f"{_W}style")
        if (name := style.find(f"{_W}name")) is not None
    }
    body = document.find(f"{_W}body")
    return [] if body is None else list(_blocks(body, names))


def paragraph_texts(part: bytes) -> list[str]:
    """Return the text of every paragraph of another part, such as a footer."""
    return ["".join(_text(p)) for p in etree.fromstring(part, _PARSER).iter(f"{_W}p")]


def _blocks(parent: _Element, names: dict[str, str]) -> Iterator[Line]:
    for child in parent:
        if child.tag == f"{_W}p":
            yield _line(child, names)
        elif child.tag == f"{_W}tbl":
            yield from _rows(child, names)
        elif child.tag in {f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}moveTo"}:
            yield from _blocks(child, names)


def _rows(table: _Element, names: dict[str, str]) -> Iterator[Line]:
    style = table.find(f"{_W}tblPr/{_W}tblStyle")
    name = names.get(str(style.get(f"{_W}val")), "") if style is not None else ""
    for row in _own(table, f"{_W}tr"):
        cells = [
            "\n".join(line.text for line in _blocks(cell, names)) for cell in _own(row, f"{_W}tc")
        ]
        yield Line(name, " | ".join(cells))


def _own(parent: _Element, tag: str) -> Iterator[_Element]:
    """Yield the children of a kind, those in content controls too, none of a table within."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in {f"{_W}sdt", f"{_W}sdtContent", f"{_W}customXml"}:
            yield from _own(child, tag)


def _line(paragraph: _Element, names: dict[str, str]) -> Line:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    number = paragraph.find(f"{_W}pPr/{_W}numPr")
    name = "Normal" if style is None else names.get(str(style.get(f"{_W}val")), "")
    return Line(name, "".join(_text(paragraph)), None if number is None else _numbering(number))


def _numbering(properties: _Element) -> tuple[str, int] | None:
    number, level = properties.find(f"{_W}numId"), properties.find(f"{_W}ilvl")
    if number is None:
        return None
    return str(number.get(f"{_W}val")), int(level.get(f"{_W}val", "0")) if level is not None else 0


def _text(paragraph: _Element) -> Iterator[str]:
    """Yield the text of the runs, those in links, insertions and moved text too.

    Not what has been moved away, nor what stands in for a drawing in older programs.
    """
    for element in paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}noBreakHyphen"):
        run = element.getparent()
        if run is None or run.tag != f"{_W}r" or _is_gone(run):
            continue
        match etree.QName(element).localname:
            case "t":
                yield element.text or ""
            case "tab":
                yield "\t"
            case "br":
                yield "\n"
            case _:
                yield "\u2011"


def _is_gone(run: _Element) -> bool:
    return any(above.tag in _GONE for above in run.iterancestors())
