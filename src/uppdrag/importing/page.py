"""What a file of any format shows, before anything in it has been understood: a document tree."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from uppdrag.document.tree import Block
from uppdrag.findings import Severity


class Maker(Enum):
    """Who made a file: this program, whose pages mean what they look like, or anyone.

    A format that does not tell may still have been written in the same way.
    """

    OWN = "uppdrag"
    ALIKE = "someone who writes as uppdrag does"
    OTHER = "any program"


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence about what was left out or is uncertain.

    `words` is what it speaks of, where that stands in the text.
    """

    message: str
    severity: Severity = Severity.INFO
    words: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """The blocks in reading order, with what became of everything else."""

    blocks: tuple[Block, ...]
    told: tuple[Told, ...] = ()
    maker: Maker = Maker.OTHER
