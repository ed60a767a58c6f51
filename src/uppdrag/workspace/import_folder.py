"""A folder of documents in; a plan that makes each a mandate, and the files written by it, out."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from uppdrag.findings import Severity, UppdragError
from uppdrag.findings.refusal import explain_os_error
from uppdrag.importing.folder.found import FORMATS, Found
from uppdrag.importing.folder.plan import Existing, Named, plan
from uppdrag.importing.folder.step import Fate, Step
from uppdrag.importing.tracked import Changes
from uppdrag.model import dump
from uppdrag.source import load
from uppdrag.workspace.apart import Standing, directly
from uppdrag.workspace.bounded import read_at_most
from uppdrag.workspace.embedded import EmbeddedReader
from uppdrag.workspace.mandates import MandateFile, find_register, group_folder, mandate_file
from uppdrag.workspace.predecessor import UnreadableError, read_revision
from uppdrag.workspace.resources import Folder
from uppdrag.workspace.schemas import mandate_schema
from uppdrag.workspace.sharing import share
from uppdrag.workspace.writing import write_safe

if TYPE_CHECKING:
    from uppdrag.importing import Imported

MOST_FILES = 2_000
LARGEST = 50 * 1024 * 1024

SECONDS = 60
"""What one file may take to be read."""

WORTH_PROCESSES = 12
"""From so many documents on, several processes win back what it costs to start them."""

_TEMPORARY = "Tillfällig fil från ett öppet dokument."
_HIDDEN = "Dold fil eller mapp."
_LINK = "Länk. Importera det som den leder till."
_OLD = "Äldre Word-format. Öppna filen i Word och spara den som .docx."
_OTHER = "Format som inte kan importeras."


@dataclass(frozen=True, slots=True)
class Listed:
    """What lies in a folder: the names that can be imported, and what is passed by."""

    names: tuple[str, ...]
    passed: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """How the files below `root` are read: `changes` is what is done with tracked changes."""

    folder: Folder
    root: Path
    changes: Changes = Changes.REFUSE

    def open(self) -> Callable[[str], Found | Step]:
        """Return the function that reads one file by its name, and gives up in time."""
        return partial(_in_time, Standing(_Inside(self), SECONDS))


@dataclass(frozen=True, slots=True)
class _Inside:
    """The same reading, in a process that is stopped when a file takes too long."""

    reading: Reading

    def open(self) -> Callable[[str], Found | Step]:
        return partial(_read, self.reading, EmbeddedReader(self.reading.folder, directly))


def _in_time(standing: Standing[str, Found | Step], name: str) -> Found | Step:
    try:
        return standing(name)
    except UppdragError as error:
        return _unreadable(name, error.message)


def list_folder(root: Path) -> Listed:
    """Return what lies below a folder, links not followed.

    Raises `UppdragError` where there is more than can be planned at a time, and `OSError` for a
    folder that is not to be read.
    """
    names: list[str] = []
    passed: list[Step] = []
    for name, reason in _walk(root):
        if reason:
            passed.append(Step(name, Fate.PASSED, told=(reason,)))
        else:
            names.append(name)
        if len(names) > MOST_FILES:
            message = f"Mappen har fler än {MOST_FILES} dokument. Importera en mapp i den i taget."
            raise UppdragError(message)
    return Listed(tuple(names), tuple(passed))


def plan_folder(
    reading: Reading,
    listed: Listed,
    mandates: Path,
    named: Named,
    advance: Callable[[], None],
) -> tuple[Step, ...]:
    """Return what becomes of every file of a folder; nothing is written.

    `mandates` is where the mandates are to lie, `advance` is told of each file that is read.
    """
    results = share(reading, reading.open(), listed.names, WORTH_PROCESSES, advance)
    found: list[Found] = []
    unread: list[Step] = []
    for result in results:
        if isinstance(result, Found):
            found.append(result)
        else:
            unread.append(result)
    steps = plan(found, existing(mandates), named, group_folder)
    looked_at = (_beside_existing(step, mandates, reading.folder) for step in steps)
    return (*looked_at, *unread, *listed.passed)


def existing(mandates: Path) -> Existing:
    """Return the groups of a folder with mandates, by their folders and by their stated names."""
    days: dict[str, dict[str, str]] = {}
    names: dict[str, str] = {}
    if not mandates.is_dir():
        return Existing()
    for entry in mandates.iterdir():
        if entry.is_dir():
            days[entry.name] = {}
    for file in find_register(mandates):
        if file.path is not None and not file.is_plan and file.path.parent.name in days:
            folder = file.path.parent.name
            stated = _stated(file)
            days[folder] |= {stated.get("datum", file.date): stated.get("status", "")}
            days[folder] |= {file.date: stated.get("status", "")}
            if stated.get("grupp"):
                names.setdefault(group_folder(stated["grupp"]), folder)
    return Existing(days, names)


def write_plan(steps: Iterable[Step], mandates: Path) -> Iterator[tuple[Step, Path | None, str]]:
    """Write each new mandate of a plan; yield its step with the path, or with what refused it."""
    for step in steps:
        if step.fate is not Fate.NEW or step.handling is None or step.found is None:
            continue
        path = mandates / f"{step.place}.yaml"
        text = step.found.yaml or dump(step.handling)
        try:
            # The plan may be of a while ago: a person has looked at it.
            if path.exists():
                raise FileExistsError(errno.EEXIST, "", str(path))
            write_safe(path, text.encode("utf-8"))
        except OSError as error:
            yield step, None, explain_os_error(error)
        else:
            yield step, path, ""


def _walk(root: Path) -> Iterator[tuple[str, str]]:
    """Yield the name of each file, and why it is passed by; nothing where it is not."""

    def refuse(error: OSError) -> None:
        raise error

    for at, folders, files in os.walk(root, onerror=refuse):
        place = Path(at)
        hidden = sorted(name for name in folders if name.startswith("."))
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in [*hidden, *sorted(files)]:
            yield (place / name).relative_to(root).as_posix(), _reason(place / name)


def _reason(path: Path) -> str:
    name = path.name.casefold()
    if name.startswith(("~$", ".~lock.", "~wrl")) or name.endswith(".tmp"):
        return _TEMPORARY
    if name.startswith("."):
        return _HIDDEN
    if path.is_symlink():
        return _LINK
    if name.endswith((".doc", ".dot", ".rtf")):
        return _OLD
    is_known = name.endswith(tuple(f".{suffix}" for suffix in FORMATS))
    return "" if is_known and path.is_file() else _OTHER


def _read(reading: Reading, sources: EmbeddedReader, name: str) -> Found | Step:
    """Return what a file says; one that cannot be read is told, and stops no other."""
    try:
        data = read_at_most(reading.root / name, LARGEST)
        if len(data) > LARGEST:
            message = f"Filen är större än {LARGEST // 1024 // 1024} MB."
            return _unreadable(name, message)
        embedded = sources.read(data, name)
        if embedded is not None and embedded.handling is not None:
            return Found(name, embedded.handling, 0, embedded.yaml, embedded.told)
        imported = _imported(data, name, reading.changes)
    except UppdragError as error:
        return _unreadable(name, error.message)
    except OSError as error:
        return _unreadable(name, explain_os_error(error))
    uncertain = sum(note.severity is not Severity.INFO for note in imported.notes)
    remarks = embedded.told if embedded is not None else ()
    return Found(name, imported.handling, uncertain, remarks=remarks)


def _imported(data: bytes, name: str, changes: Changes) -> Imported:
    from uppdrag.importing.formats import import_bytes  # noqa: PLC0415 - brings every reader

    return import_bytes(data, name, changes)


def _unreadable(name: str, message: str) -> Step:
    return Step(name, Fate.UNREADABLE, told=(message,))


def _stated(file: MandateFile) -> dict[str, str]:
    """Return the group, the day and the status that a file states."""
    try:
        data = load(file.read(), file.name).data()
    except OSError:
        return {}
    values: Mapping[str, object] = data if isinstance(data, dict) else {}
    return {
        key: " ".join(value.split())
        for key in ("grupp", "datum", "status")
        if isinstance(value := values.get(key), str) and value.strip()
    }


def _beside_existing(step: Step, mandates: Path, folder: Folder) -> Step:
    """Return a step that finds its place taken with what is known of the file that is there."""
    path = mandates / f"{step.place}.yaml"
    if step.fate is not Fate.TAKEN or step.found is None:
        return step
    shown = mandate_file(path).name
    told = f"{shown} finns redan, med en annan text. Jämför dem, eller ange en annan plats."
    try:
        revision = read_revision(mandate_file(path), mandate_schema(folder))
    except UnreadableError:
        told = f"{shown} finns redan, men går inte att läsa."
    else:
        if Found(step.name, revision.handling).letters == step.found.letters:
            told = f"{shown} finns redan, med samma text."
    return replace(step, told=(*step.told, told))


def named_places(words: Sequence[str], listed: Listed) -> Named:
    """Return the places that a person has named, each `FILE=GROUP/DATE`.

    Raises `UppdragError` for what names no file, or no place.
    """
    from uppdrag.schema.load import is_date  # noqa: PLC0415 - only where places are named

    places: dict[str, tuple[str, str]] = {}
    for said in words:
        name, sign, place = said.replace("\\", "/").rpartition("=")
        group, slash, day = place.rpartition("/")
        if not (sign and slash and group) or not is_date(day):
            message = (
                f"”{said}” är ingen plats. Skriv FIL=GRUPP/DATUM, till exempel "
                "”gammal.docx=samordningsrad-rehabilitering/2024-02-12”."
            )
            raise UppdragError(message)
        if name not in listed.names:
            message = f"”{name}” finns inte bland det som kan importeras ur mappen."
            raise UppdragError(message)
        places[name] = (group_folder(group), day)
    return places
