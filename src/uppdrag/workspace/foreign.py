"""The name of a Word file, PDF or other document in; what it holds, as a revision, out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from uppdrag.document import compose
from uppdrag.findings import Severity, UppdragError
from uppdrag.findings.refusal import explain_os_error
from uppdrag.workspace.bounded import read_at_most
from uppdrag.workspace.mandates import mandate_file
from uppdrag.workspace.predecessor import Revision

if TYPE_CHECKING:
    from uppdrag.importing.tracked import Changes

LARGEST = 50 * 1024 * 1024

MOST_TOLD = 6
"""Sentences about a file that are shown beside a comparison."""

_MANDATES = frozenset({".yaml", ".yml", ""})


@dataclass(frozen=True, slots=True)
class Foreign:
    """A revision that was read from a document, and sentences about what is not in it."""

    revision: Revision
    told: tuple[str, ...]


def is_foreign(name: str) -> bool:
    """Tell whether a name is that of a file which is no mandate in YAML."""
    path = Path(name)
    return path.suffix.lower() not in _MANDATES and path.is_file()


def read_foreign(name: str, changes: Changes) -> Foreign:
    """Return what a document holds, as the mandate that would be imported from it.

    Raises `UppdragError` for one that cannot be read, or whose tracked changes nobody has settled.
    """
    from uppdrag.workspace.importing import import_file  # noqa: PLC0415 - only for documents

    file = mandate_file(Path(name))
    try:
        content = read_at_most(Path(name), LARGEST)
    except OSError as error:
        raise UppdragError(explain_os_error(error)) from error
    try:
        found = import_file(content, file.name, changes)
    except UppdragError as error:
        # There the choice has another name: --changes is what diff shows.
        raise UppdragError(error.message.replace("--changes", "--tracked")) from error
    handling = found.imported.handling
    uncertain = sum(finding.severity is not Severity.INFO for finding in found.findings)
    told = [f"{file.name}: {finding.message}" for finding in found.findings]
    if len(told) > MOST_TOLD:
        told = [f"{file.name} är inläst ur ett dokument: {len(told)} anmärkningar."]
        if uncertain:
            told.append(f"Kör uppdrag import {file.name} för att se dem; {uncertain} är osäkra.")
    return Foreign(Revision(file, found.source, handling, compose(handling)), tuple(told))
