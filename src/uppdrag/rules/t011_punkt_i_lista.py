"""T011: a mandate in; a remark for each item that ends otherwise than its list out.

Two ways are right (Myndigheternas skrivregler): whole sentences with a full stop each, and parts
of a sentence with none, but for the last, which may end the sentence that the list is a part of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from uppdrag.document.text import inline_text
from uppdrag.document.tree import Block, Inlines, Item, ListBlock, Note, Origin, Paragraph
from uppdrag.rules.passage import Passage
from uppdrag.rules.subject import Remark, Subject

_STOPS = (".", "!", "?", "…")
_CLOSING = "”\"’'»)* "
_FEWEST_ITEMS = 2


def uneven_list(subject: Subject) -> Iterator[Remark]:
    """Yield a remark at the last word of each item that has a full stop alone, or lacks one."""
    passages: dict[Origin, Passage] = {}
    for inlines, message in _odd(subject.document.blocks):
        passages = passages or {
            passage.runs[-1].origin: passage for passage in subject.passages if passage.runs
        }
        passage = passages.get(inlines[-1].origin)
        if passage is None:
            continue
        words = passage.text.rstrip("".join(_STOPS) + _CLOSING)
        word = words.rsplit(None, 1)[-1] if words else ""
        span = (len(words) - len(word), len(passage.text))
        yield subject.words(passage, span, message.format(word))


def _odd(blocks: Iterable[Block]) -> Iterator[tuple[Inlines, str]]:
    for block in blocks:
        if isinstance(block, ListBlock):
            yield from _odd_items(block)
            for item in block.items:
                yield from _odd(item.blocks)
        elif isinstance(block, Note):
            yield from _odd(block.blocks)


def _odd_items(block: ListBlock) -> Iterator[tuple[Inlines, str]]:
    items = [(inlines, _is_stopped(inlines)) for inlines in map(_ending, block.items) if inlines]
    stopped = sum(stop for _, stop in items)
    if len(items) < _FEWEST_ITEMS or stopped in {0, len(items)}:
        return
    if stopped == 1 and items[-1][1]:
        return
    most_are_stopped = 2 * stopped >= len(items)
    for inlines, stop in items:
        if stop != most_are_stopped:
            yield inlines, _MISSING if most_are_stopped else _SUPERFLUOUS


_MISSING = (
    "Efter ”{}” saknas den punkt som andra rader i listan slutar med. "
    "Sätt punkt, eller skriv lika i hela listan."
)
_SUPERFLUOUS = (
    "Efter ”{}” står en punkt, men andra rader i listan slutar utan. "
    "Ta bort den, eller skriv lika i hela listan."
)


def _ending(item: Item) -> Inlines:
    """Return the words that an item ends with; none where it introduces what is under it."""
    last = item.blocks[-1]
    if not isinstance(last, Paragraph) or inline_text(last.inlines).endswith(":"):
        return ()
    return last.inlines


def _is_stopped(inlines: Inlines) -> bool:
    return inline_text(inlines).rstrip(_CLOSING).endswith(_STOPS)
