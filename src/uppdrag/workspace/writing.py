"""Bytes and a path in; a file that is whole, or was never touched, out."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO


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
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = _neighbour(path)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            settle(stream)
        Path(temporary).chmod(_mode(path))
        Path(temporary).replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            Path(temporary).unlink()
        # A full disk is refused to an open file, which goes by no name.
        if error.filename in {None, temporary}:
            error.filename = str(path)
        raise
    except BaseException:
        with contextlib.suppress(OSError):
            Path(temporary).unlink()
        raise


def _neighbour(path: Path) -> tuple[int, str]:
    """Return a new file in the same folder, open; what is refused is refused to the path itself."""
    try:
        return tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".del")
    except OSError as error:
        error.filename = str(path)
        raise


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
