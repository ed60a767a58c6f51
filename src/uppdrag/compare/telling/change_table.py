"""A comparison in; its changes as a table in plain Swedish out: by itself, or as an annex.

The table is the record: the wording before beside the wording after, whole. What is too long for a
cell, such as a new section, stands as it is after the table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from uppdrag.compare.changes.change import Change, Kind
from uppdrag.compare.revision import Comparison, Side
from uppdrag.compare.telling.change_rows import change_rows, has_no_room
from uppdrag.compare.telling.compared import title_of
from uppdrag.compare.telling.describe import CONFLICTS, OTHER, SUBSTANTIAL, count_sentence
from uppdrag.compare.telling.summary import compared_table, plain
from uppdrag.compare.telling.whole_texts import whole_texts
from uppdrag.compare.telling.wording import wordings
from uppdrag.document.tree import (
    Block,
    Document,
    Fact,
    Heading,
    Letterhead,
    Metadata,
    Paragraph,
    Run,
)

TITLE = "Ändringsförteckning"
ANNEX = "Ändrat sedan föregående beslut"
WHOLE_TEXTS = "Hela texter"

ABOUT_THE_FILE = frozenset({"status", "datum", "anmärkning"})
"""Keys whose values describe the document itself; the annex of a decided one leaves them out."""

_LAST = "texten står sist, under Hela texter"
_AT_THE_END = {Kind.INSERTED: _LAST, Kind.DELETED: _LAST}
_IN_AN_ANNEX = {
    Kind.INSERTED: "texten står i handlingen",
    Kind.DELETED: "texten står efter tabellen",
}
_BOLD = "Ändrade ord står i fet stil."
_LEFT_OUT = "Datum, status och anmärkningar om handlingen är inte med."
_NOTHING = "Inget har ändrats sedan dess."


def change_table(comparison: Comparison) -> Document:
    """Return a document of its own: what is compared, all changes, those of substance first.

    It bears no fingerprint: it is no copy of the mandate.
    """
    metadata = _metadata(comparison.new)
    changes = comparison.changes
    blocks: list[Block] = [
        _letterhead(metadata),
        Heading(1, plain(metadata.title)),
        compared_table(comparison),
        Paragraph((Run(count_sentence(changes), bold=True), *plain(f" {_BOLD}" * bool(changes)))),
    ]
    found = wordings(comparison.marked)
    for heading, group in _grouped(changes):
        blocks += [Heading(2, plain(heading)), change_rows(group, found, _AT_THE_END)]
    if long := [change for change in changes if has_no_room(change)]:
        blocks += [Heading(2, plain(WHOLE_TEXTS)), *whole_texts(long, comparison.marked)]
    return Document(metadata, tuple(blocks))


def annex_blocks(comparison: Comparison) -> tuple[Block, ...]:
    """Return the annex of a mandate that replaces another: what has changed in what it says.

    Changes of what only describes the document, or does not show in it, are left out. A new section
    is named, since it stands in the document itself.
    """
    told = [change for change in comparison.changes if _is_of_the_text(change)]
    told.sort(key=lambda change: not change.saklig)
    sentence = f"Handlingen ersätter den {_known_as(comparison.old)}."
    heading = Heading(2, plain(ANNEX))
    if not told:
        return heading, Paragraph(plain(f"{sentence} {_NOTHING} {_LEFT_OUT}"))
    gone = [change for change in told if has_no_room(change) and change.kind is Kind.DELETED]
    found = wordings(comparison.marked)
    return (
        heading,
        Paragraph(plain(f"{sentence} {_BOLD} {_LEFT_OUT}")),
        change_rows(told, found, _IN_AN_ANNEX),
        *whole_texts(gone, comparison.marked),
    )


def _grouped(changes: Iterable[Change]) -> Iterator[tuple[str, list[Change]]]:
    """Yield the changes in reading order under their headings: those of substance first."""
    listed = list(changes)
    agreed = [change for change in listed if not change.conflict]
    groups = (
        (CONFLICTS, [change for change in listed if change.conflict]),
        (SUBSTANTIAL, [change for change in agreed if change.saklig]),
        (OTHER, [change for change in agreed if not change.saklig]),
    )
    return ((heading, group) for heading, group in groups if group)


def _is_of_the_text(change: Change) -> bool:
    return change.is_printed and not (change.path and change.path[0] in ABOUT_THE_FILE)


def _known_as(side: Side) -> str:
    """Return by what an earlier mandate is known: `från 2024-02-12 (RS 2024-00784)`."""
    handling = side.handling
    number = f" ({handling.diarienummer})" if handling.diarienummer else ""
    return f"från {handling.datum or side.name}{number}"


def _metadata(side: Side) -> Metadata:
    title = title_of(side.handling)
    metadata = side.document.metadata
    return replace(metadata, title=title, document_type=TITLE, subject=TITLE, fingerprint="")


def _letterhead(metadata: Metadata) -> Letterhead:
    kinds = (metadata.document_type, *filter(None, (metadata.status,)))
    facts = [Fact((), tuple((Run(kind, bold=True),) for kind in kinds))]
    facts += [
        Fact(plain(label), (plain(value),))
        for label, value in (("Datum", metadata.date), ("Diarienummer", metadata.identifier))
        if value
    ]
    if metadata.organisation:
        facts.append(Fact((), tuple(map(plain, metadata.organisation))))
    return Letterhead(tuple(facts))
