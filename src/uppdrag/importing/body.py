"""The blocks from the first section on in; sections, decision and recipients, in order, out."""

from __future__ import annotations

from collections.abc import Iterator

from uppdrag.importing.block import Block, Blocks, Passage
from uppdrag.importing.decision import read_decision
from uppdrag.importing.entry import Entry, Loose, Part
from uppdrag.importing.outline import Kind, Start, known_start, own_start
from uppdrag.importing.recipients import read_recipients
from uppdrag.importing.sections import read_section
from uppdrag.model.rubriker import OWN_PREFIX


def read_body(blocks: Blocks) -> Iterator[Part]:
    """Yield the parts of the body; text between them is loose.

    The key of a section that the format does not know is only its prefix here.
    """
    at = 0
    while at < len(blocks):
        start = known_start(blocks, at) or own_start(blocks, at)
        if start is None:
            yield Loose((blocks[at],))
            at += 1
            continue
        decision = read_decision(blocks[at : at + 20]) if start.kind is Kind.DECISION else None
        if decision is not None:
            yield Entry("beslut", decision.beslut, tuple(blocks[at : at + decision.taken]))
            at += decision.taken
            continue
        end = _end(blocks, at + 1, start.key)
        yield from _section(start, blocks[at], blocks[at + 1 : end])
        at = end


def _end(blocks: Blocks, at: int, key: str) -> int:
    """Return where the next part begins."""
    while at < len(blocks) and not (known_start(blocks, at, key) or own_start(blocks, at, key)):
        at += 1
    return at


def _section(start: Start, head: Block, blocks: Blocks) -> Iterator[Part]:
    content: list[Block] = list(blocks)
    if start.rest:
        content.insert(0, Passage(start.rest, head.line))
    if start.kind is Kind.RECIPIENTS:
        found = read_recipients(start.heading, content)
        if found is not None:
            used = tuple(content[: len(content) - len(found.rest)])
            yield Entry("sändlista", found.sandlista, (head, *used))
            yield from (Loose((block,)) for block in found.rest)
            return
    own = start.kind is not Kind.KNOWN
    key = OWN_PREFIX if own else start.key
    yield Entry(key, read_section(key, start.heading, content), (head, *content))
