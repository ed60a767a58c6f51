"""Blocks of source text in; running text in the format's Markdown out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from uppdrag.document import prose
from uppdrag.document.tree import Table
from uppdrag.importing.block import Blocks, Grid, Item, Listing, Passage
from uppdrag.importing.markup import write
from uppdrag.importing.words import single_spaced, words
from uppdrag.model import Prosa
from uppdrag.model.dump import fold

DEEPEST = 8
"""Levels of a list; the format's reader would lose words far below."""


def prosa(blocks: Blocks) -> Prosa:
    """Return the running text of some blocks, folded as a file holds it."""
    return Prosa(fold("\n\n".join(part for block in blocks for part in _written(block) if part)))


def _written(block: Passage | Listing | Grid) -> Iterator[str]:
    match block:
        case Passage(heading=int(level)) if level and "*" not in block.text:
            yield write(f"**{block.text}**")
        case Passage():
            yield write(block.text)
        case Listing():
            yield "\n".join(_list_lines(block.items))
        case Grid():
            yield from _table(block)


def _list_lines(items: Sequence[Item]) -> Iterator[str]:
    """Yield the lines of a list; where Markdown would read on, a blank line stands between."""
    offsets = [0]
    kinds: list[bool] = []
    for item in items:
        depth = min(item.depth, len(offsets) - 1, DEEPEST)
        if item.goes_on and depth < len(kinds):
            del offsets[depth + 2 :]
            kinds = kinds[: depth + 1]
            yield from _paragraphs(item.paragraphs, offsets[-1])
            continue
        numbered = item.number is not None
        marker = "- " if item.number is None else f"{item.number}. "
        del offsets[depth + 1 :]
        is_first = depth >= len(kinds)
        changed = not is_first and kinds[depth] is not numbered
        if changed or (is_first and depth and item.number not in {None, 1}):
            yield ""
        kinds = [*kinds[:depth], numbered]
        indent = " " * offsets[depth]
        yield indent + marker + write(item.paragraphs[0])
        offsets.append(offsets[depth] + len(marker))
        yield from _paragraphs(item.paragraphs[1:], offsets[-1])


def _paragraphs(texts: Sequence[str], indent: int) -> Iterator[str]:
    for text in texts:
        yield ""
        yield " " * indent + write(text)


def _table(grid: Grid) -> Iterator[str]:
    rows = [
        [write(cell).replace("|", "\\|").replace("\\\\|", "\\|") for cell in row]
        for row in grid.rows
    ]
    head, *body = [f"| {' | '.join(row)} |" for row in rows]
    rule = f"|{'---|' * len(grid.rows[0])}"
    table = "\n".join([head, rule, *body])
    spoken = [" ".join(row) for row in grid.rows]
    blocks = prose.parse(Prosa(table))
    if (
        len(blocks) == 1
        and isinstance(blocks[0], Table)
        and words(table) == words(" ".join(spoken))
    ):
        yield table
    else:
        yield from (write(single_spaced(row)) for row in spoken)
