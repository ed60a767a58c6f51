"""What an uppdragshandling holds, as frozen types; nothing comes in, nothing is rendered here.

The order of the keys in the file is the order of the document. It is kept in
`Uppdragshandling.ordning` and in `Avsnitt.innehall`; everything else has one fixed order.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

Path: TypeAlias = tuple[str | int, ...]
"""The keys and indexes that lead to a value in the YAML file."""


class Typ(StrEnum):
    """The kind of group or assignment that the document establishes."""

    SAMORDNINGSRAD = "samordningsråd"
    SAMORDNINGSGRUPP = "samordningsgrupp"
    SAMVERKANSORGAN = "samverkansorgan"
    PROJEKTUPPDRAG = "projektuppdrag"


class Status(StrEnum):
    """Where the document stands on its way from draft to history."""

    UTKAST = "utkast"
    REMISS = "remiss"
    BESLUTAD = "beslutad"
    ERSATT = "ersatt"
    UPPHAVD = "upphävd"


@dataclass(frozen=True, slots=True)
class Prosa:
    """Running text in the small Markdown of the format, with the path that it stands at."""

    text: str
    path: Path = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Uppdragspart:
    """One who gives or takes the assignment: a role, a person, a body, or words as they stand."""

    namn: str | None = None
    roll: str | None = None
    organ: str | None = None
    text: str | None = None
    path: Path = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Parter:
    """All who give, or all who take, the assignment, under one label."""

    nyckel: str
    parter: tuple[Uppdragspart, ...]
    etikett: str | None = None


@dataclass(frozen=True, slots=True)
class Motesfrekvens:
    """How often the group meets; `text` is what is printed where it is given."""

    minst: int | None = None
    hogst: int | None = None
    per: str | None = None
    ungefar: bool = False
    vid_behov: bool = False
    text: Prosa | None = None
    etikett: str | None = None
    nyckel: str = "mötesfrekvens"


@dataclass(frozen=True, slots=True)
class Del:
    """A part of a section: under a heading of its own, behind a run-in label, or plain."""

    nyckel: str
    text: Prosa | None = None
    rubrik: str | None = None
    etikett: str | None = None
    utses_av: str | None = None


@dataclass(frozen=True, slots=True)
class Tidplanspost:
    """One line of a timetable: when, and what happens then."""

    tid: str
    handelse: str


@dataclass(frozen=True, slots=True)
class Tidplan:
    """The timetable of an assignment, in order."""

    poster: tuple[Tidplanspost, ...]
    nyckel: str = "poster"


Innehall: TypeAlias = Prosa | Del | Motesfrekvens | Parter | Tidplan


@dataclass(frozen=True, slots=True)
class Avsnitt:
    """A section: a key that names it, perhaps a heading of its own, and its content in order."""

    nyckel: str
    rubrik: str | None = None
    innehall: tuple[Innehall, ...] = ()


@dataclass(frozen=True, slots=True)
class Beslutsfattare:
    """The one who decides, by name and title."""

    namn: str | None = None
    titel: str | None = None
    delegation: str | None = None


@dataclass(frozen=True, slots=True)
class Beslut:
    """The decision: when, by whom."""

    datum: str | None = None
    beslutsfattare: tuple[Beslutsfattare, ...] = ()
    etikett: str | None = None
    notering: str | None = None


@dataclass(frozen=True, slots=True)
class Mottagare:
    """One who receives the document, and what for."""

    mottagare: str
    epost: str | None = None
    for_: str | None = None


@dataclass(frozen=True, slots=True)
class Sandlista:
    """The distribution list."""

    mottagare: tuple[Mottagare, ...]
    rubrik: str | None = None
    text: Prosa | None = None


@dataclass(frozen=True, slots=True)
class Revidering:
    """Which earlier revision (by its date) this one replaces, and why."""

    ersatter: str | None = None
    orsak: str | None = None


@dataclass(frozen=True, slots=True)
class Giltighet:
    """From and until when the document holds, and when it is to be looked over."""

    fran: str | None = None
    till: str | None = None
    oversyn: str | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class UtgarFran:
    """The common document that a group works under while holding only its own parts."""

    titel: str | None = None
    grupp: str | None = None
    diarienummer: str | None = None


@dataclass(frozen=True, slots=True)
class Undantag:
    """A rule that does not apply to this document, and the reason."""

    regel: str
    motivering: str


@dataclass(frozen=True, slots=True)
class Uppdragshandling:
    """One revision of one mandate.

    Dates are ISO 8601 text (`2026-06-16`), checked before the model is made. `ordning` holds the
    keys of the file in their order; a key in it that has no field of its own names a section.
    """

    typ: Typ
    status: Status
    titel: str
    ordning: tuple[str, ...]
    format: int = 1
    dokumenttyp: str | None = None
    grupp: str | None = None
    kortnamn: tuple[str, ...] = ()
    datum: str | None = None
    diarienummer: str | None = None
    organisation: tuple[str, ...] = ()
    ansvarsomrade: str | None = None
    uppdragsgivare: Parter | None = None
    uppdragstagare: Parter | None = None
    giltighet: Giltighet | None = None
    revidering: Revidering | None = None
    utgar_fran: UtgarFran | None = None
    anmarkning: Prosa | None = None
    ingress: Prosa | None = None
    avsnitt: tuple[Avsnitt, ...] = ()
    beslut: Beslut | None = None
    fingeravtryck: str | None = None
    sandlista: Sandlista | None = None
    undantag: tuple[Undantag, ...] = ()

    def section(self, nyckel: str) -> Avsnitt | None:
        """Return the section with that key, or None."""
        return next((a for a in self.avsnitt if a.nyckel == nyckel), None)
