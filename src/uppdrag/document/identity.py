"""A document tree in; sixteen digits that tell what is printed of it from anything else out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256

from uppdrag.document.tree import (
    Block,
    Document,
    Facts,
    Heading,
    Inlines,
    Letterhead,
    ListBlock,
    Note,
    Paragraph,
    Signature,
    Table,
)

DIGITS = 16
_SEPARATOR = "\n"


def identity(document: Document) -> str:
    """Return hexadecimal digits that two documents share only if they print the same words."""
    words: list[str] = []
    _take(document.blocks, words)
    whole = "".join(words).encode("utf-8", "surrogatepass")
    return sha256(whole).hexdigest()[:DIGITS]


def _take(blocks: Iterable[Block], words: list[str]) -> None:
    """Add the words of blocks. Every build does this: it is quicker than `text.lines`."""
    for block in blocks:
        if isinstance(block, Paragraph | Heading):
            _take_inlines(block.inlines, words)
        elif isinstance(block, ListBlock):
            for item in block.items:
                _take(item.blocks, words)
        elif isinstance(block, Note | Signature):
            _take(block.blocks if isinstance(block, Note) else block.lines, words)
        else:
            for inlines in _cells(block):
                _take_inlines(inlines, words)


def _cells(block: Facts | Letterhead | Table) -> Iterator[Inlines]:
    if isinstance(block, Table):
        for row in (block.header, *block.rows):
            yield from row.cells
    else:
        for fact in block.facts:
            yield from (fact.label, *fact.values)


def _take_inlines(inlines: Inlines, words: list[str]) -> None:
    words.extend([run.text for run in inlines])
    words.append(_SEPARATOR)
