"""A line in; what names it, if it is the only one of its kind, out.

What has the same name in two documents is the same, whatever it says.
"""

from __future__ import annotations

from typing import TypeAlias

from uppdrag.compare.line import Container, Frame, Line, Shape, text_of
from uppdrag.document.tree import Role
from uppdrag.model.handling import Path

Key: TypeAlias = tuple[object, ...]

_WORDING = frozenset({"rubrik", "etikett", "text"})
"""Keys under a section or part that say how it is worded, not which it is."""


WHOLE = frozenset({Container.TABLE, Container.LETTERHEAD, Container.FACT})
"""Containers whose lines are compared as rows of one piece."""


def whole_of(line: Line) -> Frame | None:
    """Return the table, letterhead or fact that a line is a row or value of."""
    for frame in line.frames:
        if frame.kind in WHOLE:
            return frame
    return None


def key_of(line: Line, seen_parts: set[Key]) -> Key | None:
    """Return what names the piece: the head's field, the heading's or decision's key, the part's.

    A part (`arbetsorganisation/ordförande`) is named by its first line, which has its label.
    """
    whole = whole_of(line)
    if whole is not None:
        return _key_of_whole(line, whole)
    if not line.origin.path:
        return _key_by_looks(line)
    return _key_by_path(line, line.origin.path, seen_parts)


def _key_of_whole(line: Line, whole: Frame) -> Key | None:
    match whole.kind:
        case Container.LETTERHEAD:
            return ("letterhead",)
        case Container.FACT:
            return fact_key(line)
        case _:
            return None


def _key_by_path(line: Line, path: Path, seen_parts: set[Key]) -> Key | None:
    if line.shape is Shape.HEADING:
        return ("heading", *_named(path))
    if any(frame.kind is Container.SIGNATURE for frame in line.frames):
        return None if any(isinstance(step, int) for step in path) else ("signature", *_named(path))
    if line.role in {Role.LABELLED, Role.INTRODUCTION} and _begins_with_label(line):
        part = ("part", *_named(path)[:2])
        if part not in seen_parts:
            seen_parts.add(part)
            return part
    return None


def _key_by_looks(line: Line) -> Key | None:
    """Return what names a line of a text without paths: its part of the decision, or its label."""
    if line.role in _SIGNING:
        return ("role", line.role)
    is_running = line.shape is Shape.PARAGRAPH and line.cells[0]
    return ("label", line.cells[0][0].text) if is_running and _begins_with_label(line) else None


_SIGNING = frozenset({Role.DECISION_DATE, Role.SIGNER_NAME, Role.SIGNER_TITLE})


def _named(path: Path) -> Path:
    return path[:-1] if len(path) > 1 and path[-1] in _WORDING else path


def _begins_with_label(line: Line) -> bool:
    runs = line.cells[0]
    return bool(runs) and runs[0].bold and runs[0].text.rstrip().endswith((":", "?"))


def fact_key(line: Line) -> Key:
    """Return what names a fact: its field, or its label."""
    return ("fact", *(line.origin.path or (text_of(line.cells[0]),)))
