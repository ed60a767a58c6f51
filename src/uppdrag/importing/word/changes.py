"""A part with tracked changes in; the part with all of them accepted or rejected out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from uppdrag.findings import UppdragError
from uppdrag.importing.word.file import Changes
from uppdrag.importing.word.markup import W, value
from uppdrag.render.docx.redline.resolve import Answer, Survivor, resolved

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_CHANGES = 5000
MOST_AUTHORS = 4

_TEXT = frozenset(f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo"))
_CELLS = frozenset({f"{W}cellIns", f"{W}cellDel"})
_FORM = frozenset(
    f"{W}{name}Change"
    for name in ("rPr", "pPr", "sectPr", "tblPr", "trPr", "tcPr", "tblGrid", "numbering")
)
_ANSWERS = {Changes.ACCEPT: Answer.ACCEPT, Changes.REJECT: Answer.REJECT}


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
        raise UppdragError(_refusal(found, name))
    if not found:
        return {root: root for root in roots}
    answer = _ANSWERS[changes]
    return {root: _settled(root, answer) for root in roots}


def _settled(root: _Element, answer: Answer) -> _Element:
    done = resolved(root, answer, Survivor.LAST)
    gone = f"{W}cellDel" if answer is Answer.ACCEPT else f"{W}cellIns"
    for mark in list(done.iter(gone)):
        cell = next(mark.iterancestors(f"{W}tc"), None)
        row = None if cell is None else cell.getparent()
        if cell is not None and row is not None:
            row.remove(cell)
    return done


def _refusal(found: list[_Element], name: str) -> str:
    authors = Counter(_author(mark) for mark in found)
    named = [f"{author} ({count})" for author, count in authors.most_common(MOST_AUTHORS)]
    if len(authors) > MOST_AUTHORS:
        named.append(f"{len(authors) - MOST_AUTHORS} till")
    *first, last = named
    who = f"{', '.join(first)} och {last}" if first else last
    count = "en spårad ändring" if len(found) == 1 else f"{len(found)} spårade ändringar"
    return (
        f"{name} har {count} av {who}. Välj vad som ska gälla: --changes accept läser texten som "
        "om alla ändringar var godkända, --changes reject som om alla var avvisade."
    )


def _author(mark: _Element) -> str:
    words = " ".join(value(mark, "author").split())
    return "".join(sign for sign in words if sign.isprintable())[:60] or "okänd"
