"""A Word file with tracked changes in; the XML of its parts without them, all accepted or rejected.

Written after ECMA-376 Part 1, 17.13.5 (annotations of revisions), and shares no code with the
project, which resolves its own files before it delivers them.
"""

import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass(frozen=True, slots=True)
class Side:
    """One way to resolve: which revisions stay as content, which go, and which look is taken."""

    stays: frozenset[str]
    goes: frozenset[str]
    cell_goes: str
    looks: Callable[[etree._Element], None]


def _named(*names: str) -> frozenset[str]:
    return frozenset(f"{W}{name}" for name in names)


_INSERTED = _named("ins", "moveTo")
_DELETED = _named("del", "moveFrom")
_EDGES = frozenset(
    f"{W}{name}Range{edge}"
    for name in ("moveFrom", "moveTo", "customXmlIns", "customXmlDel")
    for edge in ("Start", "End")
) | _named(
    "customXmlMoveFromRangeStart",
    "customXmlMoveFromRangeEnd",
    "customXmlMoveToRangeStart",
    "customXmlMoveToRangeEnd",
)
_OLD_LOOKS = _named(
    "rPrChange",
    "pPrChange",
    "tblPrChange",
    "tblPrExChange",
    "trPrChange",
    "tcPrChange",
    "tblGridChange",
    "sectPrChange",
    "numberingChange",
)
_KEPT_IN_AN_OLD_LOOK = _named("rPr", "sectPr")
"""What a paragraph's properties hold that its former ones do not (CT_PPrBase)."""

_PARTS = ("word/document.xml", "word/header", "word/footer", "word/footnotes", "word/endnotes")


def accepted(data: bytes) -> dict[str, bytes]:
    """Return the parts of a Word file with all tracked changes accepted."""
    return _resolved(data, Side(_INSERTED, _DELETED, f"{W}cellDel", _drop))


def rejected(data: bytes) -> dict[str, bytes]:
    """Return the parts of a Word file with all tracked changes rejected."""
    return _resolved(data, Side(_DELETED, _INSERTED, f"{W}cellIns", _restore))


def unresolved(data: bytes) -> dict[str, bytes]:
    """Return the parts of a Word file as they are."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def _resolved(data: bytes, side: Side) -> dict[str, bytes]:
    parts = unresolved(data)
    for name, content in parts.items():
        if name.startswith(_PARTS) and name.endswith(".xml"):
            root = etree.fromstring(content)
            resolve(root, side)
            parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return parts


def resolve(root: etree._Element, side: Side) -> None:
    """Resolve all tracked changes of a part in place."""
    # Looks first: what a paragraph was is kept even where its mark goes to another.
    for change in list(root.iter(*_OLD_LOOKS)):
        side.looks(change)
    _rows(root, side)
    _cells(root, side)
    marks = _marks(root, side)
    _content(root, side)
    for edge in list(root.iter(*_EDGES)):
        _remove(edge)
    _join(root, marks)


def _drop(change: etree._Element) -> None:
    _remove(change)


def _restore(change: etree._Element) -> None:
    """Give the parent the properties that it had; an element without any had none."""
    parent = change.getparent()
    assert parent is not None
    former = next(iter(change), None)
    for child in list(parent):
        if child is not change and not (
            parent.tag == f"{W}pPr" and child.tag in _KEPT_IN_AN_OLD_LOOK
        ):
            # A mark of revision is none of the properties that were changed.
            if child.tag in _INSERTED | _DELETED | _named("cellIns", "cellDel", "cellMerge"):
                continue
            parent.remove(child)
    parent.remove(change)
    for place, child in enumerate([] if former is None else list(former)):
        parent.insert(place, child)


def _rows(root: etree._Element, side: Side) -> None:
    """Take away rows that go, and tables that have none left (17.13.5.14, 17.13.5.17)."""
    for row in list(root.iter(f"{W}tr")):
        properties = row.find(f"{W}trPr")
        if properties is None:
            continue
        marks = [child for child in properties if child.tag in _INSERTED | _DELETED]
        if any(mark.tag in side.goes for mark in marks):
            _remove(row)
        else:
            for mark in marks:
                _remove(mark)
    for table in list(root.iter(f"{W}tbl")):
        if next(table.iter(f"{W}tr"), None) is None:
            _remove(table)


def _cells(root: etree._Element, side: Side) -> None:
    for mark in list(root.iter(f"{W}cellIns", f"{W}cellDel")):
        cell = next(mark.iterancestors(f"{W}tc"))
        _remove(cell if mark.tag == side.cell_goes else mark)


def _marks(root: etree._Element, side: Side) -> list[etree._Element]:
    """Return the paragraphs whose marks go, and forget all marks of revision on marks."""
    going = []
    for paragraph in root.iter(f"{W}p"):
        properties = paragraph.find(f"{W}pPr/{W}rPr")
        if properties is None:
            continue
        marks = [child for child in properties if child.tag in _INSERTED | _DELETED]
        if any(mark.tag in side.goes for mark in marks):
            going.append(paragraph)
        for mark in marks:
            _remove(mark)
        if len(properties) == 0:
            _remove(properties)
    return going


def _content(root: etree._Element, side: Side) -> None:
    for element in list(root.iter(*_INSERTED, *_DELETED)):
        if element.getparent() is None or not _is_in(element, root):
            continue
        if element.tag in side.goes:
            _remove(element)
        else:
            _unwrap(element)
    for text in root.iter(f"{W}delText"):
        text.tag = f"{W}t"
    for link in list(root.iter(f"{W}hyperlink")):
        if next(link.iter(f"{W}r"), None) is None:
            _remove(link)


def _is_in(element: etree._Element, root: etree._Element) -> bool:
    return any(above is root for above in element.iterancestors())


def _join(root: etree._Element, going: list[etree._Element]) -> None:
    """Join each paragraph whose mark goes with the next, whose mark and properties stay.

    Where no paragraph follows (a table, the end of a cell or of the text) the mark cannot go, and
    an empty paragraph is left, which is what Word does (17.13.5.15).
    """
    for paragraph in reversed(going):
        if not _is_in(paragraph, root):
            continue
        following = paragraph.getnext()
        if following is None or following.tag != f"{W}p":
            continue
        properties = following.find(f"{W}pPr")
        place = 0 if properties is None else 1
        content = [child for child in paragraph if child.tag != f"{W}pPr"]
        for child in reversed(content):
            following.insert(place, child)
        _remove(paragraph)


def _unwrap(element: etree._Element) -> None:
    parent = element.getparent()
    assert parent is not None
    place = parent.index(element)
    for child in reversed(element):
        parent.insert(place, child)
    parent.remove(element)


def _remove(element: etree._Element) -> None:
    """Remove an element; WordprocessingML has no text between elements that could be lost."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
