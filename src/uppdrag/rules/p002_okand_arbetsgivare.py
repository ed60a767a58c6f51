"""P002: a mandate in; a remark for each e-mail address outside the known employers out."""

from __future__ import annotations

from collections.abc import Iterator

from uppdrag.rules.hosts import meant, owner
from uppdrag.rules.mail import addresses
from uppdrag.rules.subject import Remark, Subject


def address_of_an_employer(subject: Subject) -> Iterator[Remark]:
    """Yield a remark at each domain that is no employer's, nor a slip for one (L002)."""
    employers = subject.data.arbetsgivare
    for address in addresses(subject):
        name = owner(address.domain)
        if name in employers or meant(name, subject.data):
            continue
        yield Remark(
            address.range(subject, len(address.text) - len(address.domain)),
            f"”{address.domain}” är ingen känd arbetsgivares domän. Skriv en adress i tjänsten, "
            "eller ta bort den.",
            address.path,
        )
