"""A part with tracked changes in; the lines left when all are accepted, or rejected, out.

After ECMA-376 Part 1, 17.13.5, and independent of what writes them: this is what a redline is held
to before it is delivered.
"""

from __future__ import annotations

from collections import defaultdict
from copy import deepcopy
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

from uppdrag.render.docx.redline.part import W, parsed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_ADDED = frozenset({f"{W}ins", f"{W}moveTo"})
_TAKEN = frozenset({f"{W}del", f"{W}moveFrom"})

Span: TypeAlias = tuple[str, bool, bool, str]
"""Text, bold, italic, and the address of the link that it stands in."""


class Answer(Enum):
    """What is done with all changes: those that go, and those that stay."""

    ACCEPT = (_TAKEN, _ADDED)
    REJECT = (_ADDED, _TAKEN)


class Survivor(Enum):
    """Whose properties joined paragraphs have: the last's in Word, the first's in LibreOffice."""

    FIRST = "first"
    LAST = "last"


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


def resolved(root: _Element, answer: Answer, survivor: Survivor) -> _Element:
    """Return a copy of a part with all its changes accepted or rejected."""
    root = deepcopy(root)
    goes, stays = answer.value
    _resolve_rows(root, goes)
    _resolve_runs(root, goes, stays)
    _resolve_properties(root, answer)
    _resolve_ends(root, goes, survivor)
    return root


def _resolve_rows(root: _Element, goes: frozenset[str]) -> None:
    for row in list(root.iter(f"{W}tr")):
        table = row.getparent()
        marks = row.find(f"{W}trPr")
        if table is not None and marks is not None and any(mark.tag in goes for mark in marks):
            table.remove(row)
    for table in list(root.iter(f"{W}tbl")):
        parent = table.getparent()
        if parent is not None and table.find(f"{W}tr") is None:
            parent.remove(table)


def _resolve_runs(root: _Element, goes: frozenset[str], stays: frozenset[str]) -> None:
    for change in list(root.iter(*goes, *stays)):
        parent = change.getparent()
        if parent is None or parent.tag in {f"{W}rPr", f"{W}trPr"}:
            continue
        at = parent.index(change)
        parent.remove(change)
        if change.tag in stays:
            for child in reversed(change):
                parent.insert(at, child)


def _resolve_properties(root: _Element, answer: Answer) -> None:
    for name in ("rPr", "pPr"):
        for change in list(root.iter(f"{W}{name}Change")):
            own = change.getparent()
            if own is None:
                continue
            own.remove(change)
            if answer is Answer.REJECT:
                mark = own.find(f"{W}rPr") if name == "pPr" else None
                for child in list(own):
                    own.remove(child)
                before = change.find(f"{W}{name}")
                own.extend(list(before) if before is not None else [])
                if mark is not None:
                    own.append(mark)


def _resolve_ends(root: _Element, goes: frozenset[str], survivor: Survivor) -> None:
    """Join each paragraph whose end goes to the one that follows, if one follows."""
    for paragraph in list(root.iter(f"{W}p")):
        marks = paragraph.find(f"{W}pPr/{W}rPr")
        following = paragraph.getnext()
        while following is not None and following.tag.endswith(("RangeStart", "RangeEnd")):
            following = following.getnext()
        parent = paragraph.getparent()
        is_gone = marks is not None and any(mark.tag in goes for mark in marks)
        if not is_gone or following is None or following.tag != f"{W}p" or parent is None:
            continue
        runs = [child for child in paragraph if child.tag != f"{W}pPr"]
        if survivor is Survivor.FIRST and any(True for child in runs for _ in child.iter(f"{W}t")):
            _take_properties(following, paragraph)
        at = 1 if following.find(f"{W}pPr") is not None else 0
        for child in reversed(runs):
            following.insert(at, child)
        parent.remove(paragraph)


def _take_properties(paragraph: _Element, other: _Element) -> None:
    """Give a paragraph another's properties, all but the mark of its end."""
    own, theirs = paragraph.find(f"{W}pPr"), other.find(f"{W}pPr")
    mark = own.find(f"{W}rPr") if own is not None else None
    if own is not None:
        paragraph.remove(own)
    taken = deepcopy(theirs) if theirs is not None else paragraph.makeelement(f"{W}pPr")
    for child in taken.findall(f"{W}rPr"):
        taken.remove(child)
    if mark is not None:
        taken.append(mark)
    paragraph.insert(0, taken)


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
