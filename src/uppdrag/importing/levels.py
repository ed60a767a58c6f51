"""Blocks whose headings a file marks in any way in; the same with title, sections and parts out.

A file may begin its headings at any level, and may have its title among them or not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from uppdrag.importing.block import Block, Blocks, Passage
from uppdrag.importing.headings import section_of
from uppdrag.importing.places import is_document_type, names_document

NONE, TITLE, SECTION, PART = 0, 1, 2, 3
"""What a passage can be: surely no heading, the title, a section's heading, a part's."""

ENOUGH = 2
"""Headings of sections by which a file shows that it marks them all."""


def levelled(blocks: Blocks) -> Blocks:
    """Return the blocks with a level that says what each heading is; without any, as they are."""
    found = [(at, b) for at, b in enumerate(blocks) if isinstance(b, Passage) and b.heading]
    if not found:
        return blocks
    title = _title([passage for _, passage in found])
    rest = found[1:] if title else found
    top = min((passage.heading or 0 for _, passage in rest), default=SECTION)
    levels = {at: PART if (p.heading or 0) > top else SECTION for at, p in rest}
    if title:
        levels[found[0][0]] = TITLE
    marks_all = sum(level == SECTION for level in levels.values()) >= ENOUGH
    return tuple(_with_level(b, levels.get(at), marks_all) for at, b in enumerate(blocks))


def _title(headings: Sequence[Passage]) -> bool:
    """Tell whether the first heading is the document's title."""
    first, *rest = headings
    if section_of(first.text) is not None:
        return False
    if names_document(first.text) or is_document_type(first.text):
        return True
    above = [passage for passage in rest if (passage.heading or 0) <= (first.heading or 0)]
    return not above and bool(rest)


def _with_level(block: Block, level: int | None, marks_all: bool) -> Block:  # noqa: FBT001 - of the whole file
    if not isinstance(block, Passage):
        return block
    return replace(block, heading=level if level is not None or not marks_all else NONE)
