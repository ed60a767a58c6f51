"""A working folder in; what it has settled about the rules, and the data that they need, out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from uppdrag.findings import Finding, Severity
from uppdrag.rules import is_excusable
from uppdrag.rules.data import RuleData, read_data
from uppdrag.source import Source, pointer
from uppdrag.workspace.own_file import own_data, shipped_data
from uppdrag.workspace.resources import Folder, shipped
from uppdrag.workspace.rule_pages import unknown_rule
from uppdrag.workspace.schemas import rule_data_schema, settings_schema

SETTINGS = "uppdrag.yaml"
"""A folder's own settings, beside `mandates/`."""

RULE_DATA = "data/regeldata.yaml"

_WEIGHTS: Mapping[str, Severity | None] = {
    "fel": Severity.ERROR,
    "varning": Severity.WARNING,
    "upplysning": Severity.INFO,
    "av": None,
}

_ALWAYS_THE_SAME = "Det som {} hittar väger alltid lika mycket, i alla mappar. Ta bort raden."


@dataclass(frozen=True, slots=True)
class Settings:
    """What a folder has settled: the weight of rules (None is off), and its baseline's file."""

    weights: Mapping[str, Severity | None] = field(default_factory=dict)
    baseline: str | None = None


def load_settings(folder: Folder) -> Settings:
    """Return the folder's settings. Raises `UppdragError` when its file is not right."""
    path = folder.root / SETTINGS
    if not path.is_file():
        return Settings()
    data = own_data(path, SETTINGS, settings_schema(), _unsettled)
    weights = {rule: _WEIGHTS[word] for rule, word in data.get("regler", {}).items()}
    return Settings(weights, data.get("baslinje"))


def load_rule_data(folder: Folder) -> RuleData:
    """Return what the rules need to know: the shipped data under the folder's own.

    Raises `UppdragError` when the folder's file breaks its schema.
    """
    own = folder.own(RULE_DATA)
    layers = [] if own is None else [own_data(own, RULE_DATA, rule_data_schema())]
    return read_data(shipped_data(shipped() / RULE_DATA), *layers)


def _unsettled(source: Source, data: Mapping[str, Any]) -> Iterator[Finding]:
    """Yield a finding for each rule whose weight no folder can settle."""
    rules = data.get("regler")
    for rule in rules if isinstance(rules, dict) else ():
        if not is_excusable(rule):
            path = ("regler", rule)
            message = unknown_rule(rule) or _ALWAYS_THE_SAME.format(rule)
            place = source.key_range(path)
            yield Finding.at(source, "S001", Severity.ERROR, message, place, path=pointer(path))
