"""A document in; its headings out, each with a level that skips none and an address of its own."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from uppdrag.document.text import inline_text
from uppdrag.document.tree import Document, Heading
from uppdrag.render.html.inlines import shown

SHELL_IDS = ("dokument", "innehall")
"""The ids that the template's own elements have: a heading takes neither."""

LONGEST_ID = 60

_WORDING_KEYS = ("rubrik", "etikett")
_NOT_ASCII_WORD = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading as the page has it: `text` are its words, `id` is ASCII and unique."""

    level: int
    id: str
    text: str


def outline(document: Document) -> tuple[Entry, ...]:
    """Return an entry for each heading, in reading order.

    The id comes from the key that the heading stands at, so that a link to a section survives a
    reworded heading. A level is lowered where one is skipped (WCAG 2.1, technique H42).
    """
    entries: list[Entry] = []
    taken = set(SHELL_IDS)
    level = 0
    for block in document.blocks:
        if isinstance(block, Heading):
            level = min(block.level, level + 1)
            text = inline_text(block.inlines)
            name = _free(_name(block, text), taken)
            taken.add(name)
            entries.append(Entry(level, name, shown(text)))
    return tuple(entries)


def _name(heading: Heading, text: str) -> str:
    path = heading.origin.path
    if path and path[-1] in _WORDING_KEYS:
        path = path[:-1]
    words = " ".join(map(str, path)) or text
    folded = unicodedata.normalize("NFKD", words.lower()).encode("ascii", "ignore").decode("ascii")
    name = _NOT_ASCII_WORD.sub("-", folded).strip("-")[:LONGEST_ID].strip("-")
    return name or "avsnitt"


def _free(name: str, taken: set[str]) -> str:
    """Return the name, numbered where it is taken."""
    number = 1
    candidate = name
    while candidate in taken:
        number += 1
        candidate = f"{name}-{number}"
    return candidate
