"""The tree of a page in; the blocks that a mandate is understood from, and their text, out.

Every paragraph, item and row is a line of that text, so that a note about it has a place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from uppdrag.document.text import inline_text
from uppdrag.document.tree import (
    Block,
    Facts,
    Heading,
    Inlines,
    Letterhead,
    ListBlock,
    Note,
    Paragraph,
    Run,
    Signature,
    Table,
)
from uppdrag.importing.block import Block as Lowered
from uppdrag.importing.block import Grid, Item, Listing, Passage
from uppdrag.importing.lines import Line
from uppdrag.importing.words import single_spaced

_MARKUP = re.compile(r"[()\[\]*]")
_ADDRESS = re.compile(r"(?:https?://|mailto:|tel:|[#/])[^()\s\\<>&*]{0,1000}")


@dataclass(frozen=True, slots=True)
class Lowering:
    """The blocks, and the text whose lines they stand on."""

    blocks: tuple[Lowered, ...]
    text: str


def lower(blocks: Sequence[Block]) -> Lowering:
    """Return the blocks with their inline markup as text; headings keep their level."""
    work = _Work()
    found = tuple(lowered for block in blocks for lowered in work.block(block))
    return Lowering(found, "".join(f"{row}\n" for row in work.rows))


def marked(inlines: Inlines) -> str:
    """Return a paragraph as the import reads markup: bold, italic and links."""
    return single_spaced("".join(map(_marked, _merged(inlines))))


@dataclass(slots=True)
class _Work:
    """The lines so far."""

    rows: list[str] = field(default_factory=list)

    def line(self, words: str) -> Line:
        self.rows.append(words)
        return Line(len(self.rows), 1, len(words) + 1, words)

    def block(self, block: Block) -> Iterator[Lowered]:
        match block:
            case Heading():
                yield self.passage(block.inlines, heading=block.level)
            case Paragraph() if inline_text(block.inlines).strip():
                yield self.passage(block.inlines)
            case ListBlock() if items := tuple(self.items(block, 0)):
                yield Listing(items)
            case Table():
                yield self.grid(block)
            case Letterhead() | Facts():
                yield from self.facts(block)
            case Note(blocks=inner) | Signature(lines=inner):
                yield from (lowered for one in inner for lowered in self.block(one))

    def passage(self, inlines: Inlines, heading: int | None = None) -> Passage:
        words = single_spaced(inline_text(inlines))
        return Passage(marked(inlines), self.line(words), heading=heading)

    def facts(self, block: Letterhead | Facts) -> Iterator[Lowered]:
        for fact in block.facts:
            label = inline_text(fact.label).strip().removesuffix(":")
            for at, value in enumerate(fact.values):
                words = inline_text(value)
                shown = f"{label}: {words}" if label and not at else words
                lead = f"**{label}:** " if label and not at else ""
                yield Passage(lead + marked(value), self.line(shown), below_gap=not at)

    def grid(self, block: Table) -> Grid:
        rows = (block.header, *block.rows)
        lines = [self.line(" | ".join(map(inline_text, row.cells))) for row in rows]
        return Grid(tuple(tuple(map(marked, row.cells)) for row in rows), lines[0])

    def items(self, block: ListBlock, depth: int) -> Iterator[Item]:
        for number, item in enumerate(block.items, block.start):
            counted = number if block.ordered else None
            begun = False
            for inner in item.blocks:
                if isinstance(inner, ListBlock):
                    yield from self.items(inner, depth + 1 if begun else depth)
                    continue
                words = single_spaced(inline_text(inner.inlines))
                if not words:
                    continue
                line = self.line(words)
                text = (marked(inner.inlines),)
                yield Item(depth, None if begun else counted, text, line, goes_on=begun)
                begun = True


def _merged(inlines: Inlines) -> Iterator[Run]:
    """Yield the runs with neighbours of one form as one."""
    last: Run | None = None
    for run in inlines:
        if last is not None and _form(last) == _form(run):
            last = Run(last.text + run.text, run.bold, run.italic, run.target)
            continue
        if last is not None:
            yield last
        last = run
    if last is not None:
        yield last


def _form(run: Run) -> tuple[bool, bool, str | None]:
    return run.bold, run.italic, run.target


def _marked(run: Run) -> str:
    """Return a run with its signs directly at its words."""
    words = _MARKUP.sub(r"\\\g<0>", run.text)
    bare = words.strip()
    if not bare:
        return words
    before, _, after = words.partition(bare)
    signs = f"{'**' if run.bold else ''}{'*' if run.italic and not run.bold else ''}"
    inner = f"{signs}{bare}{signs}"
    if run.target is not None:
        leads = _ADDRESS.fullmatch(run.target) is not None
        same = run.target.removeprefix("mailto:") == run.text.strip()
        inner = f"[{inner}]({run.target})" if leads and not same else inner
    return f"{before}{inner}{after}"
