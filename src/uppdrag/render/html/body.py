"""A document and its outline in; the markup of its blocks out, one element a line.

Nothing but this writer's own tags is markup: every word and address goes through `inlines`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TypeAlias

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
    Run,
    Signature,
    Table,
)
from uppdrag.render.html.inlines import markup, text
from uppdrag.render.html.outline import Entry

Node: TypeAlias = Block | Fact | Item | Row
"""What becomes an element of its own."""

SHORT_CELL = 16
"""Characters; a column of such cells (dates, numbers) is kept on one line."""

USUAL_DIGITS = 2
"""Digits that a list's indent has room for."""


def body(document: Document, outline: Sequence[Entry]) -> str:
    """Return the markup of the document's blocks, in their order."""
    return "\n".join(Blocks().lines(document, outline))


class Blocks:
    """Writes blocks; a writer of its own kind overrides how words, classes and items are set."""

    def inlines(self, runs: Iterable[Run]) -> str:
        """Return runs of text as markup."""
        return markup(runs)

    def attributes(self, _node: Node, *classes: str) -> str:
        """Return the attributes of the element that a node becomes."""
        return f' class="{" ".join(classes)}"' if classes else ""

    def before(self, _node: Block | Item | Row) -> Iterator[str]:
        """Yield what stands before a block, an item of a list or a row of a table."""
        yield from ()

    def item_tags(self, block: ListBlock) -> Iterator[str]:
        """Yield the opening tag of each item of a list."""
        yield from ("<li>" for _ in block.items)

    def lines(self, document: Document, outline: Sequence[Entry]) -> Iterator[str]:
        """Yield the lines of the document; `outline` has an entry for each of its headings."""
        entries = iter(outline)
        for block in document.blocks:
            yield from self.before(block)
            if isinstance(block, Heading):
                yield self._heading(block, next(entries))
            else:
                yield from self._block(block)

    def _heading(self, heading: Heading, entry: Entry) -> str:
        tag = f"h{entry.level}"
        attributes = self.attributes(heading)
        return f'<{tag} id="{entry.id}"{attributes}>{self.inlines(heading.inlines)}</{tag}>'

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Letterhead():
                yield f"<header{self.attributes(block, 'letterhead')}>"
                yield from map(self._letterhead_fact, block.facts)
                yield "</header>"
            case Facts():
                yield from self._facts(block)
            case Paragraph():
                yield self._paragraph(block)
            case ListBlock():
                yield from self._list(block)
            case Table():
                yield from self._table(block)
            case Note():
                attributes = self.attributes(block, "note")
                yield f'<aside{attributes} role="note" aria-label="Anmärkning">'
                for inner in block.blocks:
                    yield from self._block(inner)
                yield "</aside>"
            case Signature():
                yield f'<section{self.attributes(block, "signature")} aria-label="Beslut">'
                yield from map(self._paragraph, block.lines)
                yield "</section>"

    def _paragraph(self, paragraph: Paragraph) -> str:
        role = () if paragraph.role is Role.BODY else (paragraph.role.value,)
        return f"<p{self.attributes(paragraph, *role)}>{self.inlines(paragraph.inlines)}</p>"

    def _letterhead_fact(self, fact: Fact) -> str:
        label = f'<span class="label">{self._plain(fact.label)}</span> ' if fact.label else ""
        values = " ".join(f"<span>{self.inlines(value)}</span>" for value in fact.values)
        return f"<p{self.attributes(fact)}>{label}{values}</p>"

    def _facts(self, block: Facts) -> Iterator[str]:
        """Yield a description list; a value without a label is a paragraph beside it."""
        for labelled, group in groupby(block.facts, key=lambda fact: bool(fact.label)):
            if labelled:
                yield f"<dl{self.attributes(block, 'facts')}>"
                yield from map(self._fact, group)
                yield "</dl>"
            else:
                for fact in group:
                    attributes = self.attributes(fact)
                    yield from (
                        f"<p{attributes}>{self.inlines(value)}</p>" for value in fact.values
                    )

    def _fact(self, fact: Fact) -> str:
        values = "".join(f"<dd>{self.inlines(value)}</dd>" for value in fact.values)
        return f"<div{self.attributes(fact)}><dt>{self._plain(fact.label)}</dt>{values}</div>"

    def _plain(self, label: Inlines) -> str:
        """Return a label without its own weight: its place in the page gives it one."""
        return self.inlines(replace(run, bold=False) for run in label)

    def _list(self, block: ListBlock) -> Iterator[str]:
        yield self._list_tag(block)
        for item, tag in zip(block.items, self.item_tags(block), strict=True):
            yield from self.before(item)
            yield from self._item(item, tag)
        yield "</ol>" if block.ordered else "</ul>"

    def _list_tag(self, block: ListBlock) -> str:
        """Return the opening tag; long numbers have a class that makes room for them."""
        if not block.ordered:
            return f"<ul{self.attributes(block)}>"
        start = f' start="{block.start}"' if block.start != 1 else ""
        digits = len(str(block.start + len(block.items) - 1))
        room = (f"digits-{digits}",) if digits > USUAL_DIGITS else ()
        return f"<ol{start}{self.attributes(block, *room)}>"

    def _item(self, item: Item, tag: str) -> Iterator[str]:
        match item.blocks:
            case [Paragraph() as only]:
                yield f"{tag}{self.inlines(only.inlines)}</li>"
            case [Paragraph() as first, ListBlock() as under]:
                yield f"{tag}{self.inlines(first.inlines)}"
                yield from self._list(under)
                yield "</li>"
            case blocks:
                yield tag
                for inner in blocks:
                    yield from self._block(inner)
                yield "</li>"

    def _table(self, table: Table) -> Iterator[str]:
        """Yield the table in a frame of its own, which the keyboard can scroll where it is wide."""
        rows = (table.header, *table.rows)
        short = tuple(
            all(len(inline_text(cell)) <= SHORT_CELL for cell in column)
            for column in zip(*(row.cells for row in rows), strict=True)
        )
        words = ", ".join(filter(None, map(inline_text, table.header.cells)))
        label = text(f"Tabell: {words}" if words else "Tabell")
        attributes = self.attributes(table, "table")
        yield f'<div{attributes} role="group" tabindex="0" aria-label="{label}">'
        yield "<table>"
        yield f"<thead>{self._row(table.header, short, 'th')}</thead>"
        yield "<tbody>"
        for row in table.rows:
            yield from self.before(row)
            yield self._row(row, short, "td")
        yield "</tbody>"
        yield "</table>"
        yield "</div>"

    def _row(self, row: Row, short: Sequence[bool], tag: str) -> str:
        cells = []
        for cell, is_short in zip(row.cells, short, strict=True):
            name = tag if cell else "td"
            scope = ' scope="col"' if name == "th" else ""
            narrow = ' class="short"' if is_short else ""
            cells.append(f"<{name}{scope}{narrow}>{self.inlines(cell)}</{name}>")
        return f"<tr{self.attributes(row)}>{''.join(cells)}</tr>"
