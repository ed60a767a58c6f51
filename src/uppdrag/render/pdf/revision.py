"""A comparison in; what its PDF holds out: the changes in words, a legend, the marked document."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from uppdrag.compare.lines import document_of, lines_of, relined
from uppdrag.compare.marked import ONLY_OLD, kind_of
from uppdrag.compare.revision import Comparison
from uppdrag.compare.telling.summary import summary_blocks
from uppdrag.document.text import inline_text
from uppdrag.document.tree import Block, Document, Heading, Inlines, Metadata, Run
from uppdrag.render.pdf.error import RenderError
from uppdrag.render.pdf.glyphs import unsupported
from uppdrag.render.pdf.legend import legend
from uppdrag.render.pdf.signs import is_sign, place, signed

DOCUMENT_TYPE = "Jämförelse"
"""What the file is: it stands first at the head of its pages, as a mandate's own type does."""

_NUMBER = re.compile(r"(?<=\[)\d+(?=\]\Z)")
"""The number that the summary of a change ends with."""


@dataclass(frozen=True, slots=True)
class RevisionPages:
    """What the PDF of a comparison holds: the pages before the document, and the document.

    The metadata is the file's own: it is no copy of the mandate, so it has no fingerprint. `places`
    are the targets of links within the file.
    """

    metadata: Metadata
    front: tuple[Block, ...]
    document: tuple[Block, ...]
    places: tuple[str, ...]


def revision_pages(comparison: Comparison) -> RevisionPages:
    """Return the pages. Raises `RenderError` for a character that the font lacks."""
    _require_glyphs(comparison)
    document = signed(comparison.displayed, comparison.changes)
    marked = [run for run in _runs(document) if run.mark]
    places = tuple(run.target for run in marked if run.target and is_sign(run))
    front = _front(comparison, marked, places)
    return RevisionPages(_metadata(comparison, front), front, document.blocks, places)


def _runs(document: Document) -> Iterator[Run]:
    return (run for line in lines_of(document) for cell in line.cells for run in cell)


def _metadata(comparison: Comparison, front: Iterable[Block]) -> Metadata:
    new = comparison.marked.new
    titles = (b for b in front if isinstance(b, Heading) and b.level == 1)
    title = next((inline_text(block.inlines) for block in titles), f"Ändringar i {new.title}")
    return replace(
        new,
        title=title,
        document_type=DOCUMENT_TYPE,
        subject=f"{DOCUMENT_TYPE}: {title}",
        status="",
        fingerprint="",
    )


def _front(comparison: Comparison, marked: list[Run], places: Collection[str]) -> tuple[Block, ...]:
    """Return the summary, its numbers as links, with the legend before its first list."""
    summary = Document(comparison.marked.new, summary_blocks(comparison))
    lines = (
        relined(line, (tuple(_told(cell, places)) for cell in line.cells))
        for line in lines_of(summary)
    )
    blocks = document_of(lines, summary.metadata).blocks
    is_list = (isinstance(block, Heading) and block.level > 1 for block in blocks)
    at = next((at for at, found in enumerate(is_list) if found), len(blocks))
    note = legend(marked)
    return (*blocks[:at], note, *blocks[at:]) if note else blocks


def _told(cell: Inlines, places: Collection[str]) -> Iterator[Run]:
    for run in cell:
        text = _spelled(run.text)
        number = _NUMBER.search(text) if run is cell[-1] else None
        if number and place(int(number[0])) in places:
            yield replace(run, text=text[: number.start()])
            yield replace(run, text=number[0], target=place(int(number[0])))
            yield replace(run, text=text[number.end() :])
        else:
            yield replace(run, text=text)


def _spelled(text: str) -> str:
    """Return the text with the number of each character that the font lacks in its place.

    The summary also tells of values that no mandate prints, so nothing has refused them before.
    """
    for _, character in tuple(unsupported(text)):
        text = text.replace(character, f"[{_number(character)}]")
    return text


def _require_glyphs(comparison: Comparison) -> None:
    for run in _runs(comparison.displayed):
        for _, character in unsupported(run.text):
            is_gone = kind_of(run) in ONLY_OLD
            side = comparison.old if is_gone else comparison.new
            shown = f"”{character}” " if character.isprintable() else ""
            raise RenderError(
                f"{side.name}: tecknet {shown}({_number(character)}) kan inte tryckas med PDF-"
                "filens typsnitt. Skriv det med ord, eller välj ett annat format för jämförelsen, "
                "till exempel html."
            )


def _number(character: str) -> str:
    return f"U+{ord(character):04X}"
