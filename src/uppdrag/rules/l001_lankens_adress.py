"""L001: a source in; a finding for each link whose address leads nowhere out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from uppdrag.findings import Finding, Severity
from uppdrag.model import Uppdragshandling
from uppdrag.source import Source, pointer

_LINK = re.compile(r"\]\(\s*([^()\s]*)\s*\)")
_LEADS_SOMEWHERE = re.compile(r"https?://[^/\s]+|mailto:[^@\s]+@|tel:\+?\d|#\w", re.IGNORECASE)


def address_leads_somewhere(_handling: Uppdragshandling, source: Source) -> Iterator[Finding]:
    """Yield a finding for each address that is empty or does not begin as an address does."""
    for path, scalar in source.scalars():
        if "](" not in scalar.text:
            continue
        for found in _LINK.finditer(scalar.text):
            address = found[1]
            if _LEADS_SOMEWHERE.match(address):
                continue
            what = f"Adressen ”{address}” leder ingenstans" if address else "Länken saknar adress"
            place = source.locate(path, *(found.span(1) if address else found.span()))
            yield Finding.at(
                source,
                "L001",
                Severity.WARNING,
                f"{what}. Börja med https://, mailto: eller tel:, eller skriv bara orden.",
                place,
                path=pointer(path),
            )
