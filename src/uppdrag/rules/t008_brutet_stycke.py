"""T008: a mandate in; a remark for each paragraph that ends in mid-sentence out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, pairwise

from uppdrag.document.tree import Block, ListBlock, Note, Origin, Paragraph
from uppdrag.rules.passage import Passage
from uppdrag.rules.subject import Remark, Subject
from uppdrag.source import Range
from uppdrag.source.pattern import lazy_pattern

_STOPS = (".", "!", "?", ":", ";", "…")
_CLOSING = "”\"’'»)*"
_PUNCTUATION = _CLOSING + ".,:;!?…"
_LETTERED = lazy_pattern(r"\(?[a-zåäö]\)\s")
_GOES_ON_SMALL = frozenset(("i", "på", "av", "till", "med", "vid", "från", "om", "för", "mellan"))
_GOES_ON_ALWAYS = frozenset(("och", "eller", "samt", "att", "som", "en", "ett", "den", "det"))
"""Words that no paragraph ends with, before a small letter and before any."""

_FEWEST_WORDS = 3
"""A line of fewer words is a label or a heading."""


def broken_paragraph(subject: Subject) -> Iterator[Remark]:
    """Yield a remark where a sentence goes on after an empty line, with a small letter."""
    passages: dict[Origin, Passage] = {}
    for before, after in chain.from_iterable(map(pairwise, _rows(subject.document.blocks))):
        if before is None or after is None or not _may_go_on(before, after):
            continue
        passages = passages or {
            passage.runs[-1].origin: passage for passage in subject.passages if passage.runs
        }
        first = passages.get(before.inlines[-1].origin)
        second = passages.get(after.inlines[-1].origin)
        if first is None or second is None or not _goes_on(first.text, second.text):
            continue
        last = first.text.rsplit(None, 1)[-1]
        next_ = second.text.split(None, 1)[0].rstrip(_PUNCTUATION)
        start = first.range(len(first.text) - len(last), len(first.text)).start
        yield Remark(
            Range(start, second.range(0, len(next_)).end),
            f"Meningen bryts av en tom rad mellan ”{last}” och ”{next_}”. "
            "Ta bort den tomma raden, eller avsluta meningen.",
            first.path,
        )


def _rows(blocks: Iterable[Block]) -> Iterator[list[Paragraph | None]]:
    """Yield what stands under one another: paragraphs, and None for what is something else."""
    row: list[Paragraph | None] = []
    for block in blocks:
        row.append(block if isinstance(block, Paragraph) else None)
        if isinstance(block, ListBlock):
            yield from chain.from_iterable(_rows(item.blocks) for item in block.items)
        elif isinstance(block, Note):
            yield from _rows(block.blocks)
    yield row


def _may_go_on(before: Paragraph, after: Paragraph) -> bool:
    """Tell whether a paragraph follows in the same value that may be the rest of a sentence."""
    if not before.inlines or not after.inlines:
        return False
    last = before.inlines[-1].text.rstrip().rsplit(None, 1)[-1:]
    return (
        (after.inlines[0].text[:1].islower() or not _GOES_ON_ALWAYS.isdisjoint(last))
        and before.inlines[-1].origin.path == after.inlines[-1].origin.path
        and not before.inlines[-1].bold
    )


def _goes_on(first: str, second: str) -> bool:
    """Tell whether two texts are halves of a sentence, not lines of an unmarked list."""
    words = first.split()
    if _is_ended(first) or len(words) < _FEWEST_WORDS or _LETTERED.match(second):
        return False
    return _is_ended(second) or words[-1] in _GOES_ON_ALWAYS or words[-1] in _GOES_ON_SMALL


def _is_ended(text: str) -> bool:
    return text.rstrip(_CLOSING).endswith(_STOPS)
