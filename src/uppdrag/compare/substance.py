"""The words that a change touches in; what it matters to, if anything of substance, out.

Substance is what the reader of a mandate is bound by: who decides, which roles and bodies, how many
and how often, what one must and may do, which tasks there are, who receives the document, and when.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum

from uppdrag.model.handling import Path
from uppdrag.model.manader import MANADER
from uppdrag.source.pattern import lazy_pattern


class Matter(Enum):
    """What a change of substance is about, in the order of weight; the value is its heading."""

    DECISION = "Vem som beslutar och utser"
    ROLE = "Roller och organ"
    LIMIT = "Tal och gränser"
    DUTY = "Ska, bör, kan och får"
    TASK = "Tillagt och borttaget innehåll"
    RECIPIENT = "Vem som får handlingen"
    DATE = "Datum och beteckningar"


_INFLECTION = r"(?:e?n|e?r|na|rna|erna|et|ens?|s|es|ets|nas|ernas|ans?|are|arna|arnas|e)?s?"
_ROLE = lazy_pattern(
    r"(?:direktör|chef|ordförande|ledam[oö]t|koordinator|samordnare|handläggare|sekreterare|"
    r"representant|företrädare|kontaktperson|ansvarig|suppleant|ersättare|strateg|processledare|"
    r"projektledare|verksamhetsledare|controller|adjungera[dt]|deltagar|medlem|uppdragsgivare|"
    r"uppdragstagare|beslutsfattare)" + _INFLECTION + r"\Z",
    re.IGNORECASE,
)
_BODY = lazy_pattern(
    r"(?:(?<!an)(?<!in)(?<!hand)(?<!av)(?<!för)(?<!ut)(?<!upp)ledning|grupp|(?<!f[öo]r)råd|utskott|"
    r"nämnd|styrelse|förvaltning|kontor|team|(?:samråds|samverkans|\b)organ|kommitté|\bregion|"
    r"kommun|bolag|departement|myndighet|avdelning|direktion|sekretariat|beredning|forum)"
    + _INFLECTION + r"\Z",
    re.IGNORECASE,
)
_AREA = lazy_pattern(r"område", re.IGNORECASE)
_ABBREVIATION = lazy_pattern(r"[A-ZÅÄÖ]{2,6}(?::s)?\Z")
_NUMBER = lazy_pattern(
    r"(?:\d[\d\s,.–-]*%?|noll|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|femton|tjugo|"
    r"trettio|hälften|tredjedel(?:ar)?|hundra|tusen)\Z",
    re.IGNORECASE,
)
_LIMIT = lazy_pattern(
    r"(?:högst|minst|maximalt|max|minimum|maximum|begränsa[dt]e?|begränsning(?:en|ar)?|antal(?:et)?|"
    r"cirka|ungefär|samtliga|alla|endast|enbart|bara|flera|obegränsa[dt]e?|mellan|senast|tidigast|"
    r"gång(?:er)?|årligen|månadsvis|kvartalsvis|varje|halvår|termin|kvartal)\Z",
    re.IGNORECASE,
)
_DUTY = lazy_pattern(
    r"(?:ska|skall|skulle|bör|borde|kan|kunde|får|fick|måste|behöver|ej|inte|aldrig|alltid|"
    r"undantagsvis|skyldiga?|rätt|förväntas|obligatorisk[at]?|frivillig[at]?|rekommenderar?)\Z",
    re.IGNORECASE,
)
_DECISION = lazy_pattern(
    r"(?:beslut\w*|\w*beslut|avgör\w*|utse[sr]?|utsåg\w*|utnämn\w*|delegera\w*|delegation\w*|"
    r"mandat\w*|\w*mandat|\w*mandatet|fastställ\w*|godkänn\w*|bemyndiga\w*)\Z",
    re.IGNORECASE,
)
_YEAR = lazy_pattern(r"(?:19|20)\d\d(?:[-–](?:\d\d-\d\d|(?:19|20)?\d\d))?\Z")
_IDENTIFIER = lazy_pattern(r"[A-ZÅÄÖ]{2,4}[\s-]?\d{4}\s?[–-]\s?\d+[\d-]*\Z|\d{4}:\d+\Z")

_RECEIVERS = "sändlista"
_DECISIONS = frozenset({"beslut", "beslutsfattande", "utses_av"})
_PARTIES = frozenset({"uppdragsgivare", "uppdragstagare", "utgår_från", "ersätter"})
_NUMBERS = frozenset({"minst", "högst", "per", "ungefär", "vid_behov", "mötesfrekvens"})
_DATES = frozenset({"datum", "diarienummer", "giltighet", "revidering", "status"})
_ASIDE = frozenset({"anmärkning", "kortnamn", "undantag", "typ", "format"})
"""Keys whose values are about the document, not about the assignment."""


def matter(path: Path, words: Iterable[str], *, is_whole: bool) -> Matter | None:
    """Return what a change matters to; None where it is about wording only.

    `words` are those that were added or taken away, `is_whole` tells that these are whole points,
    paragraphs or sections, at `path` in the file.
    """
    steps = [step for step in path if isinstance(step, str)]
    first = steps[0] if steps else ""
    if first in _ASIDE:
        return None
    by_place = _of_place(first, steps)
    if by_place is not None:
        return by_place
    if is_whole:
        return Matter.TASK
    touched = list(words)
    for found, test in _TESTS:
        if any(map(test, touched)):
            return found
    return None


def _of_place(first: str, steps: list[str]) -> Matter | None:
    if first == _RECEIVERS:
        return Matter.RECIPIENT
    if first in _DATES:
        return Matter.DATE
    if steps and steps[-1] in _NUMBERS:
        return Matter.LIMIT
    if any(step in _PARTIES for step in steps):
        return Matter.ROLE
    return Matter.DECISION if any(step in _DECISIONS for step in steps) else None


def _is_role(word: str) -> bool:
    if _ROLE.search(word) or _ABBREVIATION.match(word):
        return True
    return _BODY.search(word) is not None and _AREA.search(word) is None


def _is_limit(word: str) -> bool:
    if _YEAR.match(word) or _IDENTIFIER.match(word):
        return False
    return _NUMBER.match(word) is not None or _LIMIT.match(word) is not None


def _is_date(word: str) -> bool:
    return bool(_YEAR.match(word) or _IDENTIFIER.match(word)) or word.lower() in MANADER


_TESTS = (
    (Matter.DECISION, lambda word: _DECISION.match(word) is not None),
    (Matter.ROLE, _is_role),
    (Matter.LIMIT, _is_limit),
    (Matter.DUTY, lambda word: _DUTY.match(word) is not None),
    (Matter.DATE, _is_date),
)
