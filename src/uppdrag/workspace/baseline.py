"""Findings in; those that were there when an old collection began to be checked, left out."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from uppdrag.findings import Finding, UppdragError, fingerprints
from uppdrag.workspace.resources import Folder
from uppdrag.workspace.writing import write_whole

BASELINE = "uppdrag-baslinje.json"
"""The usual name, beside `mandates/`: used without being asked for."""

_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Compared:
    """What is new, how much the baseline knew, and how much of it is not found any more."""

    findings: tuple[Finding, ...]
    known: int
    gone: int


def baseline_path(folder: Folder, settled: str | None) -> Path | None:
    """Return the folder's baseline: the one that its settings name, or the usual, if it exists.

    Raises `UppdragError` when the settings name a file that does not exist.
    """
    path = folder.root / (settled or BASELINE)
    if path.is_file():
        return path
    if settled:
        message = f"Baslinjen {settled} finns inte. Gör den med uppdrag check --write-baseline."
        raise UppdragError(message)
    return None


def compare(findings: Iterable[Finding], path: Path, folder: Folder) -> Compared:
    """Return the findings that the baseline does not know, told apart by their fingerprints.

    `gone` counts what it knows of the files that were checked or no longer exist, as far as that
    can be told from what was found. Raises `UppdragError` when the file is no baseline.
    """
    known = _read(path)
    named = _named(findings, folder)
    new = tuple(finding for finding, name in named if name not in known)
    found = {name for _, name in named}
    return Compared(new, len(named) - len(new), len(known - found))


def write(findings: Iterable[Finding], path: Path, folder: Folder) -> int:
    """Write all findings down as known; return how many they are."""
    named = _named(findings, folder)
    rows = [
        {"rule": finding.rule, "file": _relative(finding.file, folder), "fingerprint": name}
        for finding, name in named
    ]
    content = {"format": _FORMAT, "findings": rows}
    text = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
    write_whole(path, text.encode("utf-8"))
    return len(rows)


def _named(findings: Iterable[Finding], folder: Folder) -> list[tuple[Finding, str]]:
    """Return findings with fingerprints that do not depend on where the program is run."""
    here = list(findings)
    moved = {replace(finding, file=_relative(finding.file, folder)): finding for finding in here}
    return [(moved[finding], name) for finding, name in fingerprints(moved)]


def _relative(name: str, folder: Folder) -> str:
    path = Path(name).resolve()
    return path.relative_to(folder.root).as_posix() if folder.root in path.parents else name


def _read(path: Path) -> frozenset[str]:
    try:
        content = json.loads(path.read_text(encoding="utf-8-sig"))
        if content["format"] == _FORMAT:
            return frozenset(str(row["fingerprint"]) for row in content["findings"])
    except (ValueError, KeyError, TypeError, RecursionError):
        pass
    message = (
        f"{path.name} är ingen baslinje som programmet har gjort. Gör om den med uppdrag check "
        "--write-baseline, eller ta bort den."
    )
    raise UppdragError(message)
