"""The tokens of a Markdown text in; blocks of the document tree, lines that breaks part, out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from markdown_it.token import Token

from uppdrag.document.tree import (
    Heading,
    Inlines,
    Item,
    ListBlock,
    Note,
    Paragraph,
    Row,
    Run,
    Table,
)
from uppdrag.importing.alike import Rows
from uppdrag.importing.html.blocks import Reading
from uppdrag.importing.html.element import elements
from uppdrag.importing.html.inlines import folded
from uppdrag.importing.page import Maker

Found: TypeAlias = Heading | Paragraph | ListBlock | Table | Note | Rows


class Cursor:
    """Tokens, read one after another."""

    def __init__(self, tokens: Sequence[Token], name: str) -> None:
        self.tokens = tokens
        self.name = name
        self.at = 0

    def next(self) -> Token | None:
        """Return the next token, or None at the end."""
        if self.at >= len(self.tokens):
            return None
        self.at += 1
        return self.tokens[self.at - 1]

    def blocks(self, closing: str | None = None) -> Iterator[Found]:
        """Yield the blocks up to a closing token."""
        while (token := self.next()) is not None and token.type != closing:
            yield from self._block(token)

    def _block(self, token: Token) -> Iterator[Found]:
        match token.type:
            case "heading_open":
                yield from self._heading(int(token.tag[1:]))
            case "paragraph_open" if rows := self._rows():
                yield Rows(rows) if len(rows) > 1 else Paragraph(rows[0])
            case "bullet_list_open" | "ordered_list_open":
                yield from self._list(token)
            case "table_open":
                yield from self._table()
            case "blockquote_open":
                inner = (_unbroken(found) for found in self.blocks("blockquote_close"))
                yield Note(tuple(b for b in inner if not isinstance(b, Heading | Note)))
            case "fence" | "code_block":
                rows = tuple((Run(row),) for row in token.content.split("\n") if row.strip())
                yield from (Paragraph(row) for row in rows)
            case "html_block":
                yield from self._markup(token.content)

    def _markup(self, content: str) -> Iterator[Found]:
        page = elements(content, self.name)
        for block in Reading(Maker.OTHER).blocks(page.children):
            if isinstance(block, Heading | Paragraph | ListBlock | Table):
                yield block

    def _heading(self, level: int) -> Iterator[Found]:
        words = folded(tuple(run for row in self._rows() for run in (*row, Run(" "))))
        if words:
            yield Heading(level, tuple(replace(run, bold=False) for run in words))

    def _rows(self) -> tuple[Inlines, ...]:
        inline = self.next()
        self.next()
        return inline_rows(inline) if inline is not None else ()

    def _list(self, opening: Token) -> Iterator[Found]:
        ordered = opening.type == "ordered_list_open"
        closing = opening.type.replace("open", "close")
        items: list[Item] = []
        while (token := self.next()) is not None and token.type != closing:
            inner = (_unbroken(found) for found in self.blocks("list_item_close"))
            blocks = tuple(part for block in inner for part in _listed(block))
            if blocks:
                items.append(Item(blocks))
        if items:
            yield ListBlock(tuple(items), ordered, int(opening.attrs.get("start", 1)))

    def _table(self) -> Iterator[Found]:
        rows: list[Row] = []
        cells: list[Inlines] = []
        while (token := self.next()) is not None and token.type != "table_close":
            match token.type:
                case "tr_open":
                    cells = []
                case "inline":
                    row = inline_rows(token)
                    cells.append(folded(tuple(run for part in row for run in (*part, Run(" ")))))
                case "tr_close":
                    rows.append(Row(tuple(cells)))
        if rows:
            yield Table(rows[0], tuple(rows[1:]))


def inline_rows(token: Token) -> tuple[Inlines, ...]:
    """Return the runs of a paragraph, cut at the breaks that were meant."""
    rows: list[list[Run]] = [[]]
    bold = italic = 0
    target: str | None = None
    for child in token.children or ():
        match child.type:
            case "strong_open" | "strong_close":
                bold += child.nesting
            case "em_open" | "em_close":
                italic += child.nesting
            case "link_open":
                target = str(child.attrs["href"])
            case "link_close":
                target = None
            case "hardbreak":
                rows.append([])
            case "html_inline" if child.content.casefold().startswith("<br"):
                rows.append([])
            case _ if words := _words(child):
                rows[-1].append(Run(words, bold > 0, italic > 0, target))
    return tuple(found for row in rows if (found := _merged(folded(tuple(row)))))


def _words(token: Token) -> str:
    match token.type:
        case "softbreak":
            return " "
        case "image" | "text" | "text_special" | "code_inline":
            return token.content
        case _:
            return ""


def _merged(runs: Inlines) -> Inlines:
    out: list[Run] = []
    for run in runs:
        if out and replace(out[-1], text=run.text) == run:
            out[-1] = replace(out[-1], text=out[-1].text + run.text)
        else:
            out.append(run)
    return tuple(out)


def _unbroken(found: Found) -> Heading | Paragraph | ListBlock | Table | Note:
    """Return lines that breaks part as one paragraph, where nothing else can hold them."""
    if not isinstance(found, Rows):
        return found
    return Paragraph(_merged(folded(tuple(r for row in found.rows for r in (*row, Run(" "))))))


def _listed(
    found: Heading | Paragraph | ListBlock | Table | Note,
) -> Iterator[Paragraph | ListBlock]:
    match found:
        case Paragraph() | ListBlock():
            yield found
        case Heading():
            yield Paragraph(found.inlines)
        case Table():
            for row in (found.header, *found.rows):
                yield Paragraph(folded(tuple(r for cell in row.cells for r in (*cell, Run(" ")))))
        case Note():
            for block in found.blocks:
                yield from _listed(block)
