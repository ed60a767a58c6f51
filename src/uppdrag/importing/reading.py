"""The text of an uppdragshandling in; the mandate and the notes about reading it out.

Lines → what belongs to the document → blocks → head and body → entries in order → mandate.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath

from uppdrag.findings import Severity
from uppdrag.importing.assemble import assemble
from uppdrag.importing.block import Blocks, Passage
from uppdrag.importing.blocks import gather
from uppdrag.importing.body import read_body
from uppdrag.importing.entry import Entry
from uppdrag.importing.facts import bare_label, facts_in
from uppdrag.importing.furniture import sift
from uppdrag.importing.head import read_head, title_index
from uppdrag.importing.levels import levelled
from uppdrag.importing.lines import FIXED_HYPHEN, SOFT_HYPHEN, Line, read_lines
from uppdrag.importing.mandate import mandate
from uppdrag.importing.note import Imported, Note
from uppdrag.importing.outline import known_start, own_start
from uppdrag.importing.words import one_line

UNNAMED = "Uppdragshandling"
"""The title when neither the text nor the file has a name for it."""

LONGEST_NAME = 200

HYPHENS = {
    SOFT_HYPHEN: "Mjuka bindestreck (osynliga) togs bort.",
    FIXED_HYPHEN: "Fasta bindestreck (U+2011) blev vanliga bindestreck.",
}
"""Characters that are read as a plain hyphen or as nothing, and what is said about it once."""

_NO_TITLE = "Ingen rad kunde läsas som titel. Filens namn står som titel; skriv den rätta."


def import_text(text: str, name: str) -> Imported:
    """Return the mandate that a text holds; no text is refused and no word of it is lost.

    `name` is the file's; it becomes the title where the text has none.
    """
    sifted = sift(read_lines(text))
    gathered = gather(sifted.lines)
    found = import_blocks(gathered.blocks, name, _first(sifted.lines))
    notes = (*_hyphens(text), *sifted.notes, *gathered.notes, *found.notes)
    return Imported(found.handling, tuple(sorted(notes)), sifted.dropped)


def import_blocks(blocks: Blocks, name: str, first: Line) -> Imported:
    """Return the mandate that blocks hold; notes about the whole stand at the `first` line."""
    blocks = levelled(blocks)
    end = _end_of_head(blocks)
    title = title_index(blocks[:end])
    assembled = assemble((*read_head(blocks[:end], title), *read_body(blocks[end:])))
    entries = assembled.entries
    notes = [*assembled.notes]
    if title is None:
        entries = (Entry("titel", _title_from(name), ()), *entries)
        notes.append(Note.at(first, _NO_TITLE, Severity.WARNING))
    made = mandate(entries, first)
    return Imported(made.handling, tuple(sorted((*notes, *made.notes))))


def _hyphens(text: str) -> Iterator[Note]:
    """Yield one note, at its first place, for each kind of hyphen that is not kept."""
    for sign, message in HYPHENS.items():
        before, found, _ = text.removeprefix("\ufeff").partition(sign)
        if found:
            rows = re.split(r"\r\n|\r|\n", before)
            column = len(rows[-1]) + 1
            yield Note(len(rows), column, column + 1, message)


def _end_of_head(blocks: Blocks) -> int:
    """Return where the first section begins: a known heading, or one after title and facts."""
    starts = ((at, known_start(blocks, at)) for at in range(len(blocks)))
    known = next((at for at, start in starts if start and (at or not start.rest)), len(blocks))
    title = title_index(blocks[:known])
    facts = (at for at in range(known) if _is_fact(blocks, at))
    begin = max((-1 if title is None else title, *facts)) + 1
    return next((at for at in range(begin, known) if own_start(blocks, at)), known)


def _is_fact(blocks: Blocks, at: int) -> bool:
    block = blocks[at]
    return isinstance(block, Passage) and bool(facts_in(block.text) or bare_label(block.text))


def _first(lines: tuple[Line, ...]) -> Line:
    return next((line for line in lines if not line.is_blank), lines[0])


def _title_from(name: str) -> str:
    """Return the file's name as words."""
    printable = "".join(sign if sign.isprintable() else " " for sign in PurePath(name).stem)
    return one_line(re.sub(r"[-_]+", " ", printable))[:LONGEST_NAME].strip() or UNNAMED
