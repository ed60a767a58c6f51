"""The blocks under the heading of a distribution list in; its recipients out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from uppdrag.importing.block import Blocks, Listing, Passage
from uppdrag.importing.markup import plain
from uppdrag.importing.writing import prosa
from uppdrag.model import Mottagare, Sandlista

LONGEST = 300
"""Characters of a recipient without a bullet."""

_PURPOSE = (
    r"genomförande|kännedom|uppdatering|vidarebefordran|information|registrering|diarieföring"
    r"|arkivering|verkställighet|åtgärd|handläggning|publicering|samordning|uppföljning|spridning"
    r"|beaktande|beredning|förankring|införande|implementering|vidare|fortsatt|att"
)
_MAIL = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_WITH_MAIL = re.compile(rf"(.+?),\s*({_MAIL})\s*(?:,?\s*för\s+(.+))?", re.DOTALL)
_WITH_PURPOSE = re.compile(rf"(.+?),?\s+för\s+((?:{_PURPOSE})\b.*)", re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Recipients:
    """A distribution list and the blocks after it that are no part of it."""

    sandlista: Sandlista
    rest: Blocks


def read_recipients(heading: str, blocks: Blocks) -> Recipients | None:
    """Return the list under its heading: bullets, or lines; None when nobody is named."""
    at = next((i for i, block in enumerate(blocks) if isinstance(block, Listing)), None)
    if at is not None and all(isinstance(block, Passage) for block in blocks[:at]):
        listing = blocks[at]
        assert isinstance(listing, Listing)  # noqa: S101 - that is how it was found
        named = tuple(_recipients(listing))
        text = prosa(blocks[:at]) if at else None
        return Recipients(Sandlista(named, heading, text), blocks[at + 1 :])
    lines = []
    for block in blocks:
        if not isinstance(block, Passage) or len(block.text) > LONGEST:
            break
        lines.append(block)
    if not lines:
        return None
    named = tuple(recipient(plain(line.text)) for line in lines)
    return Recipients(Sandlista(named, heading), blocks[len(lines) :])


def _recipients(listing: Listing) -> Iterator[Mottagare]:
    for item in listing.items:
        number = "" if item.number is None else f"{item.number}. "
        yield from (recipient(number + plain(words)) for words in item.paragraphs if words)


def recipient(words: str) -> Mottagare:
    """Return one recipient: who, by which address, what for; uncertain words stay together."""
    if len(words) > LONGEST:
        return Mottagare(words)
    if found := _WITH_MAIL.fullmatch(words):
        return Mottagare(found[1], found[2], found[3])
    if found := _WITH_PURPOSE.fullmatch(words):
        return Mottagare(found[1], None, found[2])
    return Mottagare(words)
