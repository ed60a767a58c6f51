"""The name of a schema or template in; the file to use out: the folder's own, else the shipped."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from uppdrag.source.characters import composed

MANDATES = "mandates"
"""The folder that holds the mandates, `mandates/<group>/<date>.yaml`."""


@cache
def shipped() -> Path:
    """Return the folder with the `schemas/` and `templates/` that came with the program.

    They stand inside the installed package; in a checkout of the project, at its top.
    """
    package = Path(__file__).resolve().parents[1]
    return package if (package / "schemas").is_dir() else package.parents[1]


@dataclass(frozen=True, slots=True)
class Folder:
    """A working folder: its mandates, and perhaps schemas and templates of its own."""

    root: Path

    @property
    def mandates(self) -> Path:
        """Return where the mandates are."""
        return self.root / MANDATES

    def resource(self, relative: str) -> Path:
        """Return the folder's own file of that name where there is one, else the shipped one."""
        own = self.root / relative
        return own if own.is_file() else shipped() / relative

    def own(self, relative: str) -> Path | None:
        """Return the folder's own file of that name, when it has one and it is not the shipped."""
        own = self.root / relative
        return own if own.is_file() and own.resolve() != shipped() / relative else None

    def relative(self, path: Path) -> str | None:
        """Return a path from the folder on, with slashes and in NFC; None for one outside it.

        A link that is a file goes by its own name, not by that of what it leads to.
        """
        place = Path(os.path.realpath(path.parent), path.name)
        inside = self.root in place.parents
        return composed(place.relative_to(self.root).as_posix()) if inside else None


def find_folder(start: Path) -> Folder:
    """Return the working folder: the nearest one upwards with `mandates/`, else `start` itself."""
    start = start.resolve()
    for candidate in (start, *start.parents):
        if (candidate / MANDATES).is_dir():
            return Folder(candidate)
        if candidate.name == MANDATES:
            return Folder(candidate.parent)
    return Folder(start)
