"""The bytes of a Word file in; its blocks in reading order, and what stands beside them, out."""

from __future__ import annotations

from uppdrag.importing.word.file import Changes, WordFile


def read_word(data: bytes, name: str, changes: Changes) -> WordFile:
    """Return what a Word file says. Raises `UppdragError` for one that cannot or may not be read."""
    raise NotImplementedError(name, changes, len(data))
