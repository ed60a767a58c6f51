"""A YAML file of the working folder and its schema in; checked data, or a Swedish refusal, out."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from uppdrag.findings import Finding, UppdragError, in_order
from uppdrag.findings.text import headline
from uppdrag.schema import Schema, prune, validate
from uppdrag.source import load


def shipped_data(path: Path) -> Mapping[str, Any]:
    """Return the data of a file that came with the program, which is known to be right."""
    data = load(path.read_bytes(), path.name).data()
    return data if isinstance(data, dict) else {}


def own_data(path: Path, name: str, schema: Schema) -> Mapping[str, Any]:
    """Return the data of a folder's own file, once it keeps to its schema.

    Raises `UppdragError` with everything that is wrong, a line each; a warning counts too, since
    such a file would not do what its writer meant.
    """
    source = load(path.read_bytes(), name)
    found = [Finding.from_defect(source, defect) for defect in source.defects]
    data = source.data()
    if isinstance(data, dict):
        pruned = prune(data)
        found.extend(validate(source, pruned, schema))
        if not found:
            return pruned.data
    raise UppdragError("\n".join(headline(item) for item in in_order(found)))
