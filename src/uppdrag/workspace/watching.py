"""A way to name files in; a moment each time that one of them is changed, made or taken away."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

SECONDS_BETWEEN = 0.4


def changes(
    named: Callable[[], Iterable[Path]], wait: Callable[[float], None] = time.sleep
) -> Iterator[None]:
    """Yield at once, and then whenever the files differ from what they were.

    The files are looked at, not listened for: that works on every system and on network drives.
    Two looks in a row must agree, so that a file is not read while it is being written.
    """
    before: frozenset[tuple[str, int, int]] | None = None
    while True:
        now = _looked_at(named())
        if now != before:
            wait(SECONDS_BETWEEN / 4)
            while (again := _looked_at(named())) != now:
                now = again
                wait(SECONDS_BETWEEN / 4)
            before = now
            yield
        wait(SECONDS_BETWEEN)


def _looked_at(paths: Iterable[Path]) -> frozenset[tuple[str, int, int]]:
    found = set()
    for path in paths:
        try:
            status = path.stat()
        except OSError:
            continue
        found.add((str(path), status.st_mtime_ns, status.st_size))
    return frozenset(found)
