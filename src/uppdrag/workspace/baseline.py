"""What a check found in; what was there when an old collection began to be checked, left out."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from uppdrag.findings import Finding, UppdragError, fingerprints
from uppdrag.rules import GUARDS
from uppdrag.workspace.check_run import Answer
from uppdrag.workspace.resources import Folder
from uppdrag.workspace.writing import write_whole

BASELINE = "uppdrag-baslinje.json"
"""The usual name, beside `mandates/`: used without being asked for."""

_FORMAT = 1
_MAKE_IT = "Gör den med uppdrag check --write-baseline."


@dataclass(frozen=True, slots=True)
class Compared:
    """What is new, how much the baseline knew, and how much of it is not found any more."""

    findings: tuple[Finding, ...]
    known: int
    gone: int


def baseline_path(folder: Folder, settled: str | None) -> Path:
    """Return where the folder's baseline is, or would be: as its settings say, or as usual."""
    return folder.root / (settled or BASELINE)


def compare(answer: Answer, path: Path, folder: Folder) -> Compared:
    """Return the findings that the baseline does not know, told apart by their fingerprints.

    `gone` counts what it knows and the check would have found, had it been there. What guards a
    decided document is told whatever the baseline says. Raises `UppdragError` when there is none.
    """
    scope = _Scope(answer, folder)
    rows = _read(path)
    known = {finding for finding, name in scope.named.items() if name in rows}
    new = tuple(finding for finding in answer.findings if finding not in known)
    found = frozenset(scope.named.values())
    gone = sum(name not in found and scope.covers(row) for name, row in rows.items())
    return Compared(new, len(known), gone)


def write_baseline(answer: Answer, path: Path, folder: Folder) -> int:
    """Write all findings down as known; return how many the baseline now holds.

    What it knew of files and rules that were not tried stays. Raises `OSError`, and `UppdragError`
    when a part of a folder is written down and what is at the path is no baseline.
    """
    scope = _Scope(answer, folder)
    old = _read(path) if path.is_file() and not answer.is_whole else {}
    rows = {name: row for name, row in old.items() if not scope.covers(row)}
    rows |= {
        name: _Row(finding.rule, scope.relative(finding.file))
        for finding, name in scope.named.items()
    }
    told = sorted((row.file, row.rule, name) for name, row in rows.items())
    listed = [{"rule": rule, "file": file, "fingerprint": name} for file, rule, name in told]
    text = json.dumps({"format": _FORMAT, "findings": listed}, ensure_ascii=False, indent=1)
    # The name of a file may hold what is no UTF-8; an escape is what JSON has for that.
    write_whole(path, f"{text}\n".encode("utf-8", "backslashreplace"))
    return len(rows)


@dataclass(frozen=True, slots=True)
class _Row:
    """What a baseline says of a finding beside its fingerprint: its rule and its file."""

    rule: str
    file: str


@dataclass(frozen=True)
class _Scope:
    """What a check looked at, with names that do not depend on where the program is run."""

    answer: Answer
    folder: Folder

    @cached_property
    def named(self) -> Mapping[Finding, str]:
        """Return what a baseline may hold, in order, with fingerprints made from the folder."""
        moved = {
            self._moved(finding): finding
            for finding in self.answer.findings
            if finding.rule not in GUARDS
        }
        names = {moved[finding]: name for finding, name in fingerprints(moved)}
        return {finding: names[finding] for finding in moved.values()}

    def covers(self, row: _Row) -> bool:
        """Tell whether the check would have found what a row speaks of.

        In a check of all there is, a file that was not looked at is one that is gone.
        """
        untried = self._untried.get(row.file)
        return self.answer.is_whole if untried is None else row.rule not in untried

    def relative(self, name: str) -> str:
        """Return the name that a file has from the folder, with slashes."""
        return self._relative[name]

    def _moved(self, finding: Finding) -> Finding:
        return replace(finding, file=self.relative(finding.file))

    @cached_property
    def _untried(self) -> Mapping[str, frozenset[str]]:
        return {self.relative(name): rules for name, rules in self.answer.untried.items()}

    @cached_property
    def _relative(self) -> Mapping[str, str]:
        names = (*self.answer.untried, *(finding.file for finding in self.answer.findings))
        return {name: self.folder.relative(Path(name)) or name for name in dict.fromkeys(names)}


def _read(path: Path) -> Mapping[str, _Row]:
    """Return what a baseline knows, by fingerprint."""
    try:
        content = json.loads(path.read_text(encoding="utf-8-sig"))
        if content["format"] == _FORMAT:
            return {
                str(row["fingerprint"]): _Row(str(row["rule"]), str(row["file"]))
                for row in content["findings"]
            }
        fault = "är gjord av en annan version av programmet"
    except FileNotFoundError:
        message = f"Baslinjen {path.name} finns inte. {_MAKE_IT}"
        raise UppdragError(message) from None
    except (ValueError, LookupError, TypeError, RecursionError):
        fault = "är ingen baslinje som programmet har gjort"
    advice = "Gör om den med uppdrag check --write-baseline, eller ta bort den."
    message = f"{path.name} {fault}. {advice}"
    raise UppdragError(message)
