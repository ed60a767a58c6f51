"""Paragraphs that stand in lists in; lists of the document tree, nested as they are, out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from uppdrag.compare.line import joined
from uppdrag.document.tree import Inlines, Item, ListBlock, Paragraph, Run
from uppdrag.importing.word.file import WordParagraph
from uppdrag.render.docx.styles import BULLETS, MORE, NUMBERS, Style

_LEVELS = {style: at for styles in (BULLETS, NUMBERS, MORE) for at, style in enumerate(styles)}


def is_listed(one: WordParagraph) -> bool:
    """Tell whether a paragraph stands in a list: with a marker, or going on under one."""
    return (one.item is not None or one.style in _LEVELS) and one.heading is None


@dataclass(slots=True)
class _Open:
    """A list that is being read: its kind, which numbering it counts in, its items so far."""

    ordered: bool
    list_id: str
    start: int
    items: list[list[Paragraph | _Open]] = field(default_factory=list)

    def closed(self) -> ListBlock:
        """Return the list as it stands in the tree."""
        items = tuple(
            Item(tuple(b.closed() if isinstance(b, _Open) else b for b in item))
            for item in self.items
        )
        return ListBlock(items, self.ordered, self.start)


def lists_of(lines: Sequence[WordParagraph]) -> Iterator[Paragraph | ListBlock]:
    """Yield the lists, and the paragraphs that stand in none of them, in their order.

    A line with a space of its own after it, more than the others have, ends its list: our writer
    gives that to the last one.
    """
    levels: list[_Open] = []
    # In a remark every point has a space of its own.
    afters = [line.after or 0 for line in lines if line.item and line.style == Style.NOTE]
    usual = min(afters) if len(afters) > 1 else 0
    for line in lines:
        if not _stands_in(line, levels):
            if levels:
                yield levels[0].closed()
            levels = []
        if line.item is None and not levels:
            if line.text.strip(" \t\n"):
                yield Paragraph(said(line))
        else:
            _add(levels, line)
        if levels and (line.after or 0) > usual:
            yield levels[0].closed()
            levels = []
    if levels:
        yield levels[0].closed()


def _depth(line: WordParagraph) -> int:
    if line.item is not None:
        return line.item.depth
    style = next((style for style in _LEVELS if style == line.style), None)
    return _LEVELS[style] if style is not None else -1


def _stands_in(line: WordParagraph, levels: Sequence[_Open]) -> bool:
    """Tell whether a line belongs to the list that is open."""
    if line.item is None:
        is_tabbed = line.style == Style.NOTE and line.text.startswith("\t")
        return bool(levels) and (is_tabbed or line.style in _LEVELS)
    return not levels or line.item.depth > 0 or _is_same(levels[0], line)


def _is_same(one: _Open, line: WordParagraph) -> bool:
    place = line.item
    if place is None or one.ordered != (place.number is not None):
        return False
    return not one.ordered or one.list_id == place.list_id


def _add(levels: list[_Open], line: WordParagraph) -> None:
    text = said(line)
    blocks: list[Paragraph | _Open] = [Paragraph(text)] if text else []
    if line.item is None:
        depth = _depth(line)
        if 0 <= depth < len(levels):
            del levels[depth + 1 :]
        levels[-1].items[-1].extend(blocks)
        return
    depth = line.item.depth
    del levels[depth + 1 :]
    if depth < len(levels) and not _is_same(levels[depth], line):
        del levels[depth:]
    while len(levels) <= depth:
        opened = _open(line)
        if levels:
            if not levels[-1].items:
                levels[-1].items.append([])
            levels[-1].items[-1].append(opened)
        levels.append(opened)
    levels[depth].items.append(blocks)


def _open(line: WordParagraph) -> _Open:
    place = line.item
    number = None if place is None else place.number
    list_id = "" if place is None else place.list_id
    return _Open(number is not None, list_id, 1 if number is None else number)


def said(line: WordParagraph) -> Inlines:
    """Return the words of a line of a list, without the tab that brings them to their place."""
    runs = list(line.runs)
    if runs and line.style == Style.NOTE and runs[0].text.startswith("\t"):
        runs[0] = Run(runs[0].text[1:], runs[0].bold, runs[0].italic, runs[0].target)
    return joined(Run(r.text.replace("\n", " "), r.bold, r.italic, r.target) for r in runs)
