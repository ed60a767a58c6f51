"""P001: a mandate in; a remark for each e-mail address that belongs to a person out."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from uppdrag.rules.mail import Address, addresses
from uppdrag.rules.p002_okand_arbetsgivare import is_of_no_employer
from uppdrag.rules.people import NAME, is_person
from uppdrag.rules.subject import Remark, Subject
from uppdrag.source.pattern import lazy_pattern

_PARTS = lazy_pattern(r"[._+-]")
_WORK = lazy_pattern(
    r"^vard|^halso|halsan?\Z|(?:sjuk|tand|akut|hem|nar|primar)vard|samord|samverk|grupp|namnd|kansli"
    r"|utveckling|ledning|enhet|avdelning|forvaltning|kontor|styrelse|digital|rehab|hygien|projekt"
    r"|program|klimat|arkiv|upphandl|service|tjanst|skola|kommun|region|lakemedel|psykiatri|habil"
    r"|forskning|innovation|utbildning|fastighet|administrat|sekretari|mottagning|brevlada"
)
"""What boxes of functions are called, without rings and dots: no name of a person holds it."""
_FIRST_AND_LAST = lazy_pattern(r"[^\W\d_]{2,}(?:[.-][^\W\d_]+)*\.[^\W\d_]{2,}\d{0,2}")


def address_of_a_function(subject: Subject) -> Iterator[Remark]:
    """Yield a remark for each address with a person's name in it, or in a person's row.

    One outside the known employers is P002's matter.
    """
    functions = subject.data.funktionsbrevlador
    for address in addresses(subject):
        if is_of_no_employer(address, subject.data):
            continue
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
    parts = _PARTS.split(box)
    return box in functions or any(part in functions or _WORK.search(part) for part in parts)


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
