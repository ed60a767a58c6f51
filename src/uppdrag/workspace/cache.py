"""Keys made of content in; what was found for the same content before, out.

The cache is one file of lines, the longest unused first: a key, a checksum, a text. It can be
deleted at any time. It takes the place of the old one in one step, so a run that is stopped leaves
it whole; a line that is not what was written is as good as missing.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from zlib import crc32

from uppdrag.workspace.writing import write_whole

_AS_MANY_RUNS = 4
"""So many times what one run asks for is kept, so that to try something and go back is quick."""

_CHECKSUM = 8
_KEPT_OUT_OF_GIT = b"*\n"


class Cache:
    """Texts by key, both ASCII without line breaks, kept between runs."""

    def __init__(self, path: Path) -> None:
        """Use the file at `path`; one that cannot be read is as good as none."""
        self._path = path
        self._lines: dict[bytes, bytes] = {}
        with contextlib.suppress(OSError):
            for line in path.read_bytes().splitlines():
                key, _, rest = line.partition(b" ")
                self._lines[key] = rest

    def find(self, keys: Iterable[str]) -> dict[str, str]:
        """Return what is kept under those of the keys that are known."""
        found = {}
        for key in keys:
            line = self._lines.get(key.encode("ascii"))
            if line is not None and (text := _unsealed(line)) is not None:
                found[key] = text
        return found

    def keep(self, values: Mapping[str, str], used: Iterable[str]) -> None:
        """Keep the values; of all others, those that were used are forgotten last."""
        if not values:
            return
        most = len(self._lines)
        kept = {
            key: self._lines.pop(key)
            for key in (name.encode("ascii") for name in used)
            if key in self._lines
        }
        kept |= {key.encode("ascii"): _sealed(text) for key, text in values.items()}
        most = max(most, _AS_MANY_RUNS * len(kept))
        self._lines |= kept
        rows = list(self._lines.items())[-most:]
        with contextlib.suppress(OSError):
            write_whole(self._path, b"".join(b"%b %b\n" % row for row in rows))
            if not (ignore := self._path.with_name(".gitignore")).exists():
                write_whole(ignore, _KEPT_OUT_OF_GIT)


def _sealed(text: str) -> bytes:
    content = text.encode("ascii")
    return b"%0*x %b" % (_CHECKSUM, crc32(content), content)


def _unsealed(line: bytes) -> str | None:
    """Return the text, or None where it has been damaged."""
    content = line[_CHECKSUM + 1 :]
    is_whole = content.isascii() and line[:_CHECKSUM] == b"%0*x" % (_CHECKSUM, crc32(content))
    return content.decode("ascii") if is_whole else None
