"""P002: a mandate in; a remark for each e-mail address outside the known employers out."""

from __future__ import annotations

from collections.abc import Iterator

from uppdrag.rules.data import RuleData
from uppdrag.rules.hosts import meant, owner
from uppdrag.rules.mail import Address, addresses
from uppdrag.rules.subject import Remark, Subject


def is_of_no_employer(address: Address, data: RuleData) -> bool:
    """Tell whether an address lies outside the known employers, and is no slip for theirs."""
    name = owner(address.domain)
    return name not in data.arbetsgivare and not meant(name, data)


def address_of_an_employer(subject: Subject) -> Iterator[Remark]:
    """Yield a remark at each domain that is no employer's, nor a slip for one (L002)."""
    for address in addresses(subject):
        if not is_of_no_employer(address, subject.data):
            continue
        yield Remark(
            address.range(subject, len(address.text) - len(address.domain)),
            f"”{address.domain}” är ingen känd arbetsgivares domän. Skriv en adress i tjänsten, "
            "eller ta bort den.",
            address.path,
        )
