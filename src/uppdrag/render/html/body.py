"""A document and its outline in; the markup of its blocks out, one element a line.

Nothing but this writer's own tags is markup: every word and address goes through `inlines`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from uppdrag.document.text import inline_text
from uppdrag.document.tree import (
    Block,
    Document,
    Fact,
    Facts,
    Heading,
    Inlines,
    Item,
    Letterhead,
    ListBlock,
    Note,
    Paragraph,
    Role,
    Row,
    Signature,
    Table,
)
from uppdrag.render.html.inlines import markup, text
from uppdrag.render.html.outline import Entry

SHORT_CELL = 16
"""Characters; a column of such cells (dates, numbers) is kept on one line."""

USUAL_DIGITS = 2
"""Digits that a list's indent has room for."""


def body(document: Document, outline: Sequence[Entry]) -> str:
    """Return the markup of the document's blocks, in their order."""
    entries = iter(outline)
    lines: list[str] = []
    for block in document.blocks:
        if isinstance(block, Heading):
            entry = next(entries)
            tag = f"h{entry.level}"
            lines.append(f'<{tag} id="{entry.id}">{markup(block.inlines)}</{tag}>')
        else:
            lines.extend(_block(block))
    return "\n".join(lines)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Letterhead():
            yield '<header class="letterhead">'
            yield from map(_letterhead_fact, block.facts)
            yield "</header>"
        case Facts():
            yield from _facts(block.facts)
        case Paragraph():
            yield _paragraph(block)
        case ListBlock():
            yield from _list(block)
        case Table():
            yield from _table(block)
        case Note():
            yield '<aside class="note" role="note" aria-label="Anmärkning">'
            for inner in block.blocks:
                yield from _block(inner)
            yield "</aside>"
        case Signature():
            yield '<section class="signature" aria-label="Beslut">'
            yield from map(_paragraph, block.lines)
            yield "</section>"


def _paragraph(paragraph: Paragraph) -> str:
    role = "" if paragraph.role is Role.BODY else f' class="{paragraph.role.value}"'
    return f"<p{role}>{markup(paragraph.inlines)}</p>"


def _letterhead_fact(fact: Fact) -> str:
    label = f'<span class="label">{_plain(fact.label)}</span> ' if fact.label else ""
    values = " ".join(f"<span>{markup(value)}</span>" for value in fact.values)
    return f"<p>{label}{values}</p>"


def _facts(facts: Sequence[Fact]) -> Iterator[str]:
    """Yield a description list; a value without a label is a paragraph beside it."""
    for labelled, group in groupby(facts, key=lambda fact: bool(fact.label)):
        if labelled:
            yield '<dl class="facts">'
            for fact in group:
                values = "".join(f"<dd>{markup(value)}</dd>" for value in fact.values)
                yield f"<div><dt>{_plain(fact.label)}</dt>{values}</div>"
            yield "</dl>"
        else:
            for fact in group:
                yield from (f"<p>{markup(value)}</p>" for value in fact.values)


def _plain(label: Inlines) -> str:
    """Return a label without its own weight: its place in the page gives it one."""
    return markup(replace(run, bold=False) for run in label)


def _list(block: ListBlock) -> Iterator[str]:
    yield _list_tag(block)
    for item in block.items:
        yield from _item(item)
    yield "</ol>" if block.ordered else "</ul>"


def _list_tag(block: ListBlock) -> str:
    """Return the opening tag; numbers of several digits have a class that makes room for them."""
    if not block.ordered:
        return "<ul>"
    start = f' start="{block.start}"' if block.start != 1 else ""
    digits = len(str(block.start + len(block.items) - 1))
    return f'<ol{start} class="digits-{digits}">' if digits > USUAL_DIGITS else f"<ol{start}>"


def _item(item: Item) -> Iterator[str]:
    match item.blocks:
        case [Paragraph() as only]:
            yield f"<li>{markup(only.inlines)}</li>"
        case [Paragraph() as first, ListBlock() as under]:
            yield f"<li>{markup(first.inlines)}"
            yield from _list(under)
            yield "</li>"
        case blocks:
            yield "<li>"
            for inner in blocks:
                yield from _block(inner)
            yield "</li>"


def _table(table: Table) -> Iterator[str]:
    """Yield the table in a frame of its own, which the keyboard can scroll where it is wide."""
    rows = (table.header, *table.rows)
    short = tuple(
        all(len(inline_text(cell)) <= SHORT_CELL for cell in column)
        for column in zip(*(row.cells for row in rows), strict=True)
    )
    words = ", ".join(filter(None, map(inline_text, table.header.cells)))
    label = text(f"Tabell: {words}" if words else "Tabell")
    yield f'<div class="table" role="group" tabindex="0" aria-label="{label}">'
    yield "<table>"
    yield f"<thead>{_row(table.header, short, 'th')}</thead>"
    yield "<tbody>"
    yield from (_row(row, short, "td") for row in table.rows)
    yield "</tbody>"
    yield "</table>"
    yield "</div>"


def _row(row: Row, short: Sequence[bool], tag: str) -> str:
    cells = []
    for cell, is_short in zip(row.cells, short, strict=True):
        name = tag if cell else "td"
        scope = ' scope="col"' if name == "th" else ""
        narrow = ' class="short"' if is_short else ""
        cells.append(f"<{name}{scope}{narrow}>{markup(cell)}</{name}>")
    return f"<tr>{''.join(cells)}</tr>"
