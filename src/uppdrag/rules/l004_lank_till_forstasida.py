"""L004: a mandate in; a remark for each link to a site's front page that names a document out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from uppdrag.rules.links import Link, links
from uppdrag.rules.subject import Remark, Subject
from uppdrag.source.pattern import lazy_pattern

_FRONT_PAGE = lazy_pattern(r"https?://(?P<host>[^/?#\s]+)/?", re.IGNORECASE)

_STEMS = (
    *("rutin", "riktlinje", "plan", "avtal", "beslut", "policy", "anvisning", "dokument"),
    *("protokoll", "anteckning", "rapport", "överenskommelse", "strategi", "handbok", "mall"),
    *("vägledning", "beskrivning", "instruktion", "principer", "lathund", "blankett"),
    *("reglemente", "direktiv", "delegering"),
)
_DOCUMENT = (
    rf"(?:\b\w*(?:{'|'.join(_STEMS)})|\b(?:arbets|attest|besluts|dag|delegations)ordning|\b(?:\w+s)?handling)"
    r"(?:en|n|et|t|er|r|erna|rna|ar|arna|na)?\b"
)
_NAMES_DOCUMENT = lazy_pattern(_DOCUMENT, re.IGNORECASE)
_BEGINS_TITLE = lazy_pattern(
    rf"{_DOCUMENT}(?: (?:för|om|till|i|av|avseende|gällande|rörande|kring|mellan))? ?[”\"]?$",
    re.IGNORECASE,
)
_IS_THERE = lazy_pattern(
    rf"{_DOCUMENT}(?: (?:för|om) [^.:;]{{3,50}}?)?[”\"]?"
    r"(?: (?:finns|ligger|återfinns|hittas|finns att läsa))? (?:på|via) \Z",
    re.IGNORECASE,
)
_MOST_BEFORE = 60
"""Characters before a link that may hold the beginning of the title that it goes on with."""


def link_to_the_document(subject: Subject) -> Iterator[Remark]:
    """Yield a remark at each address that has no path though the words speak of a document."""
    for link in links(subject):
        page = _FRONT_PAGE.fullmatch(link.target)
        if page and (name := _document(link)) and not _is_its_site(name, page["host"]):
            yield Remark(
                link.place(subject.source, 0, len(link.target)),
                f"Adressen leder till en förstasida, men orden gäller ett dokument (”{name}”). "
                "Skriv adressen till själva dokumentet.",
                link.passage.path,
            )


def _document(link: Link) -> str | None:
    """Return the word by which a link, or what stands before it, names a document."""
    before = link.passage.text[max(0, link.start - _MOST_BEFORE) : link.start]
    found = (
        _NAMES_DOCUMENT.search(link.words)
        or _BEGINS_TITLE.search(before)
        or _IS_THERE.search(before)
    )
    named = _NAMES_DOCUMENT.search(found[0]) if found else None
    return named[0] if named else None


def _is_its_site(name: str, host: str) -> bool:
    """Tell whether the site is about what is named, so that its front page may be the place."""
    folded = name.lower().translate(str.maketrans("åäöé", "aaoe"))
    return folded[:5] in host.lower()
