"""A mandate file in; the mandate as it reads, and the revision before it, out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from uppdrag.document import compose
from uppdrag.document.tree import Document
from uppdrag.findings import BINDING, Severity, UppdragError
from uppdrag.findings.refusal import explain_os_error
from uppdrag.model import Uppdragshandling, read
from uppdrag.schema import Schema, prune, validate
from uppdrag.source import Source, load
from uppdrag.workspace.mandates import MandateFile, find_mandates
from uppdrag.workspace.resources import Folder

_SUFFIXES = {".yaml", ".yml"}
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_FORMAT = 1
"""The version of the format that is read."""
_NUMBER = re.compile(r"[0-9]{1,9}")


class UnreadableError(UppdragError):
    """A file that cannot be read as a mandate; the others still can."""


@dataclass(frozen=True, slots=True)
class Revision:
    """A mandate that has been read, without being held to the rules."""

    file: MandateFile
    source: Source
    handling: Uppdragshandling
    document: Document

    @property
    def day(self) -> str:
        """Return the date of the document (ISO 8601), as the file or else its name says; or ''."""
        stem = self.file.path.stem if self.file.path else ""
        return self.handling.datum or (stem if _DAY.fullmatch(stem) else "")


def read_revision(file: MandateFile, schema: Schema) -> Revision:
    """Return the mandate of a file. Raises `UnreadableError` when the file gives none."""
    try:
        source = load(file.read(), file.name)
    except OSError as error:
        raise UnreadableError(explain_os_error(error)) from error
    return revision_of(source, file, schema)


def revision_of(source: Source, file: MandateFile, schema: Schema) -> Revision:
    """Return the mandate of a source. Raises `UnreadableError` when it gives none."""
    data = source.data()
    if isinstance(data, dict) and not any(item.severity == "error" for item in source.defects):
        pruned = prune(data)
        if not any(
            item.severity is Severity.ERROR and item.rule.startswith(BINDING)
            for item in validate(source, pruned, schema)
        ):
            handling = read(pruned.data)
            return Revision(file, source, handling, compose(handling))
    raise UnreadableError(_refusal(file, data))


def _refusal(file: MandateFile, data: object) -> str:
    stated = str(data.get("format", "")).strip() if isinstance(data, dict) else ""
    if _NUMBER.fullmatch(stated) and int(stated) != _FORMAT:
        return (
            f"{file.name} är skriven i format {int(stated)}, men programmet läser format "
            f"{_FORMAT}. Uppdatera programmet, eller ändra format i filen."
        )
    return f"{file.name} går inte att läsa som en handling. Kör uppdrag check och rätta den."


def predecessor(revision: Revision, folder: Folder) -> MandateFile | None:
    """Return the file of the revision before: the one replaced, else the nearest earlier one.

    It is looked for in the folder that the file lies in.
    """
    if revision.file.path is None:
        return None
    revidering = revision.handling.revidering
    replaced = revidering.ersatter if revidering else None
    days = sorted(days_beside(revision.file.path))
    found = [path for day, path in days if day == replaced]
    found = found or [path for day, path in days if day < revision.day]
    return find_mandates(folder, [str(found[-1])])[0] if found else None


def days_beside(path: Path) -> Iterator[tuple[str, Path]]:
    """Yield the date and path of each other mandate file in the same folder."""
    for other in path.parent.iterdir():
        is_mandate = other.suffix.lower() in _SUFFIXES and not other.name.startswith(".")
        if is_mandate and other.name != path.name and other.is_file():
            day = stated_day(other) or other.stem
            if _DAY.fullmatch(day):
                yield day, other


def stated_day(path: Path) -> str:
    """Return the date that a file says it is from (ISO 8601); '' when it says none."""
    try:
        data = load(path.read_bytes(), path.name).data()
    except OSError:
        return ""
    day = data.get("datum") if isinstance(data, dict) else None
    return day.strip() if isinstance(day, str) else ""
