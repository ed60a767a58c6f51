"""L005: a mandate in; a remark for each document that it refers to by its title alone out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from uppdrag.rules.links import links
from uppdrag.rules.passage import Passage
from uppdrag.rules.subject import Remark, Subject
from uppdrag.rules.whole import Places
from uppdrag.source.pattern import lazy_pattern

_KIND = (
    r"(?i:\w*(?:rutin(?:er)?|riktlinjer?|policy|anvisning(?:ar)?|plan|strategi|vägledning|handbok"
    r"|instruktion|reglemente|direktiv|överenskommelse|avtal|program|dokument|rapport"
    r"|beskrivning|anteckning(?:ar)?|protokoll|mandat)|principer|(?:\w+s)?handling)"
)
_QUOTED = lazy_pattern(
    rf"[”\"](?P<title>(?=[A-ZÅÄÖ])(?=[^”\"\n]*\b{_KIND}\b)[^”\".?!\n]{{4,150}})[”\"]"
)
_NAMED = lazy_pattern(
    r"(?:Rutin|Riktlinje|Riktlinjer|Policy|Anvisning|Anvisningar|Handbok|Vägledning"
    r"|Reglemente|Delegationsordning|Arbetsordning|Överenskommelse|Handlingsplan)"
    r" (?:för|om|vid|avseende|gällande) [^.,;:()”\"?!\n]{3,120}?"
    r"(?= (?:är|ska|gäller|beskriver|anger|finns|har|kan|som|från|samt|när|där)\b"
    r"| ?[.,;:()”\"?!\n]|$)"
)
_WITHIN_SENTENCE = lazy_pattern(r"[\w,] ")
"""What stands before a title in a sentence: at its beginning the capital says nothing."""

_NUMBER = lazy_pattern(
    r"\b[A-ZÅÄÖ]{1,6}[ \u00a0-]?(?:19|20)\d\d\s?[-–/:]\s?\d|\b[A-ZÅÄÖ]{1,6} \d{1,5}-(?:19|20)\d\d\b"
    r"|\b(?i:dnr|diarienummer)\b|https?://[^/\s]+/\S"
)
_NEAR_BEFORE, _NEAR_AFTER = 40, 80
"""Characters before and after a title that its diarienummer or address may stand within."""

_BESIDE = 4
"""Characters between a title and a link beside it: the end of the quote, a space, a bracket."""

_LEADS_TO_PAGE = lazy_pattern(r"https?://[^/?#\s]+(?:/[^/\s]|[?#]\S)", re.IGNORECASE)


def document_can_be_found(subject: Subject) -> Iterator[Remark]:
    """Yield a remark where a title first stands, if nowhere with its number or a link to it."""
    first: dict[str, tuple[Passage, tuple[int, int]]] = {}
    known = {_key(subject.handling.titel)}
    for passage, span in _titles(subject):
        title = _key(passage.text[slice(*span)])
        first.setdefault(title, (passage, span))
        if _has_number(passage.text, span) or _is_linked(subject, passage, span):
            known.add(title)
    for title, (passage, span) in first.items():
        if title not in known:
            words = passage.text[slice(*span)]
            yield subject.words(
                passage,
                span,
                f"”{words}” nämns utan diarienummer och utan länk till handlingen. "
                "Skriv diarienumret inom parentes efter titeln, eller länka dit.",
            )


def _titles(subject: Subject) -> Iterator[tuple[Passage, tuple[int, int]]]:
    text = subject.text
    spans = [found.span("title") for found in _QUOTED.finditer(text)]
    spans += [
        found.span()
        for found in _NAMED.finditer(text)
        if _WITHIN_SENTENCE.fullmatch(text, max(0, found.start() - 2), found.start())
    ]
    if spans:
        places = Places.of(subject)
        yield from (places.at(*span) for span in sorted(spans))


def _key(title: str) -> str:
    return " ".join(title.casefold().split())


def _has_number(text: str, span: tuple[int, int]) -> bool:
    start, end = span
    before, after = text[max(0, start - _NEAR_BEFORE) : start], text[end : end + _NEAR_AFTER]
    return bool(_NUMBER.search(before) or _NUMBER.search(after))


def _is_linked(subject: Subject, passage: Passage, span: tuple[int, int]) -> bool:
    """Tell whether a title is, or stands beside, the words of a link that leads to a page."""
    start, end = span
    return any(
        link.start <= end + _BESIDE and start <= link.end and _LEADS_TO_PAGE.match(link.target)
        for link in links(subject)
        if link.passage is passage
    )
