"""B005: a mandate in; a remark where a body is called by a name that it no longer has out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from uppdrag.rules.data import Organ
from uppdrag.rules.passage import Passage
from uppdrag.rules.subject import Remark, Subject
from uppdrag.source.pattern import lazy_pattern

_OF_ITS_TIME = lazy_pattern(
    r"\b(?:tidigare|dåvarande|förutvarande|föregående|gamla|före\sdetta|f\.\s?d\.|fd|hette|kallades)"
    r"\s(?:VGR:s\s|regionens\s)?\Z",
    re.IGNORECASE,
)
_NOTES = "anmärkning"


def name_that_holds(subject: Subject) -> Iterator[Remark]:
    """Yield a remark at each earlier name of a body that had a new one on the document's day.

    The title of another document, within quotation marks, is what it is; so is a name that the
    text itself calls an earlier one, and what the note about the document says.
    """
    day = subject.day
    text = subject.text.lower()
    for body in subject.data.organ:
        if body.fran and not (day and day >= body.fran):
            continue
        if not any(word in text for earlier in body.tidigare for word in _first_word(earlier)):
            continue
        pattern = _pattern(body)
        for passage in subject.passages:
            if passage.section == _NOTES:
                continue
            for found in pattern.finditer(passage.text):
                if found["earlier"] and not _is_of_its_time(passage, found.start()):
                    since = f" sedan {body.fran}" if body.fran else ""
                    yield subject.words(
                        passage,
                        found.span(),
                        f"”{found[0]}” heter ”{body.namn}”{since}. Skriv det nya namnet.",
                    )


def _is_of_its_time(passage: Passage, start: int) -> bool:
    before = passage.text[:start]
    is_quoted = before.count("”") % 2 == 1 or before.count('"') % 2 == 1
    return is_quoted or _OF_ITS_TIME.search(before) is not None


@lru_cache(maxsize=256)
def _pattern(body: Organ) -> re.Pattern[str]:
    """Return what finds the names of a body; the one that holds goes first and is left alone."""
    names = sorted(filter(_first_word, body.tidigare), key=len, reverse=True)
    earlier = "|".join(map(_inflected, names))
    return re.compile(
        rf"(?<![\w-])(?:{_inflected(body.namn)}|(?P<earlier>{earlier}))(?![\w-])", re.IGNORECASE
    )


def _first_word(name: str) -> list[str]:
    return name.lower().split()[:1]


def _inflected(name: str) -> str:
    """Return a pattern for a name, its definite forms and genitives, also with `för` in it."""
    first, *others = (re.escape(word).replace(r"\-", "-?") for word in name.split())
    ending = "(?:e?n|e?t)?s?"
    rest = r"\s".join(others)
    return rf"{first}{ending}\s(?:(?:för|inom)\s)?{rest}{ending}" if rest else first + ending
