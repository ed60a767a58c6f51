"""T003: a mandate in; a remark for each interval that is not written with a close en dash out.

A hyphen between two numbers may also stand in a date, a diarienummer, a telephone number or the
name of a standard. So only numbers that rise, as an interval does, and that nothing before or
after makes a part of something else, are taken for one (Myndigheternas skrivregler).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from uppdrag.rules.named_intervals import may_hold_named, named
from uppdrag.rules.passage import Passage
from uppdrag.rules.subject import Remark, Subject
from uppdrag.source.pattern import lazy_pattern

_WORDS = {
    **dict.fromkeys(("en", "ett"), 1),
    **dict(
        zip(("två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio"), range(2, 10), strict=True)
    ),
    **dict(
        zip(("tio", "elva", "tolv", "tretton", "fjorton", "femton"), range(10, 16), strict=True)
    ),
    **dict(zip(("sexton", "sjutton", "arton", "nitton", "tjugo"), range(16, 21), strict=True)),
    **dict(zip(("trettio", "fyrtio", "femtio"), range(30, 60, 10), strict=True)),
}
_DASH = r"[-‐‑–—]"
_SPACE = r"[ \u00a0]?"
_WORD = "|".join(_WORDS)
_NUMBER = r"\d{1,2}[:.]\d\d|\d{1,3}(?:[ \u00a0]\d{3})+|\d{1,4}(?:,\d+)?"
_SIGN = lazy_pattern(rf"{_DASH}{_SPACE}(?:\d|{_WORD})", re.IGNORECASE)
_PAIR = lazy_pattern(
    rf"(?<![\w/.,:@+=*×‐‑–—-])(?P<first>{_NUMBER}|(?:{_WORD})(?=\W))"
    rf"(?P<dash>{_SPACE}{_DASH}{_SPACE})(?P<second>{_NUMBER}|{_WORD})"
    rf"(?!(?!(?:ggr|år|st|kr|mnkr)\b)\w|[/:@]|[.,]\w|-\d|{_SPACE}[=+*×])",
    re.IGNORECASE,
)
_RIGHT = "–"

_CLOCK = lazy_pattern(r"\b(?:kl\.?|klockan)\s?\Z", re.IGNORECASE)
_NUMBERED = lazy_pattern(
    r"""(?:\b(?:[Dd]nr|[Dd]iarienr|[Dd]iarienummer|[Nn]r|[Nn]ummer|[Ii]d|[Vv]ersion|[Ää]rende
      |[Rr]utin|ISBN|ISSN|[Tt]el|[Tt]elefon|[Tt]fn|[Mm]obil|[Vv]äxel|[Ff]ax|[Kk]onto|[Oo]rg\.?nr
      |[Kk]ostnadsställe|[Ff]akturareferens|[Rr]eferens|[Pp]rojektnr|[Bb]eställarkod
      |[Oo]rganisationsnummer|[Bb]ankgiro|[Pp]lusgiro|[Bb]g|[Pp]g|[Ll]okal|[Rr]um|[Hh]us)\.?:?\s
      |\+\d[\d ()]*)\Z""",
    re.VERBOSE,
)
_REGISTERED = lazy_pattern(r"\b[A-ZÅÄÖ]{1,8}[ \u00a0]\Z")
_STEP = lazy_pattern(
    r"\b(?:steg|fas|del|bilaga|etapp|nivå|modul|alternativ|mål)\s\Z", re.IGNORECASE
)
_FOLLOWED_BY_DIGIT = lazy_pattern(r"[ \u00a0]\d")
_ADDRESS = lazy_pattern(r"://|www\.|@")
_SPACES = lazy_pattern(r"\s")

_LONGEST_LEAD = 30
_LONGEST_ADDRESS = 200
_YEARS = range(1900, 2101)
_LAST_MONTH = 12
_HUNDRED = 100
_THOUSAND = 1000
_FARTHEST = 20
"""How many times larger the second number of an interval with thousands may be."""


def intervals(subject: Subject) -> Iterator[Remark]:
    """Yield a remark for each interval with a hyphen, or with spaces around its dash."""
    if _SIGN.search(subject.text):
        for passage in subject.passages:
            if _SIGN.search(passage.text):
                for found in _PAIR.finditer(passage.text):
                    if found["dash"] != _RIGHT and _is_interval(found) and not _in_address(found):
                        fix = f"{found['first']}{_RIGHT}{found['second']}"
                        yield _remark(subject, passage, found, fix)
    if may_hold_named(subject.text):
        for passage in subject.passages:
            for found, fix in named(passage.text):
                yield _remark(subject, passage, found, fix)


def _remark(subject: Subject, passage: Passage, found: re.Match[str], fix: str) -> Remark:
    how = "tankstreck" if f" {_RIGHT} " in fix else "tankstreck utan mellanslag"
    message = f"”{found[0]}” är ett intervall och skrivs med {how}. Skriv {fix}."
    return subject.words(passage, found.span(), message, fix=fix)


def _is_interval(found: re.Match[str]) -> bool:
    first, second = found["first"].lower(), found["second"].lower()
    lead = found.string[max(0, found.start() - _LONGEST_LEAD) : found.start()]
    if first in _WORDS or second in _WORDS:
        return _WORDS.get(first, 0) < _WORDS.get(second, 0) and first in _WORDS
    if _NUMBERED.search(lead) or (found["dash"] != "-" and _STEP.search(lead)):
        return False
    if _CLOCK.search(lead):
        return True
    if _is_time(first) or _is_time(second) or "." in first + second:
        return _is_time(first) and _is_time(second)
    if _has_leading_zero(first) or _has_leading_zero(second):
        return _are_hours(found)
    return _rises(_value(first), _value(second), lead)


def _rises(low: float, high: float, lead: str) -> bool:
    if low in _YEARS and high == (low + 1) % _HUNDRED:
        # 2025-26 are two years, 2011-12 may be a month.
        return high > _LAST_MONTH and not _REGISTERED.search(lead)
    if high >= _HUNDRED and _REGISTERED.search(lead):
        return False
    if high >= _THOUSAND and not (low in _YEARS and high in _YEARS):
        return low < high <= low * _FARTHEST
    return low < high


def _is_time(number: str) -> bool:
    """Tell whether a number is a time of day: 13:00 always, 13.00 when minutes are even fives."""
    hour, colon, minute = number.partition(":")
    if not colon:
        hour, stop, minute = number.partition(".")
        if not stop or len(hour) == 1 or int(minute) % 5:
            return False
    return int(hour) <= 24 and int(minute) < 60  # noqa: PLR2004  a clock


def _are_hours(found: re.Match[str]) -> bool:
    """Tell whether 08-16 are hours and not the beginning of a telephone number."""
    first, second = found["first"], found["second"]
    if not (len(first) == len(second) == 2 and int(first) < int(second) <= 24):  # noqa: PLR2004
        return False
    return _FOLLOWED_BY_DIGIT.match(found.string, found.end()) is None


def _has_leading_zero(number: str) -> bool:
    return number.startswith("0") and number[1:2].isdigit()


def _value(number: str) -> float:
    return float("".join(number.split()).replace(",", "."))


def _in_address(found: re.Match[str]) -> bool:
    before = found.string[max(0, found.start() - _LONGEST_ADDRESS) : found.start()]
    after = found.string[found.end() : found.end() + _LONGEST_ADDRESS]
    token = _SPACES.split(before)[-1] + found[0] + _SPACES.split(after, maxsplit=1)[0]
    return _ADDRESS.search(token) is not None
