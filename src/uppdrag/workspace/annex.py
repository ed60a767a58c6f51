"""A mandate that replaces another in; the annex on what has changed since that decision out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from uppdrag.compare import Side, revision
from uppdrag.compare.telling.change_table import annex_blocks
from uppdrag.document.tree import Block, Document
from uppdrag.findings.refusal import explain_os_error
from uppdrag.model import Status, Uppdragshandling
from uppdrag.render.limits import limits
from uppdrag.schema import Schema
from uppdrag.workspace.mandates import MandateFile, find_mandates
from uppdrag.workspace.predecessor import (
    Revision,
    UnreadableError,
    days_beside,
    read_revision,
)
from uppdrag.workspace.resources import Folder

_DECIDED = frozenset({Status.BESLUTAD, Status.ERSATT, Status.UPPHAVD})


@dataclass(frozen=True, slots=True)
class Annex:
    """What to add last in a document; `note` tells why there is nothing to add where there ought.

    A mandate that replaces no other has neither.
    """

    blocks: tuple[Block, ...] = ()
    note: str = ""


def annex(
    file: MandateFile,
    handling: Uppdragshandling,
    document: Document,
    folder: Folder,
    schema: Schema,
) -> Annex:
    """Return the annex of a mandate, from the decided one that its `revidering` names.

    That one is looked for in the folder that the file lies in.
    """
    day = handling.revidering.ersatter if handling.revidering else None
    if not day:
        return Annex()
    if file.path is None:
        return Annex(note=_told(day, "hittas inte när handlingen läses från standard in."))
    try:
        earlier = _replaced(file.path, day, folder, schema)
    except (OSError, UnreadableError) as error:
        reason = explain_os_error(error) if isinstance(error, OSError) else error.message
        return Annex(note=_told(day, f"går inte att läsa. {reason}"))
    if earlier is None:
        return Annex(note=_told(day, "finns inte i samma mapp."))
    if reason := _unfit(earlier):
        return Annex(note=_told(day, reason))
    old = Side(earlier.file.name, earlier.handling, earlier.document)
    return Annex(annex_blocks(revision(old, Side(file.name, handling, document))))


def _unfit(earlier: Revision) -> str:
    """Return why an earlier revision cannot be told of in a document; nothing where it can."""
    if earlier.handling.status not in _DECIDED:
        return "är inte beslutad."
    found = next(limits(earlier.source, earlier.document), None)
    return f"går inte att trycka. {found.message}" if found else ""


def _replaced(path: Path, day: str, folder: Folder, schema: Schema) -> Revision | None:
    found = sorted(other for stated, other in days_beside(path) if stated == day)
    if not found:
        return None
    [file] = find_mandates(folder, [str(found[-1])])
    return read_revision(file, schema)


def _told(day: str, reason: str) -> str:
    return (
        f"Förteckningen ”Ändrat sedan föregående beslut” är inte med. Revisionen {day}, som "
        f"revidering anger, {reason}"
    )
