"""B002: a mandate in; a remark where its text gives the right to decide to another role out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from uppdrag.readability.sentences import sentences
from uppdrag.rules.passage import Passage
from uppdrag.rules.roller import same_role
from uppdrag.rules.subject import Remark, Subject
from uppdrag.rules.undertecknare import states_delegation, titles
from uppdrag.source.pattern import lazy_pattern

_GROUP = (
    r"(?<!\w)(?:samordningsråd|samordningsgrupp|primärvårdsråd|(?:koncern|region)övergripande\sgrupp|"
    r"grupp(?:en|er|erna)\b|råd(?:et|en)?\b|organ(?:et|en)?\b|forum(?:et)?\b|dem\b)"
)
_ACT = lazy_pattern(
    rf"\b(?:inrätta|avveckla|upphäva)(?:r|s)?\s(?:\w+\s){{0,2}}?{_GROUP}|"
    rf"{_GROUP}\w*\s(?:\w+\s){{0,3}}?(?:inrättas|avvecklas|upphävs)\b|"
    r"\b(?:beslutar?|fastställ(?:a|er)|fattar?\sbeslut)\s(?:om\s)?(?:\w+\s){0,2}?uppdragshandling|"
    r"\bbeslut\som\s(?:\w+\s){0,2}?uppdragshandling\w*\s(?:\w+\s){0,2}?fattas\b|"
    r"uppdragshandling\w*\s(?:\w+\s){0,3}?(?:beslutas|fastställs)\b",
    re.IGNORECASE,
)
_HANDED_OVER = lazy_pattern(
    r"\b(?:fördela|delegera|överlåt|överlämna|lagt\b|lägger\b|läggs\b|get(?:t|ts)\b|ge(?:r|s)\b|"
    r"givit\b|flytta|tilldela|uppdra(?:r|git|gits)\b|bemyndiga|anförtro|överför)",
    re.IGNORECASE,
)
_BEFORE_RECEIVER = lazy_pattern(
    r"(?:\b(?:till|på|åt|gett|ger|givit|tilldelat|tilldelar|bemyndigat|bemyndigar))\s\Z",
    re.IGNORECASE,
)
_BEFORE_AGENT = lazy_pattern(
    r"(?:(?<!uppdrag\s)\bav|\b(?:inrättar|avvecklar|upphäver|fastställer|beslutar|får|kan|ska))"
    r"\s\Z",
    re.IGNORECASE,
)
_AFTER_AGENT = lazy_pattern(
    r"\s(?:som\s)?(?:får|kan|ska|har\s(?:rätt|mandat|befogenhet|ansvar)|ansvarar|beslutar|"
    r"fattar\sbeslut|inrättar|avvecklar|upphäver|fastställer)\b",
    re.IGNORECASE,
)
_HINTS = ("inrätta", "avveckla", "upphäv", "uppdragshandling")
_NO_TEXT = ("anmärkning", "titel", "dokumenttyp", "beslut", "sändlista")


def signer_has_the_right(subject: Subject) -> Iterator[Remark]:
    """Yield a remark at each role, not the signer's, that the text gives the right to decide.

    The right is to establish or abolish groups, or to decide on their mandates. Nothing is said
    where a signer has the right too, or a delegation is stated.
    """
    beslut = subject.handling.beslut
    signed = titles(subject)
    roles = tuple(role for role in subject.data.roller if role.strip())
    if beslut is None or not signed or not roles or states_delegation(beslut):
        return
    found = list(_rights(subject, _pattern(roles)))
    if any(same_role(title, words) for title, _ in signed for _, _, words in found):
        return
    told: set[str] = set()
    for passage, span, words in found:
        if words.lower() not in told:
            told.add(words.lower())
            yield subject.words(
                passage,
                span,
                f"Enligt texten har ”{words}” rätten att besluta, men beslutet är undertecknat med "
                f"titeln ”{signed[0][0]}”. Rätta rollen, eller ange stödet för beslutet med "
                "”delegation:” under beslutsfattare.",
            )


@lru_cache(maxsize=8)
def _pattern(roles: tuple[str, ...]) -> re.Pattern[str]:
    words = "|".join(
        re.escape(role).replace(r"\-", "-?").replace(r"\ ", r"\s")
        for role in sorted(roles, key=len, reverse=True)
    )
    deputy = r"(?:(?:biträdande|vice|ställföreträdande|tillförordnade?|tf)\s)?"
    return re.compile(rf"(?<![\w-]){deputy}(?:{words})(?:e?ns?)?(?![\w-])", re.IGNORECASE)


def _rights(
    subject: Subject, role: re.Pattern[str]
) -> Iterator[tuple[Passage, tuple[int, int], str]]:
    for passage in subject.passages:
        if passage.section in _NO_TEXT or not _speaks_of_it(passage.text.lower()):
            continue
        for start, end in sentences(passage.text):
            sentence = passage.text[start:end]
            if _ACT.search(sentence):
                for found in role.finditer(sentence):
                    if _has_the_right(sentence, found):
                        yield passage, (start + found.start(), start + found.end()), found[0]


def _speaks_of_it(text: str) -> bool:
    return any(hint in text for hint in _HINTS)


def _has_the_right(sentence: str, role: re.Match[str]) -> bool:
    before, after = sentence[: role.start()], sentence[role.end() :]
    if _HANDED_OVER.search(sentence):
        return _BEFORE_RECEIVER.search(before) is not None
    return bool(_BEFORE_AGENT.search(before) or _AFTER_AGENT.match(after))
