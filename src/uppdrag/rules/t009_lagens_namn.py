"""T009: a mandate in; a remark for each law that is called by a name that is not its own out.

The rules' data says what is wrong and what is right. Where both are the same name, only a law
that stands there with another number is wrong: ”patientdatalagen: patientdatalagen (2008:355)”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from uppdrag.rules.phrases import capital_as, occurring
from uppdrag.rules.subject import Remark, Subject
from uppdrag.source.pattern import lazy_pattern

_NUMBER = lazy_pattern(r" \(\d{4}:\d+\)")
_WRITTEN_NUMBER = r"\s(?:\(\d{4}:\d+\)|\d{4}:\d+)"
_LAW = lazy_pattern(r"(?P<kind>lag(?:en)?) (?P<about>\D.*)", re.DOTALL)
_YEAR = lazy_pattern(r"(?P<year>(?:19|20)\d\d)[:/]\d")
_OF_ITS_TIME = lazy_pattern(
    r"\b(?:tidigare|dåvarande|förutvarande|föregående|gamla|upphävda|ersatte|ersätter)"
    r"\s(?:den\s)?\Z",
    re.IGNORECASE,
)
_ENDED = lazy_pattern(
    r"[^.]{0,40}\b(?:upphörde|upphävdes|upphävts|ersattes|har\sersatts|gällde)\b", re.IGNORECASE
)
_REACH = 30
_YEARS_UNTIL_IN_FORCE = 1
"""A law gets its number the year before it comes into force, at the earliest."""


def name_of_law(subject: Subject) -> Iterator[Remark]:
    """Yield a remark for each name of a law that is wrong, or of a law that no longer holds.

    A document keeps the law of its day, and a text may tell of one that has ended.
    """
    wrong = occurring(subject.data.lagar, subject.text)
    wrong = tuple(name for name in wrong if _held(subject.data.lagar[name], subject.day))
    if not wrong:
        return
    rights = tuple(subject.data.lagar[name] for name in wrong)
    pattern = _pattern(wrong, rights)
    for passage in subject.passages:
        for found in pattern.finditer(passage.text):
            right = rights[int((found.lastgroup or "_0")[1:])]
            if found[0].lower() != right.lower() and not (
                _ends_the_right_name(found, right) or _is_of_its_time(found)
            ):
                is_half = passage.text[: found.start()].endswith("- och ")
                yield subject.words(
                    passage,
                    found.span(),
                    _message(found[0], right),
                    fix=None if is_half else capital_as(found[0], right),
                )


def _message(words: str, right: str) -> str:
    if _plain(words) == _plain(right):
        return f"”{words}” har inte det nummer som gäller. Skriv {right}."
    return f"”{words}” är inte det namn som gäller. Skriv {right}."


def _held(right: str, day: str) -> bool:
    """Tell whether the right law was in force when the document was written, or that is unknown."""
    found = _YEAR.search(right)
    return not (day and found) or int(day[:4]) > int(found["year"]) + _YEARS_UNTIL_IN_FORCE


@lru_cache(maxsize=64)
def _pattern(wrong: tuple[str, ...], rights: tuple[str, ...]) -> re.Pattern[str]:
    names = "|".join(
        f"(?P<_{index}>{_written(name, right)})"
        for index, (name, right) in enumerate(zip(wrong, rights, strict=True))
    )
    return re.compile(rf"(?<!\w)(?:{names})(?!\w)", re.IGNORECASE)


def _written(name: str, right: str) -> str:
    """Return what finds a name with the number of the law, if any, where it usually stands.

    The number has to be there where the name is right.
    """
    if _NUMBER.search(name):
        return re.escape(name).replace(r"\ \(", r"\s\(?").replace(r"\)", r"\)?")
    often = "" if _plain(name) == _plain(right) else "?"
    if law := _LAW.fullmatch(name):
        return rf"{law['kind']}(?:{_WRITTEN_NUMBER}){often}\s{re.escape(law['about'])}"
    return rf"{re.escape(name)}(?:{_WRITTEN_NUMBER}){often}"


def _plain(name: str) -> str:
    return re.sub(_WRITTEN_NUMBER, "", name).lower()


def _ends_the_right_name(found: re.Match[str], right: str) -> bool:
    """Tell whether what was found is the last word of the name as it should be."""
    name = _plain(right).replace("-", "")
    words = _plain(found[0])
    if name == words.replace("-", ""):
        return False
    lead = found.string[max(0, found.start() - 2 * len(right)) : found.start()]
    return f"{lead}{words}".replace("-", "").lower().endswith(name)


def _is_of_its_time(found: re.Match[str]) -> bool:
    """Tell whether the text itself says that the law is an earlier one."""
    before = found.string[max(0, found.start() - _REACH) : found.start()]
    return bool(_OF_ITS_TIME.search(before) or _ENDED.match(found.string, found.end()))
