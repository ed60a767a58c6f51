"""A mandate and its source in; what other documents need to know of it, on a card, out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import astuple, dataclass, fields
from typing import Any

from uppdrag.model import Uppdragshandling
from uppdrag.source import NodePath, Source, pointer


@dataclass(frozen=True, slots=True)
class Stated:
    """A value as a file states it, and where: lines and columns from 1, the end exclusive."""

    value: str
    line: int
    column: int
    end_line: int
    end_column: int
    path: str


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
    stated: dict[str, Any] = {}
    for name, path in _PATHS.items():
        stated[name] = _stated(source, path)
    return Card(source.name, group, date, handling.typ.value, **stated)


def to_json(made: Card) -> list[Any]:
    """Return a card as JSON can hold it; `from_json` gives it back."""
    return [list(value) if isinstance(value, tuple) else value for value in astuple(made)]


def from_json(data: list[Any]) -> Card:
    """Return the card that `to_json` wrote."""
    names = [field.name for field in fields(Card)]
    values = {
        name: Stated(*value) if isinstance(value, list) else value
        for name, value in zip(names, data, strict=True)
    }
    return Card(**values)


def _stated(source: Source, path: NodePath) -> Stated | None:
    node = source.node(path)
    text = getattr(node, "text", None)
    if node is None or not isinstance(text, str) or not text:
        return None
    start = source.lines.position(node.range.start)
    end = source.lines.position(node.range.end)
    words = " ".join(text.split())
    return Stated(words, start.line, start.column, end.line, end.column, pointer(path))
