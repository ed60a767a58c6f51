"""A section, and the blocks that it was read from, in; whether it prints as just those out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from uppdrag.compare.line import Line
from uppdrag.compare.lines import lines_of
from uppdrag.document import compose
from uppdrag.document.tree import Block, Document, Metadata, Role
from uppdrag.model import Avsnitt, Sandlista, Status, Typ, Uppdragshandling

_NOWHERE = Metadata("", "")
_RUNNING = frozenset({Role.BODY, Role.LABELLED, Role.INTRODUCTION})
"""Roles that look the same: a format may not tell them apart."""


def shown_lines(blocks: Sequence[Block]) -> tuple[Line, ...]:
    """Return the lines that a reader sees."""
    lines = lines_of(Document(_NOWHERE, tuple(blocks)))
    return tuple(replace(line, role=Role.BODY) if line.role in _RUNNING else line for line in lines)


def prints_as(part: Avsnitt | Sandlista, typ: Typ, blocks: Sequence[Block]) -> bool:
    """Tell whether a section or a distribution list is printed as the blocks, no more, no less."""
    empty = Uppdragshandling(typ, Status.BESLUTAD, "", ())
    if isinstance(part, Avsnitt):
        alone = replace(empty, ordning=(part.nyckel,), avsnitt=(part,))
    else:
        alone = replace(empty, ordning=("sändlista",), sandlista=part)
    return shown_lines(compose(alone).blocks) == shown_lines(blocks)
