"""What a user wants to compare in; each pair of revisions with all that tells them apart out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from uppdrag.compare import Comparison, Side, compare, revision
from uppdrag.compare.changes.listing import changes_of
from uppdrag.findings import UppdragError
from uppdrag.workspace.foreign import Foreign, is_foreign, read_foreign
from uppdrag.workspace.mandates import MandateFile, ascii_name, find_mandates, mandate_file
from uppdrag.workspace.naming import find_revision
from uppdrag.workspace.predecessor import (
    Revision,
    UnreadableError,
    days_beside,
    predecessor,
    read_revision,
)
from uppdrag.workspace.resources import Folder
from uppdrag.workspace.schemas import mandate_schema

if TYPE_CHECKING:
    from uppdrag.importing.tracked import Changes
    from uppdrag.workspace.git import Version


@dataclass(frozen=True, slots=True)
class Pair:
    """A comparison, and the files that went into it: the oldest first, the new one last.

    `told` is what a reader should know of a side that was read from Word or a PDF.
    """

    files: tuple[MandateFile, ...]
    comparison: Comparison
    told: tuple[str, ...] = ()

    @property
    def output(self) -> str:
        """Return what a file about it is called: `<group>/<old>--<new>`, in ASCII."""
        *others, (group, new) = [file.output.split("/") for file in self.files]
        names = [day if place == group else f"{place}-{day}" for place, day in others]
        return f"{group}/{'--'.join([*names, new])}"


@dataclass(frozen=True, slots=True)
class Compared:
    """What was asked about: the pairs that were compared, and sentences about the rest.

    `since` is the version in git that a branch is seen from, '' where revisions were named.
    `is_whole` is False when a mandate cannot be read, which one of the sentences says.
    """

    pairs: tuple[Pair, ...]
    notes: tuple[str, ...] = ()
    since: str = ""
    is_whole: bool = True

    @property
    def differs(self) -> bool:
        """Tell whether there is any change at all."""
        return bool(self.notes) or any(pair.comparison.changes for pair in self.pairs)


@dataclass(frozen=True)
class FileThen(MandateFile):
    """A mandate file as it was at a revision of git."""

    content: bytes

    def read(self) -> bytes:
        """Return the bytes that the file had then."""
        return self.content


def file_then(path: Path, version: str, content: bytes) -> FileThen:
    """Return the file that stood at a path at a version with a name."""
    file = mandate_file(path)
    output = f"{file.output}-{ascii_name(version)}"
    return FileThen(path, f"{file.name} i {version}", output, content)


def compare_with_earlier(folder: Folder, name: str) -> Pair:
    """Compare a revision with the one that it replaces, else with the nearest earlier one.

    Raises `UppdragError` when there is none, or a file is no mandate.
    """
    file = find_revision(folder, name)
    if file.path is None:
        message = (
            "Standard input har ingen tidigare revision. Ange också den som ska jämföras, till "
            "exempel: uppdrag diff mandates/vvg/2017-01-01.yaml -"
        )
        raise UppdragError(message)
    new = read_revision(file, mandate_schema(folder))
    earlier = find_earlier(new, folder)
    if earlier is None:
        message = (
            f"{file.name} har ingen tidigare revision i sin mapp. Ange vad den ska jämföras "
            "med: en fil till, en annan grupp, eller en version i git med --git."
        )
        raise UppdragError(message)
    return compare_revisions(read_revision(earlier, mandate_schema(folder)), new)


def compare_two(folder: Folder, old: str, new: str, changes: Changes | None = None) -> Pair:
    """Compare two revisions, whatever group or type they are of; each may be a document.

    `changes` is what is done with tracked changes in a document; without it they are refused.
    """
    if not is_foreign(old) and not is_foreign(new):
        return compare_revisions(read_named(folder, old), read_named(folder, new))
    sides = [_any_side(folder, name, changes) for name in (old, new)]
    before, after = (_side(side.revision) for side in sides)
    marked = compare(before.document, after.document)
    # What a document does not print, it does not deny either: data is not compared.
    comparison = Comparison(before, after, marked, changes_of(marked))
    files = tuple(side.revision.file for side in sides)
    return Pair(files, comparison, tuple(words for side in sides for words in side.told))


def _any_side(folder: Folder, name: str, changes: Changes | None) -> Foreign:
    from uppdrag.importing.tracked import Changes as Choice  # noqa: PLC0415 - only for documents

    if is_foreign(name):
        return read_foreign(name, changes or Choice.REFUSE)
    return Foreign(read_named(folder, name), ())


def compare_three(folder: Folder, base: str, named: tuple[str, str], by: tuple[str, str]) -> Pair:
    """Compare what two made of a common revision with it; `by` is what to call them, or ''."""
    from uppdrag.compare.three.ways import three_way  # noqa: PLC0415 - only where two meet

    common = read_named(folder, base)
    ours, theirs = (read_named(folder, name) for name in named)
    stems = (Path(named[0]).stem, Path(named[1]).stem)
    names = stems if stems[0] != stems[1] else (ours.file.name, theirs.file.name)
    sides = (_side(ours, by[0] or names[0]), _side(theirs, by[1] or names[1]))
    return Pair((common.file, ours.file, theirs.file), three_way(_side(common), *sides))


def compare_since(folder: Folder, name: str, version: Version) -> Pair:
    """Compare a file with what it was at a version of git, also where it was called otherwise.

    Raises `UppdragError` when it was not there, or git cannot tell.
    """
    file = find_revision(folder, name)
    path = file.path
    if path is None:
        message = "Standard input finns inte i git. Ange en fil eller en grupp till --git."
        raise UppdragError(message)
    content = replace(version, place=path.absolute().parent).file(path.name)
    if content is not None:
        old = file_then(path, version.shown, content)
    else:
        old = _moved_then(folder, path, version)
    new = read_revision(file, mandate_schema(folder))
    return compare_revisions(_read_then(old, folder), new)


def read_named(folder: Folder, name: str) -> Revision:
    """Return the revision that a name means. Raises `UppdragError` when it gives no mandate."""
    return read_revision(find_revision(folder, name), mandate_schema(folder))


def find_earlier(new: Revision, folder: Folder) -> MandateFile | None:
    """Return the file of the revision before; before an undated one comes the latest dated."""
    found = predecessor(new, folder)
    if found is not None or new.day or new.file.path is None:
        return found
    days = sorted(days_beside(new.file.path))
    return mandate_file(days[-1][1]) if days else None


def compare_revisions(old: Revision, new: Revision) -> Pair:
    """Compare two revisions that have been read."""
    return Pair((old.file, new.file), revision(_side(old), _side(new)))


def _side(found: Revision, name: str = "") -> Side:
    return Side(name or found.file.name, found.handling, found.document)


def _moved_then(folder: Folder, path: Path, version: Version) -> FileThen:
    from uppdrag.workspace.moved import moved  # noqa: PLC0415 - seldom needed

    inside = folder.relative(path)
    if inside is not None and inside.startswith(f"{folder.mandates.name}/"):
        then = version.mandates()
        now = {folder.relative(file.path): file for file in find_mandates(folder, ()) if file.path}
        gone = {name: content for name, content in then.items() if name not in now}
        come = {
            name: file.read() for name, file in now.items() if name is not None and name not in then
        }
        if old := moved(gone, come).get(inside):
            return file_then(folder.root / old, version.shown, then[old])
    message = (
        f"{mandate_file(path).name} finns inte i ”{version.shown}”. Utan --git jämförs den med den "
        "tidigare revisionen."
    )
    raise UppdragError(message)


def _read_then(file: FileThen, folder: Folder) -> Revision:
    try:
        return read_revision(file, mandate_schema(folder))
    except UnreadableError as error:
        message = f"{file.name} går inte att läsa som en handling, så den kan inte jämföras."
        raise UnreadableError(message) from error
