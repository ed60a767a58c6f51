"""D001: a mandate in; a remark for each diarienummer in another form than the register's out.

The form is `RS 2024-00784`, of a document in the matter `RS 2019-03137-40`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from uppdrag.findings import Severity
from uppdrag.rules.passage import Passage
from uppdrag.rules.subject import Remark, Subject
from uppdrag.rules.whole import figures
from uppdrag.source.pattern import lazy_pattern

_FIELDS = frozenset({("diarienummer",), ("utgår_från", "diarienummer")})

_DASH = "[-–—−‐‑]"
_PREFIX = rf"(?<![\w/.:-])(?P<prefix>[A-ZÅÄÖ]{{1,6}})(?P<gap>\s?{_DASH}\s?|\s?)"
_FIGURES = (
    rf"(?P<year>(?:19|20)\d\d)(?:\s?{_DASH}\s?(?P<serial>\d{{5}})|\s(?P<loose>0\d{{4}}))"
    rf"(?:(?:{_DASH}\s?|\s{_DASH})(?P<document>\d{{1,3}}))?(?!{_DASH}?\w)"
)
_OLD_FIGURES = r"(?!(?:19|20)\d\d-)\d{1,5}-(?:19|20)\d\d(?![\w-])"

_BEFORE = lazy_pattern(f"{_PREFIX}$")
_AFTER = lazy_pattern(f"{_FIGURES}|{_OLD_FIGURES}")
_NEW = lazy_pattern(_PREFIX + _FIGURES)
_OLD = lazy_pattern(rf"(?P<prefix>[A-ZÅÄÖ]{{2,6}})[ \u00a0]{_OLD_FIGURES}")
_RIGHT = lazy_pattern(r"[A-ZÅÄÖ]{1,6}[ \u00a0](?:19|20)\d\d-\d{5}(?:-\d{1,3})?")
_LABEL = lazy_pattern(r"(?:dnr|diarienr|diarienummer)\b[.:]?\s*", re.IGNORECASE)

_SHORT_FIGURES = lazy_pattern(
    r"(?P<year>(?:19|20)\d\d)(?:[-–/:]|\s[-–]\s)(?P<serial>\d{1,6})(?![-–./:]?\w)"
)
_OTHER_REGISTER = lazy_pattern(r"[A-ZÅÄÖ]{0,8}[ \u00a0/.-]?\d\d[\dA-ZÅÄÖ/:. -]*\d\d")
_OUR_REGISTER = "västra götaland"
_SERIAL = 5
_LONGEST_PREFIX = 10
_STANDARDS = frozenset({"ISO", "EN", "SS", "SIS", "IEC", "DIN", "COVID"})
"""What stands before figures that are no diarienummer."""


def written_as_registered(subject: Subject) -> Iterator[Remark]:
    """Yield a remark for each diarienummer in another form, in the facts and in the text."""
    for passage in subject.passages:
        if passage.path in _FIELDS and not _is_right(subject, passage.text):
            yield _of_field(subject, passage)
    for passage, found in figures(subject, _AFTER):
        if passage.path not in _FIELDS:
            yield from _of_text(subject, passage, *found.span())
    yield from _too_short(subject)


def _too_short(subject: Subject) -> Iterator[Remark]:
    """Yield a remark for each number of the mandate's own register without its five figures."""
    own = _RIGHT.fullmatch(subject.handling.diarienummer or "")
    if own is None:
        return
    prefix = own[0].split()[0]
    if f"{prefix} " not in subject.text:
        return
    for passage, found in figures(subject, _SHORT_FIGURES):
        lead = passage.text[max(0, found.start() - _LONGEST_PREFIX) : found.start()]
        before = _BEFORE.search(lead)
        is_whole = len(found["serial"]) == _SERIAL and "-" in found[0]
        if is_whole or before is None or before["prefix"] != prefix or passage.path in _FIELDS:
            continue
        if _AFTER.match(passage.text, found.start()) or _is_years(found):
            continue
        span = (found.start() - len(before[0]), found.end())
        words = passage.text[slice(*span)]
        right = None
        if len(found["serial"]) <= _SERIAL:
            right = f"{prefix} {found['year']}-{int(found['serial']):05}"
        yield subject.words(
            passage, span, _other_form(words, right) if right else _no_number(words), fix=right
        )


def _is_years(found: re.Match[str]) -> bool:
    """Tell whether the figures are two years, as in a period."""
    return len(found["serial"]) == len(found["year"]) and found["serial"][:2] in {"19", "20"}


def _of_field(subject: Subject, passage: Passage) -> Remark:
    text = passage.text
    whole = (0, len(text))
    if _OLD.fullmatch(text):
        return subject.words(passage, whole, _old(text), severity=Severity.INFO)
    found = _NEW.fullmatch(_LABEL.sub("", text, count=1).upper())
    right = _right(found) if found else None
    message = _other_form(text, right) if right else _no_number(text)
    return subject.words(passage, whole, message, fix=right, severity=Severity.ERROR)


def _is_right(subject: Subject, text: str) -> bool:
    """Tell whether a number has the form, or that of another organisation that issues it."""
    if _RIGHT.fullmatch(text):
        return True
    issuers = " ".join(subject.handling.organisation or ()).lower()
    if not issuers or _OUR_REGISTER in issuers or _NEW.fullmatch(text):
        return False
    return _OTHER_REGISTER.fullmatch(text) is not None


def _of_text(subject: Subject, passage: Passage, start: int, end: int) -> Iterator[Remark]:
    """Yield a remark if the figures are a diarienummer, with the letters that stand before them."""
    before = _BEFORE.search(passage.text[max(0, start - _LONGEST_PREFIX) : start])
    if before is None or before["prefix"] in _STANDARDS:
        return
    span = (start - len(before[0]), end)
    words = passage.text[slice(*span)]
    if _OLD.fullmatch(words):
        yield subject.words(passage, span, _old(words), severity=Severity.INFO)
    elif (found := _NEW.fullmatch(words)) and not _RIGHT.fullmatch(words):
        right = _right(found)
        yield subject.words(passage, span, _other_form(words, right), fix=right)


def _right(found: re.Match[str]) -> str:
    number = f"{found['prefix']} {found['year']}-{found['serial'] or found['loose']}"
    return f"{number}-{found['document']}" if found["document"] else number


def _other_form(text: str, right: str) -> str:
    return f"Diarienumret ”{text}” är inte skrivet som i diariet. Skriv ”{right}”."


def _no_number(text: str) -> str:
    return (
        f"”{text}” är inget helt diarienummer. Skriv förkortning, mellanslag, år, bindestreck och "
        "fem siffror, till exempel ”RS 2024-00784”."
    )


def _old(text: str) -> str:
    return (
        f"Diarienumret ”{text}” har den äldre formen med löpnumret före året. "
        "Låt det stå om ärendet är så gammalt, annars skriv året först."
    )
