"""A template's folder in; a private folder with a copy of it, where the data is laid, out.

Typst remembers what it has laid out as long as nothing that it asked for has changed. Data given as
inputs on the command line is part of the standard library to it, so each document would begin from
nothing; data in a file beside the template is not. And the template's own folder is never written
to: it may be installed where nobody may write.
"""

from __future__ import annotations

import shutil
import tempfile
import weakref
from pathlib import Path

from uppdrag.render.pdf.error import RenderError

DOCUMENT = "handling.json"
THEME = "tema.json"
LOGO = "logotyp.json"

_COPIED = frozenset(
    {".typ", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".json", ".csv", ".toml", ".txt"}
)
_LARGEST = 20 * 1024 * 1024


class Workshop:
    """A folder to compile in, gone with its owner; `place` is where it is made, or None."""

    def __init__(self, template: Path, place: Path | None = None) -> None:
        self._root = Path(tempfile.mkdtemp(prefix="uppdrag-", dir=place))
        weakref.finalize(self, shutil.rmtree, self._root, ignore_errors=True)
        self.template = self._root / template.name
        size = 0
        for path in sorted(template.parent.rglob("*")):
            if path.suffix.lower() not in _COPIED or not path.is_file():
                continue
            size += path.stat().st_size
            if size > _LARGEST:
                raise RenderError(
                    f"{template.parent.name}/: mallens filer är större än 20 MB tillsammans. "
                    "Flytta det som mallen för PDF inte använder."
                )
            copy = self._root / path.relative_to(template.parent)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, copy)

    @property
    def root(self) -> Path:
        """Return the folder that the template may read."""
        return self._root

    def append(self, markup: str) -> None:
        """Add markup of our own after the template's last line."""
        with self.template.open("a", encoding="utf-8", newline="\n") as file:
            file.write(f"\n{markup}")

    def lay(self, name: str, content: str) -> None:
        """Write a file of data beside the template."""
        (self._root / name).write_text(content, encoding="utf-8", newline="\n")
