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

_KEPT_OUT_OF_GIT = b"*\n"


class Cache:
    """Texts by key, both ASCII without line breaks, kept between runs."""

    def __init__(self, path: Path) -> None:
        """Use the file at `path`; one that cannot be read is as good as none."""
        self._path = path
        self._lines: dict[bytes, bytes] = {}
        with contextlib.suppress(OSError):
            # A pipe would be waited for.
            content = path.read_bytes() if path.is_file() else b""
            for line in content.splitlines():
                key, _, rest = line.partition(b" ")
                self._lines[key] = rest

    def find(self, keys: Iterable[str]) -> dict[str, str]:
        """Return what is kept under those of the keys that are known."""
        found = {}
        for name in keys:
            key = name.encode("ascii")
            line = self._lines.get(key)
            if line is not None and (text := _unsealed(key, line)) is not None:
                found[name] = text
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
        made = ((name.encode("ascii"), text) for name, text in values.items())
        kept |= {key: _sealed(key, text) for key, text in made}
        most = max(most, _AS_MANY_RUNS * len(kept))
        self._lines |= kept
        rows = list(self._lines.items())[-most:]
        with contextlib.suppress(OSError):
            write_whole(self._path, b"".join(b"%b %b\n" % row for row in rows))
            if not (ignore := self._path.with_name(".gitignore")).exists():
                write_whole(ignore, _KEPT_OUT_OF_GIT)


def _sealed(key: bytes, text: str) -> bytes:
    content = text.encode("ascii")
    return b"%b %b" % (_checksum(key, content), content)


def _unsealed(key: bytes, line: bytes) -> str | None:
    """Return the text, or None where it has been damaged or is another key's."""
    checksum, _, content = line.partition(b" ")
    is_whole = content.isascii() and checksum == _checksum(key, content)
    return content.decode("ascii") if is_whole else None


def _checksum(key: bytes, content: bytes) -> bytes:
    return b"%08x" % crc32(content, crc32(key))
