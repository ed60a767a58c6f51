"""Text in; what reads as a person's name out."""

from __future__ import annotations

import re

from uppdrag.source.pattern import lazy_pattern

CAPITALISED = r"[A-ZÅÄÖÉÜØÆ](?:[\w’']*[a-zåäöéèüøæ])(?:-[A-ZÅÄÖÉÜØÆ][\w’']*)?"
"""A word as a name is written; not one in capitals only."""

PARTICLE = r"(?:von|af|de|del|della|van|der|den|la|di|el|al)"

NAME = lazy_pattern(rf"{CAPITALISED}(?: (?:{PARTICLE}|{CAPITALISED})){{0,3}} {CAPITALISED}")
"""Two to five words: capitalised ones, with particles such as von between."""

_NO_PERSON = lazy_pattern(
    r"\b(?:region|västra|södra|norra|östra|mellersta|sveriges?|svenska?|nationell\w*|capio"
    r"|punkt|datum|sida|\w*(?:råd|rådet|råden|grupp|gruppen|nämnd|nämnden|styrelsen?|regionen"
    r"|vård|vården|hälsan|kontoret|förvaltning|förvaltningen|sjukhus|sjukhuset|kommun|stad"
    r"|samverkan|enhet|enheten|avdelning|avdelningen|bolag|förbund|förbundet))\b",
    re.IGNORECASE,
)


def is_person(words: str) -> bool:
    """Tell whether capitalised words are a person's name and not that of a body or a place."""
    return _NO_PERSON.search(words) is None
