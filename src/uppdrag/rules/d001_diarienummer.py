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

_FIELDS = frozenset({("diarienummer",), ("utgår_från", "diarienummer")})

_DASH = "[-–—−‐‑]"
_PREFIX = rf"(?<![\w/.:-])(?P<prefix>[A-ZÅÄÖ]{{1,6}})(?P<gap>\s?{_DASH}\s?|\s?)"
_FIGURES = (
    rf"(?P<year>(?:19|20)\d\d)\s?{_DASH}\s?(?P<serial>\d{{5}})"
    rf"(?:(?:{_DASH}\s?|\s{_DASH})(?P<document>\d{{1,3}}))?(?!{_DASH}?\w)"
)
_OLD_FIGURES = r"(?!(?:19|20)\d\d-)\d{1,5}-(?:19|20)\d\d(?![\w-])"

_BEFORE = re.compile(f"{_PREFIX}$")
_AFTER = re.compile(f"{_FIGURES}|{_OLD_FIGURES}")
_NEW = re.compile(_PREFIX + _FIGURES)
_OLD = re.compile(rf"(?P<prefix>[A-ZÅÄÖ]{{2,6}})[ \u00a0]{_OLD_FIGURES}")
_RIGHT = re.compile(r"[A-ZÅÄÖ]{1,6}[ \u00a0](?:19|20)\d\d-\d{5}(?:-\d{1,3})?")
_LABEL = re.compile(r"(?:dnr|diarienr|diarienummer)\b[.:]?\s*", re.IGNORECASE)

_LONGEST_PREFIX = 10
_STANDARDS = frozenset({"ISO", "EN", "SS", "SIS", "IEC", "DIN", "COVID"})
"""What stands before figures that are no diarienummer."""


def written_as_registered(subject: Subject) -> Iterator[Remark]:
    """Yield a remark for each diarienummer in another form, in the facts and in the text."""
    for passage in subject.passages:
        if passage.path in _FIELDS and not _RIGHT.fullmatch(passage.text):
            yield _of_field(subject, passage)
    for passage, found in figures(subject, _AFTER):
        if passage.path not in _FIELDS:
            yield from _of_text(subject, passage, *found.span())


def _of_field(subject: Subject, passage: Passage) -> Remark:
    text = passage.text
    whole = (0, len(text))
    if _OLD.fullmatch(text):
        return subject.words(passage, whole, _old(text), severity=Severity.INFO)
    found = _NEW.fullmatch(_LABEL.sub("", text, count=1).upper())
    right = _right(found) if found else None
    message = _other_form(text, right) if right else _no_number(text)
    return subject.words(passage, whole, message, fix=right, severity=Severity.ERROR)


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
    number = f"{found['prefix']} {found['year']}-{found['serial']}"
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
