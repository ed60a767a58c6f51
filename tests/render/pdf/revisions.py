"""Short ways to compare two document trees in a test."""

from collections.abc import Iterable

from tests.render.pdf.trees import METADATA

from uppdrag.compare import Comparison, Side, compare
from uppdrag.compare.changes.listing import changes_of
from uppdrag.document.tree import Block, Document
from uppdrag.model import read

OLD_NAME = "2030-05-17.yaml"
NEW_NAME = "2031-05-17.yaml"

_HANDLING = read(
    {"format": "1", "typ": "samordningsråd", "titel": METADATA.title, "status": "utkast"}
)


def compared(old: Iterable[Block], new: Iterable[Block]) -> Comparison:
    """Return what became of some blocks."""
    was, now = Document(METADATA, tuple(old)), Document(METADATA, tuple(new))
    marked = compare(was, now)
    return Comparison(
        Side(OLD_NAME, _HANDLING, was),
        Side(NEW_NAME, _HANDLING, now),
        marked,
        changes_of(marked),
    )
