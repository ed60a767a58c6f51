"""Drawn files and the place that a person named in; files on the disk, all or none made first."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from uppdrag.findings import UppdragError
from uppdrag.workspace.writing import write_whole

if TYPE_CHECKING:
    from uppdrag.workspace.drawing import Drawn
    from uppdrag.workspace.mandates import MandateFile

_SOURCES = {".yaml", ".yml"}


def deliver(drawn: Sequence[Drawn], output: str, compared: Iterable[MandateFile]) -> list[Path]:
    """Write the files, each whole, and return where: `output` is a file, or a folder for them.

    Raises `UppdragError`, with nothing written, when a file would take the place of one that was
    compared, or of any YAML file; and `OSError` when a place cannot be written.
    """
    paths = [_place(item, output, len(drawn)) for item in drawn]
    known = [file.path for file in compared if file.path is not None]
    for path in paths:
        refuse_source(path)
        if any(_is_same(path, other) for other in known):
            message = f"{path.as_posix()} är en av filerna som jämförs. Välj ett annat namn med -o."
            raise UppdragError(message)
    for path, item in zip(paths, drawn, strict=True):
        write_whole(path, item.content)
    return paths


def refuse_source(path: Path) -> None:
    """Raise `UppdragError` for the name of a YAML file: what is shown is no mandate."""
    if path.suffix.lower() in _SOURCES:
        message = (
            f"{path.as_posix()} är namnet på en handling eller inställning. Välj ett namn som "
            f"slutar på formatet, till exempel {path.with_suffix('.html').name}."
        )
        raise UppdragError(message)


def is_folder(output: str) -> bool:
    """Tell whether a person means a folder: it is there, or its name ends with a slash."""
    return output.endswith(("/", os.sep)) or Path(output).is_dir()


def _place(item: Drawn, output: str, count: int) -> Path:
    if is_folder(output):
        return Path(output, item.name)
    if count > 1:
        message = (
            f"Det blir {count} filer, en för varje handling. Ange en mapp efter -o, till exempel "
            "-o andringar/."
        )
        raise UppdragError(message)
    return Path(output)


def _is_same(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except OSError:
        return False
