"""The letterhead and the labelled facts of a printed document in; the fields of a mandate out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from uppdrag.document.phrases import STATUS_WORDS, validity
from uppdrag.document.text import inline_text
from uppdrag.document.tree import Fact, Facts, Inlines, Letterhead
from uppdrag.importing.facts import is_date
from uppdrag.importing.people import party
from uppdrag.model import Giltighet, Parter, UtgarFran
from uppdrag.model.rubriker import FACTS

PARTIES = ("uppdragsgivare", "uppdragstagare")

_DAY = r"\d{4}-\d{2}-\d{2}"
_VALID = re.compile(
    rf"(?P<from>{_DAY})–(?P<to>{_DAY})|från (?P<since>{_DAY}) och tills vidare"
    rf"|till (?P<until>{_DAY})"
)
_REVIEW = re.compile(rf"ses över senast ({_DAY})")
_UNBROKEN = re.compile(r"(\S+)\u00a0(\d[^ ]*)")
_KEYS = {label.casefold(): key for key, label in FACTS.items()}
_STATUSES = {word: status for status, word in STATUS_WORDS.items()}


@dataclass(frozen=True, slots=True)
class Field:
    """A key of the mandate, its field, and its value."""

    key: str
    name: str
    value: Any


_NAMES = {
    "ansvarsområde": "ansvarsomrade",
    "utgår_från": "utgar_fran",
}


def field_of(key: str, value: object) -> Field:
    """Return a key with the name of its field."""
    return Field(key, _NAMES.get(key, key), value)


def letterhead_fields(block: Letterhead) -> Iterator[Field]:
    """Yield what a letterhead says: type of document and status in bold, then the rest."""
    for fact in block.facts:
        label = _words(fact.label).removesuffix(":")
        values = [_words(value) for value in fact.values]
        if label:
            key = _KEYS.get(label.casefold(), "organisation")
            yield field_of(key, _breakable(values[0]))
        elif _is_bold(fact):
            yield from _type_and_status(values)
        else:
            yield field_of("organisation", tuple(values))


def facts_fields(block: Facts, taken: Sequence[str]) -> Iterator[Field | Fact]:
    """Yield what labelled facts say; a label that is not known is that of a party.

    A fact for which no field is left is given as it stands.
    """
    seen = set(taken)
    for fact in block.facts:
        label = _words(fact.label).removesuffix(":")
        values = tuple(_words(value) for value in fact.values)
        key = _KEYS.get(label.casefold())
        if key is None or key in seen or (key == "datum" and not is_date(values[0])):
            key = next((name for name in PARTIES if name not in seen), None)
        if key is None:
            yield fact
            continue
        seen.add(key)
        yield field_of(key, _value(key, label, values))


def is_fact(label: str, value: str) -> bool:
    """Tell whether a label and a value are a fact of the head that the format knows."""
    key = _KEYS.get(label.removesuffix(":").casefold())
    return key is not None and (key != "datum" or is_date(value))


def _value(key: str, label: str, values: tuple[str, ...]) -> object:
    match key:
        case "organisation":
            return values
        case "uppdragsgivare" | "uppdragstagare":
            etikett = None if label == FACTS[key] else label
            return Parter(key, tuple(map(party, values)), etikett)
        case "giltighet":
            return _validity(values)
        case "utgår_från":
            return UtgarFran(titel=values[0])
        case _:
            return _breakable(values[0])


def _validity(values: tuple[str, ...]) -> Giltighet:
    review = _REVIEW.fullmatch(values[-1])
    first = values[0] if not review or len(values) > 1 else ""
    found = _VALID.fullmatch(first)
    made = Giltighet(
        fran=(found["from"] or found["since"]) if found else None,
        till=(found["to"] or found["until"]) if found else None,
        oversyn=review[1] if review else None,
        text=first or None if not found else None,
    )
    return made if tuple(validity(made)) == values else Giltighet(text=" ".join(values))


def _type_and_status(values: list[str]) -> Iterator[Field]:
    status = _STATUSES.get(values[-1])
    names = values[:-1] if status is not None else values
    if names:
        yield field_of("dokumenttyp", ", ".join(names))
    if status is not None:
        yield field_of("status", status)


def _words(inlines: Inlines) -> str:
    return inline_text(inlines)


def _is_bold(fact: Fact) -> bool:
    return all(run.bold for value in fact.values for run in value)


def _breakable(value: str) -> str:
    """Return a number with the plain space that is printed as one that keeps it on its line."""
    found = _UNBROKEN.fullmatch(value)
    return f"{found[1]} {found[2]}" if found else value
