"""The elements of a redline in; the same with a mark for the end of each paragraph out.

A paragraph that only one document has is gone in the other when its words and its end are. Its end
goes by joining it to the paragraph that follows; so the last paragraph before a table, in a cell or
in the document cannot go: it would leave an empty one (in Word and LibreOffice alike). There the
marks are shifted one paragraph up, so that the last end is one that both documents have.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from uppdrag.document.tree import MarkKind
from uppdrag.render.docx.lines import Line, gap
from uppdrag.render.docx.redline.elements import Element, Para, Presence, TableRows


def with_endings(elements: Iterable[Element]) -> list[Element]:
    """Return the elements, each stretch of paragraphs with its ends marked."""
    out: list[Element] = []
    for is_para, group in groupby(elements, lambda element: isinstance(element, Para)):
        if is_para:
            out.extend(ended([para for para in group if isinstance(para, Para)]))
        else:
            for table in group:
                if isinstance(table, TableRows):
                    _end_cells(table)
                    out.append(table)
    return out


def _end_cells(table: TableRows) -> None:
    for row in table.rows:
        for cell in row.cells:
            if row.presence is Presence.BOTH:
                cell.paras = ended(cell.paras)
            else:
                # LibreOffice takes a row away only when all that is in it is marked.
                cell.paras = [replace(p, ending=_ROWS[row.presence]) for p in cell.paras]


_ROWS = {Presence.NEW: MarkKind.INSERTED, Presence.OLD: MarkKind.DELETED}


def ended(paras: Sequence[Para]) -> list[Para]:
    """Return the paragraphs of a stretch that ends where none can be joined to what follows."""
    out = [_marked(para) for para in paras]
    if out and out[-1].presence is Presence.NEW:
        return _ended_by_new(out)
    if out and out[-1].presence is Presence.OLD:
        return _ended_by_old(out)
    return out


def _marked(para: Para) -> Para:
    if para.presence is Presence.BOTH:
        return para
    if para.presence is Presence.NEW:
        return replace(para, ending=MarkKind.MOVED_HERE if para.moved_to else MarkKind.INSERTED)
    return replace(para, ending=MarkKind.MOVED_AWAY if para.moved_from else MarkKind.DELETED)


def _ended_by_new(paras: list[Para]) -> list[Para]:
    """Give the old document the last end, which is of a paragraph that came."""
    last = paras[-1]
    at = next((n for n in reversed(range(len(paras))) if paras[n].in_old), None)
    if at is None:
        paras[-1] = replace(last, ending=None, before=gap())
        return paras
    before = paras[at]
    was = before.before or before.line
    if before.in_new:
        paras[at] = replace(before, ending=MarkKind.INSERTED, by=last.by)
    else:
        following = paras[at + 1]
        line = _joined(before.line, following.line)
        joined = replace(following, line=line, before=was, moved_from=before.moved_from)
        paras[at : at + 2] = [joined]
    paras[-1] = replace(paras[-1], ending=None, before=was)
    return paras


def _ended_by_old(paras: list[Para]) -> list[Para]:
    """Give the new document the last end, which is of a paragraph that went."""
    last = paras[-1]
    at = next((n for n in reversed(range(len(paras))) if paras[n].in_new), None)
    if at is None:
        paras[-1] = replace(last, ending=None, before=last.line, line=_with_runs(gap(), last.line))
        return paras
    before = paras[at]
    if before.in_old:
        paras[at] = replace(before, ending=MarkKind.DELETED, by=last.by)
    else:
        following = paras[at + 1]
        line = _joined(following.line, before.line)
        was = following.before or following.line
        joined = replace(following, line=line, before=was, moved_to=before.moved_to)
        paras[at : at + 2] = [joined]
    last = paras[-1]
    was = last.before or last.line
    paras[-1] = replace(last, ending=None, before=was, line=_with_runs(before.line, last.line))
    return paras


def _joined(first: Line, second: Line) -> Line:
    """Return one paragraph of two, the words of the first before those of the second."""
    return replace(second, runs=first.runs + second.runs)


def _with_runs(look: Line, words: Line) -> Line:
    return replace(look, runs=words.runs, lead="", mark=None)
