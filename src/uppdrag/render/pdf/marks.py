"""Marked runs in; what the template must know of the marks out: what is gone, and what changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from uppdrag.document.tree import Inlines, Item, ListBlock, MarkKind, Paragraph, Run

GONE = frozenset({MarkKind.DELETED, MarkKind.MOVED_AWAY})
"""Marks of what the new document does not have."""


def is_changed(inlines: Iterable[Run]) -> bool:
    """Tell whether anything in a line has a mark."""
    return any(run.mark is not None for run in inlines)


def is_gone(inlines: Iterable[Run]) -> bool:
    """Tell whether there are words, and the new document has none of them."""
    kinds = {run.mark.kind if run.mark else None for run in inlines if run.text.strip()}
    return bool(kinds) and kinds <= GONE


def gone_items(block: ListBlock) -> list[bool]:
    """Tell of each item of a list whether it is gone."""
    return [is_gone(run for line in _lines(item) for run in line) for item in block.items]


def _lines(item: Item) -> Iterator[Inlines]:
    for block in item.blocks:
        if isinstance(block, Paragraph):
            yield block.inlines
        else:
            for inner in block.items:
                yield from _lines(inner)
