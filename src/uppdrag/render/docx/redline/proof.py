"""The parts of a redline and of both documents in; nothing, or what would be wrong, out.

A redline that a reader accepts must give the new document, and one that is rejected the old, in
words, form and numbers: else it is not delivered.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import product, zip_longest
from typing import TYPE_CHECKING, TypeAlias

from uppdrag.findings import UppdragError
from uppdrag.render.docx.package import NUMBERING, RELATIONS
from uppdrag.render.docx.redline.part import parsed
from uppdrag.render.docx.redline.reading import (
    Reading,
    ReadLine,
    addresses_in,
    read,
    starts_in,
)
from uppdrag.render.docx.redline.resolve import Answer, Survivor, resolved

if TYPE_CHECKING:
    from lxml.etree import _Element

Parts: TypeAlias = Mapping[str, str]

_SHOWN = 60


def prove(redline: Parts, old: Parts, new: Parts, names: Iterable[str], gap: str) -> None:
    """Hold the named parts to both documents, read as Word and as LibreOffice read them.

    `gap` is the id of the style that holds tables apart. Raises `UppdragError` where they differ.
    """
    for name in names:
        root = parsed(redline[name])
        wanted = {
            Answer.ACCEPT: _read(parsed(new[name]), new, gap),
            Answer.REJECT: _read(parsed(old[name]), old, gap),
        }
        for answer, survivor in product(Answer, Survivor):
            found = read(resolved(root, answer, survivor), _reading(redline, gap))
            if found != wanted[answer]:
                raise UppdragError(_refusal(answer, found, wanted[answer]))


def _read(root: _Element, parts: Parts, gap: str) -> list[ReadLine]:
    return read(root, _reading(parts, gap))


def _reading(parts: Parts, gap: str) -> Reading:
    return Reading(addresses_in(parts[RELATIONS]), starts_in(parts[NUMBERING]), gap)


def _refusal(answer: Answer, found: list[ReadLine], wanted: list[ReadLine]) -> str:
    done = "godtas" if answer is Answer.ACCEPT else "avvisas"
    side = "nya" if answer is Answer.ACCEPT else "gamla"
    shown = next(
        (
            _words(should or is_)
            for is_, should in zip_longest(found, wanted)
            if is_ != should and (is_ or should)
        ),
        "",
    )
    return (
        f"Word-filen med ändringar är inte exakt och lämnas därför inte ut: när alla ändringar "
        f"{done} blir den inte den {side} handlingen. Det skiljer vid ”{shown}”. Jämför i stället "
        "med --format html eller pdf, och rapportera gärna felet."
    )


def _words(line: ReadLine | None) -> str:
    text = "".join(span[0] for span in line.spans) if line else ""
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]} …"
