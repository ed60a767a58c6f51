"""A typed `Uppdragshandling` in; the YAML text that reads back as the same mandate out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from uppdrag.model.handling import (
    Avsnitt,
    Beslut,
    Del,
    Innehall,
    Motesfrekvens,
    Mottagare,
    Parter,
    Prosa,
    Sandlista,
    Tidplan,
    Uppdragshandling,
    Uppdragspart,
)

WIDTH = 96
"""Columns at which running text is folded in the file."""

SCHEMA_LINE = "# yaml-language-server: $schema=../../schemas/uppdragshandling.schema.json"
"""Tells an editor which schema helps the writer of `mandates/<group>/<date>.yaml`."""

_MARKER = re.compile(r"\s*(?:(?:[-+*]|\d{1,9}[.)])\s+)*")
_BLOCK_START = re.compile(r"(?:[-+*#|>]|\d{1,9}[.)]|[=:-]+)(?:\s|$)|\|")


def dump(handling: Uppdragshandling) -> str:
    """Return the mandate as YAML: keys in the document's order, running text in blocks."""
    return f"{SCHEMA_LINE}\n" + yaml.dump(
        to_data(handling),
        Dumper=_Dumper,
        allow_unicode=True,
        sort_keys=False,
        width=WIDTH,
        indent=2,
    )


def inline(value: str) -> str:
    """Return a text without line breaks as a YAML value on one line, quoted where it must be."""
    written: str = yaml.dump(value, Dumper=_Dumper, allow_unicode=True, width=10**6)
    return written.removesuffix("...\n").strip()


def to_data(handling: Uppdragshandling) -> dict[str, Any]:
    """Return the mandate as plain data, each value in its shortest form."""
    values: dict[str, Any] = {
        "format": handling.format,
        "typ": handling.typ.value,
        "status": handling.status.value,
        "dokumenttyp": handling.dokumenttyp,
        "titel": handling.titel,
        "grupp": handling.grupp,
        "kortnamn": list(handling.kortnamn) or None,
        "datum": handling.datum,
        "diarienummer": handling.diarienummer,
        "organisation": list(handling.organisation) or None,
        "ansvarsområde": handling.ansvarsomrade,
        "uppdragsgivare": _parties(handling.uppdragsgivare),
        "uppdragstagare": _parties(handling.uppdragstagare),
        "giltighet": _fields(handling.giltighet, fran="från", oversyn="översyn"),
        "revidering": _fields(handling.revidering, ersatter="ersätter"),
        "utgår_från": _fields(handling.utgar_fran),
        "anmärkning": _prose(handling.anmarkning),
        "ingress": _prose(handling.ingress),
        "beslut": _decision(handling.beslut),
        "fingeravtryck": handling.fingeravtryck,
        "sändlista": _recipients(handling.sandlista),
        "undantag": [{"regel": u.regel, "motivering": u.motivering} for u in handling.undantag]
        or None,
    }
    values |= {avsnitt.nyckel: _section(avsnitt) for avsnitt in handling.avsnitt}
    return {key: values[key] for key in handling.ordning if values.get(key) is not None}


def _fields(part: Any, **names: str) -> dict[str, Any] | None:
    """Return the fields of a flat part that are set, under their YAML names, in their order."""
    if part is None:
        return None
    pairs = ((name, getattr(part, name)) for name in part.__slots__ if name != "path")
    return {names.get(name, name): value for name, value in pairs if value is not None}


def _prose(prosa: Prosa | None) -> _Block | None:
    return None if prosa is None else _Block(fold(prosa.text))


def _parties(parter: Parter | None) -> Any:
    if parter is None:
        return None
    items = [_party(part) for part in parter.parter]
    if len(items) == 1:
        return {"etikett": parter.etikett, **items[0]} if parter.etikett else items[0]
    return items


def _party(part: Uppdragspart) -> dict[str, Any]:
    return _fields(part) or {}


def _section(avsnitt: Avsnitt) -> Any:
    content = avsnitt.innehall
    if avsnitt.rubrik is None and len(content) == 1 and isinstance(content[0], Prosa):
        return _prose(content[0])
    data: dict[str, Any] = {} if avsnitt.rubrik is None else {"rubrik": avsnitt.rubrik}
    return data | dict(_content(item) for item in content)


def _content(item: Innehall) -> tuple[str, Any]:
    match item:
        case Prosa():
            return "text", _prose(item)
        case Tidplan():
            return item.nyckel, [{"tid": p.tid, "händelse": p.handelse} for p in item.poster]
        case Parter():
            return item.nyckel, _parties(item)
        case Motesfrekvens():
            return item.nyckel, _frequency(item)
        case Del():
            return item.nyckel, _part(item)


def _part(part: Del) -> Any:
    if part.text is not None and part.rubrik is part.etikett is part.utses_av is None:
        return _prose(part.text)
    named = {
        "rubrik": part.rubrik,
        "etikett": part.etikett,
        "utses_av": part.utses_av,
        "text": _prose(part.text),
    }
    return {key: value for key, value in named.items() if value is not None}


def _frequency(item: Motesfrekvens) -> Any:
    named = {
        "etikett": item.etikett,
        "minst": item.minst,
        "högst": item.hogst,
        "per": item.per,
        "ungefär": "ja" if item.ungefar else None,
        "vid_behov": "ja" if item.vid_behov else None,
        "text": _prose(item.text),
    }
    data = {key: value for key, value in named.items() if value is not None}
    return data["text"] if set(data) == {"text"} else data


def _decision(beslut: Beslut | None) -> dict[str, Any] | None:
    if beslut is None:
        return None
    signers = [_fields(signer) or {} for signer in beslut.beslutsfattare]
    named = {
        "etikett": beslut.etikett,
        "datum": beslut.datum,
        "notering": beslut.notering,
        "beslutsfattare": signers[0] if len(signers) == 1 else signers or None,
    }
    return {key: value for key, value in named.items() if value is not None}


def _recipients(sandlista: Sandlista | None) -> Any:
    if sandlista is None:
        return None
    items = [_recipient(item) for item in sandlista.mottagare]
    if sandlista.rubrik is None and sandlista.text is None:
        return items
    named = {"rubrik": sandlista.rubrik, "text": _prose(sandlista.text), "mottagare": items}
    return {key: value for key, value in named.items() if value is not None}


def _recipient(item: Mottagare) -> Any:
    data = _fields(item, for_="för") or {}
    return item.mottagare if set(data) == {"mottagare"} else data


def fold(text: str, width: int = WIDTH) -> str:
    """Fold long lines of running text at spaces where that changes nothing in its meaning.

    A line is never broken so that the rest would begin a list or a table, and a line with a column
    mark stays whole.
    """
    return "\n".join(_fold_lines(text.split("\n"), width))


def _fold_lines(lines: list[str], width: int) -> Iterator[str]:
    for line in lines:
        if len(line) <= width or "|" in line:
            yield line
            continue
        marker = _MARKER.match(line)
        lead = marker[0] if marker else ""
        indent = " " * len(lead)
        current = lead
        for word in re.split(r"(?<=\S) (?=\S)", line[len(lead) :]):
            if current.strip() == lead.strip():
                current += word
            elif len(current) + 1 + len(word) <= width or _BLOCK_START.match(word):
                current = f"{current} {word}"
            else:
                yield current
                current = indent + word
        yield current


class _Block(str):
    """Running text, written as a literal block when it does not fit on the key's line."""

    __slots__ = ()


class _Dumper(yaml.SafeDumper):
    """Writes lists indented under their key and dates without quotation marks."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 - PyYAML's signature
        super().increase_indent(flow, indentless=False)


_Dumper.yaml_implicit_resolvers = {
    first: [(tag, regexp) for tag, regexp in pairs if tag != "tag:yaml.org,2002:timestamp"]
    for first, pairs in yaml.SafeDumper.yaml_implicit_resolvers.items()
}


def _represent_block(dumper: yaml.SafeDumper, value: _Block) -> yaml.ScalarNode:
    short = "\n" not in value and len(value) <= WIDTH // 2
    if short:
        return dumper.represent_scalar("tag:yaml.org,2002:str", str(value))
    # With its last line break the block begins with a plain |, as a person writes it.
    return dumper.represent_scalar("tag:yaml.org,2002:str", f"{value}\n", style="|")


_Dumper.add_representer(_Block, _represent_block)

__all__ = ["dump", "fold", "inline", "to_data"]
