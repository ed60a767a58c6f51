"""The lines of the decision in an edited file, and what they were, in; the decision's data out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from uppdrag.document.tree import Inlines, Role
from uppdrag.importing.onto.fields import like
from uppdrag.importing.onto.inlines import split_label, words_of
from uppdrag.importing.onto.page import PageLine
from uppdrag.importing.onto.slots import Slot
from uppdrag.importing.onto.yaml_values import Data
from uppdrag.model.rubriker import DECISION_DATE

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """A line of the decision; what it stood for, and what it said, where the mandate had it."""

    page: PageLine
    slot: Slot | None
    was: Inlines


def decision_value(old: Data, lines: Sequence[DecisionLine]) -> Data:
    """Return the decision that the lines say, with what did not change as it was."""
    fields: dict[str, Data] = dict(old or {})
    dated = {"datum", "notering", "etikett"}
    made: dict[str, Data] = {k: v for k, v in fields.items() if k not in dated}
    signers = fields.get("beslutsfattare")
    was_signers = signers if isinstance(signers, list) else [signers] if signers else []
    people: list[dict[str, Data]] = []
    for line in lines:
        if line.page.line.role is Role.DECISION_DATE:
            made |= _dated(line, fields)
        else:
            _sign(line, was_signers, people)
    is_one = len(people) == 1 and not isinstance(signers, list)
    value: Data = people[0] if is_one else people
    if value:
        made["beslutsfattare"] = like(signers, value)
    else:
        made.pop("beslutsfattare", None)
    old_keys = [key for key in fields if key in made]
    return {key: made[key] for key in [*old_keys, *(k for k in made if k not in fields)]}


def _sign(line: DecisionLine, was: Sequence[Data], people: list[dict[str, Data]]) -> None:
    """Add what a line says of who decides: to the last one, or to another who follows."""
    words = words_of(line.page.line.cells[0])
    slot = line.slot
    name = _field(line.page, slot, people)
    if not people or name in people[-1] or (name == "namn" and people[-1]):
        people.append({})
    kept = None
    if slot is not None and words_of(line.was) == words and slot.path[1:2] == ("beslutsfattare",):
        number = slot.path[2] if isinstance(slot.path[2], int) else 0
        kept = was[number].get(name)
    people[-1][name] = kept or words


def _field(page: PageLine, slot: Slot | None, people: Sequence[Mapping[str, Data]]) -> str:
    if page.line.role is Role.SIGNER_NAME:
        return "namn"
    if slot is not None and slot.path[-1] == "delegation":
        return "delegation"
    return "delegation" if slot is None and people and "titel" in people[-1] else "titel"


def _dated(line: DecisionLine, old: Mapping[str, Data]) -> dict[str, Data]:
    """Return the day, the note after it and the label, each as it was where it did not change."""
    made: dict[str, Data] = {}
    label, rest = split_label(line.page.line.cells[0])
    words = words_of(rest)
    was_label, was_rest = split_label(line.was)
    if words == words_of(was_rest):
        made |= {key: old[key] for key in ("datum", "notering") if key in old}
    else:
        day, _, note = words.partition(" ")
        if _DAY.fullmatch(day):
            made |= {"datum": day} | ({"notering": note} if note else {})
        elif words:
            made["notering"] = words
    now_label = words_of(label).removesuffix(":")
    if now_label and now_label != (words_of(was_label).removesuffix(":") or DECISION_DATE):
        made["etikett"] = now_label
    elif "etikett" in old:
        made["etikett"] = old["etikett"]
    return made
