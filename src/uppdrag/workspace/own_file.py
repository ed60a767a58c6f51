"""A YAML file of the working folder and its schema in; checked data, or a Swedish refusal, out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from uppdrag.findings import Finding, UppdragError, in_order
from uppdrag.findings.text import headline
from uppdrag.schema import Schema, prune, validate
from uppdrag.source import Source, load

_ALL_TEXT: Any = yaml.CBaseLoader if yaml.__with_libyaml__ else yaml.BaseLoader
"""Leaves every word as text, as our own reading does."""

Look: TypeAlias = Callable[[Source, Mapping[str, Any]], Iterable[Finding]]
"""What more there is to say of a file than its schema does."""


def shipped_data(path: Path) -> Mapping[str, Any]:
    """Return the data of a file that came with the program, which is known to be right.

    Nothing need be said of it, so no places are kept: a third of the time. A test holds this
    reading to the other one.
    """
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=_ALL_TEXT)  # noqa: S506 - text only
    return data if isinstance(data, dict) else {}


def own_data(
    path: Path, name: str, schema: Schema, look: Look = lambda _source, _data: ()
) -> Mapping[str, Any]:
    """Return the data of a folder's own file, once it keeps to its schema and `look` is content.

    Raises `UppdragError` with everything that is wrong, a line each; a warning counts too, since
    such a file would not do what its writer meant.
    """
    source = load(path.read_bytes(), name)
    if not source.text.strip():
        message = f"{name} är tom. Skriv ”format: 1” på första raden, eller ta bort filen."
        raise UppdragError(message)
    found = [Finding.from_defect(source, defect) for defect in source.defects]
    data = source.data()
    if isinstance(data, dict):
        pruned = prune(data)
        found.extend(validate(source, pruned, schema))
        found.extend(look(source, pruned.data))
        if not found:
            return pruned.data
    raise UppdragError("\n".join(headline(item) for item in in_order(found)))
