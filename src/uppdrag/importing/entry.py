"""What an import has understood: a key of the mandate, its value, and the source it came from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from uppdrag.importing.block import Block
from uppdrag.model import (
    Avsnitt,
    Beslut,
    Giltighet,
    Parter,
    Prosa,
    Sandlista,
    Status,
    UtgarFran,
)

Value: TypeAlias = (
    str
    | tuple[str, ...]
    | Status
    | Parter
    | Prosa
    | Giltighet
    | UtgarFran
    | Avsnitt
    | Beslut
    | Sandlista
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A key with its value, in the order of the source.

    `blocks` is the source that it was read from, for when it cannot stand there after all.
    """

    key: str
    value: Value
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Loose:
    """Text that belongs to no part that has been recognised."""

    blocks: tuple[Block, ...]


Part: TypeAlias = Entry | Loose
