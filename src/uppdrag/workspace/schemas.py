"""A working folder in; the schemas that its mandates and its theme are held to out."""

from __future__ import annotations

import json
from functools import cache

from uppdrag.findings import UppdragError
from uppdrag.schema import Schema, compile_schema, load_schema
from uppdrag.workspace.resources import Folder, shipped

MANDATE = "schemas/uppdragshandling.schema.json"
THEME = "schemas/tema.schema.json"
RULE_DATA = "schemas/regeldata.schema.json"
PLAN = "schemas/motesplan.schema.json"
SETTINGS = "schemas/installningar.schema.json"
COPY_MARK = "Kopia för redigeraren, ur uppdrag"
"""How a schema that `uppdrag editor` copied into a folder begins: it rules nothing."""
_BEGINNING = 200


def mandate_schema(folder: Folder) -> Schema:
    """Return the schema of mandates, the folder's own or the shipped one. Raises `UppdragError`."""
    return _schema(folder, MANDATE)


def theme_schema(folder: Folder) -> Schema:
    """Return the schema of themes, the folder's own or the shipped one. Raises `UppdragError`."""
    return _schema(folder, THEME)


def rule_data_schema() -> Schema:
    """Return the schema of the rules' data; it is the program's own."""
    return _shipped(RULE_DATA)


@cache
def plan_schema() -> Schema:
    """Return the schema of meeting plans; it is the program's own."""
    return _shipped(PLAN)


def settings_schema() -> Schema:
    """Return the schema of a folder's settings; it is the program's own."""
    return _shipped(SETTINGS)


def is_copy(text: str) -> bool:
    """Tell whether the text of a schema says that it is a copy for the editor."""
    return COPY_MARK in text[:_BEGINNING]


def _shipped(name: str) -> Schema:
    return compile_schema(json.loads((shipped() / name).read_text(encoding="utf-8")))


def _schema(folder: Folder, name: str) -> Schema:
    own = folder.own(name)
    if own is None:
        return _shipped(name)
    try:
        text = own.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"{name} är inte sparad i UTF-8. Spara om filen som UTF-8."
        raise UppdragError(message) from error
    if is_copy(text):
        return _shipped(name)
    return load_schema(text, name)
