"""R001: a register in; a finding where a group has two documents in force at once out."""

from __future__ import annotations

from collections.abc import Iterator

from uppdrag.findings import Finding, Severity
from uppdrag.register import Card, Register
from uppdrag.rules.between import about
from uppdrag.rules.data import RuleData


def one_in_force(register: Register, _data: RuleData) -> Iterator[Finding]:
    """Yield a finding at the status of each decided document that is in force beside a newer one.

    A newer one that has not begun to hold leaves the older in force.
    """
    for cards in register.by_group.values():
        decided = sorted((card for card in cards if card.is_in_force), key=lambda card: card.begins)
        for at, older in enumerate(decided):
            beside = [newer for newer in decided[at + 1 :] if _at_once(older, newer, register)]
            if beside and older.status is not None:
                message = _message(older, beside, register)
                yield about(older, older.status, "R001", Severity.ERROR, message)


def _at_once(older: Card, newer: Card, register: Register) -> bool:
    has_begun = newer.begins <= register.today
    has_ended = older.giltig_till is not None and older.giltig_till.value < newer.begins
    return has_begun and not has_ended


def _message(older: Card, beside: list[Card], register: Register) -> str:
    successor = register.successor(older)
    if successor in beside and register.replaced(successor) is older:
        return (
            f"Handlingen ersätts av {successor.file} men har status beslutad. Skriv ”status: "
            "ersatt”."
        )
    return (
        f"Handlingen gäller samtidigt som {beside[0].file}: båda har status beslutad. Skriv "
        "”status: ersatt” eller ”status: upphävd” i den som inte gäller."
    )
