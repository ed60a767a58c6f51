"""Words in; whether they name a role, a person or a body out, as a part of the mandate."""

from __future__ import annotations

import re

from uppdrag.model import Uppdragspart

LONGEST = 300

_ROLE = re.compile(
    r"\b\w*(?:direktör|chef|ordförande|ledare|koordinator|samordnare|sekreterare|strateg"
    r"|handläggare|ledamot|ledamöter|deltagare|representant|ansvarig|controller|jurist|läkare"
    r"|registrator|utvecklare|planerare|kontaktperson|rektor|ordföranden|chefer|direktörer"
    r"|ansvariga|representanter|koordinatorer|sjuksköterska|specialist|rådgivare|administratör)"
    r"(?:en|n|na|erna)?\b",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b(?:region\b|\w*(?:råd|grupp|organ|nämnd|styrelse|utskott|förvaltning|kontor|kommitté"
    r"|ledning|regionen|kommun|kommuner|samverkan|bolag|förbund|forum|stab|avdelning|enhet)"
    r"(?:en|et|n|na|erna)?\b)",
    re.IGNORECASE,
)
_GIVEN = r"[^\W\d_a-zåäöéü][\w’'.-]*"
_NAME = re.compile(rf"{_GIVEN}(?: (?:von|af|de|van|der|la|di|el|{_GIVEN})){{0,3}} {_GIVEN}")


def party(words: str) -> Uppdragspart:
    """Return who gives or takes an assignment; words that could be either stay `text`."""
    if len(words) > LONGEST:
        return Uppdragspart(text=words)
    first = words.split(maxsplit=1)[0] if words else ""
    if is_body(first) and not is_role(first):
        return Uppdragspart(organ=words)
    if is_role(words):
        name, _, role = words.partition(", ")
        return Uppdragspart(namn=name, roll=role) if is_name(name) else Uppdragspart(roll=words)
    if is_body(words):
        return Uppdragspart(organ=words)
    if is_name(words):
        return Uppdragspart(namn=words)
    return Uppdragspart(text=words)


def is_role(words: str) -> bool:
    """Tell whether the words hold a title or a function."""
    return _ROLE.search(words) is not None


def is_body(words: str) -> bool:
    """Tell whether the words hold the name of a body, a unit or an organisation."""
    return _BODY.search(words) is not None


def is_name(words: str) -> bool:
    """Tell whether the words are a person's name: two to five, capitalised, no role, no body."""
    return (
        len(words) <= LONGEST
        and _NAME.fullmatch(words) is not None
        and not is_role(words)
        and not is_body(words)
    )
