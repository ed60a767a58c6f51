"""Bytes and a path in; a file that is whole, or was never touched, out."""

from __future__ import annotations

import contextlib
import os
import stat
import time
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

_SHORT = 0xFFFFFF
"""So much of the clock tells the neighbours of one process apart; the name stays short."""


def write_safe(path: Path, content: bytes) -> None:
    """Write what a person has made so that not even a power cut loses it: whole, and on the disk.

    Raises `OSError` as `write_whole` does.
    """
    _write(path, content, lambda stream: os.fsync(stream.fileno()))


def write_whole(path: Path, content: bytes) -> None:
    """Write a file that can be made again, by way of a neighbour that takes its place in one step.

    Folders on the way are made. Raises `OSError`, and leaves no trace, when the place cannot be
    written: on Windows also when another program has the file open.
    """
    _write(path, content, lambda _: None)


def _write(path: Path, content: bytes, settle: Callable[[BinaryIO], None]) -> None:
    if _is_written_through(path):
        path.write_bytes(content)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    # Named before it is there: whatever stops the program, and whenever, it can be taken away.
    temporary = path.with_name(f".{path.name}.{os.getpid():x}{time.monotonic_ns() & _SHORT:x}.del")
    try:
        with open(temporary, "xb", opener=_for_its_owner) as stream:
            stream.write(content)
            stream.flush()
            settle(stream)
        temporary.chmod(_mode(path))
        temporary.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            temporary.unlink()
        # A full disk is refused to an open file, which goes by no name.
        if error.filename in {None, str(temporary)}:
            error.filename = str(path)
        raise
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


def _is_written_through(path: Path) -> bool:
    """Tell whether a path is a device or a pipe, which is written to and never replaced."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def _for_its_owner(path: str, flags: int) -> int:
    """Open a new file that nobody else can read until it takes the other's place."""
    return os.open(path, flags, 0o600)


def _mode(path: Path) -> int:
    """Return the permissions of the file that is replaced; of a new one, those it gets here.

    A temporary file is its owner's alone.
    """
    try:
        return stat.S_IMODE(path.stat().st_mode)
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
