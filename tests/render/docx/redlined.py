"""The bytes of a Word file with tracked changes in; lines that a person can read out.

`Heading2 | Ett [-gammalt-]{+nytt+} ord` is a paragraph: what is deleted, inserted, moved away
(`<<…<<`), moved here (`>>…>>`), or had another form (`~…~`). After it stand the mark of its end
(`¶+`, `¶-`, `¶>`, `¶<`) and the style that it had (`was Heading3`). A row begins with `row`.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_AROUND = {
    "ins": ("{+", "+}"),
    "del": ("[-", "-]"),
    "moveFrom": ("<<", "<<"),
    "moveTo": (">>", ">>"),
}
_ENDS = {"ins": "¶+", "del": "¶-", "moveTo": "¶>", "moveFrom": "¶<"}


def part(data: bytes, name: str = "word/document.xml") -> Any:
    """Return the root of a part."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def redlined(data: bytes, name: str = "word/document.xml") -> list[str]:
    """Return the lines of a part; paragraphs in rows follow their row."""
    return list(_lines(part(data, name)))


def _lines(root: Any) -> Iterator[str]:
    for element in root.iter(f"{W}p", f"{W}tr", f"{W}moveFromRangeStart", f"{W}moveToRangeStart"):
        if element.tag == f"{W}p":
            yield _paragraph(element)
        elif element.tag == f"{W}tr":
            marks = [etree.QName(m).localname for m in element.find(f"{W}trPr")]
            yield "row" + "".join("+" if m == "ins" else "-" for m in marks if m in {"ins", "del"})
        else:
            yield f"({etree.QName(element).localname} {element.get(f'{W}name')})"


def _paragraph(paragraph: Any) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    name = style.get(f"{W}val") if style is not None else "Normal"
    words = "".join(_words(child) for child in paragraph if child.tag != f"{W}pPr")
    ends = "".join(
        f" {_ENDS[etree.QName(mark).localname]}" for mark in paragraph.iterfind(f"{W}pPr/{W}rPr/*")
    )
    was = paragraph.find(f"{W}pPr/{W}pPrChange/{W}pPr")
    before = ""
    if was is not None:
        old = was.find(f"{W}pStyle")
        before = f" was {old.get(f'{W}val') if old is not None else 'Normal'}"
    return f"{name} | {words}{ends}{before}"


def _words(element: Any) -> str:
    name = etree.QName(element).localname
    if name == "r":
        words = "".join(_text(child) for child in element)
        return f"~{words}~" if element.find(f"{W}rPr/{W}rPrChange") is not None else words
    inner = "".join(map(_words, element))
    if name == "hyperlink":
        return f"({inner})"
    before, after = _AROUND.get(name, ("", ""))
    return f"{before}{inner}{after}"


def _text(element: Any) -> str:
    match etree.QName(element).localname:
        case "t" | "delText":
            return element.text or ""
        case "tab":
            return "→"
        case _:
            return ""
