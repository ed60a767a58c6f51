"""The tagged blocks of a PDF that this program may have made in; its lines grouped as printed out.

What a PDF cannot carry: which lines are a note, facts or a decision is told by how far in they
stand and by their labels.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from uppdrag.document.text import inline_text
from uppdrag.document.tree import Block, Heading, Inlines, ListBlock, Note, Paragraph, Run
from uppdrag.importing.alike import Rows, Shown
from uppdrag.importing.block import Passage
from uppdrag.importing.decision import decision_date, read_decision
from uppdrag.importing.lines import Line
from uppdrag.importing.printed.head import is_fact

MOST_SIGNERS = 12
_NOTE = range(6, 20)
"""How far in, in points, a note stands; a second value stands further in."""


def grouped(blocks: Sequence[Block]) -> Iterator[Shown]:
    """Yield the blocks with the lines of the letterhead, of facts and of a decision together."""
    left = min((b.origin.start for b in blocks if isinstance(b, Paragraph)), default=0)
    title = next((at for at, b in enumerate(blocks) if _level(b) == 1), 0)
    section = next((at for at, b in enumerate(blocks) if _level(b) > 1), len(blocks))
    if title and all(isinstance(block, Paragraph) for block in blocks[:title]):
        yield Rows(tuple(_letterhead(blocks[:title])))
    else:
        title = 0
    at = title
    while at < len(blocks):
        end = _facts_end(blocks, at, left) if at < section else at
        if end > at:
            yield Rows(tuple(b.inlines for b in blocks[at:end] if isinstance(b, Paragraph)))
        elif at < section and (end := _note_end(blocks, at, left)) > at:
            inside = blocks[at:end]
            yield Note(tuple(b for b in inside if isinstance(b, Paragraph | ListBlock)))
        elif (end := _decision_end(blocks, at)) > at:
            yield Rows(tuple(b.inlines for b in blocks[at:end] if isinstance(b, Paragraph)))
        else:
            yield blocks[at]
            end = at + 1
        at = end


def _level(block: Block) -> int:
    return block.level if isinstance(block, Heading) else 0


def _letterhead(blocks: Sequence[Block]) -> Iterator[Inlines]:
    """Yield the lines of the letterhead, a label and the value under it as one."""
    rows = [block.inlines for block in blocks if isinstance(block, Paragraph)]
    at = 0
    while at < len(rows):
        following = rows[at + 1] if at + 1 < len(rows) else ()
        if following and is_fact(inline_text(rows[at]), inline_text(following)):
            yield (Run(f"{inline_text(rows[at])} {inline_text(following)}"),)
            at += 1
        else:
            yield rows[at]
        at += 1


def _facts_end(blocks: Sequence[Block], at: int, left: int) -> int:
    """Return where the facts that begin at a block end: labelled lines, and values further in."""
    end = at
    while end < len(blocks):
        block = blocks[end]
        if not isinstance(block, Paragraph):
            break
        is_value = end > at and block.origin.start - left >= _NOTE.stop
        if not is_value and not _is_labelled(block):
            break
        end += 1
    return end


def _is_labelled(block: Paragraph) -> bool:
    first = block.inlines[0]
    return first.bold and first.text.rstrip().endswith((":", "?")) and len(block.inlines) > 1


def _note_end(blocks: Sequence[Block], at: int, left: int) -> int:
    end = at
    while end < len(blocks):
        block = blocks[end]
        stands = isinstance(block, Paragraph) and block.origin.start - left in _NOTE
        if not stands and not (end > at and isinstance(block, ListBlock)):
            break
        end += 1
    return end


def _decision_end(blocks: Sequence[Block], at: int) -> int:
    block = blocks[at]
    if not isinstance(block, Paragraph) or decision_date(inline_text(block.inlines)) is None:
        return at
    lines: list[Passage] = []
    for found in blocks[at : at + MOST_SIGNERS]:
        if not isinstance(found, Paragraph):
            break
        words = inline_text(found.inlines)
        lines.append(Passage(words, Line(1, 1, 1, words)))
    decision = read_decision(lines)
    return at + (decision.taken if decision else 1)
