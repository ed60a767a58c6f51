"""Blocks in; where the sections, the decision and the distribution list begin out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from uppdrag.importing.block import Block, Blocks, Listing, Passage
from uppdrag.importing.decision import decision_date
from uppdrag.importing.facts import has_label
from uppdrag.importing.headings import (
    RECIPIENTS_KEY,
    heading_words,
    looks_like_heading,
    section_of,
    subsection_of,
)
from uppdrag.importing.labels import label_of, standing_alone
from uppdrag.importing.levels import SECTION, TITLE
from uppdrag.importing.markup import is_bold
from uppdrag.importing.timetable import post_of
from uppdrag.importing.words import words

_UNFINISHED = re.compile(
    r"\b(?:ska|skall|bör|kan|får|är|att|och|till|som|för|med|av|genom|följande|innebär|består)$"
)
ORGANISATION, DECISIONS = "arbetsorganisation", "beslutsordning"


class Kind(Enum):
    """What begins at a block."""

    KNOWN = "a section that the format knows"
    OWN = "a section that it does not know"
    RECIPIENTS = "the distribution list"
    DECISION = "the decision"


@dataclass(frozen=True, slots=True)
class Start:
    """What begins at a block, its key and heading, and the text on the heading's own line."""

    kind: Kind
    key: str = ""
    heading: str = ""
    rest: str = ""


def known_start(blocks: Blocks, at: int, current: str | None = None) -> Start | None:
    """Return what the format knows to begin at a block, inside a section of the `current` key."""
    block = blocks[at]
    if not isinstance(block, Passage):
        return None
    if decision_date(block.text):
        return Start(Kind.DECISION)
    if key := section_of(block.text):
        return _start(key, heading_words(block.text), "")
    label = label_of(block.text[:200])
    if label is None or not label.rest or current == ORGANISATION or has_label(block.text):
        return None
    key = section_of(label.words)
    if key is None:
        return None
    whole = label_of(block.text)
    return _start(key, heading_words(label.words), whole.rest if whole else "")


def _start(key: str, heading: str, rest: str) -> Start:
    kind = Kind.RECIPIENTS if key == RECIPIENTS_KEY else Kind.KNOWN
    return Start(kind, key, heading, rest)


def own_start(blocks: Blocks, at: int, current: str | None = None) -> Start | None:
    """Return the heading that a block is: marked so, or short, apart, and with text after it."""
    block = blocks[at]
    if isinstance(block, Passage) and block.heading is not None:
        return _marked_start(block, current)
    return _seeming_start(blocks, at, current)


def _seeming_start(blocks: Blocks, at: int, current: str | None) -> Start | None:
    block = blocks[at]
    if not isinstance(block, Passage) or not _could_head(block, current):
        return None
    following = blocks[at + 1] if at + 1 < len(blocks) else None
    if following is None or known_start(blocks, at + 1, current):
        return None
    if isinstance(following, Passage) and looks_like_heading(following.text):
        return None
    before = blocks[at - 1] if at else None
    if isinstance(before, Passage) and before.text.endswith((":", ",")):
        return None
    if isinstance(following, Listing) and not is_bold(block.text) and _introduces(block, before):
        return None
    return Start(Kind.OWN, "", heading_words(block.text))


def _marked_start(block: Passage, current: str | None) -> Start | None:
    """Return the section that a heading begins which the source marks as one."""
    is_part = current == DECISIONS and subsection_of(block.text) is not None
    is_label = current == ORGANISATION and standing_alone(block.text) is not None
    if block.heading not in {TITLE, SECTION} or is_part or is_label or not words(block.text):
        return None
    return Start(Kind.OWN, "", heading_words(block.text))


def _introduces(block: Passage, before: Block | None) -> bool:
    """Tell whether a short line before a list is its introduction and not its heading."""
    under_heading = isinstance(before, Passage) and section_of(before.text) is not None
    return under_heading or not block.apart or _UNFINISHED.search(block.text) is not None


def _could_head(block: Passage, current: str | None) -> bool:
    if not looks_like_heading(block.text) or not words(block.text):
        return False
    if not block.apart and not (is_bold(block.text) and block.below_gap):
        return False
    if post_of(block.text) is not None:
        return False
    if current == DECISIONS and subsection_of(block.text):
        return False
    return not (current == ORGANISATION and standing_alone(block.text))
