"""P001: a mandate in; a remark for each e-mail address that belongs to a person out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from uppdrag.rules.mail import Address, addresses
from uppdrag.rules.people import NAME, is_person
from uppdrag.rules.subject import Remark, Subject

_PARTS = re.compile(r"[._+-]")
_FIRST_AND_LAST = re.compile(r"[^\W\d_]{2,}(?:[.-][^\W\d_]+)*\.[^\W\d_]{2,}\d{0,2}")


def address_of_a_function(subject: Subject) -> Iterator[Remark]:
    """Yield a remark for each address with a person's name in it, or in a person's row."""
    functions = subject.data.funktionsbrevlador
    for address in addresses(subject):
        if not _is_function(address.box, functions) and (
            _FIRST_AND_LAST.fullmatch(address.box) or _goes_to_person(subject, address)
        ):
            yield Remark(
                address.range(subject),
                f"Adressen ”{address.text}” hör till en person. Skriv en funktionsbrevlåda, "
                "eller bara rollen, om adressen inte behövs.",
                address.path,
            )


def _is_function(box: str, functions: Collection[str]) -> bool:
    return box in functions or any(part in functions for part in _PARTS.split(box))


def _goes_to_person(subject: Subject, address: Address) -> bool:
    """Tell whether the recipient that the address stands with is named as a person."""
    if address.path[-1:] != ("epost",):
        return False
    sandlista = subject.handling.sandlista
    recipients = sandlista.mottagare if sandlista else ()
    return any(
        recipient.epost == address.text and _is_named(recipient.mottagare)
        for recipient in recipients
    )


def _is_named(words: str) -> bool:
    found = NAME.match(words)
    return found is not None and is_person(found[0])
