"""A document tree in; its text out, one line a paragraph: what every rendering must carry.

The lines hold the words of the document in reading order, with list markers, and nothing that a
format adds (page heads, page numbers, markup). Tests compare every rendering with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from uppdrag.document.tree import (
    Block,
    Document,
    Fact,
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


def lines(document: Document) -> Iterator[str]:
    """Yield the lines of the document in reading order."""
    for block in document.blocks:
        yield from block_lines(block)


def inline_text(inlines: Inlines) -> str:
    """Return the words of the inlines."""
    return "".join(run.text for run in inlines)


def fact_lines(fact: Fact) -> Iterator[str]:
    """Yield the lines of a fact, its label before its first value."""
    first, *rest = [inline_text(value) for value in fact.values]
    label = inline_text(fact.label)
    yield f"{label} {first}" if label else first
    yield from rest


def block_lines(block: Block) -> Iterator[str]:
    """Yield the lines of one block."""
    match block:
        case Heading() | Paragraph():
            yield inline_text(block.inlines)
        case Letterhead() | Facts():
            yield from chain.from_iterable(map(fact_lines, block.facts))
        case ListBlock():
            yield from _list_lines(block)
        case Table():
            for row in (block.header, *block.rows):
                yield " | ".join(map(inline_text, row.cells))
        case Note():
            yield from chain.from_iterable(map(block_lines, block.blocks))
        case Signature():
            yield from chain.from_iterable(map(block_lines, block.lines))


def _list_lines(block: ListBlock) -> Iterator[str]:
    for number, item in enumerate(block.items, block.start):
        marker = f"{number}. " if block.ordered else "- "
        inner = chain.from_iterable(map(block_lines, item.blocks))
        for index, line in enumerate(inner):
            yield (marker if index == 0 else " " * len(marker)) + line
