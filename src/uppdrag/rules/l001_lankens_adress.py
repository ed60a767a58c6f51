"""L001: a mandate in; a remark for each link whose address leads nowhere out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from uppdrag.rules.subject import Remark, Subject
from uppdrag.source.pattern import lazy_pattern

_LINK = lazy_pattern(r"(?<!\\)\]\(\s*([^()\s]*)\s*\)")
_LEADS_SOMEWHERE = lazy_pattern(r"https?://[^/\s]+|mailto:[^@\s]+@|tel:\+?\d|#\w", re.IGNORECASE)

_BROKEN = lazy_pattern(
    r"(?<!\\)\](?:(?P<gap>[ \t]+)\(https?://[^()\s]+\)"
    r"|\((?P<address>(?:https?://|www\.)[^()\s]*[ \t]+[^()\n\"]*)\))",
    re.IGNORECASE,
)
_PLACEHOLDER = "#"


def address_leads_somewhere(subject: Subject) -> Iterator[Remark]:
    """Yield a remark for each address that is empty or does not begin as an address does."""
    for path, scalar in subject.source.scalars():
        if "](" not in scalar.text and "] " not in scalar.text:
            continue
        for found in _BROKEN.finditer(scalar.text):
            name = "gap" if found["gap"] else "address"
            yield Remark(
                subject.source.locate(path, *found.span(name)), _BROKEN_MESSAGES[name], path
            )
        for found in _LINK.finditer(scalar.text):
            address = found[1]
            if _LEADS_SOMEWHERE.match(address):
                continue
            place = subject.source.locate(path, *(found.span(1) if address else found.span()))
            yield Remark(place, _message(address), path)


_BROKEN_MESSAGES = {
    "gap": "Länken skrivs ut som tecken: ta bort mellanslaget mellan ] och (.",
    "address": "Länken skrivs ut som tecken: skriv adressen utan mellanslag, %20 i stället.",
}


def _message(address: str) -> str:
    if address == _PLACEHOLDER:
        return (
            "Adressen ”#” är en platshållare som inte leder någonstans. "
            "Skriv den riktiga adressen, eller skriv bara orden."
        )
    what = f"Adressen ”{address}” leder ingenstans" if address else "Länken saknar adress"
    return f"{what}. Börja med https://, mailto: eller tel:, eller skriv bara orden."
