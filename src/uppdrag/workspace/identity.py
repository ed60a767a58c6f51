"""A working folder in; bytes that change whenever the same content could be found otherwise out."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import click

from uppdrag import __version__
from uppdrag.workspace.resources import Folder, shipped
from uppdrag.workspace.schemas import MANDATE
from uppdrag.workspace.settings import RULE_DATA


def identity(folder: Folder) -> bytes:
    """Return what the findings depend on beside a file's content.

    The program and its own schemas and data (its version, and size and time of each file, for one
    that is being worked on), Python, the installed libraries, and the folder's own schema and
    rules' data. Raises `OSError`.
    """
    own = (
        hashlib.sha256(path.read_bytes() if (path := folder.own(name)) is not None else b"")
        for name in (MANDATE, RULE_DATA)
    )
    return b"".join((_program(), *(made.digest() for made in own)))


@cache
def _program() -> bytes:
    package = Path(__file__).resolve().parents[1]
    data = (shipped() / name for name in ("schemas", "data"))
    told = (line for place in (package, *data) for line in _told(place))
    return "\n".join((__version__, sys.version, _libraries(), *told)).encode()


def _libraries() -> str:
    """Return when a library was last added or replaced beside one that there always is."""
    return str(Path(click.__file__).parents[1].stat().st_mtime_ns)


def _told(place: Path) -> Iterator[str]:
    """Yield a line for each file of a folder that the program is made of."""
    for path in sorted(place.rglob("*.*")):
        if path.suffix in {".py", ".json", ".yaml"}:
            status = path.stat()
            yield f"{path.relative_to(place).as_posix()} {status.st_size} {status.st_mtime_ns}"
