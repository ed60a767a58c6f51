"""A node of a marked document in; the runs that it holds, and what became of it, out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from uppdrag.compare.display import PILCROW
from uppdrag.compare.marked import ONLY_NEW, ONLY_OLD, kind_of
from uppdrag.document.tree import (
    Fact,
    Facts,
    Heading,
    Item,
    Letterhead,
    ListBlock,
    MarkKind,
    Note,
    Paragraph,
    Row,
    Run,
    Signature,
    Table,
)
from uppdrag.render.html.body import Node

CAME = "came"
GONE = "gone"
MOVED_HERE = "moved-here"
MOVED_AWAY = "moved-away"
CHANGED = "changed"


def runs(node: Node) -> Iterator[Run]:
    """Yield the runs of a node in reading order."""
    match node:
        case Heading() | Paragraph():
            yield from node.inlines
        case Fact():
            yield from node.label
            for value in node.values:
                yield from value
        case Row():
            for cell in node.cells:
                yield from cell
        case _:
            for inner in parts(node):
                yield from runs(inner)


def parts(node: Node) -> tuple[Node, ...]:
    """Return the nodes that stand in a node."""
    match node:
        case Letterhead() | Facts():
            return node.facts
        case ListBlock():
            return node.items
        case Table():
            return (node.header, *node.rows)
        case Item() | Note():
            return node.blocks
        case Signature():
            return node.lines
        case _:
            return ()


def standing(inlines: Iterable[Run]) -> str:
    """Return what became of a stretch: the class of its element; empty where nothing did."""
    kinds = set(map(kind_of, inlines))
    if not kinds - {None}:
        return ""
    if kinds <= ONLY_OLD:
        return MOVED_AWAY if MarkKind.MOVED_AWAY in kinds else GONE
    if kinds <= ONLY_NEW:
        return MOVED_HERE if MarkKind.MOVED_HERE in kinds else CAME
    return CHANGED


def node_standing(node: Node) -> str:
    """Return what became of a node; an item is no more changed than its own words are."""
    whole = standing(runs(node))
    if whole == CHANGED and isinstance(node, Item):
        own = (run for block in node.blocks if isinstance(block, Paragraph) for run in runs(block))
        return CHANGED if standing(own) else ""
    return whole


def is_counted(item: Item) -> bool:
    """Tell whether an item is one in the new document too, so that it has a number there."""
    found = list(runs(item))
    if not found:
        return True
    ends_in_next = found[-1].text == PILCROW and standing(found[-1:]) == GONE
    return not ends_in_next and standing(found) not in {GONE, MOVED_AWAY}


def goes_on(block: ListBlock, at: int) -> bool:
    """Tell whether an item is the rest of the one before, which something gone parts it from."""
    first = next(iter(block.items[at].blocks), None)
    return at > 0 and isinstance(first, ListBlock)
