"""A part with tracked changes in; the part with all of them accepted or rejected out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from uppdrag.findings import UppdragError
from uppdrag.importing.tracked import Changes, refuse_changes
from uppdrag.importing.word.markup import W, value

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_CHANGES = 5000

_TEXT = frozenset(f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo"))
_CELLS = frozenset({f"{W}cellIns", f"{W}cellDel"})
_FORM = frozenset(
    f"{W}{name}Change"
    for name in ("rPr", "pPr", "sectPr", "tblPr", "trPr", "tcPr", "tblGrid", "numbering")
)


def settled(roots: Iterable[_Element], name: str, changes: Changes) -> dict[_Element, _Element]:
    """Return for each part its root without tracked changes.

    Raises `UppdragError` where there are changes of the text and no choice has been made.
    """
    roots = list(roots)
    found = [mark for root in roots for mark in root.iter(*_TEXT, *_CELLS)]
    if len(found) > MOST_CHANGES:
        raise UppdragError(
            f"{name} har fler än {MOST_CHANGES} spårade ändringar. Godkänn eller avvisa dem i Word "
            "och importera igen."
        )
    if found and changes is Changes.REFUSE:
        authors = Counter(_author(mark) for mark in found)
        refuse_changes(name, len(found), [author for author, _ in authors.most_common()])
    if not found:
        return {root: root for root in roots}
    return {root: _settled(root, changes) for root in roots}


def _settled(root: _Element, changes: Changes) -> _Element:
    # What makes redlines comes with it, which a file without changes does not need.
    from uppdrag.render.docx.redline.resolve import (  # noqa: PLC0415 - see above
        Answer,
        Survivor,
        resolved,
    )

    accepts = changes is Changes.ACCEPT
    done = resolved(root, Answer.ACCEPT if accepts else Answer.REJECT, Survivor.LAST)
    for mark in list(done.iter(f"{W}cellDel" if accepts else f"{W}cellIns")):
        cell = next(mark.iterancestors(f"{W}tc"), None)
        row = None if cell is None else cell.getparent()
        if cell is not None and row is not None:
            row.remove(cell)
    return done


def _author(mark: _Element) -> str:
    words = " ".join(value(mark, "author").split())
    return "".join(sign for sign in words if sign.isprintable())[:60] or "okänd"
