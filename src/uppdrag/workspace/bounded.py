"""A path or standard input in; its bytes out, never many more than are wanted.

What is read may be a file of any size, or a device that never ends.
"""

from __future__ import annotations

import sys
from pathlib import Path

from uppdrag.findings import UppdragError


def read_at_most(path: Path, limit: int) -> bytes:
    """Return a file's bytes; `limit` and one more of one that is larger. Raises `OSError`."""
    with path.open("rb") as file:
        return file.read(limit + 1)


def read_standard_input(limit: int) -> bytes:
    """Return all of standard input. Raises `UppdragError` when it is closed or larger."""
    if sys.stdin is None:
        message = "Standard input är stängd. Ange en fil i stället för bindestrecket."
        raise UppdragError(message)
    data = sys.stdin.buffer.read(limit + 1)
    if len(data) > limit:
        message = f"Standard input är för stor: högst {limit // 1024} KiB kan läsas."
        raise UppdragError(message)
    return data
