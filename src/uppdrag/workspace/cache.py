"""Keys made of content in; what was found for the same content before, out.

The cache is one SQLite file. It can be deleted at any time; it is written in one transaction, so a
run that is stopped leaves it as it was; whatever is wrong with it only makes it empty.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

_TABLE = "CREATE TABLE IF NOT EXISTS seen (key BLOB PRIMARY KEY, value TEXT, day INTEGER)"
_DAYS_KEPT = 60
_DAYS_UNTOUCHED = 7
_SECONDS_WAITED = 2
_ALL_OF_IT = "*\n"


class Cache:
    """Text by key, kept between runs."""

    def __init__(self, path: Path, day: int) -> None:
        """Use the file at `path`; `day` counts days and tells what has long been unused."""
        self._path = path
        self._day = day

    def read(self, keys: Iterable[bytes]) -> dict[bytes, str]:
        """Return what is kept under those of the keys that are known."""
        found: dict[bytes, str] = {}

        def look_up(database: sqlite3.Connection) -> None:
            for key in keys:
                row = database.execute("SELECT value FROM seen WHERE key = ?", (key,)).fetchone()
                if row is not None:
                    found[key] = row[0]

        if self._path.is_file():
            self._use(look_up)
        return found

    def write(self, values: Mapping[bytes, str], used: Iterable[bytes]) -> None:
        """Keep the values; take note that the others were used, and forget what long was not."""
        if not values:
            return
        touched = [(self._day, key, self._day - _DAYS_UNTOUCHED) for key in used]

        def keep(database: sqlite3.Connection) -> None:
            rows = [(key, value, self._day) for key, value in values.items()]
            database.executemany("INSERT OR REPLACE INTO seen VALUES (?, ?, ?)", rows)
            database.executemany("UPDATE seen SET day = ? WHERE key = ? AND day < ?", touched)
            database.execute("DELETE FROM seen WHERE day < ?", (self._day - _DAYS_KEPT,))

        with contextlib.suppress(OSError):
            self._make_folder()
            self._use(keep)

    def _use(self, work: Callable[[sqlite3.Connection], None]) -> None:
        """Work in one transaction; a file that is no sound database is taken away."""
        try:
            with contextlib.closing(sqlite3.connect(self._path, timeout=_SECONDS_WAITED)) as opened:
                opened.execute(_TABLE)
                with opened:
                    work(opened)
        except sqlite3.OperationalError:
            return  # locked by another run, or the disk is full: nothing is kept this time
        except sqlite3.DatabaseError:
            with contextlib.suppress(OSError):
                self._path.unlink()

    def _make_folder(self) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        ignore = self._path.parent / ".gitignore"
        if not ignore.exists():
            ignore.write_text(_ALL_OF_IT, encoding="utf-8", newline="\n")
