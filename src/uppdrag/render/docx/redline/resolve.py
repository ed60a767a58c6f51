"""A part with tracked changes in; the part when all are accepted, or all rejected, out.

After ECMA-376 Part 1, 17.13.5, and independent of what writes them: this is what a redline is held
to before it is delivered.
"""

from __future__ import annotations

from copy import deepcopy
from enum import Enum
from typing import TYPE_CHECKING

from uppdrag.render.docx.redline.part import W

if TYPE_CHECKING:
    from lxml.etree import _Element

_ADDED = frozenset({f"{W}ins", f"{W}moveTo"})
_TAKEN = frozenset({f"{W}del", f"{W}moveFrom"})


class Answer(Enum):
    """What is done with all changes: those that go, and those that stay."""

    ACCEPT = (_TAKEN, _ADDED)
    REJECT = (_ADDED, _TAKEN)


class Survivor(Enum):
    """Whose properties joined paragraphs have: the last's in Word, the first's in LibreOffice."""

    FIRST = "first"
    LAST = "last"


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
    target: _Element | None = None
    carried: list[_Element] = []
    has_text = False
    for paragraph in list(root.iter(f"{W}p")):
        if paragraph is not target:
            carried, has_text = [], False
        runs = [child for child in paragraph if child.tag != f"{W}pPr"]
        target = _following(paragraph) if _ends_going(paragraph, goes) else None
        parent = paragraph.getparent()
        if target is None or parent is None:
            at = 1 if paragraph.find(f"{W}pPr") is not None else 0
            paragraph[at:at] = carried
            target = None
            continue
        carried.extend(runs)
        has_text = has_text or any(True for child in runs for _ in child.iter(f"{W}t"))
        if survivor is Survivor.FIRST and has_text:
            _take_properties(target, paragraph)
        parent.remove(paragraph)


def _ends_going(paragraph: _Element, goes: frozenset[str]) -> bool:
    marks = paragraph.find(f"{W}pPr/{W}rPr")
    return marks is not None and any(mark.tag in goes for mark in marks)


def _following(paragraph: _Element) -> _Element | None:
    """Return the paragraph that follows; None where something else does, or nothing."""
    following = paragraph.getnext()
    while following is not None and following.tag.endswith(("RangeStart", "RangeEnd")):
        following = following.getnext()
    return following if following is not None and following.tag == f"{W}p" else None


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
