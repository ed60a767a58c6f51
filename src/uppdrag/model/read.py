"""Checked data (dict, list, str) in; a typed `Uppdragshandling` out.

The data has passed the schema: nothing is checked again here, and nothing is left out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from uppdrag.model.handling import (
    Avsnitt,
    Beslut,
    Beslutsfattare,
    Del,
    Giltighet,
    Innehall,
    Motesfrekvens,
    Mottagare,
    Parter,
    Path,
    Prosa,
    Revidering,
    Sandlista,
    Status,
    Tidplan,
    Tidplanspost,
    Typ,
    Undantag,
    Uppdragshandling,
    Uppdragspart,
    UtgarFran,
)
from uppdrag.model.rubriker import OWN_PREFIX, SECTIONS

Data: TypeAlias = Mapping[str, Any]


def read(data: Data) -> Uppdragshandling:
    """Return the mandate that schema-checked data describes, with empty values left out."""
    return Uppdragshandling(
        format=int(data["format"]),
        typ=Typ(data["typ"]),
        status=Status(data["status"]),
        titel=_line(data["titel"]),
        ordning=tuple(key for key, value in data.items() if value is not None),
        dokumenttyp=_optional(data.get("dokumenttyp")),
        grupp=_optional(data.get("grupp")),
        kortnamn=_lines(data.get("kortnamn")),
        datum=_optional(data.get("datum")),
        diarienummer=_optional(data.get("diarienummer")),
        organisation=_lines(data.get("organisation")),
        ansvarsomrade=_optional(data.get("ansvarsområde")),
        uppdragsgivare=_parties(("uppdragsgivare",), data.get("uppdragsgivare")),
        uppdragstagare=_parties(("uppdragstagare",), data.get("uppdragstagare")),
        giltighet=_validity(data.get("giltighet")),
        revidering=_revision(data.get("revidering")),
        utgar_fran=_common(data.get("utgår_från")),
        anmarkning=_prose(("anmärkning",), data.get("anmärkning")),
        ingress=_prose(("ingress",), data.get("ingress")),
        avsnitt=tuple(
            _section(key, value)
            for key, value in data.items()
            if value is not None and (key in SECTIONS or key.startswith(OWN_PREFIX))
        ),
        beslut=_decision(data.get("beslut")),
        fingeravtryck=_optional(data.get("fingeravtryck")),
        sandlista=_recipients(data.get("sändlista")),
        undantag=tuple(
            Undantag(_line(item["regel"]), _line(item["motivering"]))
            for item in data.get("undantag") or ()
        ),
    )


def _line(value: str) -> str:
    """Return the words on one line: a value broken over lines in the file is still one value."""
    return " ".join(value.split())


def _optional(value: str | None) -> str | None:
    return None if value is None else _line(value)


def _lines(value: str | Sequence[str] | None) -> tuple[str, ...]:
    if value is None:
        return ()
    return (_line(value),) if isinstance(value, str) else tuple(_line(item) for item in value)


def _prose(path: Path, value: str | None) -> Prosa | None:
    return None if value is None else Prosa(value.rstrip("\n"), path)


def _parties(path: Path, value: str | Data | Sequence[str | Data] | None) -> Parter | None:
    if value is None:
        return None
    label = None
    items: Sequence[tuple[Path, str | Data]]
    if isinstance(value, (str, Mapping)):
        items = [(path, value)]
        if isinstance(value, Mapping):
            label = _optional(value.get("etikett"))
    else:
        items = [((*path, index), item) for index, item in enumerate(value)]
    return Parter(str(path[-1]), tuple(_party(at, item) for at, item in items), label)


def _party(path: Path, value: str | Data) -> Uppdragspart:
    if isinstance(value, str):
        return Uppdragspart(text=_line(value), path=path)
    return Uppdragspart(
        roll=_optional(value.get("roll")),
        namn=_optional(value.get("namn")),
        organ=_optional(value.get("organ")),
        text=_optional(value.get("text")),
        path=path,
    )


def _section(key: str, value: str | Data) -> Avsnitt:
    path: Path = (key,)
    if isinstance(value, str):
        return Avsnitt(key, None, (Prosa(value.rstrip("\n"), path),))
    return Avsnitt(
        key,
        _optional(value.get("rubrik")),
        tuple(
            _content((*path, name), part)
            for name, part in value.items()
            if name != "rubrik" and part is not None
        ),
    )


def _content(path: Path, value: Any) -> Innehall:
    name = path[-1]
    if name == "text":
        return Prosa(value.rstrip("\n"), path)
    if name == "poster":
        return Tidplan(
            tuple(Tidplanspost(_line(item["tid"]), _line(item["händelse"])) for item in value)
        )
    if name == "mötesfrekvens":
        return _frequency(path, value)
    if name in {"uppdragsgivare", "uppdragstagare"}:
        parties = _parties(path, value)
        assert parties is not None  # noqa: S101 - an empty value was left out by the caller
        return parties
    return _part(path, value)


def _part(path: Path, value: str | Data) -> Del:
    name = str(path[-1])
    if isinstance(value, str):
        return Del(name, Prosa(value.rstrip("\n"), path))
    return Del(
        name,
        _prose((*path, "text"), value.get("text")),
        _optional(value.get("rubrik")),
        _optional(value.get("etikett")),
        _optional(value.get("utses_av")),
    )


def _frequency(path: Path, value: str | Data) -> Motesfrekvens:
    if isinstance(value, str):
        return Motesfrekvens(text=Prosa(value.rstrip("\n"), path))
    return Motesfrekvens(
        minst=_number(value.get("minst")),
        hogst=_number(value.get("högst")),
        per=_optional(value.get("per")),
        ungefar=value.get("ungefär") == "ja",
        vid_behov=value.get("vid_behov") == "ja",
        text=_prose((*path, "text"), value.get("text")),
        etikett=_optional(value.get("etikett")),
    )


def _number(value: str | None) -> int | None:
    return None if value is None else int(value)


def _validity(value: str | Data | None) -> Giltighet | None:
    if value is None:
        return None
    if isinstance(value, str):
        return Giltighet(text=_line(value))
    return Giltighet(
        _optional(value.get("från")),
        _optional(value.get("till")),
        _optional(value.get("översyn")),
        _optional(value.get("text")),
    )


def _revision(value: Data | None) -> Revidering | None:
    if value is None:
        return None
    return Revidering(_optional(value.get("ersätter")), _optional(value.get("orsak")))


def _common(value: str | Data | None) -> UtgarFran | None:
    if value is None:
        return None
    if isinstance(value, str):
        return UtgarFran(titel=_line(value))
    return UtgarFran(
        _optional(value.get("titel")),
        _optional(value.get("grupp")),
        _optional(value.get("diarienummer")),
    )


def _decision(value: Data | None) -> Beslut | None:
    if value is None:
        return None
    signers = value.get("beslutsfattare")
    if signers is None:
        signers = ()
    elif isinstance(signers, Mapping):
        signers = (signers,)
    return Beslut(
        _optional(value.get("datum")),
        tuple(
            Beslutsfattare(
                _optional(item.get("namn")),
                _optional(item.get("titel")),
                _optional(item.get("delegation")),
            )
            for item in signers
        ),
        _optional(value.get("etikett")),
        _optional(value.get("notering")),
    )


def _recipients(value: Sequence[str | Data] | Data | None) -> Sandlista | None:
    if value is None:
        return None
    if isinstance(value, Mapping):
        return Sandlista(
            tuple(_recipient(item) for item in value.get("mottagare") or ()),
            _optional(value.get("rubrik")),
            _prose(("sändlista", "text"), value.get("text")),
        )
    return Sandlista(tuple(_recipient(item) for item in value))


def _recipient(value: str | Data) -> Mottagare:
    if isinstance(value, str):
        return Mottagare(_line(value))
    return Mottagare(
        _line(value["mottagare"]), _optional(value.get("epost")), _optional(value.get("för"))
    )
