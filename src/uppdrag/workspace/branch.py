"""A git revision that a branch has left in; all that the branch has done to the mandates out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from uppdrag.findings import UppdragError
from uppdrag.rules.r005_andrad_sedan_en_version import Data, Tampering, tampered
from uppdrag.schema import Schema
from uppdrag.source.characters import composed
from uppdrag.workspace.comparing import Compared, Pair, compare_revisions, file_then, find_earlier
from uppdrag.workspace.git import Version
from uppdrag.workspace.history import data_of
from uppdrag.workspace.mandates import MandateFile, find_mandates, mandate_file
from uppdrag.workspace.moved import day_of, moved, same_text
from uppdrag.workspace.predecessor import Revision, UnreadableError, read_revision
from uppdrag.workspace.resources import MANDATES, Folder
from uppdrag.workspace.schemas import mandate_schema

EVERYTHING = f"{MANDATES}/"
"""The scope of all mandates: how their paths begin, from the folder on."""


def changed_since(folder: Folder, version: Version, scope: str = EVERYTHING) -> Compared:
    """Return what has been done to the mandates of a scope since the branch left a version.

    What is not committed yet is seen too. A new revision is compared with the one that it
    replaces, so that a reviewer sees what it changes. Raises `UppdragError` when git cannot tell.
    """
    then = version.left().mandates()
    now = {path: _content(file) for path, file in _files(folder).items()}
    told = list(_Review(folder, version.shown, then, now).told(scope))
    return Compared(
        tuple(item.pair for item in told if item.pair is not None),
        (*(item.note for item in told if item.warns), *(item.note for item in told if item.tells)),
        version.shown,
        all(item.is_read for item in told),
    )


def scope_of(folder: Folder, name: str) -> str | None:
    """Return the scope that the name of a folder or group means; None for any other name.

    Raises `UppdragError` for a folder elsewhere.
    """
    here, group = Path(name).resolve(), folder.mandates / name
    path = here if here.is_dir() else group
    if not name or not path.is_dir():
        return None
    if folder.root.is_relative_to(path):
        return EVERYTHING
    inside = folder.relative(path)
    if inside is None:
        message = f"{name} ligger inte bredvid eller i mappen {MANDATES}. Gå till den mappen först."
        raise UppdragError(message)
    return f"{inside}/"


def _files(folder: Folder) -> Mapping[str, MandateFile]:
    files = find_mandates(folder, ()) if folder.mandates.is_dir() else ()
    return {
        composed(file.path.relative_to(folder.root).as_posix()): file for file in files if file.path
    }


def _content(file: MandateFile) -> bytes:
    try:
        return file.read()
    except OSError:
        # Told of when it is read as a mandate.
        return b""


@dataclass(frozen=True, slots=True)
class _Told:
    """What is told of one mandate: a sentence, of more or less weight, or a comparison."""

    note: str = ""
    pair: Pair | None = None
    is_read: bool = True
    is_warning: bool = False

    @property
    def warns(self) -> bool:
        return self.is_warning or not self.is_read

    @property
    def tells(self) -> bool:
        return bool(self.note) and not self.warns


@dataclass(frozen=True)
class _Review:
    """The mandates then and now, by path; tells what has become of each."""

    folder: Folder
    version: str
    then: Mapping[str, bytes]
    now: Mapping[str, bytes]

    def told(self, scope: str) -> Iterator[_Told]:
        """Tell of each mandate of the scope that is not as it was, in the order of the paths."""
        came_from = set(self.moves.values())
        for path in sorted({*self.gone, *self.come, *self.changed} - came_from):
            old = self.moves.get(path, path)
            if path.startswith(scope) or old.startswith(scope):
                for what in self.warnings[path]:
                    note = f"Varning: {self._name(path)} – {what.value}"
                    yield _Told(note, is_warning=True)
                yield from self._one(path, old)

    @cached_property
    def gone(self) -> Mapping[str, bytes]:
        return {path: text for path, text in self.then.items() if path not in self.now}

    @cached_property
    def come(self) -> Mapping[str, bytes]:
        return {path: text for path, text in self.now.items() if path not in self.then}

    @cached_property
    def changed(self) -> Mapping[str, bytes]:
        return {
            path: text
            for path, text in self.now.items()
            if path in self.then and not same_text(text, self.then[path])
        }

    @cached_property
    def moves(self) -> Mapping[str, str]:
        """Return the old path of each file that has moved, by its new one."""
        return moved(self.gone, self.come)

    @cached_property
    def warnings(self) -> Mapping[str, list[Tampering]]:
        """Return what must not happen to what was decided, and has, by path now."""
        names = {old: path for path, old in self.moves.items()}
        was = {names.get(path, path): self.then[path] for path in (*self.gone, *self.changed)}
        found = tampered(_data(was), _data({**self.come, **self.changed}))
        by_path: defaultdict[str, list[Tampering]] = defaultdict(list)
        for item in found:
            # That a file cannot be read is told of all the same.
            if item.what is not Tampering.UNREADABLE:
                by_path[item.path].append(item.what)
        return by_path

    def _one(self, path: str, old: str) -> Iterator[_Told]:
        if path in self.now:
            try:
                new = read_revision(mandate_file(self.folder.root / path), self._schema)
            except UnreadableError as error:
                yield _Told(error.message, is_read=False)
            else:
                yield from self._changed(new, old) if old in self.then else self._new(new)
        elif Tampering.REMOVED not in self.warnings[path]:
            yield _Told(f"{self._name(path)} är borttagen.")

    def _changed(self, new: Revision, old: str) -> Iterator[_Told]:
        has_moved = old in self.gone
        if has_moved:
            yield _Told(f"{new.file.name} hette {self._name(old)} i {self.version}.")
        (told,) = self._compared(self._then(old), new)
        if told.note or (told.pair is not None and told.pair.comparison.changes):
            yield told
        elif not has_moved:
            yield _Told(f"{new.file.name} är skriven på ett annat sätt, men säger detsamma.")

    def _new(self, new: Revision) -> Iterator[_Told]:
        earlier = self._earlier(new)
        if earlier is None:
            yield _Told(f"{new.file.name} är en ny handling: ”{new.handling.titel}”.")
            return
        yield _Told(f"{new.file.name} är en ny revision. Den jämförs med {earlier.name}.")
        yield from self._compared(earlier, new)

    def _compared(self, old: MandateFile, new: Revision) -> Iterator[_Told]:
        try:
            was = read_revision(old, self._schema)
        except UnreadableError:
            yield _Told(f"{old.name} går inte att läsa som en handling, och kan inte jämföras.")
        else:
            yield _Told(pair=compare_revisions(was, new))

    def _earlier(self, new: Revision) -> MandateFile | None:
        """Return the revision before, also where the branch has taken it away."""
        assert new.file.path is not None  # noqa: S101 - it was found in a folder
        beside = self.folder.relative(new.file.path.parent)
        days = {
            day_of(path, text): path
            for path, text in self.gone.items()
            if path.rpartition("/")[0] == beside and path not in self.moves.values()
        }
        revision = new.handling.revidering
        if revision is not None and revision.ersatter in days:
            return self._then(days[revision.ersatter])
        earlier = [day for day in days if not new.day or day < new.day]
        found = find_earlier(new, self.folder)
        return self._then(days[max(earlier)]) if found is None and earlier else found

    def _then(self, path: str) -> MandateFile:
        return file_then(self.folder.root / path, self.version, self.then[path])

    def _name(self, path: str) -> str:
        return mandate_file(self.folder.root / path).name

    @cached_property
    def _schema(self) -> Schema:
        return mandate_schema(self.folder)


def _data(files: Mapping[str, bytes]) -> Mapping[str, Data]:
    return {path: data_of(content) for path, content in files.items()}
