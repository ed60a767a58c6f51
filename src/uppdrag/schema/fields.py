"""A schema and a path in; the description of the field there, and its words, out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from uppdrag.source import NodePath


def field_at(schema: Mapping[str, Any], path: NodePath) -> Mapping[str, Any]:
    """Return the part of the schema that describes the value at a path; empty if none does."""
    field: Mapping[str, Any] = schema
    for step in path:
        field = _resolved(schema, _child(field, step))
    return field


def title_of(field: Mapping[str, Any], key: str) -> str:
    """Return the field's Swedish name, or its key where the schema has none."""
    return str(field.get("title") or key)


def hint(field: Mapping[str, Any]) -> str:
    """Return what to write in the field, as the editor shows it too."""
    return str(field.get("patternErrorMessage") or field.get("errorMessage") or "")


def _child(field: Mapping[str, Any], step: str | int) -> Mapping[str, Any]:
    if isinstance(step, int):
        found = field.get("items")
    else:
        found = field.get("properties", {}).get(step)
        if found is None:
            patterns = field.get("patternProperties", {})
            found = next((sub for pattern, sub in patterns.items() if re.search(pattern, step)), {})
    return found if isinstance(found, Mapping) else {}


def _resolved(schema: Mapping[str, Any], field: Mapping[str, Any]) -> Mapping[str, Any]:
    reference = field.get("$ref")
    if not isinstance(reference, str):
        return field
    found: Any = schema
    for name in reference.removeprefix("#/").split("/"):
        found = found.get(name, {})
    return _resolved(schema, {**found, **{k: v for k, v in field.items() if k != "$ref"}})
