"""A Word file that has been read in; the document that it shows, its bookmarks and comments out.

It is read by our own styles: a file that `build` wrote, whoever saved it since.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Final

from uppdrag.compare.lines import Line, lines_of
from uppdrag.document.tree import (
    Block,
    Document,
    Fact,
    Facts,
    Heading,
    Inlines,
    Item,
    Letterhead,
    ListBlock,
    Metadata,
    Note,
    Origin,
    Paragraph,
    Role,
    Row,
    Run,
    Signature,
    Table,
)
from uppdrag.importing.onto.inlines import split_label, tidy
from uppdrag.importing.word.file import ListPlace, WordFile, WordParagraph, WordTable
from uppdrag.render.docx.marks import Marked, marked
from uppdrag.render.docx.styles import BULLETS, HEADINGS, MORE, NUMBERS, Style

_ROLES = {
    Style.LEAD: Role.LEAD,
    Style.DECISION_DATE: Role.DECISION_DATE,
    Style.SIGNER_NAME: Role.SIGNER_NAME,
    Style.SIGNER_TITLE: Role.SIGNER_TITLE,
}
_SIGNING: Final = frozenset({Role.DECISION_DATE, Role.SIGNER_NAME, Role.SIGNER_TITLE})
_STYLES = {style.value.casefold(): style for style in Style}
_TITLES: Final = frozenset({"title", "rubrik"})
_NOWHERE: Final = -1


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment in Word: who wrote it, when (ISO 8601), about which words, and what it says."""

    author: str
    day: str
    about: str
    text: str


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line of the document as Word shows it, the bookmarks that begin in it, and its comments."""

    line: Line
    marks: tuple[Marked, ...] = ()
    remarks: tuple[Remark, ...] = ()


def page_lines(file: WordFile) -> list[PageLine]:
    """Return the lines that a Word file shows, in reading order; empty paragraphs say nothing."""
    reading = _Reading()
    blocks = tuple(reading.blocks((*file.letterhead, *file.blocks)))
    lines = lines_of(Document(Metadata("", ""), blocks))
    return [reading.page_line(line) for line in lines]


@dataclass(slots=True)
class _Reading:
    """The paragraphs so far; the origin of each line says which paragraphs it stands for."""

    seen: list[tuple[WordParagraph, ...]] = field(default_factory=list)

    def page_line(self, line: Line) -> PageLine:
        paragraphs = self.seen[int(line.origin.path[0])] if line.origin.path else ()
        marks = tuple(
            found for p in paragraphs for name in p.marks if (found := marked(name)) is not None
        )
        remarks = tuple(
            Remark(c.author, c.date[:10], c.about, c.text) for p in paragraphs for c in p.comments
        )
        return PageLine(line, marks, remarks)

    def origin(self, *paragraphs: WordParagraph) -> Origin:
        self.seen.append(paragraphs)
        return Origin((len(self.seen) - 1,))

    def blocks(self, found: Iterable[WordParagraph | WordTable]) -> Iterator[Block]:
        said = (block for block in found if isinstance(block, WordTable) or block.text.strip())
        for kind, group in groupby(said, _kind):
            match kind:
                case "letterhead":
                    yield from (
                        Letterhead(tuple(self.letterhead(b)))
                        for b in group
                        if isinstance(b, WordTable)
                    )
                case "table":
                    yield from (self.table(b) for b in group if isinstance(b, WordTable))
                case "facts":
                    yield Facts(tuple(self.facts(_paragraphs(group))))
                case "note":
                    yield Note(tuple(self.running(_paragraphs(group))))
                case "signature":
                    lines = (self.paragraph(p) for p in _paragraphs(group))
                    yield Signature(tuple(lines))
                case "heading":
                    yield from (self.heading(p) for p in _paragraphs(group))
                case _:
                    yield from self.running(_paragraphs(group))

    def heading(self, one: WordParagraph) -> Heading:
        words = "".join(run.text for run in tidy(one.runs))
        return Heading(_level(one), (Run(words),), self.origin(one))

    def paragraph(self, one: WordParagraph) -> Paragraph:
        style = _style(one)
        role = _ROLES.get(style, Role.BODY) if style else Role.BODY
        return Paragraph(tidy(one.runs), role, self.origin(one))

    def running(self, found: Sequence[WordParagraph]) -> Iterator[Paragraph | ListBlock]:
        for is_list, group in groupby(found, lambda one: _depth(one) is not None):
            if not is_list:
                yield from (self.paragraph(one) for one in group)
                continue
            entries = [(_depth(one) or 0, one) for one in group]
            yield from self.lists(entries, 0)

    def lists(
        self, entries: Sequence[tuple[int, WordParagraph]], depth: int
    ) -> Iterator[Paragraph | ListBlock]:
        """Yield what stands at a depth: items, each with what goes deeper or on under it."""
        items: list[tuple[ListPlace | None, Item]] = []
        at = 0
        while at < len(entries):
            _, one = entries[at]
            end = at + 1
            while end < len(entries) and (
                entries[end][0] > depth
                or (entries[end][1].item is None and entries[end][0] == depth)
            ):
                end += 1
            if entries[at][0] > depth or one.item is None:
                inner = tuple(self.rest(entries[at:end], depth))
                items.append((one.item, Item(inner, inner[0].origin)))
            else:
                first = self.paragraph(one)
                rest = tuple(self.rest(entries[at + 1 : end], depth))
                items.append((one.item, Item((first, *rest), first.origin)))
            at = end
        yield from _joined(items)

    def rest(
        self, entries: Sequence[tuple[int, WordParagraph]], depth: int
    ) -> Iterator[Paragraph | ListBlock]:
        """Yield what stands under an item."""
        for goes_on, group in groupby(entries, lambda e: e[0] == depth and e[1].item is None):
            if goes_on:
                yield from (self.paragraph(one) for _, one in group)
            else:
                yield from self.lists(list(group), depth + 1)

    def table(self, table: WordTable) -> Table:
        widest = max((len(row) for row in table.rows), default=0)
        rows = []
        for row in table.rows:
            paragraphs = [one for cell in row for one in cell]
            cells = [_cell(cell) for cell in row] + [()] * (widest - len(row))
            rows.append(Row(tuple(cells), self.origin(*paragraphs)))
        return Table(rows[0], tuple(rows[1:]), rows[0].origin)

    def letterhead(self, table: WordTable) -> Iterator[Fact]:
        for row in table.rows:
            for cell in row:
                said = [one for one in cell if one.text.strip()]
                is_labelled = bool(said) and _style(said[0]) is Style.LETTERHEAD_LABEL
                label = tidy(said[0].runs) if is_labelled else ()
                values = said[1:] if is_labelled else said
                if said:
                    yield self.fact(label, said[: 1 + is_labelled], values)

    def facts(self, found: Sequence[WordParagraph]) -> Iterator[Fact]:
        waiting: list[WordParagraph] = []
        for one in found:
            if waiting and _style(one) is Style.FACT and split_label(tidy(one.runs))[0]:
                yield self.labelled(waiting)
                waiting = []
            waiting.append(one)
        if waiting:
            yield self.labelled(waiting)

    def labelled(self, found: Sequence[WordParagraph]) -> Fact:
        label, value = split_label(tidy(found[0].runs))
        first = replace(found[0], runs=value)
        return self.fact(label, found[:1], [first, *found[1:]])

    def fact(
        self, label: Inlines, heads: Sequence[WordParagraph], values: Sequence[WordParagraph]
    ) -> Fact:
        first = self.origin(*heads)
        made = []
        for index, one in enumerate(values):
            origin = first if index == 0 else self.origin(one)
            made.append(tuple(replace(run, origin=origin) for run in tidy(one.runs)))
        return Fact(label, tuple(made) or ((),), first)


def _paragraphs(group: Iterable[WordParagraph | WordTable]) -> list[WordParagraph]:
    return [one for one in group if isinstance(one, WordParagraph)]


def _kind(block: WordParagraph | WordTable) -> object:
    if isinstance(block, WordTable):
        is_head = block.style.casefold() == Style.LETTERHEAD_TABLE.value.casefold()
        return "letterhead" if is_head else "table"
    style = _style(block)
    if _level(block):
        return "heading"
    if style in {Style.FACT, Style.FACT_MORE}:
        return "facts"
    if style is Style.NOTE:
        return "note"
    return "signature" if style and _ROLES.get(style) in _SIGNING else "running"


def _style(one: WordParagraph) -> Style | None:
    return _STYLES.get(one.style.casefold())


def _level(one: WordParagraph) -> int:
    style = _style(one)
    if style in HEADINGS:
        return HEADINGS.index(style) + 1
    if one.style.casefold() in _TITLES:
        return 1
    return min(one.heading, len(HEADINGS)) if one.heading else 0


def _depth(one: WordParagraph) -> int | None:
    """Return how deep in a list a paragraph stands, from 0; None for one that is in none."""
    if one.item is not None:
        return one.item.depth
    style = _style(one)
    for styles in (MORE, BULLETS, NUMBERS):
        if style in styles:
            return styles.index(style)
    return None


def _joined(items: Sequence[tuple[ListPlace | None, Item]]) -> Iterator[ListBlock]:
    """Yield the items as lists, a new one where the kind changes or numbers do not follow on."""
    run: list[Item] = []
    kind: bool = False
    start = expected = 1
    for place, item in items:
        number = place.number if place is not None else None
        ordered = number is not None
        if run and (ordered is not kind or (number is not None and number != expected)):
            yield ListBlock(tuple(run), kind, start if kind else 1, run[0].origin)
            run = []
        if not run:
            kind, start = ordered, number or 1
        run.append(item)
        expected = (number or 0) + 1
    if run:
        yield ListBlock(tuple(run), kind, start if kind else 1, run[0].origin)


def _cell(cell: Sequence[WordParagraph]) -> Inlines:
    runs: list[Run] = []
    for one in cell:
        if runs and one.text.strip():
            runs.append(Run(" "))
        runs.extend(one.runs)
    return tidy(runs)
