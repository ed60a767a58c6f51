"""What has been read of a document in; the type of document and its status out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from uppdrag.importing.facts import is_date
from uppdrag.model import Beslut, Revidering, Status, Typ

_WORDS = (
    (Typ.PROJEKTUPPDRAG, re.compile(r"projekt")),
    (Typ.SAMORDNINGSGRUPP, re.compile(r"samordningsgrupp")),
    (Typ.SAMORDNINGSRAD, re.compile(r"samordningsråd")),
    (Typ.SAMVERKANSORGAN, re.compile(r"samverkan(?!s?avtal)|samråd")),
)
_LIKELY = (
    (Typ.SAMORDNINGSGRUPP, re.compile(r"\w*grupp(?:en)?\b")),
    (Typ.SAMORDNINGSRAD, re.compile(r"\w*råd(?:et)?\b")),
)
_PROJECT_SECTIONS = frozenset({"bakgrund", "tidplan", "arbetsgrupp"})
_REPLACES = re.compile(
    r"\bersätter\b[^.]{0,100}?(\d{4}-\d{2}-\d{2})(?!\d)", re.ASCII | re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Kind:
    """A type of document, and whether the words leave no doubt about it."""

    typ: Typ
    is_certain: bool


def kind_of(names: Collection[str], sections: Collection[str]) -> Kind:
    """Return the type by the words of title and group, first found first, and by the sections."""
    text = " ".join(names).casefold()
    found = [(m.start(), typ) for typ, pattern in _WORDS if (m := pattern.search(text))]
    if found:
        return Kind(min(found)[1], is_certain=True)
    if len(_PROJECT_SECTIONS.intersection(sections)) > 1:
        return Kind(Typ.PROJEKTUPPDRAG, is_certain=True)
    likely = next((typ for typ, pattern in _LIKELY if pattern.search(text)), None)
    return Kind(likely or Typ.SAMORDNINGSRAD, is_certain=False)


def status_of(beslut: Beslut | None, document_type: str | None) -> Status:
    """Return decided when the day and the one who decided are known, otherwise draft."""
    if beslut is not None and beslut.datum and beslut.beslutsfattare:
        return Status.BESLUTAD
    is_out = "remiss" in (document_type or "").casefold()
    return Status.REMISS if is_out else Status.UTKAST


def replaced(texts: Iterable[str]) -> Revidering | None:
    """Return which revision a text says that it replaces, if it gives the day of one."""
    days = (found[1] for text in texts if (found := _REPLACES.search(text)))
    return next((Revidering(ersatter=day) for day in days if is_date(day)), None)
