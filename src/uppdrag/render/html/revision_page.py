"""What a page of changes shows: the data that its template lays out."""

from __future__ import annotations

from dataclasses import dataclass

from uppdrag.compare.telling.compared import FactOfBoth
from uppdrag.render.html.revision_contents import Section
from uppdrag.render.html.revision_summary import Line, Summary


@dataclass(frozen=True, slots=True)
class Mandate:
    """What a page shows of one comparison; `prefix` stands before all its ids.

    `text` and `sides` are markup, every word of it escaped; all else is text. `unseen` are the
    changes that have no place in the text.
    """

    prefix: str
    title: str
    facts: tuple[FactOfBoth, ...]
    count: str
    summary: Summary
    sections: tuple[Section, ...]
    unseen: tuple[Line, ...]
    text: str
    sides: str
    total: int


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its title, the level of each mandate's own headings, and sentences beside them."""

    title: str
    is_branch: bool
    level: int
    mandates: tuple[Mandate, ...]
    notes: tuple[str, ...]
