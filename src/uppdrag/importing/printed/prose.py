"""Paragraphs, lists and tables of a tree in; running text that reads back as them out."""

from __future__ import annotations

from collections.abc import Sequence

from uppdrag.document.tree import Block
from uppdrag.model import Prosa
from uppdrag.model.dump import fold
from uppdrag.render.markdown import running_text


def prose(blocks: Sequence[Block]) -> Prosa:
    """Return the running text, folded as a file holds it."""
    return Prosa(fold(running_text(blocks)))
