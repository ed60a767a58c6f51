"""A value that is proposed for a file: what it is, and what it was read from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Basis(StrEnum):
    """What a proposal rests on; the value is the Swedish word for it."""

    NAMED = "det som angavs"
    GROUP = "gruppens namn"
    DAY = "datumet i handlingen"
    DECISION = "beslutsdagen"
    TITLE = "titeln"
    FIELD = "ansvarsområdet"
    FILE = "filens namn"
    NEAR = "ett namn som är nästan likadant"


CERTAIN = frozenset({Basis.NAMED, Basis.GROUP, Basis.DAY})
"""What leaves no doubt: the document says just that, or a person did."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """A value and its basis. `note` tells what in it is a guess, beyond its basis."""

    value: str
    basis: Basis
    note: str = ""

    @property
    def is_certain(self) -> bool:
        """Tell whether nobody has to look at it."""
        return self.basis in CERTAIN and not self.note
