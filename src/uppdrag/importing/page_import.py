"""What a file shows in; the mandate that it holds, and the notes about reading it, out.

A page that this program printed means what it looks like. Of anyone else's the blocks are read as
copied text is, but with headings, lists and tables that are certain.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from uppdrag.findings import Severity
from uppdrag.importing.block import Block, Passage
from uppdrag.importing.lines import Line
from uppdrag.importing.lowering import lower
from uppdrag.importing.note import Imported, Note
from uppdrag.importing.page import Maker, Page, Told
from uppdrag.importing.printed import printed_mandate
from uppdrag.importing.reading import import_blocks

_TYPE = "Typen av handling framgår inte säkert. Den sattes till {typ}; ändra typ: om det är fel."
_PRINTED = (
    "Det som inte trycks finns inte i filen: kortnamn, revidering, undantag och data bredvid "
    "texten."
)


def import_page(page: Page, name: str) -> Imported:
    """Return the mandate that a page holds; `name` is the file's."""
    lowered = lower(page.blocks)
    first = _line(1, lowered.text.split("\n", 1)[0])
    told = tuple(told_of(page.told, lowered.text))
    if page.maker is not Maker.OTHER:
        found = printed_mandate(page.blocks, page.maker)
        notes = [Note.at(first, _PRINTED), *told]
        if not found.kind.is_certain:
            message = _TYPE.format(typ=found.kind.typ)
            notes.append(Note.at(first, message, Severity.WARNING))
        return Imported(found.handling, tuple(sorted(notes)), text=lowered.text)
    imported = import_blocks(tuple(_certain(lowered.blocks)), name, first)
    notes = [*imported.notes, *told]
    return Imported(imported.handling, tuple(sorted(notes)), text=lowered.text)


def _certain(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks, a heading in bold: that is what a heading of no known words looks like."""
    for block in blocks:
        if isinstance(block, Passage) and block.heading is not None and "*" not in block.text:
            yield Passage(f"**{block.text}**", block.line, heading=block.heading)
        else:
            yield block


def told_of(told: Sequence[Told], text: str) -> Iterator[Note]:
    """Yield each note at the words that it speaks of, else at the first line."""
    rows = text.split("\n")
    for one in told:
        found = ((n, row.find(one.words)) for n, row in enumerate(rows, 1) if one.words in row)
        number, at = next(found, (1, 0)) if one.words else (1, 0)
        end = at + len(one.words or rows[0])
        yield Note(number, at + 1, end + 1, one.message, one.severity)


def _line(number: int, words: str) -> Line:
    return Line(number, 1, len(words) + 1, words)
