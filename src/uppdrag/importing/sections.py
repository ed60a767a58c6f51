"""The heading and the blocks of a section in; the section with its parts in order out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise

from uppdrag.importing.block import Block, Blocks, Grid, Listing, Passage
from uppdrag.importing.headings import heading_words, subsection_of
from uppdrag.importing.keys import Keys
from uppdrag.importing.labels import label_of
from uppdrag.importing.levels import PART
from uppdrag.importing.organisation import organisation_parts, own_parts
from uppdrag.importing.timetable import is_time, post_of
from uppdrag.importing.writing import prosa
from uppdrag.model import Avsnitt, Del, Innehall, Tidplan, Tidplanspost
from uppdrag.model.rubriker import SUBSECTIONS


def read_section(key: str, heading: str, blocks: Blocks) -> Avsnitt:
    """Return a section with its heading as it stands and all of its text, in order."""
    parts = _READERS.get(key, _running_text)(blocks)
    return Avsnitt(key, heading, tuple(parts))


def read_again(known: str, key: str, heading: str, blocks: Blocks) -> Avsnitt:
    """Return a section under a key of its own, where the parts of the `known` key have no place.

    Such a section holds text and parts under keys of their own, each with its heading or label.
    """
    parts = _OWN_READERS.get(known, _running_text)(blocks)
    return Avsnitt(key, heading, tuple(parts))


def _running_text(blocks: Blocks) -> Iterator[Innehall]:
    """Yield the text before the first heading within the section, then a part for each."""
    starts = [at for at, block in enumerate(blocks) if _heads_part(block)]
    before = blocks[: starts[0]] if starts else blocks
    if before:
        yield prosa(before)
    keys = Keys()
    for at, end in pairwise([*starts, len(blocks)]):
        first = blocks[at]
        assert isinstance(first, Passage)  # noqa: S101 - only a passage is a heading
        words = heading_words(first.text)
        text = prosa(blocks[at + 1 : end]) if end > at + 1 else None
        yield Del(keys.own(words), text, rubrik=words)


def _heads_part(block: Block) -> bool:
    if not isinstance(block, Passage) or block.heading is None:
        return False
    return block.heading >= PART and bool(heading_words(block.text))


def _beslutsordning(blocks: Blocks) -> Iterator[Innehall]:
    """Yield the text before the first subsection, then each subsection."""
    starts = [at for at, block in enumerate(blocks) if _subsection(block) is not None]
    if before := blocks[: starts[0]] if starts else blocks:
        yield prosa(before)
    keys = Keys()
    for at, end in pairwise([*starts, len(blocks)]):
        first = blocks[at]
        assert isinstance(first, Passage)  # noqa: S101 - only a passage is a heading
        key = _subsection(first)
        assert key is not None  # noqa: S101 - that is how it was found
        whole = subsection_of(first.text) is not None
        label = None if whole else label_of(first.text)
        words = heading_words(first.text) if label is None else label.words
        content: list[Block] = list(blocks[at + 1 : end])
        if label is not None:
            content.insert(0, Passage(label.rest, first.line))
        is_usual = label is None and words == SUBSECTIONS[key] and key not in keys.taken and content
        text = prosa(content) if content else None
        key = keys.take(key) if key not in keys.taken else keys.own(words)
        rubrik = words if label is None and not is_usual else None
        yield Del(key, text, rubrik, None if label is None else words)


def _own_subsections(blocks: Blocks) -> Iterator[Innehall]:
    keys = Keys()
    for part in _beslutsordning(blocks):
        if isinstance(part, Del):
            words = part.rubrik or part.etikett or SUBSECTIONS[part.nyckel]
            rubrik = None if part.etikett else words
            yield replace(part, nyckel=keys.own(words), rubrik=rubrik)
        else:
            yield part


def _subsection(block: Block) -> str | None:
    if not isinstance(block, Passage):
        return None
    if key := subsection_of(block.text):
        return key
    label = label_of(block.text)
    return subsection_of(label.words) if label is not None and label.rest else None


def _tidplan(blocks: Blocks) -> Iterator[Innehall]:
    """Yield the text before the timetable, the timetable, and the text after it."""
    dated = [_posts(block) for block in blocks]
    first = next((at for at, posts in enumerate(dated) if posts), None)
    if first is None:
        yield from _running_text(blocks)
        return
    end = first
    while end < len(blocks) and dated[end]:
        end += 1
    if first:
        yield prosa(blocks[:first])
    yield Tidplan(tuple(post for posts in dated[first:end] for post in posts))
    if end < len(blocks) and not first:
        yield prosa(blocks[end:])
    elif end < len(blocks):
        text = prosa(blocks[end:])
        yield Del(Keys().own(text.text), text)


def _posts(block: Block) -> tuple[Tidplanspost, ...]:
    """Return the lines of a timetable that all of a block is, or none."""
    match block:
        case Passage():
            found = [post_of(block.text)]
        case Listing() if block.is_plain:
            found = [post_of(item.paragraphs[0]) for item in block.items]
        case Grid() if all(len(row) == 2 and is_time(row[0]) and row[1] for row in block.rows):  # noqa: PLR2004 - time and event
            found = [post_of(" ".join(row)) for row in block.rows]
        case _:
            found = []
    posts = tuple(post for post in found if post is not None)
    return posts if len(posts) == len(found) else ()


_READERS: dict[str, Callable[[Blocks], Iterator[Innehall]]] = {
    "arbetsorganisation": organisation_parts,
    "beslutsordning": _beslutsordning,
    "tidplan": _tidplan,
}
_OWN_READERS: dict[str, Callable[[Blocks], Iterator[Innehall]]] = {
    "arbetsorganisation": own_parts,
    "beslutsordning": _own_subsections,
}
