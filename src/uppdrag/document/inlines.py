"""A document tree in; its inlines out, and the same tree with other inlines in their place.

All go through the tree in one order, which is the reading order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import chain
from typing import Any, TypeAlias, TypeVar

from uppdrag.document.tree import (
    Block,
    Document,
    Fact,
    Facts,
    Heading,
    Inlines,
    Item,
    Letterhead,
    ListBlock,
    Note,
    Paragraph,
    Row,
    Signature,
    Table,
)

_Block = TypeVar("_Block", bound=Block)
_Change: TypeAlias = Callable[[Inlines], Inlines]


def inlines(document: Document) -> Iterator[Inlines]:
    """Yield the inlines of every paragraph, heading, cell, and label and value of a fact."""
    return chain.from_iterable(map(block_inlines, document.blocks))


def block_inlines(block: Block) -> list[Inlines]:
    """Return the inlines of one block."""
    found: list[Inlines] = []

    def take(one: Inlines) -> Inlines:
        found.append(one)
        return one

    _changed(block, take)
    return found


def with_inlines(document: Document, new: Iterable[Inlines]) -> Document:
    """Return the document with new inlines, as many as it has, in the same order."""
    rest = iter(new)
    blocks = tuple(_changed(block, lambda _: next(rest)) for block in document.blocks)
    return replace(document, blocks=blocks)


def _changed(block: _Block, change: _Change) -> _Block:
    parts: dict[str, Any] = {}
    match block:
        case Paragraph() | Heading():
            parts["inlines"] = change(block.inlines)
        case Letterhead() | Facts():
            parts["facts"] = tuple(_fact(fact, change) for fact in block.facts)
        case ListBlock():
            parts["items"] = tuple(_item(item, change) for item in block.items)
        case Table():
            parts["header"] = _row(block.header, change)
            parts["rows"] = tuple(_row(row, change) for row in block.rows)
        case Note():
            parts["blocks"] = tuple(_changed(inner, change) for inner in block.blocks)
        case Signature():
            parts["lines"] = tuple(_changed(line, change) for line in block.lines)
    return replace(block, **parts)


def _fact(fact: Fact, change: _Change) -> Fact:
    return replace(fact, label=change(fact.label), values=tuple(map(change, fact.values)))


def _item(item: Item, change: _Change) -> Item:
    return replace(item, blocks=tuple(_changed(block, change) for block in item.blocks))


def _row(row: Row, change: _Change) -> Row:
    return replace(row, cells=tuple(map(change, row.cells)))
