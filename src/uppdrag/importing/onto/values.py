"""A value of the mandate and the words that stand for it now in; the value that says them out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from uppdrag.document.phrases import STATUS_WORDS, party, recipient, validity
from uppdrag.importing import people, recipients
from uppdrag.importing.onto.yaml_values import Data
from uppdrag.model import Giltighet, Mottagare, Uppdragspart
from uppdrag.model.handling import Status

_DAY = r"\d{4}-\d{2}-\d{2}"
_VALIDITY = (
    (re.compile(rf"({_DAY})–({_DAY})"), ("från", "till")),
    (re.compile(rf"från ({_DAY}) och tills vidare"), ("från",)),
    (re.compile(rf"till ({_DAY})"), ("till",)),
)
_REVIEW = re.compile(rf"ses över senast ({_DAY})")
_PARTY = ("namn", "roll", "organ")
_COMMON = ("titel", "grupp", "diarienummer")


def party_value(old: Data, words: str) -> Data:
    """Return who gives or takes the assignment; the field that changed has its new words."""
    if isinstance(old, str):
        return words
    if isinstance(old, Mapping):
        if "text" in old:
            return {**old, "text": words}
        if (fields := _fields(old, _PARTY, words)) is not None:
            return fields
        label = {"etikett": old["etikett"]} if "etikett" in old else {}
    else:
        label = {}
    found = people.party(words)
    if party(found) != words:
        found = Uppdragspart(text=words)
    named = [(name, getattr(found, name)) for name in (*_PARTY, "text")]
    return {**label, **{key: value for key, value in named if value}}


def _fields(old: Mapping[str, Data], names: Sequence[str], words: str) -> Data | None:
    """Return the old value with its fields changed so that, with commas, they are the words."""
    present = [name for name in names if name in old]
    texts = [" ".join(str(old[name]).split()) for name in present]
    for at, name in enumerate(present):
        before = ", ".join([*texts[:at], ""])
        after = ", ".join(["", *texts[at + 1 :]])
        middle = words[len(before) : len(words) - len(after)]
        if before + middle + after == words and middle.strip():
            return {**old, name: middle}
    parts = words.split(", ")
    if len(parts) == len(present) and all(parts):
        return {**old, **dict(zip(present, parts, strict=True))}
    if len(present) > len(parts) and all(part in texts for part in parts):
        gone = {n for n, text in zip(present, texts, strict=True) if text not in parts}
        return {key: value for key, value in old.items() if key not in gone}
    return None


def parties_value(old: Data, was: Sequence[str], now: Sequence[str]) -> Data:
    """Return all who give or take the assignment; those that say the same are kept."""
    items = list(old) if isinstance(old, list) else [old]
    made = []
    for number, words in enumerate(now):
        if words in was and was.index(words) < len(items):
            made.append(items[was.index(words)])
        elif number < len(items) and number < len(was) and was[number] not in now:
            made.append(party_value(items[number], words))
        else:
            made.append(party_value(None, words))
    return made if isinstance(old, list) or len(made) > 1 else made[0]


def recipient_value(old: Data, words: str) -> Data:
    """Return a recipient; the field that changed has its new words."""
    if isinstance(old, str) and recipients.recipient(old) == Mottagare(old):
        found = recipients.recipient(words)
        return words if recipient(found) != words or found == Mottagare(words) else _named(found)
    if isinstance(old, str):
        return words
    if isinstance(old, Mapping):
        for made in _recipients(old, words):
            if recipient(_mottagare(made)) == words:
                return made
    found = recipients.recipient(words)
    if recipient(found) != words:
        return words
    return words if found == Mottagare(words) and not isinstance(old, Mapping) else _named(found)


def _recipients(old: Mapping[str, Data], words: str) -> list[dict[str, Data]]:
    made: list[dict[str, Data]] = []
    who, mail, why = old["mottagare"], old.get("epost"), old.get("för")
    if why and words.endswith(f" för {why}"):
        rest = words.removesuffix(f" för {why}")
        if mail and rest.endswith(f", {mail},"):
            made.append({**old, "mottagare": rest.removesuffix(f", {mail},")})
        made.append({**old, "mottagare": rest})
    lead = f"{who}, {mail}, för " if mail else f"{who} för "
    if words.startswith(lead):
        made.append({**old, "för": words.removeprefix(lead)})
    if mail and not why and words.endswith(f", {mail}"):
        made.append({**old, "mottagare": words.removesuffix(f", {mail}")})
    if words == (f"{who}, {mail}" if mail else who):
        made.append({key: value for key, value in old.items() if key != "för"})
    found = recipients.recipient(words)
    made.append(_named(found))
    return made


def _mottagare(data: Mapping[str, Data]) -> Mottagare:
    return Mottagare(data["mottagare"], data.get("epost"), data.get("för"))


def _named(found: Mottagare) -> dict[str, Data]:
    pairs = (("mottagare", found.mottagare), ("epost", found.epost), ("för", found.for_))
    return {key: value for key, value in pairs if value}


def validity_value(old: Data, now: Sequence[str]) -> Data:
    """Return from when and until when the document holds."""
    if isinstance(old, str):
        return " ".join(now)
    rest, review = list(now), None
    if rest and (found := _REVIEW.fullmatch(rest[-1])):
        review = found[1]
        rest.pop()
    made: dict[str, Data] = {}
    words = " ".join(rest)
    for pattern, names in _VALIDITY:
        if "text" not in old and (found := pattern.fullmatch(words)):
            made = dict(zip(names, found.groups(), strict=True))
    if words and not made:
        made = {key: old[key] for key in ("från", "till") if key in old} | {"text": words}
    if review:
        made["översyn"] = review
    ordered = {key: made[key] for key in old if key in made}
    value = {**ordered, **{key: item for key, item in made.items() if key not in ordered}}
    told = Giltighet(value.get("från"), value.get("till"), value.get("översyn"), value.get("text"))
    return value if list(validity(told)) == list(now) else {"text": " ".join(now)}


def common_value(old: Data, words: str) -> Data:
    """Return the common document that the group works under."""
    if isinstance(old, str):
        return words
    found = _fields(old, _COMMON, words)
    return found if found is not None else {"titel": words}


def status_value(words: str) -> str | None:
    """Return the status that a word in the letterhead says."""
    found: Status | None = next((k for k, v in STATUS_WORDS.items() if v == words), None)
    return found.value if found else None
