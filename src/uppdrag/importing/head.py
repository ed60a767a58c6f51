"""The blocks before the first section in; title, facts and loose text, in order, out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from uppdrag.importing.block import Block, Blocks, Grid, Listing, Passage
from uppdrag.importing.entry import Entry, Loose, Part, Value
from uppdrag.importing.facts import Fact, bare_label, facts_in, has_label, is_sound
from uppdrag.importing.headings import looks_like_heading
from uppdrag.importing.levels import TITLE
from uppdrag.importing.markup import is_bold, plain
from uppdrag.importing.people import is_body, party
from uppdrag.importing.places import (
    STATUS_LINES,
    is_document_type,
    names_document,
    organisations,
)
from uppdrag.importing.words import words
from uppdrag.model import Giltighet, Parter, Uppdragspart, UtgarFran

LONGEST_TITLE = 250
"""Characters; a longer first line is text, not a title."""

LONGEST_NAME = 120
"""Characters of a group's name, or of another party on a line of its own."""

PARTIES = ("uppdragsgivare", "uppdragstagare")


def title_index(blocks: Blocks) -> int | None:
    """Return which block of the head is the title; None when none can be.

    It is what the source marks as the title, else the first line that begins with the kind of
    document and says more, else the first in bold, else the first line that is no fact, no
    organisation and not too long, else the line with nothing but the kind of document; always
    before the first long paragraph.
    """
    text = (at for at, block in enumerate(blocks) if len(_text(block)) > LONGEST_TITLE)
    candidates = [at for at in range(next(text, len(blocks))) if _could_be_title(blocks, at)]
    marked = (at for at in candidates if _is_marked(blocks[at]))
    bare = (at for at in candidates if is_document_type(_text(blocks[at])))
    full = [at for at in candidates if not is_document_type(_text(blocks[at]))]
    named = (at for at in full if names_document(_text(blocks[at])))
    bold = (at for at in full if is_bold(_text(blocks[at])))
    found = next(named, next(bold, next(iter(full), next(bare, None))))
    return next((at for at in marked if at in full), found)


def read_head(blocks: Blocks, title: int | None) -> tuple[Part, ...]:
    """Return what the head says, in order; text that says none of it is loose."""
    parts: list[Part] = []
    heading = plain(_text(blocks[title])).strip("# ") if title is not None else ""
    at = 0
    while at < len(blocks):
        value_follows = at != title and at + 1 != title and at + 1 < len(blocks)
        valued = _label_above(blocks[at], blocks[at + 1]) if value_follows else None
        if valued is not None:
            parts.append(valued)
            at += 2
            continue
        if at == title:
            parts.append(Entry("titel", heading, (blocks[at],)))
        else:
            above = _Above(parts[-1] if parts else None, _title_above(title, at, heading))
            parts.extend(_read(blocks[at], above))
        at += 1
    return tuple(parts)


@dataclass(frozen=True, slots=True)
class _Above:
    """What stands above a block of the head: the part that ends there, and the title if any."""

    last: Part | None
    title: str | None


def _could_be_title(blocks: Blocks, at: int) -> bool:
    text = _text(blocks[at])
    if not words(text):
        return False
    is_value = at > 0 and bare_label(_text(blocks[at - 1])) is not None
    is_known = has_label(text) or organisations(text) or _status(text)
    return not is_value and not is_known


def _is_marked(block: Block) -> bool:
    return isinstance(block, Passage) and block.heading == TITLE


def _text(block: Block) -> str:
    return block.text if isinstance(block, Passage) else ""


def _status(text: str) -> str | None:
    word = plain(text[:LONGEST_NAME]).casefold()
    return word if word in STATUS_LINES else None


def _title_above(title: int | None, at: int, words: str) -> str | None:
    return words if title is not None and title < at else None


def _label_above(block: Block, following: Block) -> Entry | None:
    """Return the fact whose label stands on one line and whose value follows on the next."""
    key = bare_label(_text(block))
    if key is None:
        return None
    if isinstance(following, Listing) and following.is_plain and key in PARTIES:
        named = tuple(party(plain(item.paragraphs[0])) for item in following.items)
        return Entry(key, Parter(key, named), (block, following))
    value = plain(_text(following))
    if not value or len(value) > LONGEST_TITLE or not is_sound(key, value):
        return None
    if bare_label(_text(following)) or facts_in(_text(following)):
        return None
    return _entry(Fact(key, value, ""), (block, following))


def _read(block: Block, above: _Above) -> Iterator[Part]:
    match block:
        case Passage():
            yield from _passage(block, above)
        case Listing() if block.is_plain:
            rows = [Passage(item.paragraphs[0], item.line) for item in block.items]
            yield from _facts_only(rows, block)
        case Grid() if all(len(row) == 2 and bare_label(row[0]) for row in block.rows):  # noqa: PLR2004 - label and value
            texts = [f"{label.removesuffix(':')}: {value}" for label, value in block.rows]
            yield from _facts_only([Passage(text, block.line) for text in texts], block)
        case _:
            yield Loose((block,))


def _facts_only(rows: Sequence[Passage], block: Block) -> Iterator[Part]:
    found = [_facts(row) for row in rows]
    if all(found):
        for entries in found:
            yield from entries
    else:
        yield Loose((block,))


def _facts(block: Passage) -> list[Entry]:
    return [_entry(fact, (Passage(fact.source, block.line),)) for fact in facts_in(block.text)]


def _passage(block: Passage, above: _Above) -> Iterator[Part]:
    last, title = above.last, above.title
    if entries := _facts(block):
        yield from entries
    elif names := organisations(block.text):
        yield Entry("organisation", names, (block,))
    elif is_document_type(block.text) and title is None:
        yield Entry("dokumenttyp", plain(block.text), (block,))
    elif word := _status(block.text):
        yield Entry("status", STATUS_LINES[word], (block,))
    elif isinstance(last, Entry) and (another := _another_party(last, block)):
        yield another
    elif title is not None and _names_group(block, title):
        yield Entry("grupp", plain(block.text), (block,))
    else:
        yield Loose((block,))


def _another_party(last: Entry, block: Passage) -> Entry | None:
    """Return one more party, named on the line below the one that has the label."""
    if last.key not in PARTIES or block.below_gap or len(block.text) > LONGEST_NAME:
        return None
    found = party(plain(block.text))
    is_sure = found.text is None and looks_like_heading(block.text)
    return Entry(last.key, Parter(last.key, (found,)), (block,)) if is_sure else None


def _names_group(block: Passage, title: str) -> bool:
    """Tell whether a line after the title is the group's name: part of the title, or a body."""
    name = plain(block.text[:LONGEST_TITLE])
    if len(name) > LONGEST_NAME or not looks_like_heading(name):
        return False
    in_title = name.casefold() in title.casefold()
    return in_title or (block.apart and is_body(name.split(maxsplit=1)[0]))


def _entry(fact: Fact, blocks: tuple[Block, ...]) -> Entry:
    return Entry(fact.key, _value(fact), blocks)


def _value(fact: Fact) -> Value:
    match fact.key:
        case "uppdragsgivare" | "uppdragstagare":
            found: Uppdragspart = party(fact.value)
            return Parter(fact.key, (found,))
        case "giltighet":
            return Giltighet(text=fact.value)
        case "utgår_från":
            return UtgarFran(titel=fact.value)
        case "organisation":
            return (fact.value,)
        case _:
            return fact.value
