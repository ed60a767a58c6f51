"""What a Word file says, as values: paragraphs and tables in reading order, and what is beside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from uppdrag.document.tree import Inlines
from uppdrag.findings import Severity


@dataclass(frozen=True, slots=True)
class ListPlace:
    """Where in a list a paragraph begins an item: its depth from 0, and its number if it has one.

    `label` is what Word prints before it (`1.1`, `•`), `list_id` the numbering that it counts in.
    """

    depth: int
    number: int | None = None
    label: str = ""
    list_id: str = ""


@dataclass(frozen=True, slots=True)
class WordComment:
    """A comment, at the paragraph where it begins: who wrote it, when, about which words."""

    author: str
    date: str
    text: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class WordParagraph:
    """A paragraph: its runs, the name of its style, and what it is for.

    `style` is the name that Word keeps in every language where there is one (`heading 1`).
    `heading` is the outline level, from 1, and 0 for a title. `marks` are the names of the
    bookmarks that begin in it. `after` is the space after it where it has its own, and `indent`
    its own indentation, in twentieths of a point; `size` is that of its letters in half points.
    `is_bold` tells that its style is bold, which its runs do not say. Line breaks and tabs stand
    in the text as such.
    """

    runs: Inlines = ()
    style: str = "Normal"
    heading: int | None = None
    item: ListPlace | None = None
    marks: tuple[str, ...] = ()
    comments: tuple[WordComment, ...] = ()
    after: int | None = None
    size: int = 0
    indent: int = 0
    is_bold: bool = False

    @property
    def text(self) -> str:
        """Return the words without their form."""
        return "".join(run.text for run in self.runs)


WordCell: TypeAlias = tuple[WordParagraph, ...]


@dataclass(frozen=True, slots=True)
class WordTable:
    """A table: rows of cells, each with its paragraphs; `style` is the name of its style.

    A cell that covers several columns is followed by empty ones, one that covers several rows has
    empty ones under it, so that every row has as many.
    """

    rows: tuple[tuple[WordCell, ...], ...]
    style: str = ""


WordBlock: TypeAlias = WordParagraph | WordTable


class AsideKind(StrEnum):
    """Where a text beside the running text stands; the value is the Swedish word for it."""

    HEADER = "sidhuvud"
    FOOTER = "sidfot"
    FOOTNOTE = "fotnot"
    ENDNOTE = "slutnotis"
    COMMENT = "kommentar"
    TEXT_BOX = "textruta"


class Fate(StrEnum):
    """What became of a text beside the running text."""

    IN_TEXT = "står i texten där den hör hemma"
    REPEATED = "upprepar vad som står i handlingen"
    TOLD = "är inte med i handlingen"
    KEPT = "lades till sist i handlingen"


@dataclass(frozen=True, slots=True)
class Aside:
    """A text beside the running text, and what became of it."""

    kind: AsideKind
    text: str
    fate: Fate
    author: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class WordNote:
    """Something to tell of the file: at which block, counted from 0 (None: the whole file)."""

    message: str
    severity: Severity = Severity.INFO
    block: int | None = None


@dataclass(frozen=True, slots=True)
class WordProperties:
    """What the file says of itself: its title, its keywords, and its custom properties in order."""

    title: str = ""
    keywords: str = ""
    custom: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class WordFile:
    """A Word file that has been read: nothing in it has been understood yet.

    `letterhead` is that of a template of ours which has it in the head of the first page; `heads`
    are the blocks of all heads of pages.
    """

    name: str
    blocks: tuple[WordBlock, ...]
    asides: tuple[Aside, ...] = ()
    notes: tuple[WordNote, ...] = ()
    properties: WordProperties = WordProperties()
    letterhead: tuple[WordBlock, ...] = ()
    heads: tuple[WordBlock, ...] = ()

    def paragraphs(self) -> Iterator[WordParagraph]:
        """Yield every paragraph in reading order, those in tables too."""
        for block in self.blocks:
            if isinstance(block, WordParagraph):
                yield block
                continue
            for row in block.rows:
                for cell in row:
                    yield from cell
