"""Blocks of the tree in, paragraphs and tables of Word out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, pairwise

from uppdrag.document.text import inline_text
from uppdrag.document.tree import (
    Block,
    Facts,
    Heading,
    Inlines,
    Item,
    Letterhead,
    ListBlock,
    Note,
    Paragraph,
    Role,
    Signature,
    Table,
)
from uppdrag.render.columns import width
from uppdrag.render.docx import tables
from uppdrag.render.docx.lines import KEEP, RELEASE, Line, Piece, markup
from uppdrag.render.docx.look import NOTE_PADDING, millimetres, space_before, twips
from uppdrag.render.docx.marks import Marks
from uppdrag.render.docx.prepare import Prepared
from uppdrag.render.docx.runs import SPACE, TAB, RunWriter
from uppdrag.render.docx.styles import BULLETS, HEADINGS, MORE, NUMBERS, Style
from uppdrag.render.theme import Theme

DEEPEST = 3
"""Levels of lists that the template has styles for; a deeper one is written as the last."""

_LISTS = (BULLETS, NUMBERS, MORE)

_AFTER_NUMBER = 4.0
"""Points between a wide number and the text of its item."""

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
    marks: Marks | None = None

    def markup(self, blocks: Iterable[Block]) -> str:
        """Return the blocks as WordprocessingML."""
        pieces = list(self.pieces(blocks))
        if self.marks is not None:
            self.marks.give(pieces)
        return markup(pieces, self.prepared.styles, space_before(self.theme))

    def pieces(self, blocks: Iterable[Block]) -> Iterator[Piece]:
        """Yield the lines and tables of the blocks."""
        return chain.from_iterable(map(self._block, blocks))

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
                yield tables.table(block, self.theme, self.runs)
            case Letterhead():
                yield tables.letterhead(block, self.theme, self.runs)
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
        self._end(lines)
        yield from lines

    def _end(self, lines: list[Line]) -> None:
        """Give the last line of a group the space after a paragraph."""
        if lines:
            lines[-1].spacing["after"] = twips(self.theme.spacing.after_paragraph)

    def _items(self, block: ListBlock, level: int) -> Iterator[Line]:
        level = min(level, DEEPEST)
        number = self._number(block, level)
        style = (NUMBERS if block.ordered else BULLETS)[level - 1]
        beyond = self._beyond(block)
        for item in block.items:
            for line in self._item(item, Line(style, "", number=number), level):
                if beyond:
                    self._widen(line, beyond, number)
                yield line

    def _beyond(self, block: ListBlock) -> int:
        """Return how much wider than an indent a list's numbers are."""
        if not block.ordered:
            return 0
        last = f"{block.start + len(block.items) - 1}."
        needed = width(last, self.theme.sizes.body) + _AFTER_NUMBER
        return max(0, twips(needed) - millimetres(self.theme.indents.item))

    def _widen(self, line: Line, beyond: int, number: str) -> None:
        """Move a line of a list with wide numbers in, so that all its text begins at one place."""
        item = millimetres(self.theme.indents.item)
        level = next(styles.index(line.style) + 1 for styles in _LISTS if line.style in styles)
        line.indent["left"] = line.indent.get("left", item * level) + beyond
        if line.number == number:
            line.indent["hanging"] = item + beyond

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
        """Return a list's numbering: bullets by style, numbers by an instance that restarts."""
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
        lines = []
        for fact in block.facts:
            for index, value in enumerate(fact.values):
                if index == 0 and fact.label:
                    line = Line(Style.FACT, self._labelled(fact.label, value))
                else:
                    line = Line(Style.FACT_MORE, self.runs.inlines(value))
                if index < len(fact.values) - 1:
                    line.spacing["after"] = 0
                lines.append(line)
        self._end(lines)
        yield from lines

    def _labelled(self, label: Inlines, value: Inlines) -> str:
        """Return the label, what brings its value to the column or behind it, and the value."""
        return self.runs.apart(label, SPACE if self.separator(label) == " " else TAB, value)

    def separator(self, label: Inlines) -> str:
        """Return the character between a label and its value: a tab, or a space.

        A label as wide as the column would push its value to a tab stop of its own.
        """
        column = self.theme.indents.label * 72 / 25.4
        return " " if width(inline_text(label), self.theme.sizes.body) > column else "\t"

    def _note(self, block: Note) -> Iterator[Piece]:
        pieces = list(chain.from_iterable(map(self._block, block.blocks)))
        lines = [piece for piece in pieces if isinstance(piece, Line)]
        for line in lines:
            self._shade(line)
        around = twips(self.theme.spacing.after_title)
        if lines:
            lines[0].spacing["before"] = around
            lines[-1].spacing["after"] = around
        yield from pieces

    def _shade(self, line: Line) -> None:
        """Give a line the style of remarks; one of a list keeps its marker.

        All levels have the indent of the first, and what follows in an item reaches it by a tab:
        the box begins where a paragraph's first line does, and would else step in.
        """
        item = millimetres(self.theme.indents.item)
        for styles in _LISTS:
            if line.style in styles:
                level = styles.index(line.style) + 1
                beyond = line.indent.get("left", item * level) - item * level
                line.indent["left"] = NOTE_PADDING + item + beyond
                line.indent["hanging"] = item + beyond
                if styles is MORE:
                    line.lead = TAB
                else:
                    line.number = line.number or _numbering(level, int(self.prepared.bullets))
                line.spacing.setdefault("after", twips(self.theme.spacing.after_item))
        line.style = Style.NOTE

    def _signature(self, block: Signature) -> Iterator[Line]:
        """Yield the decision's lines, kept together, with room for a signature before each name."""
        lines = [self._paragraph(p, _STYLES.get(p.role, Style.NORMAL)) for p in block.lines]
        for line, following in pairwise(lines):
            line.keep = KEEP
            if (line.style, following.style) == (Style.DECISION_DATE, Style.SIGNER_TITLE):
                following.spacing["before"] = twips(self.theme.spacing.before_signature)
        if lines:
            lines[0].spacing["before"] = twips(self.theme.spacing.before_heading)
            lines[-1].keep = RELEASE
        self._end(lines)
        yield from lines


def _numbering(level: int, number: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="{number}"/></w:numPr>'
