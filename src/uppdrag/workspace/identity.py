"""A working folder in; bytes that change whenever the same content could be found otherwise out."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from uppdrag import __version__
from uppdrag.workspace.resources import Folder, shipped
from uppdrag.workspace.schemas import MANDATE
from uppdrag.workspace.settings import RULE_DATA


def identity(folder: Folder) -> bytes:
    """Return what the findings depend on beside a file's content.

    The program (its version, and size and time of each of its files, for one that is being
    worked on), Python, and the folder's own schema and rules' data.
    """
    own = b"".join(
        path.read_bytes() for name in (MANDATE, RULE_DATA) if (path := folder.own(name)) is not None
    )
    return b"\0".join((_program(), own))


@cache
def _program() -> bytes:
    package = Path(__file__).resolve().parents[1]
    files = [*package.rglob("*.py"), shipped() / MANDATE, shipped() / RULE_DATA]
    told = "\n".join(_told(sorted(files)))
    return f"{__version__}\n{sys.version}\n{told}".encode()


def _told(files: list[Path]) -> Iterator[str]:
    for path in files:
        status = path.stat()
        yield f"{path.name} {status.st_size} {status.st_mtime_ns}"
