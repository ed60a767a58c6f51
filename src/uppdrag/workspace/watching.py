"""A way to name files in; a moment each time that one of them is changed, made or taken away."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from uppdrag.findings import UppdragError
from uppdrag.workspace.baseline import baseline_path
from uppdrag.workspace.mandates import find_checked
from uppdrag.workspace.resources import find_folder
from uppdrag.workspace.schemas import MANDATE
from uppdrag.workspace.settings import RULE_DATA, SETTINGS, load_settings

SECONDS_BETWEEN = 0.4
_MOST_LOOKS = 20
"""A file that is written on and on is read all the same, after two seconds."""


def watched(start: Path, named: Sequence[str]) -> Iterator[Path]:
    """Yield the files that a check of the names reads, as far as they are there.

    Whatever else is wrong is for the check to tell.
    """
    folder = find_folder(start)
    yield from (folder.root / name for name in (SETTINGS, RULE_DATA, MANDATE))
    try:
        yield from (file.path for file in find_checked(folder, named) if file.path is not None)
        yield baseline_path(folder, load_settings(folder).baseline)
    except (UppdragError, OSError):
        return


def changes(
    named: Callable[[], Iterable[Path]], wait: Callable[[float], None] = time.sleep
) -> Iterator[None]:
    """Yield at once, and then whenever the files differ from what they were.

    The files are looked at, not listened for: that works on every system and on network drives.
    Two looks in a row must agree, so that a file is not read while it is being written.
    """
    before: frozenset[_Look] | None = None
    while True:
        now = _looked_at(named())
        if now != before:
            for _ in range(_MOST_LOOKS):
                wait(SECONDS_BETWEEN / 4)
                earlier, now = now, _looked_at(named())
                if now == earlier:
                    break
            before = now
            yield
        wait(SECONDS_BETWEEN)


_Look = tuple[str, int, int, int]


def _looked_at(paths: Iterable[Path]) -> frozenset[_Look]:
    """Return which files there are, each with what changes when it does."""
    found = set()
    for path in paths:
        try:
            status = path.stat()
        except OSError:
            continue
        found.add((str(path), status.st_ino, status.st_mtime_ns, status.st_size))
    return frozenset(found)
