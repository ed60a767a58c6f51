"""The blocks under a printed heading in; the section that prints as just those out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeAlias

from uppdrag.document.text import inline_text
from uppdrag.document.tree import Block, Heading, ListBlock, Paragraph, Table
from uppdrag.importing.headings import RECIPIENTS_KEY, section_of, subsection_of
from uppdrag.importing.keys import Keys
from uppdrag.importing.printed.organisation import printed_organisation
from uppdrag.importing.printed.proof import prints_as
from uppdrag.importing.printed.prose import prose
from uppdrag.importing.recipients import recipient
from uppdrag.model import (
    Avsnitt,
    Del,
    Innehall,
    Motesfrekvens,
    Sandlista,
    Tidplan,
    Tidplanspost,
    Typ,
)
from uppdrag.model.handling import Path
from uppdrag.model.rubriker import (
    RECIPIENTS,
    SECTIONS,
    SECTIONS_BY_TYPE,
    SUBSECTIONS,
    TIMETABLE_HEADER,
    section_heading,
)

_HEADINGS = {
    heading: key
    for headings in (*SECTIONS_BY_TYPE.values(), SECTIONS)
    for key, heading in headings.items()
}


Running: TypeAlias = Callable[[str, Sequence[Block]], Iterator[Innehall]]
"""What reads the blocks before the first heading of a section."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A heading, if there is one, and the blocks under it."""

    heading: Heading | None
    blocks: tuple[Block, ...]

    @property
    def all(self) -> tuple[Block, ...]:
        """Return the heading and the blocks."""
        return (*((self.heading,) if self.heading else ()), *self.blocks)

    @property
    def words(self) -> str:
        """Return the words of the heading."""
        return inline_text(self.heading.inlines) if self.heading else ""


def known_key(found: Printed) -> str | None:
    """Return the key that a heading stands for: as the page says, as usual, or by its words."""
    path = found.heading.origin.path if found.heading else ()
    stated = path[0] if path else None
    if isinstance(stated, str):
        return stated
    return _HEADINGS.get(found.words) or section_of(found.words)


def printed_recipients(found: Printed, typ: Typ) -> Sandlista | None:
    """Return the distribution list, when the blocks are one and nothing more."""
    if known_key(found) != RECIPIENTS_KEY or not found.blocks:
        return None
    *before, last = found.blocks
    if not isinstance(last, ListBlock):
        return None
    inside = (block for item in last.items for block in item.blocks)
    words = [inline_text(block.inlines) for block in inside if isinstance(block, Paragraph)]
    rubrik = None if found.words == RECIPIENTS else found.words
    text = prose(before) if before else None
    made = Sandlista(tuple(map(recipient, words)), rubrik, text)
    return made if prints_as(made, typ, found.all) else None


def printed_section(found: Printed, key: str, typ: Typ) -> Avsnitt:
    """Return the section under a key: its parts under their headings and labels, in order."""
    usual = found.words == section_heading(key, typ)
    made = Avsnitt(key, None if usual or not found.words else found.words)
    understood = replace(made, innehall=tuple(_parts(key, found.blocks, _understood)))
    if prints_as(understood, typ, found.all):
        return understood
    return replace(made, innehall=tuple(_parts(key, found.blocks, _literal)))


def _parts(key: str, blocks: Sequence[Block], running: Running) -> Iterator[Innehall]:
    """Yield what stands before the first heading, then a part for each heading."""
    keys = Keys()
    starts = [at for at, block in enumerate(blocks) if isinstance(block, Heading)]
    first = starts[0] if starts else len(blocks)
    if first:
        for part in running(key, blocks[:first]):
            if isinstance(part, Del | Tidplan | Motesfrekvens):
                keys.take(part.nyckel)
            yield part
    for at, end in pairwise([*starts, len(blocks)]):
        heading = blocks[at]
        assert isinstance(heading, Heading)  # noqa: S101 - that is how it was found
        yield _headed(heading, blocks[at + 1 : end], key, keys)


def _headed(heading: Heading, blocks: Sequence[Block], section: str, keys: Keys) -> Del:
    words = inline_text(heading.inlines)
    text = prose(blocks) if blocks else None
    key = _stated(heading.origin.path) or subsection_of(words)
    if key in SUBSECTIONS and section != "beslutsordning":
        key = None
    if key is None or key in keys.taken:
        return Del(keys.own(words), text, words)
    keys.take(key)
    return Del(key, text, None if words == SUBSECTIONS.get(key) and text else words)


def _stated(path: Path) -> str | None:
    return str(path[1]) if len(path) > 1 else None


def _literal(_key: str, blocks: Sequence[Block]) -> Iterator[Innehall]:
    yield prose(blocks)


def _understood(key: str, blocks: Sequence[Block]) -> Iterator[Innehall]:
    match key:
        case "tidplan":
            yield from _timetable(blocks)
        case "arbetsorganisation":
            yield from printed_organisation(blocks)
        case _:
            yield prose(blocks)


def _timetable(blocks: Sequence[Block]) -> Iterator[Innehall]:
    at = next((at for at, block in enumerate(blocks) if _is_timetable(block)), len(blocks))
    if blocks[:at]:
        yield prose(blocks[:at])
    if at == len(blocks):
        return
    table = blocks[at]
    assert isinstance(table, Table)  # noqa: S101 - that is how it was found
    rows = [tuple(map(inline_text, row.cells)) for row in table.rows]
    yield Tidplan(tuple(Tidplanspost(time, event) for time, event in rows))
    if blocks[at + 1 :]:
        text = prose(blocks[at + 1 :])
        yield text if not at else Del(Keys().own(text.text), text)


def _is_timetable(block: Block) -> bool:
    return (
        isinstance(block, Table)
        and tuple(map(inline_text, block.header.cells)) == TIMETABLE_HEADER
        and bool(block.rows)
    )
