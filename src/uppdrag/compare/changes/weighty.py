"""A word in; whether it names a role, a limit, a duty, a decision or a date, out.

The words are Swedish, and match with their endings and as the last part of a compound, since that
part tells what a compound is: a `hälso- och sjukvårdsdirektör` is a `direktör`.
"""

from __future__ import annotations

import re

from uppdrag.model.manader import MANADER
from uppdrag.source.pattern import lazy_pattern

_ENDING = r"(?:e?n|e?r|na|erna|et|en|e)?s?\Z"
_A_ENDING = r"(?:ar|arna|are|aren|arna|mar|marna|an|or|orna|a)?" + _ENDING

_ROLE = lazy_pattern(
    r"(?:direktör|chef|ordförande|ledam[oö]t|koordinator|samordnare|handläggare|sekreterare|"
    r"representant|företrädare|kontaktperson|ansvarig|suppleant|ersättare|strateg|ledare|"
    r"controller|adjungera[dt]|adjungerade|deltag|medlem|uppdragsgivare|uppdragstagare|"
    r"beslutsfattare|sammankallande|tjänsteperson|politiker|regionråd|specialist|"
    r"läkare|sjuksköterska|expert|\bvice|\btillförordna[dt]|\bbiträdande)" + _A_ENDING,
    re.IGNORECASE,
)
_BODY = lazy_pattern(
    r"(?:(?<!an)(?<!in)(?<!hand)(?<!av)(?<!ut)(?<!upp)(?<!väg)ledning|"
    r"(?<!mål)(?<!ient)(?<!yrkes)(?<!ålders)grupp|(?<!f[öo]r)(?<!t)(?<!sam)råd|utskott|"
    r"nämnd(?!es?\Z)|styrelse|(?<!dokument)förvaltning|kontor|team|"
    r"(?:samråds|samverkans|lednings|\b)organ|kommitté|\bregion|kommun|bolag|departement|myndighet|"
    r"avdelning|direktion|sekretariat|\bberedning|beredningsgrupp|forum|(?:\b|s)enhet|sjukhus|"
    r"vårdcentral|huvudman|huvudmänn|fullmäktige|nätverk)" + _A_ENDING,
    re.IGNORECASE,
)
_AREA = lazy_pattern(r"område", re.IGNORECASE)
_ABBREVIATION = lazy_pattern(
    r"(?!(?:AI|EU|IT|PDF|SFS|TV|OK|I{2,3}|IV|VI)\b)[A-ZÅÄÖ]{2,6}(?::(?:s|n|ns|et|ets))?\Z"
)
_COUNT = (
    r"(?:noll|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|tretton|fjorton|femton|sexton|sjutton|"
    r"arton|nitton|tjugo|trettio|fyrtio|femtio|sextio|sjuttio|åttio|nittio|hundra|tusen)"
)
_NUMBER = lazy_pattern(
    rf"(?:\d[\d\s:,.–-]*%?|{_COUNT}+(?:ett|en)?|halva|hälften|dubbelt|tredjedel(?:ar)?|"
    r"fjärdedel(?:ar)?|procent)\Z",
    re.IGNORECASE,
)
_LIMIT = lazy_pattern(
    r"(?:högst|minst|maximalt|max|minimum|maximum|begränsa[dt]e?|begränsning(?:en|ar)?|antal(?:et)?|"
    r"cirka|ungefär|samtliga|alla|endast|enbart|bara|flera|obegränsa[dt]e?|senast|tidigast|"
    r"gång(?:er)?|årligen|årsvis|månadsvis|månatligen|kvartalsvis|terminsvis|veckovis|dagligen|"
    r"varje|varannan|vartannat|halvår(?:et|svis)?|termin(?:en)?|kvartal(?:et)?|ordinarie|permanent[a]?|"
    r"tillfällig[at]?|tills|vidare)\Z",
    re.IGNORECASE,
)
_DUTY = lazy_pattern(
    r"(?:ska|skall|skulle|bör|borde|kan|kunna|kunde|får|fick|måste|behöver|behövs|ej|inte|aldrig|"
    r"alltid|undantagsvis|skyldiga?|skyldighet(?:en|er)?|rätt|rättighet(?:en|er)?|förväntas|"
    r"obligatorisk[at]?|frivillig[at]?|rekommendera(?:r|s)?|krav(?:et|en)?|kräv(?:s|er|a|as)|"
    r"tillåt(?:s|er|et|na|a|as)|förbjud(?:s|er|et|na|a|en)|utan|undantag(?:et|en)?)\Z",
    re.IGNORECASE,
)
_DECISION = lazy_pattern(
    r"(?:beslut\w*|\w*beslut(?:et|en)?|avgör(?:s|a|as)?|avgjor[dt]\w*|utse(?:r|s|tts?|dd\w*)?|utsåg\w*|"
    r"utnämn\w*|delegera\w*|delegation\w*|\w*mandat(?:et|en)?s?|fastställ\w*|godkänn\w*|bemyndiga\w*|"
    r"väljs|väljas|valdes|tillsätt(?:s|a|as|er)|företräde[rs]?|enighet|konsensus|utslagsröst\w*|majoritet\w*|"
    r"(?:rådgiv|bind|vägled|beslut|bered|verkställ)ande)\Z",
    re.IGNORECASE,
)
_YEAR = lazy_pattern(r"(?:19|20)\d\d(?:\s?[-–]\s?(?:\d\d-\d\d|(?:19|20)?\d\d))?\Z")
_IDENTIFIER = lazy_pattern(r"[A-ZÅÄÖ]{2,4}[\s-]?\d{1,6}\s?[–-]\s?\d+[\d-]*\Z|\d{4}:\d+\Z")
_DAY = lazy_pattern(r"(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en|ar|arna)?s?\Z", re.IGNORECASE)


def is_role(word: str) -> bool:
    """Tell whether a word names who has a role, or a body."""
    if _ROLE.search(word) or _ABBREVIATION.match(word):
        return True
    return _BODY.search(word) is not None and _AREA.search(word) is None


def is_limit(word: str) -> bool:
    """Tell whether a word says how many, how much or how often."""
    if _YEAR.match(word) or _IDENTIFIER.match(word):
        return False
    return _NUMBER.match(word) is not None or _LIMIT.match(word) is not None


def is_duty(word: str) -> bool:
    """Tell whether a word says what one must, should or may do, or must not."""
    return _DUTY.match(word) is not None


def is_decision(word: str) -> bool:
    """Tell whether a word is about deciding, or about choosing who does something."""
    return _DECISION.match(word) is not None


def is_date(word: str) -> bool:
    """Tell whether a word is a day, a month, a year or a number of the register."""
    if _YEAR.match(word) or _IDENTIFIER.match(word) or _DAY.match(word):
        return True
    return word.lower() in MANADER
