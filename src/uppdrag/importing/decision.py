"""The paragraphs where a decision begins in; the decision and how many of them it took out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from uppdrag.importing.block import Blocks, Passage
from uppdrag.importing.facts import is_date
from uppdrag.importing.headings import looks_like_heading, section_of
from uppdrag.importing.markup import plain
from uppdrag.importing.people import is_name, is_role
from uppdrag.model import Beslut, Beslutsfattare

LONGEST = 300

_DATE = re.compile(
    r"(datum för beslut(?:et)?|beslutsdatum|datum för fastställande|fastställd|fastställt|beslutad"
    r"|beslut fattat)(\s*:\s*|\s+)(?:(\d{4}-\d{2}-\d{2})\s*)?(.*)",
    re.IGNORECASE | re.ASCII,
)


@dataclass(frozen=True, slots=True)
class DecisionDate:
    """The line that gives the day of a decision: its label, the day, what else it says."""

    label: str
    day: str | None
    remark: str | None


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision and the number of blocks that it was read from."""

    beslut: Beslut
    taken: int


def decision_date(text: str) -> DecisionDate | None:
    """Return what a line says of the day of the decision, if that is what it is about."""
    if len(text) > LONGEST:
        return None
    found = _DATE.fullmatch(plain(text))
    if not found:
        return None
    label, sign, day, rest = found.groups()
    usual = " " in label or label.casefold() == "beslutsdatum"
    if not (day or rest) or (not day and not (":" in sign and usual)):
        return None
    if day and not is_date(day):
        day, rest = None, f"{day} {rest}".strip()
    if not day and looks_long(rest):
        return None
    return DecisionDate(label, day, rest or None)


def looks_long(rest: str) -> bool:
    """Tell whether the words after a label are a sentence and no day."""
    return len(rest) > 60 or not any(map(str.isdigit, rest))  # noqa: PLR2004 - a day and a remark


def read_decision(blocks: Blocks) -> Decision | None:
    """Return the decision that begins at the first block, with the names and titles after it."""
    first = blocks[0] if blocks else None
    found = decision_date(first.text) if isinstance(first, Passage) else None
    if found is None:
        return None
    signers: list[Beslutsfattare] = []
    taken = 1
    while signer := _signer(blocks[taken : taken + 2]):
        signers.append(signer[0])
        taken += signer[1]
    beslut = Beslut(
        datum=found.day,
        beslutsfattare=tuple(signers),
        etikett=found.label,
        notering=found.remark,
    )
    return Decision(beslut, taken)


def _signer(blocks: Blocks) -> tuple[Beslutsfattare, int] | None:
    words: list[str] = []
    for block in blocks:
        if not isinstance(block, Passage) or block.heading or section_of(block.text):
            break
        words.append(plain(block.text))
    if not words or len(words[0]) > LONGEST:
        return None
    name, _, title = words[0].partition(", ")
    if is_name(name) and title and is_role(title):
        return Beslutsfattare(name, title), 1
    if not is_name(words[0]):
        return None
    if len(words) == 2 and _is_title(words[1]):  # noqa: PLR2004 - name and title
        return Beslutsfattare(words[0], words[1]), 2
    return Beslutsfattare(words[0]), 1


def _is_title(words: str) -> bool:
    if section_of(words) or is_name(words):
        return False
    return is_role(words) and looks_like_heading(words[:1].upper() + words[1:])
