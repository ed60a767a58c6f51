"""The elements of a page's main part in; blocks of the document tree, in reading order, out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from uppdrag.document.text import inline_text
from uppdrag.document.tree import (
    Block,
    Fact,
    Facts,
    Heading,
    Inlines,
    Item,
    Letterhead,
    ListBlock,
    Note,
    Origin,
    Paragraph,
    Role,
    Row,
    Run,
    Signature,
    Table,
)
from uppdrag.importing.html.element import ACTING, Child, Element
from uppdrag.importing.html.inlines import cut_at_breaks, folded, inlines
from uppdrag.importing.html.own import level_of, path_of
from uppdrag.importing.page import Maker

MOST_CELLS = 60
"""Cells of a row."""

_HEADING = re.compile(r"h([1-6])")
_INLINE = frozenset(
    {"a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "cite", "code", "data", "del"}
    | {"dfn", "em", "font", "i", "img", "input", "ins", "kbd", "label", "mark", "q", "s", "samp"}
    | {"small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"}
)
_ROLES = {role.value: role for role in Role}


@dataclass(frozen=True, slots=True)
class Reading:
    """Reads elements; the classes of a page mean something only where this program made it."""

    maker: Maker

    def blocks(self, children: Sequence[Child]) -> Iterator[Block]:
        """Yield the blocks of some children; text between them is paragraphs."""
        held: list[Child] = []
        for child in children:
            if isinstance(child, Element) and child.tag in ACTING:
                continue
            if isinstance(child, str) or _is_inline(child):
                held.append(child)
                continue
            yield from self._paragraphs(held)
            held = []
            yield from self._block(child)
        yield from self._paragraphs(held)

    def _block(self, element: Element) -> Iterator[Block]:
        tag = element.tag
        if found := _HEADING.fullmatch(tag):
            yield from self._heading(element, int(found[1]))
        elif tag == "p":
            yield from self._paragraphs(element.children, self._role(element))
        elif tag in {"ul", "ol", "menu"}:
            yield from self._listing(element)
        elif tag == "table":
            yield from self._table(element)
        elif tag == "dl":
            yield from self._facts(element)
        elif self.maker is Maker.OWN and (own := self._own(element)):
            yield own
        else:
            yield from self.blocks(element.children)

    def _own(self, element: Element) -> Block | None:
        """Return what only a page of our own has."""
        match element.tag, sorted(element.classes):
            case "header", ["letterhead"]:
                rows = (child for child in element.children if isinstance(child, Element))
                return Letterhead(tuple(map(_letterhead_fact, rows)))
            case "aside", ["note"]:
                inner = tuple(self.blocks(element.children))
                plain = (b for b in inner if isinstance(b, Paragraph | ListBlock | Table))
                return Note(tuple(plain))
            case "section", ["signature"]:
                inner = tuple(self.blocks(element.children))
                return Signature(tuple(b for b in inner if isinstance(b, Paragraph)))
        return None

    def _role(self, element: Element) -> Role:
        if self.maker is not Maker.OWN:
            return Role.BODY
        return next((_ROLES[name] for name in element.classes if name in _ROLES), Role.BODY)

    def _heading(self, element: Element, level: int) -> Iterator[Block]:
        words = tuple(
            Run(run.text, False, run.italic, run.target)
            for row in cut_at_breaks(inlines(element.children))
            for run in (*row, Run(" "))
        )
        found = folded(words)
        if not found:
            return
        if self.maker is Maker.OWN:
            name = element.attributes.get("id", "")
            path = path_of(name, inline_text(found))
            yield Heading(level_of(name, level, path), found, Origin(path))
        else:
            yield Heading(level, found)

    def _paragraphs(self, children: Sequence[Child], role: Role = Role.BODY) -> Iterator[Block]:
        if any(isinstance(child, Element) and not _is_inline(child) for child in children):
            yield from self.blocks(children)
            return
        yield from (Paragraph(row, role) for row in cut_at_breaks(inlines(children)))

    def _listing(self, element: Element) -> Iterator[Block]:
        items: list[Item] = []
        start = element.attributes.get("start", "")
        number = int(start) if re.fullmatch(r"[0-9]{1,9}", start) else 1
        for child in element.children:
            if isinstance(child, Element) and child.tag in {"ul", "ol"} and items:
                # A list right in a list is of the item before it, as browsers show it.
                last = items[-1]
                items[-1] = Item((*last.blocks, *_listed(self._listing(child))))
            elif isinstance(child, Element) or child.strip():
                inside = child.children if isinstance(child, Element) else [child]
                blocks = tuple(_listed(self.blocks(inside)))
                if blocks:
                    items.append(Item(blocks))
        if items:
            yield ListBlock(tuple(items), element.tag == "ol", number)

    def _table(self, element: Element) -> Iterator[Block]:
        rows = [cells for row in _rows(element) if (cells := self._cells(row))]
        width = max(map(len, rows), default=0)
        is_layout = len(rows) == 1 and self.maker is not Maker.OWN
        if width == 1 or is_layout or element.attributes.get("role") == "presentation":
            yield from self.blocks([cell for row in _rows(element) for cell in _cells(row)])
            return
        if rows:
            full = [Row((*row, *(() for _ in range(width - len(row))))) for row in rows]
            yield Table(full[0], tuple(full[1:]))

    def _cells(self, row: Element) -> tuple[Inlines, ...]:
        found: list[Inlines] = []
        for cell in _cells(row):
            bold = cell.tag == "th"
            words = _joined(self.blocks(cell.children))
            found.append(tuple(_plain(run) for run in words) if bold else words)
            span = cell.attributes.get("colspan", "")
            wide = int(span) if re.fullmatch(r"[0-9]{1,3}", span) else 1
            found.extend(() for _ in range(min(wide, MOST_CELLS) - 1))
        return tuple(found[:MOST_CELLS])

    def _facts(self, element: Element) -> Iterator[Block]:
        facts: list[Fact] = []
        for part in _parts(element, {"dt", "dd"}):
            words = _joined(self.blocks(part.children))
            if part.tag == "dt":
                facts.append(Fact(tuple(_bold(run) for run in words), ()))
            elif facts and words:
                last = facts[-1]
                facts[-1] = Fact(last.label, (*last.values, words))
            elif words:
                facts.append(Fact((), (words,)))
        told = tuple(fact if fact.values else Fact((), (fact.label,)) for fact in facts)
        if told:
            yield Facts(told)


def _is_inline(element: Element) -> bool:
    return element.tag in _INLINE and not any(
        isinstance(child, Element) and not _is_inline(child) for child in element.children
    )


def _letterhead_fact(row: Element) -> Fact:
    spans = [child for child in row.children if isinstance(child, Element)]
    labels = [span for span in spans if "label" in span.classes]
    label = inlines(labels[0].children) if labels else ()
    values = tuple(inlines(span.children) for span in spans if span not in labels)
    return Fact(label, values)


def _listed(blocks: Iterator[Block]) -> Iterator[Paragraph | ListBlock]:
    """Yield what an item holds: paragraphs and lists; a table in it is its cells in a row."""
    for block in blocks:
        match block:
            case Paragraph() | ListBlock():
                yield block
            case Heading():
                yield Paragraph(block.inlines)
            case _ if words := _joined(iter((block,))):
                yield Paragraph(words)


def _joined(blocks: Iterator[Block]) -> Inlines:
    """Return all that blocks say, as one paragraph."""
    return folded(tuple(run for words in _spoken(blocks) for run in (*words, Run(" "))))


def _spoken(blocks: Iterator[Block]) -> Iterator[Inlines]:
    for block in blocks:
        match block:
            case Paragraph() | Heading():
                yield block.inlines
            case ListBlock():
                for item in block.items:
                    yield from _spoken(iter(item.blocks))
            case Table():
                yield from (cell for row in (block.header, *block.rows) for cell in row.cells)
            case Facts() | Letterhead():
                for fact in block.facts:
                    yield from (fact.label, *fact.values)
            case Note():
                yield from _spoken(iter(block.blocks))
            case Signature():
                yield from (line.inlines for line in block.lines)


def _rows(table: Element) -> Iterator[Element]:
    yield from _parts(table, {"tr"})


def _cells(row: Element) -> Iterator[Element]:
    yield from (c for c in row.children if isinstance(c, Element) and c.tag in {"td", "th"})


def _parts(element: Element, tags: set[str]) -> Iterator[Element]:
    """Yield the elements of a kind in another, not those within one of them."""
    for child in element.children:
        if isinstance(child, Element):
            if child.tag in tags:
                yield child
            else:
                yield from _parts(child, tags)


def _plain(run: Run) -> Run:
    return Run(run.text, False, run.italic, run.target)


def _bold(run: Run) -> Run:
    return Run(run.text, True, run.italic, run.target)
