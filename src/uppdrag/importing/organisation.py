"""The blocks of an arbetsorganisation in; its labelled and unlabelled parts, in order, out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from uppdrag.importing.block import Block, Blocks, Item, Listing, Passage
from uppdrag.importing.keys import Keys
from uppdrag.importing.labels import Label, label_of, standing_alone
from uppdrag.importing.markup import plain
from uppdrag.importing.people import party
from uppdrag.importing.words import carries
from uppdrag.importing.writing import prosa
from uppdrag.model import Del, Innehall, Motesfrekvens, Parter, Prosa, Uppdragspart
from uppdrag.model.frequency import read_frequency
from uppdrag.model.rubriker import LABELS

SUPPORT = "stöd"
_SUPPORT_BEGINS = ("till stöd för ", "koncernkontoret tillhandahåller ", "koncernkontoret bistår ")
_PARTIES = ("uppdragsgivare", "uppdragstagare")


@dataclass(slots=True)
class _Part:
    """A part that is being read; an open one takes every paragraph until the next label."""

    label: Label | None
    blocks: list[Block] = field(default_factory=list)
    open: bool = False


def organisation_parts(blocks: Blocks) -> Iterator[Innehall]:
    """Yield the parts: text, labelled parts under their keys, unlabelled ones under own keys."""
    keys = Keys()
    for part in _parts(blocks):
        yield from _contents(part, keys)


def own_parts(blocks: Blocks) -> Iterator[Innehall]:
    """Yield the same parts for a section of its own: each under a key of its own."""
    keys = Keys()
    for part in _parts(blocks):
        label = None if part.label is None else replace(part.label, key=None)
        yield from _contents(replace(part, label=label), keys)


def _parts(blocks: Blocks) -> list[_Part]:
    parts: list[_Part] = []
    for block in blocks:
        match block:
            case Passage():
                _passage(parts, block)
            case Listing() if _is_labelled(block):
                _items(parts, block)
            case _:
                if not parts:
                    parts.append(_Part(None))
                parts[-1].blocks.append(block)
    return parts


def _passage(parts: list[_Part], block: Passage) -> None:
    label = standing_alone(block.text) or label_of(block.text)
    last = parts[-1] if parts else None
    if label is not None and (label.key is not None or label.rest):
        content: list[Block] = [replace(block, text=label.rest)] if label.rest else []
        parts.append(_Part(label, content, open=not label.rest))
    elif begins_support(block.text):
        parts.append(_Part(Label(SUPPORT, "", block.text), [block]))
    elif last is not None and (last.open or last.label is None):
        last.blocks.append(block)
    else:
        parts.append(_Part(None, [block]))


def begins_support(text: str) -> bool:
    """Tell whether a paragraph without a label tells of the support that a group gets."""
    return text.casefold().startswith(_SUPPORT_BEGINS)


def _is_labelled(listing: Listing) -> bool:
    """Tell whether a list is labelled facts: its first item has a label that the format knows."""
    first = listing.items[0]
    label = label_of(first.paragraphs[0]) if first.number is None else None
    return label is not None and label.key is not None


def _items(parts: list[_Part], listing: Listing) -> None:
    for item in listing.items:
        label = label_of(item.paragraphs[0]) if item.depth == 0 and item.number is None else None
        if label is not None and (label.key or label.rest):
            texts = [label.rest, *item.paragraphs[1:]] if label.rest else item.paragraphs[1:]
            passages: list[Block] = [Passage(text, item.line) for text in texts]
            parts.append(_Part(label, passages))
            continue
        if item.depth == 0 and parts[-1].label is not None:
            parts.append(_Part(None))
        is_under = parts[-1].label is not None
        _add_item(parts[-1].blocks, replace(item, depth=item.depth - 1) if is_under else item)


def _add_item(blocks: list[Block], item: Item) -> None:
    last = blocks[-1] if blocks else None
    if isinstance(last, Listing):
        blocks[-1] = Listing((*last.items, item))
    else:
        blocks.append(Listing((item,)))


def _contents(part: _Part, keys: Keys) -> Iterator[Innehall]:
    label = part.label
    if label is None:
        text = prosa(part.blocks)
        is_first = not keys.taken and keys.take("text")
        yield text if is_first else Del(keys.own(text.text), text)
        return
    key = label.key
    if key is None or key in keys.taken or not part.blocks:
        content = prosa(part.blocks) if part.blocks else None
        yield Del(keys.own(label.words or label.rest), content, etikett=label.words or None)
        return
    if key in _PARTIES:
        yield from _parties(part, key, label.words, keys)
        return
    keys.take(key)
    usual = label.words == LABELS.get(key) and carries(key, label.words)
    etikett = None if usual else label.words or None
    text = prosa(part.blocks)
    yield (
        _frequency(part, text, etikett) if key == "mötesfrekvens" else Del(key, text, None, etikett)
    )


def _frequency(part: _Part, text: Prosa, etikett: str | None) -> Motesfrekvens:
    first = part.blocks[0]
    found = read_frequency(plain(first.text) if isinstance(first, Passage) else text.text)
    return Motesfrekvens(
        minst=found.least,
        hogst=found.most,
        per=found.per,
        ungefar=found.about,
        vid_behov=found.as_needed,
        text=text,
        etikett=etikett,
    )


def _parties(part: _Part, key: str, words: str, keys: Keys) -> Iterator[Innehall]:
    """Yield who gives or takes the assignment, and as a part of its own what else stands there."""
    first, *rest = part.blocks
    usual = words == LABELS[key]
    named: tuple[Uppdragspart, ...] = ()
    if isinstance(first, Passage):
        named = (party(plain(first.text)),)
    elif isinstance(first, Listing) and first.is_plain and (usual or len(first.items) == 1):
        named = tuple(party(plain(item.paragraphs[0])) for item in first.items)
    if not named:
        yield Del(keys.own(words), prosa(part.blocks), etikett=words)
        return
    yield Parter(keys.take(key), named, None if usual else words)
    if rest:
        text = prosa(rest)
        yield Del(keys.own(text.text), text)
