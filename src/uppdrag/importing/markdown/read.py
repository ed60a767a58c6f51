"""The text of a Markdown file in; what it shows, its head and decision told apart, out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it import MarkdownIt

from uppdrag.document.tree import Heading
from uppdrag.importing.alike import alike_blocks
from uppdrag.importing.lines import FIXED_HYPHEN, SOFT_HYPHEN
from uppdrag.importing.markdown.tokens import Cursor, Found
from uppdrag.importing.page import Maker, Page, Told
from uppdrag.source.characters import normalised

DEEPEST = 3
"""Levels of headings that this program writes."""

_HEADING = re.compile(r"^#{1,6} +\S", re.MULTILINE)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_FOREIGN = frozenset({"html_block", "fence", "code_block", "hr"})
_HIDDEN = "Kommentarer i filen (<!-- … -->) syns inte och är inte med i handlingen."


def is_markdown(text: str, name: str) -> bool:
    """Tell whether a text is Markdown: by a heading with number signs, where no name denies it."""
    lowered = name.casefold()
    if lowered.endswith((".md", ".markdown")):
        return True
    return not lowered.endswith(".txt") and _HEADING.search(text) is not None


def read_markdown(text: str, name: str) -> Page:
    """Return what the text shows."""
    clean = text.removeprefix("\ufeff").replace(SOFT_HYPHEN, "").replace(FIXED_HYPHEN, "-")
    shown = _COMMENT.sub("", clean)
    parser = MarkdownIt("commonmark", {"maxNesting": 60}).enable("table")
    tokens = parser.parse("\n".join(map(normalised, shown.splitlines())))
    found = list(Cursor(tokens, name).blocks())
    told = (Told(_HIDDEN),) if shown != clean else ()
    alike = not any(token.type in _FOREIGN for token in tokens) and _is_headed_alike(found)
    maker = Maker.ALIKE if alike else Maker.OTHER
    return Page(tuple(alike_blocks(found)), told, maker)


def _is_headed_alike(found: Sequence[Found]) -> bool:
    levels = [block.level for block in found if isinstance(block, Heading)]
    return levels.count(1) == 1 and max(levels) <= DEEPEST
