"""A comparison in; a Word file with native tracked changes, proved both ways, out."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile
from typing import Final

from uppdrag.compare.marked import Marked
from uppdrag.compare.revision import Comparison
from uppdrag.document.tree import Document
from uppdrag.render.docx.package import CORE, pack
from uppdrag.render.docx.properties import core_properties
from uppdrag.render.docx.redline.assemble import RedlineBody, assemble
from uppdrag.render.docx.redline.elements import Element, TableRows
from uppdrag.render.docx.redline.endings import with_endings
from uppdrag.render.docx.redline.part import tracked
from uppdrag.render.docx.redline.plain import writable
from uppdrag.render.docx.redline.proof import prove
from uppdrag.render.docx.redline.runs import RedlineRuns
from uppdrag.render.docx.redline.settings import SETTINGS, tracking
from uppdrag.render.docx.redline.stamp import Moves, Stamp, Tracks
from uppdrag.render.docx.redline.write import RedlineWriter
from uppdrag.render.docx.render import draw, filled
from uppdrag.render.docx.runs import RunWriter
from uppdrag.render.docx.styles import Style
from uppdrag.render.docx.template import CompiledTemplate
from uppdrag.render.theme import Theme


def render_redline(
    comparison: Comparison,
    theme: Theme,
    template: CompiledTemplate,
    stamp: Stamp,
    moves: Moves = Moves.NATIVE,
) -> bytes:
    """Return the new document as Word's own tracked changes from the old one.

    The same input gives the same bytes. Raises `UppdragError` when the file would not be exact:
    accepted the new document, rejected the old.
    """
    old, new = comparison.old.document, comparison.new.document
    return redline(
        comparison.marked, old, new, theme=theme, template=template, stamp=stamp, moves=moves
    )


def redline(
    marked: Marked,
    old: Document,
    new: Document,
    *,
    theme: Theme,
    template: CompiledTemplate,
    stamp: Stamp,
    moves: Moves = Moves.NATIVE,
) -> bytes:
    """Return the same for two documents and what `compare` gives for just these two."""
    styles = template.prepared.styles
    tracks = Tracks(stamp)
    runs = RedlineRuns(styles, tracks=tracks)
    body = RedlineBody(theme, template.prepared, runs)
    elements = with_endings(assemble(old, new, writable(marked, moves), body))
    head = list(takewhile(_is_letterhead, elements)) if template.has_letterhead_apart else []
    writer = RedlineWriter(styles, tracks)
    letterhead, content = writer.markup(head), writer.markup(elements[len(head) :])
    before, after = (draw(side, theme, template, RunWriter(styles)) for side in (old, new))
    marks = _PLACE.format(1), _PLACE.format(2)
    parts = filled(new, theme, template, body, letterhead=marks[0], content=marks[1])
    others = filled(old, theme, template, body, letterhead=marks[0], content=marks[1])
    told = list(template.drawers)
    for name in told:
        part = tracked(others[name], parts[name], tracks)
        parts[name] = part.replace(marks[0], letterhead).replace(marks[1], content)
    prove(parts, before, after, told, styles[Style.TABLE_GAP])
    # No copy of a decided document: it has no right to the fingerprint that tells such a one.
    parts[CORE] = core_properties(replace(new.metadata, fingerprint=""))
    return _packed(parts, template)


_PLACE: Final = "<w:p><w:r><w:t>\ue000{}</w:t></w:r></w:p>"
"""Stands for the letterhead and the content while the part around them is compared."""


def _is_letterhead(element: Element) -> bool:
    return isinstance(element, TableRows) and element.look.style is Style.LETTERHEAD_TABLE


def _packed(parts: dict[str, str], template: CompiledTemplate) -> bytes:
    constant = {name: data for name, data in template.parts.items() if name not in parts}
    if SETTINGS in constant:
        constant[SETTINGS] = tracking(constant[SETTINGS])
    return pack({**constant, **parts})
