"""R001: a register in; a finding where a group has two documents in force at once out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from uppdrag.findings import Finding, Severity
from uppdrag.register import Card, Register
from uppdrag.rules.between import about
from uppdrag.rules.data import RuleData

_NO_END = "9999-12-31"


def one_in_force(register: Register, _data: RuleData) -> Iterator[Finding]:
    """Yield a finding at the status of the older of two decided documents whose time overlaps."""
    for cards in register.by_group.values():
        decided = [card for card in cards if card.status and card.status.value == "beslutad"]
        for older, newer in combinations(sorted(decided, key=lambda card: card.begins), 2):
            if newer.begins > _ends(older) or older.status is None:
                continue
            replaced = register.replaced_by(older) is newer
            what = (
                f"Handlingen ersätts av {newer.file} men har status beslutad. Skriv status: ersatt."
                if replaced
                else f"Handlingen gäller samtidigt som {newer.file}: båda har status beslutad. "
                "Skriv status: ersatt eller upphävd i den som inte gäller."
            )
            yield about(older, older.status, "R001", Severity.ERROR, what)
            break


def _ends(card: Card) -> str:
    return card.giltig_till.value if card.giltig_till is not None else _NO_END
