"""A parser's complaint and the text come in; what can be known of the place goes out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from uppdrag.source.position import Lines, Range

_COMMENT = re.compile(r"(?<=[ \t])#")


@dataclass(frozen=True, slots=True)
class Token:
    """What the scanner has read before the complaint: its kind, place and quoting."""

    kind: type[yaml.Token]
    start: int
    end: int
    style: str


@dataclass(frozen=True, slots=True)
class Clue:
    """Where the parser stopped, what it was in the midst of, and the tokens before that."""

    text: str
    lines: Lines
    place: int
    context: str
    context_place: int | None
    problem: str
    tokens: tuple[Token, ...]

    @property
    def character(self) -> str:
        """The character where the parser stopped; empty at the end of the text."""
        return self.text[self.place : self.place + 1]

    @property
    def last(self) -> Token | None:
        """The last thing read before the place, the ends of blocks not counted."""
        return self.tokens[-1] if self.tokens else None

    def same_line(self, first: int, second: int) -> bool:
        """Say whether two offsets are on one line."""
        return self.lines.line(first) == self.lines.line(second)

    def column(self, offset: int) -> int:
        """Give how far in on its line an offset is, from 0."""
        return offset - self.lines.range_of_line(self.lines.line(offset)).start

    def before(self, offset: int) -> str:
        """Give what stands on the line before an offset."""
        return self.text[offset - self.column(offset) : offset]

    def rest(self, offset: int) -> Range:
        """Give the range from an offset to the end of the line, but for a comment and blanks."""
        end = self.lines.range_of_line(self.lines.line(offset)).end
        written = self.text[offset:end]
        comment = _COMMENT.search(written)
        kept = written[: comment.start()] if comment else written
        return Range(offset, offset + len(kept.rstrip(" \t")))

    def content(self, offset: int) -> Range:
        """Give the range of what is written on the line of an offset, but for the indentation."""
        line = self.lines.range_of_line(self.lines.line(offset))
        written = self.text[line.start : line.end]
        start = line.start + len(written) - len(written.lstrip(" \t"))
        return self.rest(min(start, line.end))

    def words(self, place: Range) -> str:
        """Give the text of a range."""
        return self.text[place.start : place.end]


def clue(text: str, lines: Lines, error: yaml.MarkedYAMLError, loader: type) -> Clue:
    """Gather what an error of the parser says, in terms that are the same for every loader."""
    mark = error.problem_mark or error.context_mark
    place = min(mark.index if mark else len(text), len(text))
    around = error.context_mark
    return Clue(
        text=text,
        lines=lines,
        place=place,
        context=error.context or "",
        context_place=min(around.index, len(text)) if around else None,
        problem=error.problem or "",
        tokens=tuple(_tokens(text[:place], loader)),
    )


def _tokens(text: str, loader: type) -> Iterator[Token]:
    # Cut at the place of the complaint, the scanner gives up all that it has looked ahead at.
    try:
        for token in yaml.scan(text, Loader=loader):
            if not isinstance(token, (yaml.BlockEndToken, yaml.StreamEndToken)):
                style = getattr(token, "style", None) or ""
                yield Token(type(token), token.start_mark.index, token.end_mark.index, style)
    except (yaml.YAMLError, ValueError, OverflowError):
        return
