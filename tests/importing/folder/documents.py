"""A few facts in; a file that says them, as if it had been read, out."""

from __future__ import annotations

from uppdrag.importing.folder.found import Found
from uppdrag.model import (
    Avsnitt,
    Beslut,
    Beslutsfattare,
    Prosa,
    Revidering,
    Status,
    Typ,
    Uppdragshandling,
)

TEXT = (
    "Rådet ska samordna vården i länet och följa upp gemensamma avtal. Rådet ska också ge stöd "
    "till förvaltningarna när nya arbetssätt införs och se till att erfarenheter tas till vara."
)


def found(name: str, yaml: str = "", **facts: str) -> Found:
    """Return a file; `text` is its one section, `beslut` the day of its decision."""
    beslut = facts.get("beslut")
    keys = [key for key in ("titel", "grupp", "datum", "ansvarsområde") if key in facts]
    ersatter = facts.get("ersätter")
    handling = Uppdragshandling(
        typ=Typ.SAMORDNINGSRAD,
        status=Status(facts.get("status", "utkast")),
        titel=facts.get("titel", "Uppdragshandling"),
        ordning=("format", "typ", "status", *dict.fromkeys(["titel", *keys]), "syfte", "beslut"),
        grupp=facts.get("grupp"),
        datum=facts.get("datum"),
        ansvarsomrade=facts.get("ansvarsområde"),
        revidering=Revidering(ersatter=ersatter) if ersatter else None,
        avsnitt=(Avsnitt("syfte", None, (Prosa(facts.get("text", TEXT)),)),),
        beslut=Beslut(beslut, (Beslutsfattare("Kim Exempelsson", "Direktör"),)) if beslut else None,
    )
    return Found(name, handling, yaml=yaml)
