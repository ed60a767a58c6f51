"""A flat OpenDocument file in; the lines that LibreOffice shows, with styles and forms, out."""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from lxml import etree

_URN = "{urn:oasis:names:tc:opendocument:xmlns:"
_OFFICE, _STYLE, _TEXT, _TABLE = (
    f"{_URN}{name}:1.0}}" for name in ("office", "style", "text", "table")
)
_FO = f"{_URN}xsl-fo-compatible:1.0}}"
_HREF = "{http://www.w3.org/1999/xlink}href"
_SIGNS = {
    "tab": "\t",
    "line-break": "\n",
    "page-number": "⟨page-number⟩",
    "page-count": "⟨page-count⟩",
    "frame": "⟨frame⟩",
}
_BULLET = f"{_TEXT}list-level-style-bullet"


class _Form(NamedTuple):
    weight: str = ""
    posture: str = ""
    target: str = ""

    def __str__(self) -> str:
        return " ".join(filter(None, self))


def lines(flat: bytes) -> list[str]:
    """Return the lines of the text, then those of the heads and feet of its pages."""
    root = etree.fromstring(flat, etree.XMLParser(huge_tree=True))
    reader = _Reader(root)
    body = root.find(f"{_OFFICE}body/{_OFFICE}text")
    assert body is not None
    found = list(reader.blocks(body, ""))
    for page in root.iter(f"{_STYLE}master-page"):
        for part in page:
            name = f"{page.get(f'{_STYLE}name')} {etree.QName(part).localname}"
            found += [f"{name}: {line}" for line in reader.blocks(part, "")]
    return found


class _Reader:
    """Knows the automatic styles of a file: what they add, and to which style of the template."""

    def __init__(self, root: etree._Element) -> None:
        self.automatic = {
            str(style.get(f"{_STYLE}name")): style
            for parent in root.iter(f"{_OFFICE}automatic-styles")
            for style in parent.iter(f"{_STYLE}style")
        }
        self.lists = {
            str(style.get(f"{_STYLE}name")): list(style)
            for style in root.iter(f"{_TEXT}list-style")
        }

    def blocks(self, parent: etree._Element, marker: str) -> Iterator[str]:
        for child in parent:
            if child.tag in {f"{_TEXT}p", f"{_TEXT}h"}:
                yield self._paragraph(child, marker)
                marker = marker and "in an item"
            elif child.tag == f"{_TEXT}list":
                yield from self._list(child, 0, "")
            elif child.tag == f"{_TABLE}table":
                yield from self._rows(child)
            elif child.tag in {f"{_TEXT}section", f"{_TABLE}table-header-rows"}:
                yield from self.blocks(child, marker)

    def _list(self, block: etree._Element, level: int, style: str) -> Iterator[str]:
        style = str(block.get(f"{_TEXT}style-name") or style)
        kind = "bullet" if self.lists[style][level].tag == _BULLET else "number"
        for item in block:
            marker = f"{kind} {level}" if item.tag == f"{_TEXT}list-item" else "in an item"
            for child in item:
                if child.tag == f"{_TEXT}list":
                    yield from self._list(child, level + 1, style)
                else:
                    yield self._paragraph(child, marker)
                    marker = "in an item"

    def _rows(self, table: etree._Element) -> Iterator[str]:
        for row in table.iter(f"{_TABLE}table-row"):
            cells = row.iterchildren(f"{_TABLE}table-cell")
            yield "row: " + " || ".join(" / ".join(self.blocks(cell, "")) for cell in cells)

    def _paragraph(self, paragraph: etree._Element, marker: str) -> str:
        name = str(paragraph.get(f"{_TEXT}style-name"))
        style = self.automatic.get(name)
        form = self._form(name, _Form())
        if style is not None:
            name = str(style.get(f"{_STYLE}parent-style-name"))
        out = []
        for one, group in groupby(self._pieces(paragraph, form), lambda piece: piece[0]):
            words = "".join(text for _, text in group)
            out.append(f"⟨{one}: {words}⟩" if str(one) else words)
        return f"{name} | {marker} | {''.join(out)}"

    def _form(self, name: str, form: _Form) -> _Form:
        style = self.automatic.get(name)
        look = None if style is None else style.find(f"{_STYLE}text-properties")
        if look is None:
            return form
        weight, posture = look.get(f"{_FO}font-weight"), look.get(f"{_FO}font-style")
        return _Form(
            form.weight if weight is None else weight.replace("normal", ""),
            form.posture if posture is None else posture.replace("normal", ""),
            form.target,
        )

    def _pieces(self, parent: etree._Element, form: _Form) -> Iterator[tuple[_Form, str]]:
        if parent.text:
            yield form, parent.text
        for child in parent:
            match etree.QName(child).localname:
                case "span":
                    name = str(child.get(f"{_TEXT}style-name"))
                    yield from self._pieces(child, self._form(name, form))
                case "a":
                    yield from self._pieces(child, form._replace(target=str(child.get(_HREF))))
                case "s":
                    yield form, " " * int(child.get(f"{_TEXT}c", "1"))
                case name if name in _SIGNS:
                    yield form, _SIGNS[name]
            if child.tail:
                yield form, child.tail
