"""The bytes of a Word file in; the mandate that it holds, and the notes about reading it, out."""

from __future__ import annotations

from uppdrag.importing.note import Imported
from uppdrag.importing.word.blocks import word_blocks
from uppdrag.importing.word.file import Changes
from uppdrag.importing.word.read import read_word


def import_word(data: bytes, name: str, changes: Changes) -> Imported:
    """Return the mandate that a Word file holds. Raises `UppdragError` as `read_word` does."""
    word_blocks(read_word(data, name, changes))
    raise NotImplementedError
