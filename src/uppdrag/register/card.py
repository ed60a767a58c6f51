"""A mandate and its source in; what other documents need to know of it, on a card, out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from uppdrag.model import Motesfrekvens, Uppdragshandling
from uppdrag.register.stated import Stated, stated, stated_words
from uppdrag.source import NodePath, Source

_REFERENCE = re.compile(
    r"[”\"]([^”\"\n]{6,60}(?:\s+[^”\"\n]+){0,4})[”\"]\s*[,(]?\s*"
    r"(?P<number>[A-ZÅÄÖ]{1,6}[ \u00a0\n]\s*\d{4}-\d{3,6}(?:-\d+)?)"
)
_LEAVES_ROOM = re.compile(r"\b(?:kan anpassas|cirka|ca|ungefär|omkring|vid behov|i regel)\b")


@dataclass(frozen=True, slots=True)
class Reference:
    """A document that another refers to by title and diarienummer, and where its number stands."""

    titel: str
    nummer: Stated


@dataclass(frozen=True, slots=True)
class Frequency:
    """How often a group may meet; `flexible` where the text itself leaves room."""

    minst: int | None
    hogst: int | None
    per: str
    flexible: bool


@dataclass(frozen=True, slots=True)
class Card:
    """What the register holds of one revision; a value that the file lacks is None.

    `file` is the name that messages use, `group` the folder's name, `date` the file's stem.
    """

    file: str
    group: str
    date: str
    typ: str
    status: Stated | None = None
    titel: Stated | None = None
    datum: Stated | None = None
    diarienummer: Stated | None = None
    beslutsdatum: Stated | None = None
    ersatter: Stated | None = None
    giltig_fran: Stated | None = None
    giltig_till: Stated | None = None
    oversyn: Stated | None = None
    utgar_fran: Stated | None = None
    hanvisningar: tuple[Reference, ...] = ()
    frekvens: Frequency | None = None

    @property
    def was_decided(self) -> bool:
        """Tell whether the revision has been decided, whatever became of it since."""
        return self.status is not None and self.status.value in {"beslutad", "ersatt", "upphävd"}

    @property
    def begins(self) -> str:
        """Return the day (ISO 8601) from which the revision holds, as far as the file tells."""
        told = self.giltig_fran or self.beslutsdatum or self.datum
        return told.value if told is not None else self.date


_PATHS: Mapping[str, NodePath] = {
    "status": ("status",),
    "titel": ("titel",),
    "datum": ("datum",),
    "diarienummer": ("diarienummer",),
    "beslutsdatum": ("beslut", "datum"),
    "ersatter": ("revidering", "ersätter"),
    "giltig_fran": ("giltighet", "från"),
    "giltig_till": ("giltighet", "till"),
    "oversyn": ("giltighet", "översyn"),
    "utgar_fran": ("utgår_från", "grupp"),
}


def card(handling: Uppdragshandling, source: Source, group: str, date: str) -> Card:
    """Return the card of a mandate that has been read."""
    values: dict[str, Any] = {name: stated(source, path) for name, path in _PATHS.items()}
    return Card(
        source.name,
        group,
        date,
        handling.typ.value,
        **values,
        hanvisningar=tuple(_references(source)),
        frekvens=_frequency(handling),
    )


def _references(source: Source) -> Iterator[Reference]:
    for path, scalar in source.scalars():
        if "”" not in scalar.text and '"' not in scalar.text:
            continue
        for found in _REFERENCE.finditer(scalar.text):
            title = " ".join(found[1].split())
            yield Reference(title, stated_words(source, path, found.span("number")))


def _frequency(handling: Uppdragshandling) -> Frequency | None:
    for section in handling.avsnitt:
        for item in section.innehall:
            if isinstance(item, Motesfrekvens):
                words = item.text.text.casefold() if item.text is not None else ""
                leaves_room = item.ungefar or item.vid_behov or bool(_LEAVES_ROOM.search(words))
                return Frequency(item.minst, item.hogst, item.per or "år", leaves_room)
    return None
