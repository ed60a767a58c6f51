"""The displayed document of a comparison in; its sections and how many changes each has out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from uppdrag.compare.marked import new_runs
from uppdrag.document.text import inline_text
from uppdrag.document.tree import Document, Heading
from uppdrag.render.html.inlines import shown
from uppdrag.render.html.outline import Entry
from uppdrag.render.html.revision_nodes import CAME, GONE, MOVED_AWAY, runs, standing

HEAD = "Dokumentets huvud"
SECTION_LEVEL = 2


@dataclass(frozen=True, slots=True)
class Section:
    """A section: the id of its place, its heading, what became of it whole, and its changes."""

    id: str
    text: str
    became: str
    changes: int


def sections(document: Document, outline: Sequence[Entry], start: str) -> tuple[Section, ...]:
    """Return the sections; what stands before the first has the id `start`.

    A change is counted where its first mark is.
    """
    entries = iter(outline)
    found = [Section(start, HEAD, "", 0)]
    numbers: list[set[int]] = [set()]
    seen: set[int] = set()
    for block in document.blocks:
        if isinstance(block, Heading):
            entry = next(entries)
            if block.level == SECTION_LEVEL:
                found.append(_section(block, entry))
                numbers.append(set())
        marks = (run.mark for run in runs(block))
        numbers[-1].update(mark.change for mark in marks if mark and mark.change not in seen)
        seen |= numbers[-1]
    return tuple(_counted(found, numbers))


def _section(heading: Heading, entry: Entry) -> Section:
    became = standing(heading.inlines)
    is_gone = became in {GONE, MOVED_AWAY}
    words = inline_text(heading.inlines if is_gone else new_runs(heading.inlines))
    status = "borttaget" if became == GONE else "nytt" if became == CAME else ""
    return Section(entry.id, shown(words), status, 0)


def _counted(found: Iterable[Section], numbers: Iterable[set[int]]) -> Iterable[Section]:
    for section, changes in zip(found, numbers, strict=True):
        yield Section(section.id, section.text, section.became, len(changes))
