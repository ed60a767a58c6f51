"""F003: a mandate in; a remark where it never says who appoints the members out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from uppdrag.model import Avsnitt, Del, Prosa, Typ
from uppdrag.readability.sentences import sentences
from uppdrag.rules.passage import Passage
from uppdrag.rules.subject import Remark, Subject
from uppdrag.source.pattern import lazy_pattern

_GROUPS = (Typ.SAMORDNINGSRAD, Typ.SAMORDNINGSGRUPP)
_MEMBER = lazy_pattern(r"\b(?:deltagar|ledamot|ledamöt|medlem|representant)\w*", re.IGNORECASE)
_IS_APPOINTED = lazy_pattern(
    r"\b(?:utses|utsågs|utsetts?|utsedda?|utsett|tillsätts|tillsattes?|tillsatts?|tillsatta|"
    r"nominera(?:s|d|de|ts|t)|bemanna(?:s|d|de|ts|t)|väljs|valts|valda|"
    r"förordna(?:s|d|de|ts|t)|anmäl(?:s|da|ts)|pekas\sut|självskriv\w+|i\skraft\sav)\b",
    re.IGNORECASE,
)
_APPOINTS = lazy_pattern(
    r"\b(?:utser?|tillsätt(?:er|a)|nominerar?|bemannar?|väl(?:jer|ja)|förordnar?|anmäl(?:er|a))\b"
    r"[^.]*?\b(?:deltagar|ledamot|ledamöt|medlem|representant|person|chef)",
    re.IGNORECASE,
)
_GROUP_IS_MANNED = lazy_pattern(
    r"\b(?:gruppen|rådet|samordnings(?:rådet|gruppen))\s(?:bemannas|tillsätts|utses)\b",
    re.IGNORECASE,
)
_AMONG = lazy_pattern(r"\b(?:bland|av)\s(?:\w+\s)?(?:deltagar|ledamöt|medlem)\w*", re.IGNORECASE)
_REFERS = lazy_pattern(r"(?:de|dessa|alla|samtliga)\s", re.IGNORECASE)
_CHAIR = lazy_pattern(r"ordförande|\bordf\b", re.IGNORECASE)
_OTHER_BODY = lazy_pattern(
    r"nationell|programområde|arbetsgrupp|processteam|undergrupp|utskott|referensgrupp|sakkunnig|"
    r"kontaktperson|adjunger",
    re.IGNORECASE,
)
_OF_OTHERS = frozenset(
    ("ordförande", "vice_ordförande", "adjungerade", "undergrupper", "stöd", "mötesfrekvens")
)
_TO_FILL_IN = "["


def says_who_appoints(subject: Subject) -> Iterator[Remark]:
    """Yield a remark at the words for the members where nothing says who appoints them.

    Only for groups of the register, and only where the mandate describes its organisation.
    """
    handling = subject.handling
    section = handling.section("arbetsorganisation")
    if handling.typ not in _GROUPS or section is None:
        return
    part = next((item for item in section.innehall if _is_of_members(item)), None)
    if isinstance(part, Del) and part.utses_av:
        return
    if part is None and (handling.utgar_fran is not None or not _has_text(section)):
        return
    if any(map(_says_it, subject.passages)):
        return
    yield _remark(subject, "deltagare" if part else None)


def _is_of_members(item: object) -> bool:
    return isinstance(item, Del) and item.nyckel == "deltagare"


def _has_text(section: Avsnitt) -> bool:
    return any(isinstance(item, Prosa) or _is_of_members(item) for item in section.innehall)


def _says_it(passage: Passage) -> bool:
    if passage.section == "uppdragsbeskrivning":
        return _IS_APPOINTED.search(passage.text) is not None and any(
            _says_it_of_members(sentence, _IS_APPOINTED) for sentence in _sentences(passage)
        )
    part = passage.path[1] if len(passage.path) > 1 else ""
    if passage.section != "arbetsorganisation" or part in _OF_OTHERS:
        return False
    if part == "deltagare":
        return passage.text.startswith(_TO_FILL_IN) or any(
            map(_says_it_among_members, _sentences(passage))
        )
    return any(
        _says_it_of_members(sentence, _IS_APPOINTED) or _says_it_of_members(sentence, _APPOINTS)
        for sentence in _sentences(passage)
    )


def _sentences(passage: Passage) -> Iterator[str]:
    """Yield each sentence; one that begins with ”De” together with the one that it refers to."""
    before = 0
    for start, end in sentences(passage.text):
        yield passage.text[before if _REFERS.match(passage.text, start) else start : end]
        before = start


def _says_it_among_members(sentence: str) -> bool:
    """Tell whether a sentence of the part about the members says who appoints them."""
    of_whom = _AMONG.sub("", sentence)
    if _CHAIR.search(of_whom) and not _MEMBER.search(of_whom):
        return False
    return bool(_IS_APPOINTED.search(sentence) or _APPOINTS.search(sentence))


def _says_it_of_members(sentence: str, appointed: re.Pattern[str]) -> bool:
    """Tell whether a sentence elsewhere says who appoints the group's own members."""
    if not appointed.search(sentence) or _OTHER_BODY.search(sentence):
        return False
    if _GROUP_IS_MANNED.search(sentence):
        return True
    return _MEMBER.search(_AMONG.sub("", sentence)) is not None


def _remark(subject: Subject, part: str | None) -> Remark:
    path = ("arbetsorganisation", *((part,) if part else ()))
    message = (
        "Handlingen säger inte vem som utser deltagarna. Skriv det under deltagare, "
        "till exempel ”utses_av: respektive förvaltningschef”."
    )
    for passage in subject.passages:
        if passage.path[: len(path)] == path and (found := _MEMBER.search(passage.text)):
            return subject.words(passage, found.span(), message)
    return subject.key(path, message)
