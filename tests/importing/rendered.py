"""A mandate in; its files as this program makes them, and what can be told from them, out."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from uppdrag.document import compose
from uppdrag.importing.printed.proof import shown_lines
from uppdrag.model import Uppdragshandling, read
from uppdrag.model.dump import to_data
from uppdrag.source import load
from uppdrag.workspace.rendering import Renderers
from uppdrag.workspace.resources import find_folder

ROOT = Path(__file__).resolve().parents[2]
MANDATES = sorted((ROOT / "mandates").glob("*/*.yaml"))

UNPRINTED = ("kortnamn", "revidering", "undantag", "fingeravtryck")
"""What no page says."""


@cache
def renderers() -> Renderers:
    return Renderers(find_folder(ROOT), "typst")


def rendered(handling: Uppdragshandling, format_: str) -> bytes:
    return renderers().render(compose(handling), format_)


def mandate(path: Path) -> Uppdragshandling:
    data = load(path.read_bytes(), path.name).data()
    assert isinstance(data, dict)
    return read(data)


def printed_lines(handling: Uppdragshandling) -> object:
    """Return the lines that a reader of the mandate sees."""
    return shown_lines(compose(handling).blocks)


def printed_data(handling: Uppdragshandling) -> Any:
    """Return the data without what no page says, and with texts on one line."""
    kept = {k: v for k, v in to_data(handling).items() if k not in UNPRINTED}
    return _unfolded(kept)


def _unfolded(value: Any) -> Any:
    if isinstance(value, dict):
        pairs = ((key, _unfolded(inner)) for key, inner in value.items())
        whole = {key: inner for key, inner in pairs if key != "utses_av" or "text" not in value}
        return whole["text"] if set(whole) == {"text"} else whole
    if isinstance(value, list):
        return [_unfolded(inner) for inner in value]
    return " ".join(str(value).split())
