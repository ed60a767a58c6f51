"""A line in; the key of the section that it is the heading of out."""

from __future__ import annotations

import re

from uppdrag.importing.markup import is_bold, plain
from uppdrag.model.rubriker import SUBSECTIONS

LONGEST = 120
"""Characters of a heading that the format knows, with all that it adds to the usual words."""

LONGEST_OWN, MOST_OWN_WORDS = 80, 10
"""What a heading that the format does not know holds at most."""

RECIPIENTS_KEY = "sändlista"

_KNOWN = {
    "bakgrund": r"bakgrund(?:en)?(?: (?:till|och|för) .+)?",
    "syfte": r"syfte(?:t)?(?: (?:med|och|för) .+)?",
    "mål": r"mål(?:et|en|sättning(?:en|ar)?|bild)?(?: (?:med|för) .+)?",
    "uppdragsbeskrivning": r"uppdrag(?:et|sbeskrivning(?:en)?)?(?: och (?:roll|uppgifter))?"
    r"|beskrivning av uppdraget|uppdragets innehåll",
    "avgränsning": r"avgränsning(?:ar|en|arna)?(?: (?:av|för|mot) .+)?",
    "arbetsorganisation": r"(?:arbets|projekt)?organisation(?:en)?(?: och (?:arbetsformer|roller))?"
    r"|arbetsformer",
    "arbetsgrupp": r"(?:arbets|projekt)grupp(?:en)?",
    "samband": r"samband(?:et)?\b.*|gränsdragning(?:ar)?(?: (?:till|mot|och) .+)?",
    "tidplan": r"tids?plan(?:en)?(?: (?:för|och) .+)?",
    "resurser": r"resurser(?:na)?(?: och .+)?",
    "kommunikation": r"kommunikation(?:en)?(?: och (?:information|förankring|samverkan))?",
    "uppföljning": r"uppföljning(?:en)?(?: (?:av|och) .+)?",
    "beslutsordning": r"beslutsordning(?:en)?(?: och .+)?|besluts- och rapporteringsordning",
    "bilagor": r"bilag(?:a|or)",
    RECIPIENTS_KEY: r"(?:uppdraget|uppdragshandlingen|handlingen|beslutet) "
    r"(?:skickas|sänds|expedieras|delges)(?: till)?|skickas till|sändlista|delges|kopia till"
    r"|expedieras till",
}
_PATTERNS = {key: re.compile(pattern) for key, pattern in _KNOWN.items()}
_VERB = re.compile(r"\b(?:är|var|ska|skall|har|kan|får|bör|ger|sker|görs|innebär|gäller|finns)\b")
MOST_WORDS = 11
"""Words of a heading that the format knows, with all that it adds to the usual ones."""

_NUMBERING = re.compile(r"\d{1,2}(?:\.\d{1,2})*[.)]?\s+(?=\S)", re.ASCII)
_FIRST_WORDS = re.compile(
    r"[#*\d.)\s]*(?:bakg|syft|mål|uppd|besk|avgr|arbe|proj|orga|samb|grän|tid|resu|komm|uppf"
    r"|besl|bila|hand|skic|sänd|delg|kopi|expe)",
    re.IGNORECASE,
)


def section_of(text: str) -> str | None:
    """Return the key of the section whose heading a line is, in any of its wordings."""
    if len(text) > LONGEST or not _FIRST_WORDS.match(text):
        return None
    heading = heading_words(text)
    if heading.endswith((".", ",", ";", "?")):
        return None
    bare = _NUMBERING.sub("", heading, count=1).casefold()
    if len(bare.split()) > MOST_WORDS or _VERB.search(bare):
        return None
    return next((key for key, pattern in _PATTERNS.items() if pattern.fullmatch(bare)), None)


def heading_words(text: str) -> str:
    """Return a heading's words: without markup, number signs and a colon at its end."""
    return plain(text).strip("# ").removesuffix(":").rstrip()


def subsection_of(text: str) -> str | None:
    """Return the key of the part of a beslutsordning whose heading a line is."""
    if len(text) > LONGEST:
        return None
    bare = _NUMBERING.sub("", heading_words(text), count=1).casefold()
    return next((key for key in SUBSECTIONS if re.fullmatch(rf"{key}(?: och .+)?", bare)), None)


def looks_like_heading(text: str) -> bool:
    """Tell whether a line could be a heading that the format does not know."""
    if is_bold(text) and len(text) <= LONGEST:
        return True
    if not 1 < len(text) <= LONGEST_OWN or len(text.split()) > MOST_OWN_WORDS:
        return False
    heading = text.lstrip("#").strip()
    first, last = heading[:1], heading[-1:]
    begins = (first.isalpha() and not first.islower()) or _NUMBERING.match(heading) is not None
    sign = any(part in heading for part in ("@", "://", "\t", "](", ": "))
    return begins and not sign and last not in {".", ":", ";", ",", "!"}
