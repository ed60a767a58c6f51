"""M001: a mandate in; a finding where the fewest meetings are more than the most out."""

from __future__ import annotations

from collections.abc import Iterator

from uppdrag.findings import Finding, Severity
from uppdrag.model import Motesfrekvens, Uppdragshandling
from uppdrag.source import Source, pointer


def numbers_in_order(handling: Uppdragshandling, source: Source) -> Iterator[Finding]:
    """Yield a finding for each meeting frequency whose `minst` is more than its `högst`."""
    for section in handling.avsnitt:
        for item in section.innehall:
            if not isinstance(item, Motesfrekvens) or item.minst is None or item.hogst is None:
                continue
            if item.minst > item.hogst:
                path = (section.nyckel, item.nyckel, "minst")
                yield Finding.at(
                    source,
                    "M001",
                    Severity.ERROR,
                    f"Minst {item.minst} möten är fler än högst {item.hogst}. Byt plats på talen.",
                    source.range_of(path),
                    path=pointer(path),
                )
