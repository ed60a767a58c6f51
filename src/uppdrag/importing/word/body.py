"""The body of a part of a Word file in; its paragraphs and tables in reading order out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from uppdrag.findings import Severity, UppdragError
from uppdrag.importing.word.file import (
    Aside,
    AsideKind,
    Fate,
    WordBlock,
    WordCell,
    WordNote,
    WordParagraph,
    WordTable,
)
from uppdrag.importing.word.markup import MC, W, number, value
from uppdrag.importing.word.paragraph import Context, ParagraphReader, chosen, joined_texts

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_PARAGRAPHS = 20_000
MOST_CHARACTERS = 400_000
MOST_COLUMNS = 63
"""Columns of a table that Word knows."""

_AROUND = frozenset(f"{W}{name}" for name in ("sdtContent", "customXml", "ins", "moveTo"))
_MARKS = frozenset({f"{W}bookmarkStart", f"{W}commentRangeStart"})

_HIDDEN = "Dold text är inte med i handlingen: ”{text}”. Gör den synlig i Word om den ska med."
_BOX = "Texten stod i en textruta. Kontrollera att den hamnade rätt."
_OTHER = (
    "Filen hämtar text ur en annan fil eller en inbäddad del, som inte har lästs. Infoga texten i "
    "dokumentet och importera igen."
)


@dataclass(slots=True)
class BodyReader:
    """Reads the blocks of a part, and gathers what is to be told of them."""

    context: Context
    name: str
    notes: list[WordNote] = field(default_factory=list)
    asides: list[Aside] = field(default_factory=list)
    count: int = 0
    characters: int = 0
    waiting: list[_Element] = field(default_factory=list)
    paragraphs: ParagraphReader = field(init=False)

    def __post_init__(self) -> None:
        self.paragraphs = ParagraphReader(self.context)

    def read(self, parent: _Element) -> tuple[WordBlock, ...]:
        """Return the blocks, each note with the number of the block that it is about."""
        blocks: list[WordBlock] = []
        for block in self._blocks(parent, blocks):
            blocks.append(block)  # noqa: PERF402 - notes count those that stand before
        return tuple(blocks)

    def _blocks(self, parent: _Element, before: list[WordBlock]) -> Iterator[WordBlock]:
        for child in parent:
            tag = child.tag
            if tag == f"{W}p":
                yield from self._paragraph(child, before)
            elif tag == f"{W}tbl":
                yield self._table(child, before)
            elif tag == f"{W}sdt":
                for content in child.iterfind(f"{W}sdtContent"):
                    yield from self._blocks(content, before)
            elif tag == f"{MC}AlternateContent":
                yield from self._blocks(chosen(child), before)
            elif tag in _AROUND:
                yield from self._blocks(child, before)
            elif tag in _MARKS:
                self.waiting.append(child)
            elif tag in {f"{W}altChunk", f"{W}subDoc"}:
                self._note(_OTHER, before, Severity.WARNING)

    def _note(
        self, message: str, before: list[WordBlock], severity: Severity = Severity.INFO
    ) -> None:
        self.notes.append(WordNote(message, severity, len(before)))

    def _paragraph(self, element: _Element, before: list[WordBlock]) -> Iterator[WordParagraph]:
        self.count += 1
        if self.count > MOST_PARAGRAPHS:
            raise UppdragError(
                f"{self.name} har fler än {MOST_PARAGRAPHS} stycken och är ingen enskild handling. "
                "Dela dokumentet och importera en handling i taget."
            )
        read = self.paragraphs.read(element, self.waiting)
        self.waiting = []
        self.characters += len(read.paragraph.text)
        if self.characters > MOST_CHARACTERS:
            raise UppdragError(
                f"{self.name} har fler än {MOST_CHARACTERS} tecken och är ingen enskild handling. "
                "Dela dokumentet och importera en handling i taget."
            )
        for message in read.notes:
            self._note(message, before)
        hidden = " ".join("".join(read.hidden).split())
        if hidden:
            self._note(_HIDDEN.format(text=hidden[:200]), before, Severity.WARNING)
        yield read.paragraph
        for box in read.boxes:
            found = tuple(self._flat(box, before))
            if words := joined_texts(found):
                self.asides.append(Aside(AsideKind.TEXT_BOX, words, Fate.IN_TEXT))
                self.notes.append(WordNote(_BOX, Severity.INFO, len(before)))
            yield from found

    def _flat(self, parent: _Element, before: list[WordBlock]) -> Iterator[WordParagraph]:
        """Yield paragraphs only: those of a table in their order."""
        for block in self._blocks(parent, before):
            if isinstance(block, WordParagraph):
                yield block
            else:
                for row in block.rows:
                    for cell in row:
                        yield from cell

    def _table(self, element: _Element, before: list[WordBlock]) -> WordTable:
        properties = element.find(f"{W}tblPr")
        style = "" if properties is None else value(properties.find(f"{W}tblStyle"))
        rows = [tuple(self._cells(row, before)) for row in _own(element, f"{W}tr")]
        width = max(map(len, rows), default=0)
        filled = (row + ((),) * (width - len(row)) for row in rows)
        return WordTable(tuple(filled), self.context.styles.name(style) if style else "")

    def _cells(self, row: _Element, before: list[WordBlock]) -> Iterator[WordCell]:
        properties = row.find(f"{W}trPr")
        skipped = None if properties is None else properties.find(f"{W}gridBefore")
        for _ in range(min(number(skipped), MOST_COLUMNS)):
            yield ()
        for cell in _own(row, f"{W}tc"):
            yield tuple(p for p in self._flat(cell, before) if p.text.strip() or p.item)
            for _ in range(_span(cell) - 1):
                yield ()


def _span(cell: _Element) -> int:
    properties = cell.find(f"{W}tcPr")
    span = None if properties is None else properties.find(f"{W}gridSpan")
    return min(max(number(span, default=1), 1), MOST_COLUMNS)


def _own(parent: _Element, tag: str) -> Iterator[_Element]:
    """Yield the children of a kind, those in content controls too, none of a table within."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in {f"{W}sdt", *_AROUND}:
            yield from _own(child, tag)
