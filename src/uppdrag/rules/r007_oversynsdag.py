"""R007: a register in; a finding for each document in force past its last or its review day out."""

from __future__ import annotations

from collections.abc import Iterator

from uppdrag.findings import Finding, Severity
from uppdrag.register import Card, Register, Stated
from uppdrag.rules.between import about
from uppdrag.rules.data import RuleData


def reviewed_in_time(register: Register, _data: RuleData) -> Iterator[Finding]:
    """Yield a finding at the last day, or else the review day, that a decided document passed.

    One that is in force beside its successor is another rule's matter.
    """
    for card in register.cards:
        if not card.is_in_force:
            continue
        successor = register.successor(card)
        last, review = card.giltig_till, card.oversyn
        if last is not None and last.value < register.today:
            if successor is None or successor.begins > last.value:
                yield _warning(card, last, _past_its_end(last.value, successor))
        elif review is not None and review.value < register.today and successor is None:
            yield _warning(card, review, _past_review(card, review.value, register))


def _warning(card: Card, place: Stated, message: str) -> Finding:
    return about(card, place, "R007", Severity.WARNING, message)


def _past_its_end(last: str, successor: Card | None) -> str:
    advice = (
        "Besluta om en ny, eller skriv ”status: upphävd”."
        if successor is None
        else f"Skriv ”status: ersatt”: den följs av {successor.file}."
    )
    return f"Handlingen gällde till {last} men har status beslutad. {advice}"


def _past_review(card: Card, review: str, register: Register) -> str:
    drafts = [
        other
        for other in register.by_group[card.group]
        if not other.was_decided and register.replaced(other) is card
    ]
    advice = (
        f"Den som ska ersätta den är inte beslutad ännu ({drafts[-1].file})."
        if drafts
        else "Se över den, och ange nästa översyn i en ny version."
    )
    return f"Handlingen skulle ha setts över senast {review}. {advice}"
