"""The instruction of a field in; what it gives out: an address, or words that are not kept."""

from __future__ import annotations

import re
from dataclasses import dataclass

PAGES = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION"})
"""Fields that number pages: no words of a document."""

CLOCKS = frozenset({"DATE", "TIME", "CREATEDATE", "SAVEDATE", "PRINTDATE"})
"""Fields that Word writes anew, on the day that the document is opened or printed."""

_ADDRESS = re.compile(r"""^\s*HYPERLINK\s+(?:"([^"]*)"|([^\s"\\]\S*))""", re.IGNORECASE)


@dataclass(slots=True)
class Field:
    """A field that has begun: its instruction so far, and whether its result has."""

    instruction: str = ""
    has_result: bool = False

    @property
    def kind(self) -> str:
        """The word that the instruction begins with."""
        return next(iter(self.instruction.split(maxsplit=1)), "").upper()

    @property
    def address(self) -> str | None:
        """The address that the field leads to, if it is a link out of the document."""
        found = _ADDRESS.match(self.instruction)
        return (found[1] or found[2] or None) if found else None
