"""The bytes of a Word file in; what it says, its blocks, or the mandate that it holds out.

`read_word` → `WordFile` → `word_blocks` → `import_word`, which does it all.
"""

from uppdrag.importing.tracked import Changes
from uppdrag.importing.word.blocks import word_blocks
from uppdrag.importing.word.file import (
    Aside,
    AsideKind,
    Fate,
    ListPlace,
    WordBlock,
    WordComment,
    WordFile,
    WordNote,
    WordParagraph,
    WordProperties,
    WordTable,
)
from uppdrag.importing.word.mandate import import_word
from uppdrag.importing.word.read import read_word

__all__ = [
    "Aside",
    "AsideKind",
    "Changes",
    "Fate",
    "ListPlace",
    "WordBlock",
    "WordComment",
    "WordFile",
    "WordNote",
    "WordParagraph",
    "WordProperties",
    "WordTable",
    "import_word",
    "read_word",
    "word_blocks",
]
