"""A comparison in; the new document with its changes marked out, as markup.

It is written as any document is, with a class on each element that came, went, moved or changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from uppdrag.document.tree import Block, Document, Heading, Item, ListBlock, Row, Run
from uppdrag.render.html.body import Blocks, Node
from uppdrag.render.html.outline import Entry
from uppdrag.render.html.revision_folding import ITEMS, PASSAGES, ROWS, Folding, folding, gap_words
from uppdrag.render.html.revision_marks import Marks
from uppdrag.render.html.revision_nodes import goes_on, is_counted, node_standing, parts


def marked_body(document: Document, outline: Sequence[Entry], marks: Marks) -> str:
    """Return the markup of a document whose runs have marks."""
    writer = _MarkedBlocks(marks, folding(document))
    return "\n".join(writer.lines(document, outline))


class _MarkedBlocks(Blocks):
    def __init__(self, marks: Marks, folded: Folding) -> None:
        self.marks = marks
        self.folded = folded

    def inlines(self, runs: Iterable[Run]) -> str:
        return self.marks.inlines(runs)

    def attributes(self, node: Node, *classes: str) -> str:
        level = (f"level-{node.level}",) if isinstance(node, Heading) else ()
        # What stands in a container says for itself what became of it.
        became = "" if parts(node) and not isinstance(node, Item) else node_standing(node)
        far = "far" if id(node) in self.folded.far else ""
        return super().attributes(node, *filter(None, (*level, *classes, became, far)))

    def before(self, node: Block | Item | Row) -> Iterator[str]:
        count = self.folded.gaps.get(id(node))
        if not count:
            return
        match node:
            case Item():
                yield f'<li class="gap">{gap_words(count, ITEMS)}</li>'
            case Row():
                words = gap_words(count, ROWS)
                yield f'<tr class="gap"><td colspan="{len(node.cells)}">{words}</td></tr>'
            case _:
                yield f'<p class="gap">{gap_words(count, PASSAGES)}</p>'

    def item_tags(self, block: ListBlock) -> Iterator[str]:
        """Yield the tags; a number is that of the new document, and what is gone has none."""
        number = block.start
        for at, item in enumerate(block.items):
            if goes_on(block, at):
                yield f"<li{self.attributes(item, 'rest')}>"
            elif not is_counted(item):
                yield f"<li{self.attributes(item, 'uncounted')}>"
            elif block.ordered:
                yield f'<li value="{number}"{self.attributes(item)}>'
                number += 1
            else:
                yield f"<li{self.attributes(item)}>"
