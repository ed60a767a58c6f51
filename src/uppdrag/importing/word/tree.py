"""A Word file in the styles of our own template in; its document tree, as `render` drew it, out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from uppdrag.compare.line import joined
from uppdrag.document.tree import (
    Block,
    Fact,
    Facts,
    Heading,
    Inlines,
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
from uppdrag.importing.word.file import WordBlock, WordFile, WordParagraph, WordTable
from uppdrag.importing.word.lists import is_listed, lists_of
from uppdrag.render.docx.styles import HEADINGS, Style

_ROLES = {
    Style.LEAD: Role.LEAD,
    Style.DECISION_DATE: Role.DECISION_DATE,
    Style.SIGNER_NAME: Role.SIGNER_NAME,
    Style.SIGNER_TITLE: Role.SIGNER_TITLE,
}
_SIGNATURE = frozenset(_ROLES) - {Style.LEAD}
_FACTS = frozenset({Style.FACT, Style.FACT_MORE})
_TELLING = _FACTS | _SIGNATURE | {Style.LEAD, Style.LETTERHEAD_TABLE, Style.TABLE, Style.NOTE}
"""Styles that no other template has by these names."""


def is_own(file: WordFile) -> bool:
    """Tell whether a file is dressed in our template: one title, and a style that only it has."""
    titles = sum(block.style == HEADINGS[0] for block in file.blocks)
    told = {block.style for block in (*file.letterhead, *file.blocks)}
    return titles == 1 and (bool(told & _TELLING) or "uppdrag" in file.properties.keywords)


def tree_of(file: WordFile) -> tuple[Block, ...]:
    """Return the blocks of a document that our own writer made, and perhaps somebody edited."""
    blocks = list(_Building((*file.letterhead, *file.blocks)).blocks())
    for at, (block, following) in enumerate(pairwise(blocks)):
        if isinstance(block, Paragraph) and isinstance(following, ListBlock | Table):
            is_body = block.role is Role.BODY
            blocks[at] = replace(block, role=Role.INTRODUCTION) if is_body else block
    return tuple(blocks)


def _is_plainly_listed(one: WordParagraph) -> bool:
    return is_listed(one) and one.style != Style.NOTE


@dataclass(slots=True)
class _Building:
    """Goes through the blocks of a file."""

    given: Sequence[WordBlock]
    at: int = 0

    def blocks(self) -> Iterator[Block]:
        while self.at < len(self.given):
            block = self.given[self.at]
            if isinstance(block, WordTable):
                self.at += 1
                yield _letterhead(block) if block.style == Style.LETTERHEAD_TABLE else _table(block)
            elif block.style == Style.NOTE:
                yield Note(tuple(lists_of(self.those(lambda one: one.style == Style.NOTE))))
            elif block.style in _FACTS:
                yield Facts(tuple(_facts(self.those(lambda one: one.style in _FACTS))))
            elif block.style in _SIGNATURE:
                lines = self.those(lambda one: one.style in _SIGNATURE)
                yield Signature(tuple(Paragraph(_said(one), _role(one)) for one in lines))
            elif is_listed(block):
                yield from lists_of(self.those(_is_plainly_listed))
            else:
                self.at += 1
                yield from _running(block)

    def those(self, test: Callable[[WordParagraph], bool]) -> list[WordParagraph]:
        """Return the paragraphs from here on that a test is true of."""
        found: list[WordParagraph] = []
        while self.at < len(self.given):
            block = self.given[self.at]
            if not isinstance(block, WordParagraph) or not test(block):
                break
            found.append(block)
            self.at += 1
        return found


def _running(block: WordParagraph) -> Iterator[Block]:
    if not block.text.strip(" \t\n"):
        return
    if block.style in HEADINGS:
        yield Heading(HEADINGS.index(Style(block.style)) + 1, _plain(block))
    elif block.heading is not None:
        yield Heading(min(max(block.heading, 1), len(HEADINGS)), _plain(block))
    else:
        yield Paragraph(_said(block), _role(block))


def _role(block: WordParagraph) -> Role:
    return next((role for style, role in _ROLES.items() if style == block.style), Role.BODY)


def _said(block: WordParagraph) -> Inlines:
    return joined(replace(run, text=run.text.replace("\n", " ")) for run in block.runs)


def _plain(block: WordParagraph) -> Inlines:
    return (Run(" ".join(block.text.replace("\n", " ").split(" "))),)


def _facts(lines: Sequence[WordParagraph]) -> Iterator[Fact]:
    """Yield each label with its values; a line in the label's style without one is a value."""
    label: Inlines = ()
    values: list[Inlines] = []
    for line in lines:
        own, value = _labelled(line) if line.style == Style.FACT else ((), _said(line))
        if own:
            if values:
                yield Fact(label, tuple(values))
            label, values = own, []
        values.append(value)
    if values:
        yield Fact(label, tuple(values))


def _labelled(line: WordParagraph) -> tuple[Inlines, Inlines]:
    """Return the label in bold, and the value after the tab or the space."""
    first, *rest = line.runs or (Run(""),)
    if not first.bold or not rest:
        return (), _said(line)
    value = [replace(rest[0], text=rest[0].text.removeprefix("\t").removeprefix(" ")), *rest[1:]]
    return (first,), joined(value)


def _letterhead(table: WordTable) -> Letterhead:
    return Letterhead(tuple(_head_fact(cell) for row in table.rows for cell in row if cell))


def _head_fact(cell: Sequence[WordParagraph]) -> Fact:
    is_labelled = cell[0].style == Style.LETTERHEAD_LABEL and len(cell) > 1
    label = _said(cell[0]) if is_labelled else ()
    return Fact(label, tuple(_said(line) for line in cell[is_labelled:]))


def _table(table: WordTable) -> Table:
    rows = [Row(tuple(_cell(cell) for cell in row)) for row in table.rows]
    return Table(rows[0], tuple(rows[1:])) if rows else Table(Row(()), ())


def _cell(cell: Sequence[WordParagraph]) -> Inlines:
    runs: list[Run] = []
    for line in cell:
        runs.extend([Run(" ")] if runs else [])
        runs.extend(line.runs)
    return joined(runs)
