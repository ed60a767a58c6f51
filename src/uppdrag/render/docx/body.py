"""Blocks of the tree in, paragraphs and tables of Word out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain

from uppdrag.document.text import inline_text
from uppdrag.document.tree import (
    Block,
    Facts,
    Heading,
    Item,
    Letterhead,
    ListBlock,
    Note,
    Paragraph,
    Role,
    Signature,
    Table,
)
from uppdrag.render.docx import tables
from uppdrag.render.docx.lines import KEEP, RELEASE, Grid, Line, Piece, markup
from uppdrag.render.docx.look import NOTE_PADDING, millimetres, twips
from uppdrag.render.docx.measure import width
from uppdrag.render.docx.prepare import Prepared
from uppdrag.render.docx.runs import RunWriter
from uppdrag.render.docx.styles import BULLETS, HEADINGS, MORE, NUMBERS, Style
from uppdrag.render.theme import Theme

DEEPEST = 3
"""Levels of lists that the template has styles for; a deeper one is written as the last."""

_STYLES = {
    Role.LEAD: Style.LEAD,
    Role.DECISION_DATE: Style.DECISION_DATE,
    Role.SIGNER_NAME: Style.SIGNER_NAME,
    Role.SIGNER_TITLE: Style.SIGNER_TITLE,
}


@dataclass(slots=True)
class BodyWriter:
    """Writes blocks, and collects the instances of numbering that their lists need."""

    theme: Theme
    prepared: Prepared
    runs: RunWriter
    instances: list[str] = field(default_factory=list)

    def markup(self, blocks: Iterable[Block]) -> str:
        """Return the blocks as WordprocessingML."""
        pieces = chain.from_iterable(map(self._block, blocks))
        gap = twips(self.theme.spacing.after_paragraph)
        return markup(pieces, self.prepared.styles, gap)

    def _block(self, block: Block) -> Iterator[Piece]:
        match block:
            case Heading():
                style = HEADINGS[min(max(block.level, 1), len(HEADINGS)) - 1]
                yield Line(style, self.runs.inlines(block.inlines))
            case Paragraph():
                yield self._paragraph(block, _STYLES.get(block.role, Style.NORMAL))
            case ListBlock():
                yield from self._list(block)
            case Table():
                yield Grid(tables.table(block, self.theme, self.runs))
            case Letterhead():
                yield Grid(tables.letterhead(block, self.theme, self.runs))
            case Facts():
                yield from self._facts(block)
            case Note():
                yield from self._note(block)
            case Signature():
                yield from self._signature(block)

    def _paragraph(self, block: Paragraph, style: Style) -> Line:
        keep = KEEP if block.role is Role.INTRODUCTION else ""
        return Line(style, self.runs.inlines(block.inlines), keep)

    def _list(self, block: ListBlock) -> Iterator[Line]:
        lines = list(self._items(block, 1))
        if lines:
            lines[-1].spacing["after"] = twips(self.theme.spacing.after_paragraph)
        yield from lines

    def _items(self, block: ListBlock, level: int) -> Iterator[Line]:
        level = min(level, DEEPEST)
        number = self._number(block, level)
        style = (NUMBERS if block.ordered else BULLETS)[level - 1]
        for item in block.items:
            yield from self._item(item, Line(style, "", number=number), level)

    def _item(self, item: Item, marked: Line, level: int) -> Iterator[Line]:
        """Yield an item: the line with its marker, then what stands under it."""
        blocks = item.blocks
        if blocks and isinstance(blocks[0], Paragraph):
            first = self._paragraph(blocks[0], marked.style)
            marked.runs, marked.keep = first.runs, first.keep
            blocks = blocks[1:]
        yield marked
        for block in blocks:
            if isinstance(block, ListBlock):
                yield from self._items(block, level + 1)
            else:
                yield self._paragraph(block, MORE[level - 1])

    def _number(self, block: ListBlock, level: int) -> str:
        """Return the numbering of a list: bullets by style, numbers as an instance that restarts."""
        if not block.ordered:
            return ""
        number = self.prepared.next_number + len(self.instances)
        self.instances.append(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{self.prepared.numbers}"/>'
            f'<w:lvlOverride w:ilvl="{level - 1}"><w:startOverride w:val="{block.start}"/>'
            "</w:lvlOverride></w:num>"
        )
        return _numbering(level, number)

    def _facts(self, block: Facts) -> Iterator[Line]:
        column = self.theme.indents.label * 72 / 25.4
        for fact in block.facts:
            label = self.runs.inlines(fact.label)
            # A label as wide as the column would push its value to a tab stop of its own.
            is_wide = width(inline_text(fact.label), self.theme.sizes.body) > column
            between = '<w:r><w:t xml:space="preserve"> </w:t></w:r>' if is_wide else _TAB
            for index, value in enumerate(fact.values):
                if index == 0 and fact.label:
                    yield Line(Style.FACT, label + between + self.runs.inlines(value))
                else:
                    yield Line(Style.FACT_MORE, self.runs.inlines(value))

    def _note(self, block: Note) -> Iterator[Piece]:
        for piece in chain.from_iterable(map(self._block, block.blocks)):
            if isinstance(piece, Line):
                self._shade(piece)
            yield piece

    def _shade(self, line: Line) -> None:
        """Give a line the style of remarks; one of a list keeps its marker and its indent."""
        item = millimetres(self.theme.indents.item)
        for styles in (BULLETS, NUMBERS, MORE):
            if line.style in styles:
                level = styles.index(line.style) + 1
                line.indent["left"] = NOTE_PADDING + item * level
                if styles is not MORE:
                    line.indent["hanging"] = item
                    line.number = line.number or _numbering(level, int(self.prepared.bullets))
                line.spacing.setdefault("after", twips(self.theme.spacing.after_item))
        line.style = Style.NOTE

    def _signature(self, block: Signature) -> Iterator[Line]:
        lines = [self._paragraph(p, _STYLES.get(p.role, Style.NORMAL)) for p in block.lines]
        for line in lines[:-1]:
            line.keep = KEEP
        if lines:
            lines[-1].keep = RELEASE
        yield from lines


_TAB = "<w:r><w:tab/></w:r>"


def _numbering(level: int, number: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="{number}"/></w:numPr>'
