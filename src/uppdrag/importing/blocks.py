"""Lines in; paragraphs, lists and tables out, with what was broken over lines put together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from uppdrag.findings import Severity
from uppdrag.importing.block import Block, Item, Listing, Passage
from uppdrag.importing.landmark import is_heading_line, is_landmark
from uppdrag.importing.lines import Line
from uppdrag.importing.marker import INNER_BULLETS, Marker, marker
from uppdrag.importing.markup import has_open_bold, is_bold
from uppdrag.importing.note import Note
from uppdrag.importing.table import table_at

NARROWEST, WIDEST = 50, 120
"""Columns between which a text may have been broken by its line width."""

FULL = 0.85
"""The part of the width that a line fills when its sentence ended there by chance."""

SHORTEST_BROKEN = 40
"""Characters; a shorter line before a blank one is no paragraph that was broken there."""

_STOP = (".", ":", ";", "!", "?")
_ENUMERATION = re.compile(r"[a-zåäö]\)\s")
_MID_SENTENCE = re.compile(r"[\w,–-]")
_JOINED = (
    "Stycket var brutet mitt i en mening och har fogats ihop med nästa. "
    "Kontrollera att inget saknas."
)
_HYPHENATED = "Raden slutar med ett bindestreck. Skriv ihop ordet om det bara är avstavat."


@dataclass(frozen=True, slots=True)
class Gathered:
    """The blocks of a text and the notes that putting them together gave."""

    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]


def gather(lines: Sequence[Line]) -> Gathered:
    """Return the blocks of a text, whether or not blank lines part them."""
    work = _Gathering(_width(lines))
    at = 0
    while at < len(lines):
        line = lines[at]
        found = None if line.is_blank or _has_marker(line) else table_at(lines, at)
        if found is not None and not is_landmark(line.content):
            work.close()
            work.blocks.append(found[0])
            at = found[1]
            continue
        work.take(line)
        at += 1
    work.close()
    notes = [*work.notes]
    return Gathered(tuple(_mended(work.blocks, notes)), tuple(notes))


def _has_marker(line: Line) -> bool:
    return marker(line.content) is not None


def _width(lines: Sequence[Line]) -> int | None:
    """Return the width that the text seems to have been broken to, or None."""
    widest = max((len(line.text) for line in lines), default=0)
    return widest if NARROWEST <= widest <= WIDEST else None


@dataclass(slots=True)
class _Level:
    """A level of the list that is being read."""

    indent: int
    sign: str
    number: int | None


@dataclass(slots=True)
class _Gathering:
    """The blocks so far, and the paragraph or list that is still open."""

    width: int | None
    blocks: list[Block] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    passage: list[Line] = field(default_factory=list)
    open_bold: bool = False
    items: list[tuple[int, int | None, list[list[str]], Line]] = field(default_factory=list)
    levels: list[_Level] = field(default_factory=list)
    last: Line | None = None
    gap: bool = True

    def take(self, line: Line) -> None:
        if line.is_blank:
            self._end_passage(gap_after=True)
            self.gap = True
            return
        found = marker(line.content)
        if found is not None and not (found.number is not None and self._is_no_item(line)):
            self._end_passage(gap_after=False)
            self._item(line, found)
        elif self.items and self._belongs_to_item(line):
            self._continue_item(line)
        elif self.passage and self._continues(self.passage[-1], line):
            self._note_hyphen(self.passage[-1])
            self.passage.append(line)
            self.open_bold ^= has_open_bold(line.content)
        else:
            self._end_passage(gap_after=False)
            self._end_list()
            self.passage = [line]
            self.open_bold = has_open_bold(line.content)
        if not self.passage or self.passage[-1] is not line:
            self.gap = False
        self.last = line

    def close(self) -> None:
        self._end_passage(gap_after=True)
        self._end_list()

    def _is_no_item(self, line: Line) -> bool:
        """Tell whether a line that begins with a number is a numbered heading."""
        return is_heading_line(line.content)

    def _end_passage(self, *, gap_after: bool) -> None:
        if not self.passage:
            return
        first = self.passage[0]
        gap = self.gap
        self.blocks.append(
            Passage(_text(self.passage), first, len(self.passage), gap, gap and gap_after)
        )
        self.passage = []
        self.gap = gap_after

    def _end_list(self) -> None:
        items = tuple(_item(*parts) for parts in self.items if _says_anything(*parts))
        if items:
            self.blocks.append(Listing(items))
        self.items = []
        self.levels = []

    def _item(self, line: Line, found: Marker) -> None:
        depth = self._depth(line.indent, found)
        self.items.append((depth, found.number, [[found.text]], line))

    def _depth(self, indent: int, found: Marker) -> int:
        """Return how deep an item stands, by its indent, its sign, or a number that counts on."""
        counts_on = next(
            (
                index
                for index, level in reversed(list(enumerate(self.levels)))
                if found.number is not None
                and level.sign == found.sign
                and level.number == found.number - 1
                and abs(level.indent - indent) <= 1
            ),
            None,
        )
        if counts_on is not None:
            del self.levels[counts_on + 1 :]
            self.levels[-1].number = found.number
            return counts_on
        while self.levels and self.levels[-1].indent > indent:
            self.levels.pop()
        while len(self.levels) > 1 and self._same_indent(indent) and self._above(indent, found):
            self.levels.pop()
        top = self.levels[-1] if self.levels else None
        inner = (
            top is not None
            and top.indent == indent
            and found.sign in INNER_BULLETS
            and top.sign not in INNER_BULLETS
        )
        if top is None or top.indent < indent or inner:
            self.levels.append(_Level(indent, found.sign, found.number))
        else:
            self.levels[-1] = _Level(indent, found.sign, found.number)
        return len(self.levels) - 1

    def _same_indent(self, indent: int) -> bool:
        return self.levels[-1].indent == indent and self.levels[-2].indent == indent

    def _above(self, indent: int, found: Marker) -> bool:
        """Tell whether an item of the same indent belongs to a level above the innermost."""
        below = self.levels[-1]
        return below.sign != found.sign and any(
            level.sign == found.sign and level.indent == indent for level in self.levels[:-1]
        )

    def _belongs_to_item(self, line: Line) -> bool:
        *_, paragraphs, first = self.items[-1]
        if is_landmark(line.content):
            return False
        if self.gap:
            return line.indent > max(1, self.levels[0].indent)
        rows = paragraphs[-1]
        bold = len(rows) == 1 and is_bold(rows[0])
        return (
            rows == [""]
            or line.indent > self.levels[0].indent
            or bold
            or self._continues(self.last or first, line)
        )

    def _continue_item(self, line: Line) -> None:
        paragraphs = self.items[-1][2]
        if self.gap and paragraphs[-1] != [""]:
            paragraphs.append([line.content])
        elif paragraphs[-1] == [""]:
            paragraphs[-1] = [line.content]
        else:
            paragraphs[-1].append(line.content)

    def _continues(self, before: Line, line: Line) -> bool:
        """Tell whether a line goes on with the paragraph that the line before it belongs to."""
        if self.passage and self.open_bold and has_open_bold(line.content):
            return True
        if is_landmark(line.content) or is_heading_line(before.content):
            return False
        if _ENUMERATION.match(line.content) or "\t" in line.content:
            return False
        stopped = before.text.endswith(_STOP)
        goes_on = before.text.endswith((",", " för", " och"))
        if (line.content[:1].islower() and not stopped) or goes_on:
            return True
        if self.width is None:
            return False
        first_word = line.content.split(maxsplit=1)[0]
        filled = len(before.text) + 1 + len(first_word) > self.width
        return filled and (not stopped or len(before.text) >= FULL * self.width)

    def _note_hyphen(self, line: Line) -> None:
        if re.search(r"[a-zåäö]-$", line.text):
            self.notes.append(Note.at(line, _HYPHENATED))


def _text(lines: Sequence[Line]) -> str:
    return " ".join(line.content for line in lines)


def _says_anything(
    _depth: int, number: int | None, paragraphs: Sequence[Sequence[str]], _line: Line
) -> bool:
    return number is not None or any(map(any, paragraphs))


def _item(depth: int, number: int | None, paragraphs: Sequence[Sequence[str]], line: Line) -> Item:
    """Return an item; a number with nothing after it is the text of a bullet."""
    texts = tuple(text for rows in paragraphs if (text := " ".join(rows)))
    return Item(depth, number, texts, line) if texts else Item(depth, None, (f"{number}.",), line)


def _mended(blocks: Sequence[Block], notes: list[Note]) -> Iterator[Block]:
    """Yield the blocks, each paragraph that a blank line broke in mid-sentence made whole."""
    broken: list[Passage] = []
    for block in blocks:
        goes_on = bool(broken) and isinstance(block, Passage) and _is_broken(broken[-1], block)
        if broken and not goes_on:
            yield _whole(broken)
            broken = []
        if not isinstance(block, Passage):
            yield block
            continue
        if goes_on:
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


def _is_broken(first: Passage, rest: Passage) -> bool:
    return (
        len(first.text) >= SHORTEST_BROKEN
        and rest.text[:1].islower()
        and _MID_SENTENCE.fullmatch(first.text[-1]) is not None
        and not _ENUMERATION.match(rest.text)
        and not is_landmark(first.text)
        and not is_landmark(rest.text)
    )
