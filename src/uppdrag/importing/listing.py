"""The lines of a list in, one at a time; its items with their depths and paragraphs out."""

from __future__ import annotations

from dataclasses import dataclass, field

from uppdrag.importing.block import Item, Listing
from uppdrag.importing.joining import goes_on
from uppdrag.importing.landmark import is_heading_line, is_landmark
from uppdrag.importing.lines import Line
from uppdrag.importing.marker import BULLETS, INNER_BULLETS, Marker
from uppdrag.importing.markup import is_bold

CONTENT = 2
"""Columns from a marker to the text of its item, at least."""


@dataclass(slots=True)
class _Level:
    """A level of the list: where its markers stand, their sign, and the last number."""

    indent: int
    sign: str
    number: int | None


@dataclass(slots=True)
class _Open:
    """An item, its paragraphs as the lines that they were broken into."""

    depth: int
    number: int | None
    rows: list[list[str]]
    line: Line
    goes_on: bool = False

    @property
    def waits(self) -> bool:
        """Tell whether the marker stood alone on its line."""
        return self.rows == [[""]]

    def item(self) -> Item | None:
        """Return the item; a number with nothing after it is the text of a bullet."""
        texts = tuple(text for row in self.rows if (text := " ".join(row)))
        if texts:
            return Item(self.depth, self.number, texts, self.line, self.goes_on)
        if self.number is not None:
            return Item(self.depth, None, (f"{self.number}.",), self.line)
        return None


@dataclass(slots=True)
class OpenList:
    """The list that is being read, if any; `width` is what the text was broken to."""

    width: int | None
    items: list[_Open] = field(default_factory=list)
    levels: list[_Level] = field(default_factory=list)

    @property
    def has_bullets(self) -> bool:
        """Tell whether the list that is open is of bullets."""
        return bool(self.levels) and self.levels[-1].number is None

    def close(self) -> Listing | None:
        """Return the list that ends here, if there was one."""
        items = tuple(item for made in self.items if (item := made.item()) is not None)
        self.items = []
        self.levels = []
        return Listing(items) if items else None

    def add(self, line: Line, found: Marker) -> None:
        """Begin an item."""
        depth = self._depth(line.indent, found)
        self.items.append(_Open(depth, found.number, [[found.text]], line))

    def expects(self, line: Line, found: Marker) -> bool:
        """Tell whether the number of a line is the next one of this list."""
        return self._counts_on(line.indent, found) is not None

    def owns(self, line: Line, before: Line, *, gap: bool) -> bool:
        """Tell whether a line without a marker belongs to the list; `gap`: a blank precedes."""
        if not self.items:
            return False
        if self._has_bare_bullet():
            return not is_heading_line(line.content)
        if is_landmark(line.content):
            return False
        if gap:
            return line.indent > max(1, self.levels[0].indent)
        last = self.items[-1]
        is_inside = last.waits or line.indent > self.levels[0].indent
        return is_inside or self._follows_bold(last) or goes_on(before, line, self.width)

    def go_on(self, line: Line, before: Line, *, gap: bool) -> None:
        """Add a line to the item that it belongs to."""
        last = self.items[-1]
        depth = self._depth_of_text(line)
        if last.waits:
            last.rows = [[line.content]]
        elif not gap and (self._follows_bold(last) or goes_on(before, line, self.width)):
            last.rows[-1].append(line.content)
        elif depth < last.depth:
            self.items.append(_Open(depth, None, [[line.content]], line, goes_on=True))
        else:
            last.rows.append([line.content])

    def _has_bare_bullet(self) -> bool:
        """Tell whether a bullet stands alone on its line, as a copied PDF has it."""
        return self.items[-1].waits and self.levels[-1].sign in BULLETS

    def _follows_bold(self, last: _Open) -> bool:
        return len(last.rows) == 1 and len(last.rows[0]) == 1 and is_bold(last.rows[0][0])

    def _depth_of_text(self, line: Line) -> int:
        """Return the depth of the item that a line without a marker is indented as."""
        inside = (
            at for at, level in enumerate(self.levels) if level.indent + CONTENT <= line.indent
        )
        return max(inside, default=len(self.levels) - 1)

    def _depth(self, indent: int, found: Marker) -> int:
        """Return how deep an item stands, by its indent, its sign, or a number that counts on."""
        if (at := self._counts_on(indent, found)) is not None:
            del self.levels[at + 1 :]
            self.levels[-1].number = found.number
            return at
        while self.levels and self.levels[-1].indent > indent:
            self.levels.pop()
        while self._is_above(indent, found):
            self.levels.pop()
        top = self.levels[-1] if self.levels else None
        if top is None or top.indent < indent or self._is_inner(top, indent, found):
            self.levels.append(_Level(indent, found.sign, found.number))
        else:
            self.levels[-1] = _Level(indent, found.sign, found.number)
        return len(self.levels) - 1

    def _counts_on(self, indent: int, found: Marker) -> int | None:
        """Return the level whose last number comes before this one, however it is indented."""
        if found.number is None:
            return None
        for at in range(len(self.levels) - 1, -1, -1):
            level = self.levels[at]
            follows = level.sign == found.sign and level.number == found.number - 1
            if follows and abs(level.indent - indent) <= 1:
                return at
        return None

    def _is_inner(self, top: _Level, indent: int, found: Marker) -> bool:
        """Tell whether the sign alone says that the item stands under the one above."""
        is_inner = found.sign in INNER_BULLETS and top.sign not in INNER_BULLETS
        return is_inner and top.indent == indent

    def _is_above(self, indent: int, found: Marker) -> bool:
        """Tell whether an item with the indent of the innermost belongs to a level above it."""
        if len(self.levels) < 2 or self.levels[-2].indent != indent:  # noqa: PLR2004 - the innermost and one above
            return False
        above = (level for level in self.levels[:-1] if level.indent == indent)
        return self.levels[-1].sign != found.sign and any(
            level.sign == found.sign for level in above
        )
