"""A document tree in; its running text, section by section and paragraph by paragraph, out.

Running text is what someone has written in sentences: paragraphs and list items. Headings, run-in
labels, tables, facts, the decision, the recipients, and words that the program composes are not,
nor is a note about the document itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from uppdrag.document.text import inline_text
from uppdrag.document.tree import Block, Document, Heading, Inlines, ListBlock, Paragraph
from uppdrag.document.written import places
from uppdrag.source import NodePath, Range, Scalar, Source

_RECIPIENTS = "sändlista"
_SECTION_LEVEL = 2


@dataclass(frozen=True, slots=True)
class Stretch:
    """One paragraph or list item: its words, and the runs that know where they were written."""

    text: str
    runs: Inlines

    @property
    def path(self) -> NodePath:
        """Return the path of the YAML value that the words stand in."""
        return self.runs[0].origin.path

    def range(self, source: Source, start: int, end: int) -> Range:
        """Return where in the file the characters from start up to end are written."""
        node = source.node(self.path)
        raw = node.text if isinstance(node, Scalar) else ""
        written = [place for run in self.runs for place in places(raw, run)]
        return source.locate(self.path, written[start][0], written[end - 1][1])


@dataclass(frozen=True, slots=True)
class RunningText:
    """The running text of a section; `heading` is empty where none is printed."""

    key: str
    heading: str
    stretches: tuple[Stretch, ...]


def running_text(document: Document) -> tuple[RunningText, ...]:
    """Return the running text of each section that has any, in the order of the document."""
    headings: dict[str, str] = {}
    stretches: dict[str, list[Stretch]] = {}
    for block in document.blocks:
        if isinstance(block, Heading) and block.level == _SECTION_LEVEL:
            headings.setdefault(str(block.origin.path[0]), inline_text(block.inlines))
        for stretch in _stretches((block,)):
            stretches.setdefault(str(stretch.path[0]), []).append(stretch)
    stretches.pop(_RECIPIENTS, None)
    return tuple(
        RunningText(key, headings.get(key, ""), tuple(found)) for key, found in stretches.items()
    )


def _stretches(blocks: Iterable[Block]) -> Iterator[Stretch]:
    for block in blocks:
        match block:
            case Paragraph():
                # Labels and composed words come from no characters of the file.
                runs = tuple(run for run in block.inlines if run.origin.end is not None)
                if runs:
                    yield Stretch(inline_text(runs), runs)
            case ListBlock():
                for item in block.items:
                    yield from _stretches(item.blocks)
            case _:
                continue
