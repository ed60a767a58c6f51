"""A paragraph of the head in; its labelled facts out: `Datum 2026-06-16`, `Uppdragsgivare: …`.

Facts may be glued to one another, as when a Word table is copied: each known label begins one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from uppdrag.importing.markup import plain

LONGEST = 1000
"""Characters of a paragraph in which facts are looked for."""

LABELS = {
    "datum": "Datum",
    "diarienummer": "Diarienummer",
    "organisation": "Organisation",
    "grupp": "Grupp",
    "ansvarsområde": "Ansvarsområde",
    "uppdragsgivare": "Uppdragsgivare",
    "uppdragstagare": "Uppdragstagare",
    "giltighet": "Giltighet",
    "utgår_från": "Utgår från",
}
"""The facts whose label the key itself carries, so that no word of it is lost."""

_NAMES = "|".join(LABELS.values())
_START = re.compile(rf"(?:\*\*)?\s*(?:{_NAMES})\b")
_GLUED = re.compile(rf"(?:^|\*\*|\s)\s*({_NAMES})\s*(?:\*\*\s*:|:\s*\*\*|\*\*|:|(?=\s))\s*")
_UNSIGNED = {"ansvarsområde", "uppdragsgivare", "uppdragstagare"}
"""Facts whose label may do without a colon before words that begin with a capital."""

LONGEST_UNSIGNED = 150
_NUMBER = re.compile(r"[A-ZÅÄÖ]{1,8}[ \u00a0-].{0,30}\d.{0,15}")


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact: its key, its words, and the source that it was read from."""

    key: str
    value: str
    source: str


def has_label(text: str) -> bool:
    """Tell whether a line begins with the label of a fact, whatever follows."""
    return _START.match(text) is not None


def begins_fact(text: str) -> bool:
    """Tell whether a line begins with the label of a fact and says what it is."""
    return has_label(text) and bool(facts_in(text) or bare_label(text))


def facts_in(text: str) -> tuple[Fact, ...]:
    """Return the facts that a paragraph consists of, or none when it says anything else too."""
    if len(text) > LONGEST or not has_label(text):
        return ()
    found = [match for match in _GLUED.finditer(text) if _is_label(text, match)]
    if not found or found[0].start() != 0:
        return ()
    ends = [match.start() for match in found[1:]] + [len(text)]
    facts = tuple(
        Fact(
            _key(match[1]),
            plain(text[match.end() : end].strip().strip("*")),
            text[match.start() : end].strip().strip("*").strip(),
        )
        for match, end in zip(found, ends, strict=True)
    )
    return facts if all(map(_is_sound, facts)) else ()


def bare_label(text: str) -> str | None:
    """Return the key of the fact whose label is all there is of a line."""
    words = plain(text).removesuffix(":").strip()
    return _key(words) if any(words.casefold() == n.casefold() for n in LABELS.values()) else None


def is_sound(key: str, value: str) -> bool:
    """Tell whether a value can stand under the key of a fact as it is written."""
    match key:
        case "datum":
            return is_date(value)
        case "diarienummer":
            return _NUMBER.fullmatch(value) is not None
        case _:
            return bool(value)


def is_date(value: str) -> bool:
    """Tell whether a text is a date that exists, in the form 2026-06-16."""
    try:
        return bool(re.fullmatch(r"\d{4}-\d{2}-\d{2}", value, re.ASCII)) and bool(
            date.fromisoformat(value)
        )
    except ValueError:
        return False


def _is_sound(fact: Fact) -> bool:
    return is_sound(fact.key, fact.value)


def _key(words: str) -> str:
    folded = words.casefold()
    return next(key for key, name in LABELS.items() if name.casefold() == folded)


def _is_label(text: str, found: re.Match[str]) -> bool:
    """Tell whether the words are a label: set off by a sign, or at the start before a value."""
    sign = found[0].strip()
    if sign.endswith((":", "*")):
        return True
    after = text[found.end() :]
    if _key(found[1]) in {"datum", "diarienummer"}:
        return re.match(r"\d{4}-|[A-ZÅÄÖ]{1,8}[ \u00a0-]\d", after) is not None
    return (
        found.start() == 0
        and _key(found[1]) in _UNSIGNED
        and after[:1].isupper()
        and not text.endswith((".", ":"))
        and len(text) <= LONGEST_UNSIGNED
    )
