"""Marked runs in; what the template must know of the marks out: what is gone, and what changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from uppdrag.compare.marked import ONLY_OLD, kind_of
from uppdrag.document.tree import Inlines, Item, ListBlock, Paragraph, Run


def is_changed(inlines: Iterable[Run]) -> bool:
    """Tell whether anything in a line has a mark."""
    return any(run.mark is not None for run in inlines)


def is_gone(inlines: Iterable[Run]) -> bool:
    """Tell whether there are words, and the new document has none of them."""
    kinds = {kind_of(run) for run in inlines if run.text.strip()}
    return bool(kinds) and kinds <= ONLY_OLD


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
