"""The text of a mandate and a decision in; the text of the decided mandate, sealed, out.

Sealed means that it carries the fingerprint of its content. The text differs from the one that
came in only by the status, the decision and the fingerprint.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from uppdrag.findings import UppdragError
from uppdrag.model import Status
from uppdrag.model.dump import inline
from uppdrag.model.fingerprint import fingerprint
from uppdrag.schema import prune
from uppdrag.source import NodePath, load
from uppdrag.workspace.editing import LAST, Place, with_block, with_text
from uppdrag.workspace.mandates import MandateFile

_NUMBER = Place(after=("datum", "dokumenttyp"), before=("titel",))
_DECISION = Place(before=("sändlista", "fingeravtryck", "undantag"))
_SEAL = Place(after=("beslut",), before=("undantag",))
_FIRST = Place(before=("etikett", "notering", "beslutsfattare"))
_SIGNER = ("namn", "titel", "delegation")


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided when and by whom; what is None stays as the file has it."""

    datum: str | None = None
    namn: str | None = None
    titel: str | None = None
    diarienummer: str | None = None
    delegation: str | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is given."""
        return all(getattr(self, field.name) is None for field in fields(self))


def stated_in(content: bytes | str) -> Decision:
    """Return what a mandate says of its decision; of several signers, the first."""
    data = _data(content)
    beslut = data.get("beslut") or {}
    signers = beslut.get("beslutsfattare") or {}
    signer = signers if isinstance(signers, Mapping) else signers[0]
    return Decision(
        beslut.get("datum"),
        signer.get("namn"),
        signer.get("titel"),
        data.get("diarienummer"),
        signer.get("delegation"),
    )


def seal_in(text: str) -> str:
    """Return the fingerprint that a mandate carries, or an empty text."""
    return str(_data(text).get("fingeravtryck", ""))


def decided(content: bytes, decision: Decision) -> str:
    """Return the text of a draft that is decided now, with its fingerprint.

    Raises `UppdragError` where the file is so written that it cannot be changed with certainty.
    """
    before = load(content, "").text
    text = with_text(before, ("status",), Status.BESLUTAD.value)
    if decision.diarienummer is not None:
        text = with_text(text, ("diarienummer",), decision.diarienummer, _NUMBER)
    text = _with_decision(text, decision)
    text = _with_seal(text)
    _refuse_other_changes(before, text, decision)
    return text


def sealed(content: bytes) -> str:
    """Return the text of a mandate that was decided before, with its fingerprint and no more.

    Raises `UppdragError` as `decided` does.
    """
    before = load(content, "").text
    text = _with_seal(before)
    _refuse_other_changes(before, text, Decision())
    return text


def _with_decision(text: str, decision: Decision) -> str:
    if _data(text).get("beslut") is None:
        lines = [f"datum: {inline(decision.datum)}"] if decision.datum else []
        signer = _signer_lines(decision)
        if signer:
            lines += ["beslutsfattare:", *(f"  {line}" for line in signer)]
        return with_block(text, ("beslut",), tuple(lines), _DECISION) if lines else text
    if decision.datum is not None:
        text = with_text(text, ("beslut", "datum"), decision.datum, _FIRST)
    if not _signer_lines(decision):
        return text
    path: NodePath = ("beslut", "beslutsfattare")
    signers = _data(text)["beslut"].get("beslutsfattare")
    if signers is None:
        return with_block(text, path, tuple(_signer_lines(decision)))
    if isinstance(signers, list):
        if len(signers) > 1:
            message = (
                "Handlingen har flera beslutsfattare. Skriv deras namn och titlar i filen, och "
                "kör kommandot utan --namn, --titel och --delegation."
            )
            raise UppdragError(message)
        path = (*path, 0)
    for key in _SIGNER:
        if (value := getattr(decision, key)) is not None:
            text = with_text(text, (*path, key), value, LAST)
    return text


def _signer_lines(decision: Decision) -> list[str]:
    values = {key: getattr(decision, key) for key in _SIGNER}
    return [f"{key}: {inline(value)}" for key, value in values.items() if value is not None]


def _with_seal(text: str) -> str:
    return with_text(text, ("fingeravtryck",), fingerprint(_data(text)), _SEAL)


def _data(text: bytes | str) -> dict[str, Any]:
    data = load(text, "").data()
    return prune(data).data if isinstance(data, dict) else {}


def _refuse_other_changes(before: str, after: str, decision: Decision) -> None:
    """Raise unless the new text says what was ordered, and all else as before, in its order."""
    old, new = _data(before), _data(after)
    told = stated_in(after)
    is_ordered = all(
        getattr(decision, field.name) in {None, getattr(told, field.name)}
        for field in fields(decision)
    )
    is_sealed = new.get("fingeravtryck") == fingerprint(new)
    is_kept = old.get("undantag") == new.get("undantag") and (
        fingerprint(_without(old, decision)) == fingerprint(_without(new, decision))
    )
    if not (is_ordered and is_sealed and is_kept):
        message = (
            "Filen är skriven så att den inte kan ändras säkert. Skriv in beslutet i den själv, "
            "med status: beslutad, och kör kommandot igen: då läggs bara fingeravtrycket till."
        )
        raise UppdragError(message)


def _without(data: Mapping[str, Any], decision: Decision) -> dict[str, Any]:
    """Return the data without the values that the decision gives."""
    given = {field.name for field in fields(decision) if getattr(decision, field.name) is not None}
    beslut = dict(data.get("beslut") or {})
    signers = beslut.get("beslutsfattare") or {}
    signer = signers[0] if isinstance(signers, list) and len(signers) == 1 else signers
    if isinstance(signer, Mapping):
        beslut["beslutsfattare"] = _omitting(signer, given)
    beslut = _omitting(beslut, given & {"datum"})
    return _omitting({**data, "beslut": beslut}, given & {"diarienummer"})


def _omitting(data: Mapping[str, Any], keys: set[str]) -> dict[str, Any]:
    """Return the data without those keys, and without keys of which nothing is left."""
    return {key: value for key, value in data.items() if key not in keys and value != {}}


@dataclass(frozen=True, slots=True)
class Proposed(MandateFile):
    """A mandate file as it would read once it is written."""

    content: bytes

    def read(self) -> bytes:
        """Return the bytes that the file would hold."""
        return self.content


def proposed(file: MandateFile, text: str) -> Proposed:
    """Return the file with another text in it, not written yet."""
    return Proposed(file.path, file.name, file.output, text.encode("utf-8"))
