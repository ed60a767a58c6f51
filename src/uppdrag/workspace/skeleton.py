"""A type of mandate and its first facts in; a commented YAML file to fill in out.

The comments are the schema's own descriptions, so the help in the file and in an editor agree.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from uppdrag.model import Typ
from uppdrag.model.dump import SCHEMA_LINE
from uppdrag.schema.fields import field_at
from uppdrag.source import NodePath

_WIDTH = 96
_GROUP_SECTIONS = (
    "syfte",
    "uppdragsbeskrivning",
    "arbetsorganisation",
    "samband",
    "kommunikation",
    "beslutsordning",
)
_SECTIONS: Mapping[Typ, tuple[str, ...]] = {
    Typ.SAMORDNINGSRAD: _GROUP_SECTIONS,
    Typ.SAMORDNINGSGRUPP: _GROUP_SECTIONS,
    Typ.SAMVERKANSORGAN: ("bakgrund", *_GROUP_SECTIONS),
    Typ.PROJEKTUPPDRAG: (
        "bakgrund",
        "syfte",
        "uppdragsbeskrivning",
        "arbetsorganisation",
        "arbetsgrupp",
        "tidplan",
    ),
}
_ORGANISATION: Mapping[Typ, tuple[str, ...]] = {
    Typ.SAMORDNINGSRAD: ("ordförande", "deltagare", "adjungerade", "mötesfrekvens", "stöd"),
    Typ.SAMORDNINGSGRUPP: ("ordförande", "deltagare", "adjungerade", "mötesfrekvens", "stöd"),
    Typ.SAMVERKANSORGAN: ("ordförande", "deltagare", "mötesfrekvens", "stöd"),
    Typ.PROJEKTUPPDRAG: ("styrgrupp", "deltagare"),
}
_LISTS = {"uppdragsbeskrivning", "arbetsgrupp"}
_INTRODUCTION = (
    "Rader som börjar med # är hjälp och kommer inte med i dokumentet. Byt ut texten inom "
    "hakparentes. Delarna kommer i dokumentet i samma ordning som här; ta bort det som inte "
    "behövs. Pröva med: uppdrag check"
)
_DECISION = """\
# När handlingen är beslutad: ta bort # framför raderna, fyll i, och ändra status till beslutad.
# beslut:
#   datum: {datum}
#   beslutsfattare:
#     namn: Förnamn Efternamn
#     titel: Befattning
"""


@dataclass(frozen=True, slots=True)
class Start:
    """What is known when a mandate is begun."""

    typ: Typ
    titel: str
    grupp: str
    datum: str
    organisation: tuple[str, ...]


def skeleton(start: Start, schema: Mapping[str, Any]) -> str:
    """Return the text of a draft with every part of its type, explained, to be filled in."""
    return "\n".join(_lines(start, schema)) + "\n"


def _lines(start: Start, schema: Mapping[str, Any]) -> Iterator[str]:
    yield SCHEMA_LINE
    yield from _comment(_INTRODUCTION)
    yield "format: 1"
    yield f"typ: {start.typ.value}"
    yield from _explained(schema, ("status",), "status: utkast")
    yield ""
    yield "dokumenttyp: Uppdragshandling"
    yield f"datum: {start.datum}"
    yield from _explained(schema, ("diarienummer",), "# diarienummer: RS 2026-00000")
    yield "organisation:"
    for name in start.organisation:
        yield f"  - {_scalar(name)}"
    yield f"titel: {_scalar(start.titel)}"
    yield from _explained(schema, ("grupp",), f"grupp: {_scalar(start.grupp)}")
    yield from _explained(schema, ("ansvarsområde",), "ansvarsområde: '[ange ansvarsområde]'")
    for key in ("uppdragsgivare", "uppdragstagare"):
        yield from _explained(schema, (key,), f"{key}:", "  roll: '[ange roll]'")
    for key in _SECTIONS[start.typ]:
        yield ""
        yield from _section(start.typ, key, schema)
    yield ""
    yield from _DECISION.format(datum=start.datum).splitlines()
    yield ""
    yield from _explained(
        schema,
        ("sändlista",),
        "sändlista:",
        "  - mottagare: '[ange mottagare]'",
        "    för: genomförande och vidarebefordran till gruppen",
        "  - mottagare: '[ange vem som för förteckningen över grupper]'",
        "    för: uppdatering av förteckningen",
    )


def _section(typ: Typ, key: str, schema: Mapping[str, Any]) -> Iterator[str]:
    yield from _comment(_description(schema, (key,)))
    match key:
        case "arbetsorganisation":
            yield f"{key}:"
            for part in _ORGANISATION[typ]:
                yield from _part((key, part), schema)
        case "beslutsordning":
            yield f"{key}:"
            for part in ("rapportering", "beslutsfattande"):
                yield from _part((key, part), schema)
        case "tidplan":
            yield from (f"{key}:", "  poster:", "    - tid: '[ange månad]'")
            yield "      händelse: '[ange vad som ska vara klart]'"
        case _:
            bullet = "- " if key in _LISTS else ""
            yield from (f"{key}: |", f"  {bullet}[ange {_name(schema, (key,))}]")


def _part(path: NodePath, schema: Mapping[str, Any]) -> Iterator[str]:
    key = path[-1]
    yield from ("  " + line for line in _comment(_description(schema, path), _WIDTH - 2))
    if key == "mötesfrekvens":
        yield from (f"  {key}:", "    minst: 4", "    högst: 8", "    per: år")
    else:
        yield from (f"  {key}: |", f"    [ange {_name(schema, path)}]")


def _explained(schema: Mapping[str, Any], path: NodePath, *lines: str) -> Iterator[str]:
    yield from _comment(_description(schema, path))
    yield from lines


def _description(schema: Mapping[str, Any], path: NodePath) -> str:
    first, *_ = str(field_at(schema, path).get("description", "")).split(" Skriv texten direkt")
    return first


def _name(schema: Mapping[str, Any], path: NodePath) -> str:
    return str(field_at(schema, path).get("title", path[-1])).lower()


def _comment(words: str, width: int = _WIDTH) -> Iterator[str]:
    for line in textwrap.wrap(words, width - 2, break_long_words=False, break_on_hyphens=False):
        yield f"# {line}"


def _scalar(value: str) -> str:
    """Return a text as a YAML value on one line, quoted where it must be."""
    return yaml.safe_dump(value, allow_unicode=True, width=10**6).removesuffix("...\n").strip()
