"""Checked data (dict, list, str) in; what the rules need to know of the world, typed, out.

The shipped data is one layer, a folder's own another: an entry of a later layer takes the place
of the earlier one, and `nej` takes it away.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

Layer: TypeAlias = Mapping[str, Any]
Words: TypeAlias = Mapping[str, str]

TAKEN_AWAY = "nej"


@dataclass(frozen=True, slots=True)
class Organ:
    """A body or role by its name, the names it had, and from when (ISO 8601) the name holds."""

    namn: str
    tidigare: tuple[str, ...]
    fran: str


@dataclass(frozen=True, slots=True)
class Tjanst:
    """A service by its number, the words that name it, and numbers often written instead."""

    nummer: str
    ord: tuple[str, ...]
    fel: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RuleData:
    """What the rules need to know: lists and registers that a user can replace.

    Each is a mapping from what is written in a document to what it means or should be.
    """

    organ: tuple[Organ, ...] = ()
    roller: Words = field(default_factory=dict)
    webbplatser: Words = field(default_factory=dict)
    arbetsgivare: Words = field(default_factory=dict)
    funktionsbrevlador: Words = field(default_factory=dict)
    forkortningar: Words = field(default_factory=dict)
    tjanster: tuple[Tjanst, ...] = ()
    lagar: Words = field(default_factory=dict)
    bindestreck: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    skrivsatt: Words = field(default_factory=dict)
    ordval: Words = field(default_factory=dict)
    halsoord: Words = field(default_factory=dict)
    mallrester: Words = field(default_factory=dict)


def read_data(*layers: Layer) -> RuleData:
    """Return the rules' data that schema-checked layers describe, the later before the earlier."""
    found = _Layers(layers)
    return RuleData(
        organ=tuple(
            Organ(name, _listed(entry.get("tidigare")), str(entry.get("från", "")))
            for name, entry in found.section("organ").items()
        ),
        roller=found.section("roller"),
        webbplatser=found.section("webbplatser"),
        arbetsgivare=found.section("arbetsgivare"),
        funktionsbrevlador=found.section("funktionsbrevlådor"),
        forkortningar=found.section("förkortningar"),
        tjanster=tuple(
            Tjanst(number, _listed(entry.get("ord")), _listed(entry.get("fel")))
            for number, entry in found.section("tjänster").items()
        ),
        lagar=found.section("lagar"),
        bindestreck={
            first: _listed(entry) for first, entry in found.section("bindestreck").items()
        },
        skrivsatt=found.section("skrivsätt"),
        ordval=found.section("ordval"),
        halsoord=found.section("hälsoord"),
        mallrester=found.section("mallrester"),
    )


@dataclass(frozen=True, slots=True)
class _Layers:
    layers: tuple[Layer, ...]

    def section(self, name: str) -> dict[str, Any]:
        """Return the entries of a section, without those that are taken away."""
        entries: dict[str, Any] = {}
        for layer in self.layers:
            entries.update(layer.get(name) or {})
        return {key: value for key, value in entries.items() if value != TAKEN_AWAY}


def _listed(value: Any) -> tuple[str, ...]:
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else tuple(str(item) for item in value)
