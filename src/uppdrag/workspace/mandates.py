"""What a user names (files, folders, groups, `-`) in; the mandate files that it means out."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path, PurePath

from uppdrag.findings import UppdragError
from uppdrag.source import MAX_BYTES
from uppdrag.workspace.bounded import read_at_most, read_standard_input
from uppdrag.workspace.resources import MANDATES, Folder

STANDARD_INPUT = "-"
_SUFFIXES = (".yaml", ".yml")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
"""Names that Windows keeps for its devices."""
_PLANS = frozenset({"moten", "möten", unicodedata.normalize("NFD", "möten")})
"""A group's meeting plans lie in a folder of this name, one file a year: they are no mandates."""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True)
class MandateFile:
    """A mandate file: where it is, what messages call it, and what is made of it is called.

    `path` is None for standard input. `output` is `<group>/<date>`, in ASCII; a meeting plan's is
    `<group>/moten-<year>`.
    """

    path: Path | None
    name: str
    output: str

    @cached_property
    def is_plan(self) -> bool:
        """Tell whether the file is a group's meeting plan."""
        return len(self._steps) > 1 and self._steps[-2] in _PLANS

    @cached_property
    def date(self) -> str:
        """Return the name without suffix: a mandate's date, a meeting plan's year."""
        return unicodedata.normalize("NFC", self.path.stem) if self.path is not None else ""

    @cached_property
    def group(self) -> str:
        """Return the name of the group, which is its folder's.

        A file neither below `mandates/` nor named by its date is no revision of a group: it stands
        alone, whatever lies beside it.
        """
        if not self._folder or not (self.register or self.is_plan or _DAY.match(self.date)):
            return self.name
        return unicodedata.normalize("NFC", self._folder[-1])

    @cached_property
    def register(self) -> Path | None:
        """Return the folder `mandates/` that holds the folder of the group, if there is one."""
        above = self._folder[:-1]
        for count in range(len(above), 0, -1):
            if above[count - 1] == MANDATES:
                return Path(os.sep.join(above[:count]))
        return None

    @cached_property
    def _steps(self) -> list[str]:
        """Return the whole path, folder by folder; text, since there may be thousands of files."""
        return os.path.abspath(self.path).split(os.sep) if self.path is not None else []

    @property
    def _folder(self) -> list[str]:
        return self._steps[: -2 if self.is_plan else -1]

    def read(self) -> bytes:
        """Return the bytes of the file, of one that is too large just enough to see that it is.

        Raises `OSError`, and `UppdragError` where standard input has nothing that can be used.
        """
        if self.path is not None:
            return read_at_most(self.path, MAX_BYTES)
        return read_standard_input(MAX_BYTES)


def find_mandates(folder: Folder, named: Iterable[str]) -> tuple[MandateFile, ...]:
    """Return the files that the names mean, each once, in order; no names mean all mandates.

    Raises `UppdragError` when a name means nothing or a meeting plan, and `OSError` for a folder
    that is not to be read.
    """
    found = _find(folder, tuple(named), _PLANS)
    if plan := next((file for file in found if file.is_plan), None):
        message = f"{plan.name} är en mötesplan, ingen handling. Pröva den med uppdrag check."
        raise UppdragError(message)
    return found


def find_checked(folder: Folder, named: Iterable[str]) -> tuple[MandateFile, ...]:
    """Return the mandates that the names mean, and the meeting plans that lie beside them.

    Raises `UppdragError` when a name means nothing, and `OSError` for a folder that is not to be
    read.
    """
    return _find(folder, tuple(named), frozenset())


def _find(
    folder: Folder, names: tuple[str, ...], left_out: frozenset[str]
) -> tuple[MandateFile, ...]:
    paths: dict[str | None, MandateFile] = {}
    for name in names or (str(folder.mandates),):
        found = list(_named(folder, name, left_out, is_default=not names))
        if names and not found:
            message = f"{name} innehåller inga handlingar: inga filer slutar på .yaml."
            raise UppdragError(message)
        for path in found:
            # Not Path.resolve: a ring of links is a file that cannot be read, no reason to stop.
            key = os.path.realpath(path) if path is not None else None
            paths.setdefault(key, mandate_file(path))
    return tuple(paths.values())


def find_register(mandates: Path) -> tuple[MandateFile, ...]:
    """Return all mandates and meeting plans of a folder `mandates/`, to be seen beside others."""
    return tuple(map(mandate_file, _inside(mandates, frozenset())))


def groups(folder: Folder) -> tuple[str, ...]:
    """Return the names of the groups, which are the folders in `mandates/`."""
    if not folder.mandates.is_dir():
        return ()
    return tuple(sorted(entry.name for entry in folder.mandates.iterdir() if entry.is_dir()))


def is_mandate_name(path: PurePath) -> bool:
    """Tell whether a path from `mandates/` on names a mandate: no meeting plan, nothing hidden."""
    folders, name = path.parts[1:-1], path.name
    is_passed = any(part in _PLANS or part.startswith(".") for part in folders)
    return path.suffix.lower() in _SUFFIXES and not name.startswith(".") and not is_passed


def ascii_name(name: str) -> str:
    """Return a file or folder name in ASCII: å and ä as a, ö as o, what is left as hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii")
    plain = plain if len(plain) >= len(unicodedata.normalize("NFC", name)) // 2 else ""
    made = re.sub(r"-*[^A-Za-z0-9._-]+-*", "-", plain).strip(" .") or "handling"
    return f"{made}-" if _RESERVED.fullmatch(made) else made


def group_folder(name: str) -> str:
    """Return the name of a group's folder, in ASCII and small letters."""
    made = ascii_name(name.casefold().replace(" ", "-"))
    # A name that begins with a hyphen would be taken for an option.
    return re.sub(r"-{2,}", "-", made).lstrip("-.") or "ny-grupp"


def _named(
    folder: Folder, name: str, left_out: frozenset[str], *, is_default: bool
) -> Iterator[Path | None]:
    if name == STANDARD_INPUT:
        yield None
        return
    if not name:
        message = "En sökväg är tom. Ange en fil, en mapp eller en grupp."
        raise UppdragError(message)
    path = Path(name)
    if path.is_dir():
        yield from _inside(path, left_out)
    elif path.exists():
        yield path
    elif (group := folder.mandates / name).is_dir() and _is_plain(name.rstrip("/" + os.sep)):
        yield from _inside(group, left_out)
    elif is_default:
        message = (
            f"Mappen {MANDATES} finns inte här. Gå till en mapp som har den, ange en fil, eller "
            "skapa en handling med uppdrag new."
        )
        raise UppdragError(message)
    else:
        near = get_close_matches(name, groups(folder), n=1)
        advice = f"Menade du {near[0]}?" if near else "Ange en fil, en mapp eller en grupp."
        message = f"”{name}” finns inte, varken som fil, mapp eller grupp i {MANDATES}. {advice}"
        raise UppdragError(message)


def _is_plain(name: str) -> bool:
    """Tell whether a group's name stays inside the folder of the mandates."""
    return Path(name).name == name and name not in {".", ".."}


def _inside(folder: Path, left_out: frozenset[str]) -> Iterator[Path]:
    for at, folders, files in os.walk(folder, onerror=_refuse):
        folders[:] = sorted(n for n in folders if n not in left_out and not n.startswith("."))
        for name in sorted(files):
            if name.lower().endswith(_SUFFIXES) and not name.startswith("."):
                path = Path(at, name)
                if _may_read(path):
                    yield path


def _refuse(error: OSError) -> None:
    """Raise for a folder that cannot be read: what it holds would be passed by without a word."""
    if not isinstance(error, FileNotFoundError):
        raise error


def _may_read(path: Path) -> bool:
    """Tell whether a file is one, or a link to one, even a broken link: never a pipe or device."""
    return path.is_file() or (path.is_symlink() and not path.exists())


def mandate_file(path: Path | None) -> MandateFile:
    """Return the mandate file at a path, which need not be there; None is standard input."""
    if path is None:
        return MandateFile(None, "standard input", "handling/handling")
    absolute = os.path.abspath(path)
    here = os.path.join(os.getcwd(), "")
    shown = absolute.removeprefix(here) if absolute.startswith(here) else str(path)
    *folders, place, _ = absolute.split(os.sep)
    stem = ascii_name(path.stem)
    if place in _PLANS:
        place, stem = folders[-1], f"moten-{stem}"
    return MandateFile(path, shown.replace(os.sep, "/"), f"{ascii_name(place)}/{stem}")


def refuse_clashes(files: Iterable[MandateFile]) -> None:
    """Raise `UppdragError` when two files would be made into one."""
    made: dict[str, MandateFile] = {}
    for file in files:
        other = made.setdefault(file.output.casefold(), file)
        if other is not file:
            message = (
                f"{other.name} och {file.name} skulle bli samma fil ({file.output}). "
                "Byt namn på den ena."
            )
            raise UppdragError(message)
