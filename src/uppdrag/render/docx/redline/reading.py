"""A part of a Word file without tracked changes in; its lines as a person reads them out.

ECMA-376 Part 1, 17.3 and 17.9: paragraphs with their style and number, runs with their form.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from uppdrag.render.docx.redline.part import W, parsed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

Span: TypeAlias = tuple[str, bool, bool, str]
"""Text, bold, italic, and the address of the link that it stands in."""


@dataclass(frozen=True, slots=True)
class ReadLine:
    """A paragraph as it reads: where it stands, its style's id, its number in a list, its text."""

    place: str
    style: str
    label: str
    spans: tuple[Span, ...]


@dataclass(slots=True)
class Reading:
    """What is needed to read a part: addresses by relationship, the first number of lists by id.

    Paragraphs of the style `gap` without text only hold tables apart, and are passed over.
    """

    addresses: dict[str, str]
    starts: dict[str, int]
    gap: str
    counts: dict[tuple[str, str], int] = field(default_factory=lambda: defaultdict(int))


def read(root: _Element, reading: Reading) -> list[ReadLine]:
    """Return the lines of a part without tracked changes."""
    return list(_lines(root, reading))


def _lines(root: _Element, reading: Reading) -> Iterator[ReadLine]:
    for paragraph in root.iter(f"{W}p"):
        line = _line(paragraph, reading)
        if line.style != reading.gap or line.spans:
            yield line


def _line(paragraph: _Element, reading: Reading) -> ReadLine:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    name = style.get(f"{W}val", "") if style is not None else ""
    spans: list[Span] = []
    for run in paragraph.iter(f"{W}r"):
        text = "".join(_text(run))
        form = _form(run, reading)
        if spans and spans[-1][1:] == form:
            spans[-1] = (spans[-1][0] + text, *form)
        elif text:
            spans.append((text, *form))
    return ReadLine(_place(paragraph), name, _label(paragraph, reading), tuple(spans))


def _text(run: _Element) -> Iterator[str]:
    for child in run:
        if child.tag in {f"{W}t", f"{W}delText"}:
            yield child.text or ""
        elif child.tag in {f"{W}tab", f"{W}br"}:
            yield "\t" if child.tag == f"{W}tab" else "\n"


def _form(run: _Element, reading: Reading) -> tuple[bool, bool, str]:
    own = run.find(f"{W}rPr")
    link = next(run.iterancestors(f"{W}hyperlink"), None)
    address = reading.addresses.get(link.get(f"{_R}id", ""), "") if link is not None else ""
    if own is None:
        return False, False, address
    return own.find(f"{W}b") is not None, own.find(f"{W}i") is not None, address


def _place(paragraph: _Element) -> str:
    """Return the row and cell that a paragraph stands in, counted in its table."""
    cell = next(paragraph.iterancestors(f"{W}tc"), None)
    row = cell.getparent() if cell is not None else None
    table = row.getparent() if row is not None else None
    if cell is None or row is None or table is None:
        return ""
    rows, cells = table.findall(f"{W}tr"), row.findall(f"{W}tc")
    return f"{rows.index(row)}:{cells.index(cell)}"


def _label(paragraph: _Element, reading: Reading) -> str:
    """Return the number that the paragraph has in a numbered list."""
    numbering = paragraph.find(f"{W}pPr/{W}numPr")
    number = numbering.find(f"{W}numId") if numbering is not None else None
    level = numbering.find(f"{W}ilvl") if numbering is not None else None
    if number is None or level is None:
        return ""
    name = number.get(f"{W}val", ""), level.get(f"{W}val", "")
    if name[0] not in reading.starts:
        return "list"
    reading.counts[name] += 1
    return f"{name[1]}:{reading.starts[name[0]] + reading.counts[name] - 1}"


def starts_in(numbering: str) -> dict[str, int]:
    """Return the first number of each list that states one, by the list's id."""
    found = {}
    for instance in parsed(numbering).iter(f"{W}num"):
        start = instance.find(f"{W}lvlOverride/{W}startOverride")
        if start is not None:
            found[instance.get(f"{W}numId", "")] = int(start.get(f"{W}val", "1"))
    return found


def addresses_in(relations: str) -> dict[str, str]:
    """Return the addresses of links by the ids of their relationships."""
    return {
        relation.get("Id", ""): relation.get("Target", "")
        for relation in parsed(relations)
        if relation.get("TargetMode") == "External"
    }
