"""B003: a mandate in; a remark where a person without a role gives the assignment out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from uppdrag.rules.roller import givers
from uppdrag.rules.subject import Remark, Subject
from uppdrag.source import NodePath
from uppdrag.source.pattern import lazy_pattern

_NAME = lazy_pattern(r"[A-ZÅÄÖÉ][a-zåäöéü]+(?:[ -](?:(?:von|af|de) )?[A-ZÅÄÖÉ][a-zåäöéü]+){1,3}")
_BODY_OR_ROLE = lazy_pattern(
    r"\b(?:region|stad|kommun|västkom)\b|götaland|"
    r"(?:region|kommun|förbund|sjukhus|nämnd|styrelse|kontor|(?<!m)organ|råd|grupp|utskott|ledning|"
    r"förvaltning|fullmäktige|stab|avdelning|enhet|vård|hälsa|samverkan|chef|direktör|ordförande|"
    r"sekreterare|samordnare|handläggare|koordinator|ledare)(?:e?n|e?t|na)?\b",
    re.IGNORECASE,
)


def giver_has_a_role(subject: Subject) -> Iterator[Remark]:
    """Yield a remark for each person who gives the assignment and has no role there."""
    for part in givers(subject.handling):
        if part.roll or part.organ:
            continue
        if part.namn:
            yield _remark(subject, (*part.path, "namn"), part.namn)
        elif part.text and _is_person(part.text):
            is_value = subject.source.node((*part.path, "text")) is None
            yield _remark(subject, part.path if is_value else (*part.path, "text"), part.text)


def _is_person(words: str) -> bool:
    return _NAME.fullmatch(words) is not None and _BODY_OR_ROLE.search(words) is None


def _remark(subject: Subject, path: NodePath, name: str) -> Remark:
    return subject.value(
        path,
        f"Uppdragsgivaren ”{name}” är en person utan roll. Ange rollen också, till exempel "
        f"”roll: {_likely_role(subject, name)}”: personer byts, rollen består.",
    )


def _likely_role(subject: Subject, name: str) -> str:
    beslut = subject.handling.beslut
    for signer in beslut.beslutsfattare if beslut else ():
        if signer.namn == name and signer.titel:
            return signer.titel
    return "Regiondirektör"
