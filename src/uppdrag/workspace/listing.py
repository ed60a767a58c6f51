"""Mandate files in; a list of what they are, as text or JSON, out."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from uppdrag.findings.visible import columns, visible
from uppdrag.source import load
from uppdrag.workspace.mandates import MandateFile

_HEADER = ("Grupp", "Datum", "Status", "Diarienummer", "Titel")
_GAP = "  "


@dataclass(frozen=True, slots=True)
class Listed:
    """One revision, as far as its file can be read; what is missing is empty."""

    grupp: str
    datum: str
    status: str
    diarienummer: str
    titel: str
    fil: str


def list_mandates(files: Iterable[MandateFile]) -> tuple[Listed, ...]:
    """Return a line for each file, by group and date; a file that cannot be read says so."""
    return tuple(sorted(map(_listed, files), key=lambda item: (item.grupp, item.datum, item.fil)))


def as_text(listed: Iterable[Listed]) -> str:
    """Return the list as a table in columns, with a row of headings."""
    rows = [_HEADER]
    rows += [
        (item.grupp, item.datum or "–", item.status or "–", item.diarienummer or "–", item.titel)
        for item in listed
    ]
    if len(rows) == 1:
        return "Inga handlingar.\n"
    shown = [[visible(cell) for cell in row] for row in rows]
    widths = [max(columns(cell) for cell in column) for column in zip(*shown, strict=True)]
    lines = (
        _GAP.join(
            cell + " " * (width - columns(cell)) for cell, width in zip(row, widths, strict=True)
        )
        for row in shown
    )
    return "".join(line.rstrip() + "\n" for line in lines)


def as_json(listed: Iterable[Listed]) -> str:
    """Return the list as JSON: `{"mandates": [{"grupp", "datum", …, "fil"}]}`."""
    content = {"mandates": [asdict(item) for item in listed]}
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _listed(file: MandateFile) -> Listed:
    try:
        data = load(file.read(), file.name).data()
    except OSError:
        data = None
    values = data if isinstance(data, dict) else {}
    words = {
        key: " ".join(value.split()) if isinstance(value := values.get(key), str) else ""
        for key in ("datum", "status", "diarienummer", "titel")
    }
    return Listed(
        file.group,
        words["datum"] or file.date,
        words["status"],
        words["diarienummer"],
        words["titel"] or "(filen går inte att läsa: kör uppdrag check)",
        file.name,
    )
