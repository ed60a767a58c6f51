"""A line in; what form it has, or had before, in words out."""

from __future__ import annotations

from uppdrag.compare.line import Container, Line, Shape
from uppdrag.compare.marked import MarkedLine
from uppdrag.document.tree import Role


def form_note(line: MarkedLine) -> str:
    """Return what form a line had before, in words; nothing where it has the same."""
    if line.old is None or line.new is None:
        return ""
    if line.old.form != line.new.form:
        return f"tidigare {form_words(line.old)}"
    starts = [
        was.start
        for was, now in zip(line.old.frames, line.new.frames, strict=True)
        if was.kind is Container.LIST and was.start != now.start
    ]
    return f"numreringen började tidigare på {starts[0]}" if starts else ""


def form_words(line: Line) -> str:
    """Return what a line is, in words: `rubrik på nivå 2`, `punkt på nivå 2`, `stycke`."""
    lists = [frame for frame in line.frames if frame.kind is Container.LIST]
    if lists and line.shape in {Shape.PARAGRAPH, Shape.MARKER}:
        name = "numrerad punkt" if lists[-1].ordered else "punkt"
        return f"{name} på nivå {len(lists)}" if len(lists) > 1 else name
    match line.shape:
        case Shape.HEADING:
            return "dokumentets titel" if line.level == 1 else f"rubrik på nivå {line.level}"
        case Shape.HEADER | Shape.ROW:
            return "tabellrad"
        case Shape.FACT | Shape.VALUE:
            return "uppgift"
    if any(frame.kind is Container.NOTE for frame in line.frames):
        return "stycke i en anmärkning"
    return _ROLES.get(line.role, "stycke")


_ROLES = {
    Role.LEAD: "ingress",
    Role.DECISION_DATE: "beslutsdatum",
    Role.SIGNER_NAME: "beslutsfattarens namn",
    Role.SIGNER_TITLE: "beslutsfattarens titel",
}
