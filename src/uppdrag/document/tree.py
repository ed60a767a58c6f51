"""The document tree: what every renderer draws; made by `compose`, knows nothing of formats.

A block or inline carries the path of the YAML value that it came from (`Origin`), which is no part
of what it is: two trees that read the same are equal. Text is NFC, with single spaces.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from uppdrag.model.handling import Path


@dataclass(frozen=True, slots=True)
class Origin:
    """Where something was written: the value's path, and the characters of its text.

    `end` is exclusive and None for the whole value; words that the format supplies (a default
    heading) have the path of the key that called for them.
    """

    path: Path = ()
    start: int = 0
    end: int | None = None


class MarkKind(StrEnum):
    """What a revision did to a stretch of text."""

    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED_HERE = "moved-here"
    MOVED_AWAY = "moved-away"
    REFORMATTED = "reformatted"


@dataclass(frozen=True, slots=True)
class Mark:
    """What a revision did to a run, and which change of the document it belongs to (from 1).

    A reformatted run was `bold` and `italic` as given before. `note` says in words what cannot be
    seen in the text itself. `by` is who made the change, where several did.
    """

    kind: MarkKind
    change: int = 0
    bold: bool = False
    italic: bool = False
    note: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one form; `target` makes it a link, `mark` part of a revision."""

    text: str
    bold: bool = False
    italic: bool = False
    target: str | None = None
    origin: Origin = field(default=Origin(), compare=False)
    mark: Mark | None = None


Inlines: TypeAlias = tuple[Run, ...]


class Role(StrEnum):
    """What a paragraph is for, where that shows."""

    BODY = "body"
    LEAD = "lead"
    LABELLED = "labelled"
    INTRODUCTION = "introduction"
    DECISION_DATE = "decision-date"
    SIGNER_NAME = "signer-name"
    SIGNER_TITLE = "signer-title"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; an INTRODUCTION belongs with the list or table that follows."""

    inlines: Inlines
    role: Role = Role.BODY
    origin: Origin = field(default=Origin(), compare=False)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: level 1 is the document's title, 2 a section, 3 a part of one."""

    level: int
    inlines: Inlines
    origin: Origin = field(default=Origin(), compare=False)


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list: paragraphs, and perhaps lists under it."""

    blocks: tuple[Paragraph | ListBlock, ...]
    origin: Origin = field(default=Origin(), compare=False)


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A bulleted list, or a numbered one that begins at `start`."""

    items: tuple[Item, ...]
    ordered: bool = False
    start: int = 1
    origin: Origin = field(default=Origin(), compare=False)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table, a cell a tuple of inlines."""

    cells: tuple[Inlines, ...]
    origin: Origin = field(default=Origin(), compare=False)


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one header row; every row has as many cells as the header."""

    header: Row
    rows: tuple[Row, ...]
    origin: Origin = field(default=Origin(), compare=False)


@dataclass(frozen=True, slots=True)
class Fact:
    """A labelled value of the head; `label` is empty where the value speaks for itself."""

    label: Inlines
    values: tuple[Inlines, ...]
    origin: Origin = field(default=Origin(), compare=False)


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The facts above the title, side by side: document type, date, number, organisation."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Facts under one another, label beside value."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A remark about the document that must not be overlooked, set apart from its text."""

    blocks: tuple[Paragraph | ListBlock | Table, ...]
    origin: Origin = field(default=Origin(), compare=False)


@dataclass(frozen=True, slots=True)
class Signature:
    """The decision: date, name and title, kept together on one page."""

    lines: tuple[Paragraph, ...]
    origin: Origin = field(default=Origin(), compare=False)


Block: TypeAlias = Letterhead | Facts | Heading | Note | Paragraph | ListBlock | Table | Signature


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a file says about itself, and what stands at the head and foot of its pages.

    `date` is ISO 8601 or None. `status` is empty for a decided document. `fingerprint` is that of
    the decided content, whole (`sha256:` and 64 digits), or empty.
    """

    title: str
    document_type: str
    identifier: str | None = None
    date: str | None = None
    organisation: tuple[str, ...] = ()
    subject: str = ""
    status: str = ""
    fingerprint: str = ""
    language: str = "sv-SE"


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document: its metadata and its blocks in reading order."""

    metadata: Metadata
    blocks: tuple[Block, ...]
