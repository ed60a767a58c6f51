"""A Word file's blocks in; the blocks that the import builds a mandate of out."""

from __future__ import annotations

from uppdrag.importing.block import Blocks
from uppdrag.importing.word.file import WordFile


def word_blocks(file: WordFile) -> Blocks:
    """Return passages, lists and tables in reading order, those that are headings marked so."""
    raise NotImplementedError(file.name)
