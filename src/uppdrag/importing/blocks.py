"""Lines in; paragraphs, lists and tables out, with what was broken over lines put together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from uppdrag.findings import Severity
from uppdrag.importing.block import Block, Passage
from uppdrag.importing.joining import goes_on, is_broken, width_of
from uppdrag.importing.landmark import is_heading_line, is_landmark
from uppdrag.importing.lines import Line
from uppdrag.importing.listing import OpenList
from uppdrag.importing.marker import WORD_BULLET, Marker, marker, word_bullet
from uppdrag.importing.markup import has_open_bold
from uppdrag.importing.note import Note
from uppdrag.importing.table import table_at

_JOINED = (
    "Stycket var brutet mitt i en mening och har fogats ihop med nästa. "
    "Kontrollera att inget saknas."
)
_HYPHENATED = "Raden slutar med ett bindestreck. Skriv ihop ordet om det bara är avstavat."
_LETTER = "Bokstaven o först på raden är troligen en punkt från Word. Ta bort den i så fall."
_HYPHEN = re.compile(r"[a-zåäö]-$")


@dataclass(frozen=True, slots=True)
class Gathered:
    """The blocks of a text and the notes that putting them together gave."""

    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]


def gather(lines: Sequence[Line]) -> Gathered:
    """Return the blocks of a text, whether or not blank lines part them."""
    work = _Gathering(OpenList(width_of(lines)))
    at = 0
    while at < len(lines):
        line = lines[at]
        found = marker(line.content)
        if found is not None and _is_heading(lines, at, found, work.listing):
            found = None
        if found is None and work.listing.has_bullets:
            found = word_bullet(line.content)
        table = None if line.is_blank or found or is_landmark(line.content) else table_at(lines, at)
        if table is None:
            work.take(line, found)
            at += 1
        else:
            work.close()
            work.blocks.append(table[0])
            at = table[1]
    work.close()
    notes = [*work.notes]
    return Gathered(tuple(_mended(work.blocks, notes)), tuple(notes))


def _is_heading(lines: Sequence[Line], at: int, found: Marker, listing: OpenList) -> bool:
    """Tell whether a line with a number is a heading that the format knows, and no item."""
    if found.number is None or not is_heading_line(lines[at].content):
        return False
    below = marker(lines[at + 1].content) if at + 1 < len(lines) else None
    is_first = below is not None and below.number == found.number + 1
    return not is_first and not listing.expects(lines[at], found)


@dataclass(slots=True)
class _Gathering:
    """The blocks so far, and the paragraph or list that is still open."""

    listing: OpenList
    blocks: list[Block] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    passage: list[Line] = field(default_factory=list)
    open_bold: bool = False
    last: Line | None = None
    gap: bool = True

    def take(self, line: Line, found: Marker | None) -> None:
        before = self.last or line
        if line.is_blank:
            self._end_passage(gap_after=True)
            self.gap = True
            return
        self.last = line
        if found is not None:
            if found.sign == WORD_BULLET:
                self.notes.append(Note.at(line, _LETTER))
            self._end_passage(gap_after=False)
            self.listing.add(line, found)
            self.gap = False
        elif self.listing.owns(line, before, gap=self.gap):
            self.listing.go_on(line, before, gap=self.gap)
            self.gap = False
        elif self.passage and self._goes_on(before, line):
            if _HYPHEN.search(before.text):
                self.notes.append(Note.at(before, _HYPHENATED))
            self.passage.append(line)
            self.open_bold ^= has_open_bold(line.content)
        else:
            self._end_passage(gap_after=False)
            self._end_list()
            self.passage = [line]
            self.open_bold = has_open_bold(line.content)

    def close(self) -> None:
        """End what is open, as at the end of the text."""
        self._end_passage(gap_after=True)
        self._end_list()
        self.gap = True

    def _goes_on(self, before: Line, line: Line) -> bool:
        if self.open_bold and has_open_bold(line.content):
            return True
        return goes_on(before, line, self.listing.width)

    def _end_passage(self, *, gap_after: bool) -> None:
        if not self.passage:
            return
        text = " ".join(line.content for line in self.passage)
        apart = self.gap and gap_after
        rows = len(self.passage)
        self.blocks.append(Passage(text, self.passage[0], rows, self.gap, apart))
        self.passage = []
        self.gap = gap_after

    def _end_list(self) -> None:
        if (listing := self.listing.close()) is not None:
            self.blocks.append(listing)


def _mended(blocks: Sequence[Block], notes: list[Note]) -> Iterator[Block]:
    """Yield the blocks, each paragraph that a blank line broke in mid-sentence made whole."""
    broken: list[Passage] = []
    for block in blocks:
        continues = bool(broken) and isinstance(block, Passage) and is_broken(broken[-1], block)
        if broken and not continues:
            yield _whole(broken)
            broken = []
        if not isinstance(block, Passage):
            yield block
            continue
        if continues:
            notes.append(Note.at(broken[-1].line, _JOINED, Severity.WARNING))
        broken.append(block)
    if broken:
        yield _whole(broken)


def _whole(parts: Sequence[Passage]) -> Passage:
    first, last = parts[0], parts[-1]
    if first is last:
        return first
    text = " ".join(part.text for part in parts)
    rows = sum(part.rows for part in parts)
    return Passage(text, first.line, rows, first.below_gap, first.apart and last.apart)
