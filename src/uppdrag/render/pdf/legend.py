"""The marked runs of a document in; a note that explains their signs out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from uppdrag.compare.display import PILCROW
from uppdrag.document.tree import Inlines, Item, ListBlock, Mark, MarkKind, Note, Paragraph, Run
from uppdrag.render.pdf.signs import example

HEADING = "Så visas ändringarna i dokumentet"
EXPLANATION = (
    "Siffran i en hakparentes är ändringens nummer i listan. Ett streck i marginalen står vid det "
    "som är ändrat. Listan berättar varje ändring med ord. Lång text är avkortad i listan och står "
    "hel i dokumentet."
)

_EXAMPLES = (
    (Mark(MarkKind.INSERTED), "ny text", " tillagt"),
    (Mark(MarkKind.DELETED), "tidigare text", " borttaget"),
    (Mark(MarkKind.MOVED_AWAY), "text", " stod här förut"),
    (Mark(MarkKind.MOVED_HERE), "text", " står här nu"),
    (Mark(MarkKind.REFORMATTED, note="tidigare punkt"), "", "samma text i ny form"),
)


def legend(marked: Sequence[Run]) -> Note | None:
    """Return the note, with the signs that occur; None where nothing is marked."""
    items = tuple(_items(marked))
    if not items:
        return None
    heading = Paragraph((Run(HEADING, bold=True),))
    return Note((heading, ListBlock(items), Paragraph((Run(EXPLANATION),))))


def _items(marked: Sequence[Run]) -> Iterator[Item]:
    kinds = {run.mark.kind for run in marked if run.mark}
    for mark, text, meaning in _EXAMPLES:
        if mark.kind in kinds:
            yield _item(example(mark, text), meaning)
    if any(run.text == PILCROW for run in marked):
        yield _item((Run(PILCROW),), " här har ett stycke delats, eller slagits ihop med nästa")


def _item(shown: Inlines, meaning: str) -> Item:
    return Item((Paragraph((*shown, Run(meaning))),))
