"""A comparison in; its summary as blocks of a document out, for any renderer to draw.

Every change is told in words here, so whoever cannot see the marks in the text misses nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from uppdrag.compare.changes.change import Change
from uppdrag.compare.revision import Comparison
from uppdrag.compare.telling.compared import facts_of_both, title_of
from uppdrag.compare.telling.describe import Part, count_sentence, listed_under, told
from uppdrag.compare.telling.nouns import UNSEEN
from uppdrag.document.tree import (
    Block,
    Heading,
    Inlines,
    Item,
    ListBlock,
    Paragraph,
    Row,
    Run,
    Table,
)


def summary_blocks(comparison: Comparison) -> tuple[Block, ...]:
    """Return the summary: what is compared, how much changed, and each change in a line.

    It begins with a heading of level 1. Each change is an item that begins with what it is about,
    in bold, and ends with its number in brackets.
    """
    return (
        Heading(1, plain(title_of(comparison.new.handling))),
        compared_table(comparison),
        Paragraph((Run(count_sentence(comparison.changes), bold=True),)),
        *_changes(comparison.changes),
    )


def compared_table(comparison: Comparison) -> Table:
    """Return a table of what is compared: a row for each fact, the old side before the new."""
    header = Row((plain("Uppgift"), plain("Tidigare"), plain("Ny")))
    rows = tuple(
        Row(tuple(map(plain, (row.label, row.old, row.new)))) for row in facts_of_both(comparison)
    )
    return Table(header, rows)


def plain(text: str) -> Inlines:
    """Return text as a cell or paragraph of one run."""
    return (Run(text),) if text else ()


def _changes(changes: Sequence[Change]) -> Iterator[Block]:
    for heading, groups in listed_under(changes):
        yield Heading(2, plain(heading))
        for matter, group in groups:
            if matter:
                yield Heading(3, plain(matter))
            yield _listed(group)


def _listed(changes: Iterable[Change]) -> ListBlock:
    return ListBlock(tuple(Item((Paragraph(_line(change)),)) for change in changes))


def _line(change: Change) -> Inlines:
    words = told(change)
    bold = {Part.LEAD, Part.NEW} if words.is_among_words else {Part.LEAD}
    runs = [Run(piece.text, bold=piece.part in bold) for piece in words.pieces]
    place = f" [{change.number}]" if change.is_printed else f" ({UNSEEN})"
    return (*runs, Run(place))
