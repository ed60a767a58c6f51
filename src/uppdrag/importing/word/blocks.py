"""A Word file's blocks in; the blocks that the import builds a mandate of, on their lines, out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from uppdrag.document.tree import Inlines, Run
from uppdrag.importing.block import Block, Blocks, Grid, Item, Listing, Passage
from uppdrag.importing.headings import section_of
from uppdrag.importing.landmark import is_landmark
from uppdrag.importing.lines import FIXED_HYPHEN, SOFT_HYPHEN, Line
from uppdrag.importing.lowering import marked
from uppdrag.importing.marker import marker
from uppdrag.importing.word.file import WordFile, WordNote, WordParagraph, WordTable
from uppdrag.importing.word.guessing import heading_levels
from uppdrag.importing.word.tables import Cells, Pair, is_laid_out, pairs_of, said_rows
from uppdrag.importing.words import single_spaced
from uppdrag.source.characters import normalised

LONGEST_LINE = 70
"""Characters of a line that a person has broken by hand; a longer one is running text."""

INDENT = 280
"""Twentieths of a point that typed bullets are moved in by, for each level."""

_HEADING_NUMBERS = "Rubrikernas nummer sattes av Word och är inte med i handlingen."
_LETTERS = "Punkterna ”{label}” och så vidare fick siffror i stället."
_CONTENTS = "Innehållsförteckningen är inte med: den upprepar rubrikerna."


@dataclass(frozen=True, slots=True)
class Placed:
    """The blocks, the text whose lines they stand on, and on which line each block of the file is.

    `notes` are what making them gave to tell, by the number of the file's block.
    """

    blocks: tuple[Block, ...]
    rows: tuple[str, ...]
    lines: Mapping[int, int]
    notes: tuple[WordNote, ...]
    are_guessed: bool


def word_blocks(file: WordFile) -> Blocks:
    """Return passages, lists and tables in reading order, those that are headings marked so."""
    return placed(file).blocks


def placed(file: WordFile) -> Placed:
    """Return the blocks of a file with their places."""
    top = [block for block in file.blocks if isinstance(block, WordParagraph)]
    found = heading_levels(list(file.paragraphs()))
    levels = {id(one): found.levels.get(at) for at, one in enumerate(file.paragraphs())}
    contents = _contents(top)
    work = _Work({key: level for key, level in levels.items() if level is not None})
    for at, block in enumerate(file.blocks):
        work.at = at
        work.lines[at] = len(work.rows) + 1
        if isinstance(block, WordTable):
            work.table(block)
        elif id(block) in contents:
            work.tell(_CONTENTS)
        else:
            work.paragraph(block)
    work.end_list()
    notes = tuple({note.message: note for note in reversed(work.notes)}.values())
    return Placed(tuple(work.blocks), tuple(work.rows), work.lines, notes, found.are_guessed)


def _contents(paragraphs: Sequence[WordParagraph]) -> set[int]:
    """Return the lines of a table of contents whose words are those of a heading."""
    headings = {_bare(one.text) for one in paragraphs if one.heading is not None}
    return {
        id(one)
        for one in paragraphs
        if one.style.lower().startswith(("toc ", "innehåll "))
        and _bare(one.text.rstrip("0123456789 .\t")) in headings
    }


def _bare(text: str) -> str:
    return single_spaced(text).lstrip("0123456789. ").casefold()


@dataclass(slots=True)
class _Work:
    """The blocks so far, the lines they stand on, and the list that is open."""

    levels: Mapping[int, int]
    blocks: list[Block] = field(default_factory=list)
    rows: list[str] = field(default_factory=list)
    lines: dict[int, int] = field(default_factory=dict)
    notes: list[WordNote] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    at: int = 0
    has_heading: bool = False
    has_sections: bool = False

    def tell(self, message: str) -> None:
        self.notes.append(WordNote(message, block=self.at))

    def line(self, words: str) -> Line:
        self.rows.append(words)
        return Line(len(self.rows), 1, len(words) + 1, words)

    def end_list(self) -> None:
        if self.items:
            self.blocks.append(Listing(tuple(self.items)))
            self.items = []

    def paragraph(self, one: WordParagraph) -> None:
        if not one.text.strip():
            return
        level = self.levels.get(id(one))
        if level is not None:
            self.heading(one, level)
        elif one.item is not None:
            self.item(one, one.item.depth, one.item.number, clean(one.runs))
            if one.item.number is not None and not any(map(str.isdigit, one.item.label)):
                self.tell(_LETTERS.format(label=one.item.label))
        elif self.items and one.style.lower().startswith(("list continue", "liststycke fortsätt")):
            self.go_on(one)
        else:
            self.running(one)

    def heading(self, one: WordParagraph, level: int) -> None:
        self.end_list()
        if one.item is not None and one.item.number is not None:
            self.tell(_HEADING_NUMBERS)
        runs = tuple(replace(run, text=run.text.replace("\n", " ")) for run in clean(one.runs))
        self.passage(runs, heading=level)
        self.has_sections = self.has_heading or section_of(one.text.strip()) is not None
        self.has_heading = True

    def item(self, one: WordParagraph, depth: int, number: int | None, runs: Inlines) -> None:
        words = single_spaced("".join(run.text for run in runs))
        depth = min(depth, self.items[-1].depth + 1 if self.items else 0)
        if one.item and self.items and number == 1 and not depth and self.items[0].number:
            self.end_list()
        self.items.append(Item(depth, number, (marked(runs),), self.line(words)))

    def go_on(self, one: WordParagraph) -> None:
        runs = clean(one.runs)
        line = self.line(single_spaced("".join(run.text for run in runs)))
        self.items.append(Item(self.items[-1].depth, None, (marked(runs),), line, goes_on=True))

    def running(self, one: WordParagraph) -> None:
        """Add a paragraph without a place in a list: its lines, if a person broke it into them."""
        for index, runs in enumerate(_cut(clean(one.runs), in_head=not self.has_sections)):
            words = "".join(run.text for run in runs).strip()
            found = marker(words)
            is_item = found is not None and found.text and (found.number is None or self.items)
            if found is not None and is_item:
                depth = max(0, one.indent - INDENT // 2) // INDENT if self.items else 0
                self.item(one, depth, found.number, _without(runs, found.text))
            else:
                self.end_list()
                self.passage(runs, below_gap=not index)

    def passage(self, runs: Inlines, *, below_gap: bool = True, heading: int | None = None) -> None:
        text = marked(runs)
        if not text:
            return
        self.end_list()
        words = single_spaced("".join(run.text for run in runs))
        passage = Passage(text, self.line(words), below_gap=below_gap, heading=heading)
        self.blocks.append(passage)

    def table(self, table: WordTable) -> None:
        self.end_list()
        rows = said_rows(table)
        if not rows:
            return
        if not self.has_sections or is_laid_out(rows, self.levels):
            for row in pairs_of(rows):
                self.row(row)
            self.end_list()
            return
        texts = [tuple(marked(_joined(cell)) for cell in row) for row in rows]
        shown = [" | ".join(single_spaced(_words(cell)) for cell in row) for row in rows]
        lines = [self.line(words) for words in shown]
        self.blocks.append(Grid(tuple(texts), lines[0]))

    def row(self, row: Pair | Cells) -> None:
        if isinstance(row, Pair):
            for index, runs in enumerate(row.lines()):
                self.passage(clean(runs), below_gap=not index)
            return
        for cell in row:
            for one in cell:
                self.paragraph(one)
            self.end_list()


def clean(runs: Inlines) -> Inlines:
    """Return the runs without soft hyphens, with plain ones for fixed, in NFC."""
    out = []
    for run in runs:
        text = run.text.replace(SOFT_HYPHEN, "").replace(FIXED_HYPHEN, "-")
        if not text.isascii():
            text = "\n".join(normalised(part) for part in text.split("\n"))
        out.append(Run(text, run.bold, run.italic, run.target) if text != run.text else run)
    return tuple(out)


def _cut(runs: Inlines, *, in_head: bool) -> Iterator[Inlines]:
    """Yield the lines of a paragraph that mean something by themselves, else it as one line."""
    rows: list[list[Run]] = [[]]
    for run in runs:
        first, *rest = run.text.split("\n")
        rows[-1].append(replace(run, text=first))
        rows.extend([replace(run, text=part)] for part in rest)
    texts = ["".join(run.text for run in row).strip() for row in rows]
    said = [text for text in texts if text]
    means = any(is_landmark(text) or marker(text) is not None for text in said[1:])
    is_short = in_head and all(len(text) <= LONGEST_LINE for text in said)
    if len(said) > 1 and (means or is_short):
        yield from (tuple(row) for row, text in zip(rows, texts, strict=True) if text)
    else:
        yield tuple(replace(run, text=run.text.replace("\n", " ")) for run in runs)


def _without(runs: Inlines, text: str) -> Inlines:
    """Return the runs that a typed marker stands before, without it."""
    whole = "".join(run.text for run in runs)
    skipped = whole.find(text[:1], 1) if text else len(whole)
    out = []
    for run in runs:
        out.append(replace(run, text=run.text[skipped:]))
        skipped = max(0, skipped - len(run.text))
    return tuple(run for run in out if run.text)


def _joined(cell: Sequence[WordParagraph]) -> Inlines:
    runs: list[Run] = []
    for one in cell:
        runs.extend([Run(" ")] if runs else [])
        runs.extend(replace(run, text=run.text.replace("\n", " ")) for run in clean(one.runs))
    return tuple(runs)


def _words(cell: Sequence[WordParagraph]) -> str:
    return " ".join(one.text for one in cell)
