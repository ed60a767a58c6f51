"""A mandate and its source in; what other documents need to know of it, on a card, out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from uppdrag.model import Uppdragshandling
from uppdrag.register.allowed import Allowed, allowed
from uppdrag.register.stated import Stated, stated, stated_words
from uppdrag.source import NodePath, Source
from uppdrag.source.pattern import lazy_pattern

_OPENING, _CLOSING = '”“"', '”"'
_REFERENCE = lazy_pattern(
    rf"[{_OPENING}](?P<title>[^{_OPENING}]{{6,300}})[{_CLOSING}]\s*[,(]?\s*(?:dnr\s+)?"
    r"(?P<number>[A-ZÅÄÖ]{1,6}\s+\d{4}-\d{3,6}(?:-\d+)?)"
)
_ADDRESS = lazy_pattern(r"\]\([^)]*\)")
_ISO_DAY = lazy_pattern(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Reference:
    """A document that another refers to by title and diarienummer, and where its number stands."""

    titel: str
    nummer: Stated


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
    motesgrans: Allowed | None = None

    @property
    def is_in_force(self) -> bool:
        """Tell whether the status says that the revision is the decided one."""
        return self.status is not None and self.status.value == "beslutad"

    @property
    def was_decided(self) -> bool:
        """Tell whether the revision has been decided, whatever became of it since."""
        return self.status is not None and self.status.value in {"beslutad", "ersatt", "upphävd"}

    @property
    def day(self) -> str:
        """Return the document's date (ISO 8601): its own, else the one that names the file, or ''.

        It is the date by which a later revision says what it replaces.
        """
        return self.datum.value if self.datum is not None else self._day_of_file

    @property
    def days(self) -> frozenset[str]:
        """Return the dates that the revision goes by: its own, and the one that names the file."""
        return frozenset({self.day, self._day_of_file} - {""})

    @property
    def begins(self) -> str:
        """Return the day (ISO 8601) from which the revision holds; '' where no file tells."""
        told = self.giltig_fran or self.beslutsdatum
        return told.value if told is not None else self.day

    @property
    def _day_of_file(self) -> str:
        return self.date if _ISO_DAY.fullmatch(self.date) else ""


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
        hanvisningar=(*_common(source), *_references(source)),
        motesgrans=allowed(handling, source),
    )


def _common(source: Source) -> Iterator[Reference]:
    title = stated(source, ("utgår_från", "titel"))
    number = stated(source, ("utgår_från", "diarienummer"))
    if title is not None and number is not None:
        yield Reference(title.value, number)


def _references(source: Source) -> Iterator[Reference]:
    for path, scalar in source.scalars():
        if not any(mark in scalar.text for mark in _OPENING):
            continue
        for found in _REFERENCE.finditer(scalar.text):
            title = " ".join(_ADDRESS.sub("]", found["title"]).split())
            yield Reference(title, stated_words(source, path, found.span("number")))
