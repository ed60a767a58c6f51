"""A git revision in; what was done since to the mandates that were decided then, out."""

from __future__ import annotations

from collections.abc import Iterator

from uppdrag.rules.r005_andrad_sedan_en_version import Data, Tampered, tampered
from uppdrag.schema import prune
from uppdrag.source import load
from uppdrag.source.characters import composed
from uppdrag.workspace.git import Version
from uppdrag.workspace.mandates import find_mandates
from uppdrag.workspace.resources import Folder


def tampered_since(folder: Folder, revision: str) -> tuple[Tampered, ...]:
    """Return what was done since a revision to the mandates that were decided then.

    Raises `UppdragError` when git cannot tell.
    """
    mandates = Version(folder.root, revision, "--base").mandates()
    then = {path: data_of(content) for path, content in mandates.items()}
    return tuple(tampered(then, dict(_now(folder))))


def data_of(content: bytes) -> Data:
    """Return the data of a mandate file as R005 compares it; None for one that cannot be read."""
    source = load(content, "")
    data = source.data()
    is_read = all(defect.severity != "error" for defect in source.defects)
    return prune(data).data if is_read and isinstance(data, dict) else None


def _now(folder: Folder) -> Iterator[tuple[str, Data]]:
    files = find_mandates(folder, ()) if folder.mandates.is_dir() else ()
    for file in files:
        if file.path is None:
            continue
        name = composed(file.path.relative_to(folder.root).as_posix())
        try:
            yield name, data_of(file.read())
        except OSError:
            yield name, None
