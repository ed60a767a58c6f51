"""A scalar and the text it stands in come in; where each of its characters is written goes out.

The scalar is read a second time, by the rules of YAML 1.2 for its style (§7.3, §8.1) as libyaml
applies them, only when someone asks: the parser itself says nothing of escapes, folded lines and
stripped indentation.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from uppdrag.source.characters import normalised, printable
from uppdrag.source.node import Scalar, Style
from uppdrag.source.position import Range

_BREAK = re.compile(r"\r\n|\r|\n")
_PIECE = re.compile(
    r"""(?P<space>[ \t\r\n]+)
      | (?P<joined>\\(?:\r\n|\r|\n)[ \t\r\n]*)
      | (?P<escape>\\(?:x.{2}|u.{4}|U.{8}|.))
      | (?P<doubled>'')
      | (?P<plain>[^ \t\r\n\\']+|.)""",
    re.VERBOSE | re.DOTALL,
)
_ESCAPES = {
    **dict(zip("abtnvfre", "\a\b\t\n\v\f\r\x1b", strict=True)),
    **dict(zip("0N_LP", "\0\x85\xa0\u2028\u2029", strict=True)),
}
_HEADER = re.compile(r"[|>][-+0-9]*[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r|\n|\Z)")
_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")


@dataclass(frozen=True, slots=True)
class Offsets:
    """Where the characters of a scalar's text are written: start and end for each of them."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    whole: Range

    def range(self, start: int, end: int) -> Range:
        """Give the range in the file of the characters from start up to end."""
        start = max(0, min(start, len(self.starts)))
        end = max(start, min(end, len(self.starts)))
        if start < end:
            return Range(self.starts[start], self.ends[end - 1])
        if start < len(self.starts):
            return Range(self.starts[start], self.starts[start])
        edge = self.ends[-1] if self.ends else self.whole.start
        return Range(edge, edge)


class _Written(NamedTuple):
    """Characters of the value, and where in the file they come from.

    As many as the stretch is long, they are its characters one by one; else it is one character,
    written by all of the stretch.
    """

    characters: str
    start: int
    end: int

    def places(self) -> tuple[Iterable[int], Iterable[int]]:
        """Return the start and the end of each character."""
        if len(self.characters) == self.end - self.start:
            return range(self.start, self.end), range(self.start + 1, self.end + 1)
        return (self.start,), (self.end,)


@lru_cache(maxsize=512)
def scalar_offsets(text: str, scalar: Scalar) -> Offsets:
    """Give where each character of a scalar's NFC text is written in the text of its file."""
    source = _readable(text)
    if scalar.style in (Style.LITERAL, Style.FOLDED):
        return _composed(list(_block(source, scalar)), scalar)
    quote = 0 if scalar.style is Style.PLAIN else 1
    inside = Range(scalar.range.start + quote, scalar.range.end - quote)
    return _composed(list(_flow(source, inside, scalar.style)), scalar)


@lru_cache(maxsize=8)
def _readable(text: str) -> str:
    return printable(text)


def _flow(source: str, inside: Range, style: Style) -> Iterator[_Written]:
    at = inside.start
    while at < inside.end:
        found = _PIECE.match(source, at, inside.end)
        if found is None:  # pragma: no cover - the last alternative matches any character
            return
        kind, piece = found.lastgroup, found.group()
        if kind == "space":
            yield from _folded_space(piece, at)
        elif style is Style.DOUBLE and kind == "joined":
            yield from _line_breaks(piece, at)
        elif style is Style.DOUBLE and kind == "escape":
            yield _Written(_unescaped(piece), at, found.end())
        elif style is Style.SINGLE and kind == "doubled":
            yield _Written("'", at, found.end())
        elif kind == "plain":
            yield _Written(piece, at, found.end())
        else:
            yield _Written(source[at], at, at + 1)
            at += 1
            continue
        at = found.end()


def _unescaped(escape: str) -> str:
    letter = escape[1]
    if letter in "xuU":
        digits = escape[2:]
        return chr(int(digits, 16))
    return _ESCAPES.get(letter, letter)


def _folded_space(space: str, at: int) -> Iterator[_Written]:
    breaks = [found.span() for found in _BREAK.finditer(space)]
    if not breaks:
        yield _Written(space, at, at + len(space))
    elif len(breaks) == 1:
        yield _Written(" ", at, at + len(space))
    else:
        yield from _line_breaks(space, at)


def _line_breaks(space: str, at: int) -> Iterator[_Written]:
    """Give every line break of a run but the first, which only ends the line."""
    for number, found in enumerate(_BREAK.finditer(space)):
        if number:
            yield _Written("\n", at + found.start(), at + found.end())


class _Line(NamedTuple):
    content: str
    start: int
    line_break: str

    def breaks(self) -> list[_Written]:
        end = self.start + len(self.content)
        return [_Written("\n", end, end + len(self.line_break))] if self.line_break else []


def _block(source: str, scalar: Scalar) -> Iterator[_Written]:
    header = _HEADER.match(source, scalar.range.start)
    if header is None:  # pragma: no cover - the parser has accepted the header
        return
    lines = _without_indentation(_block_lines(source, header.end(), scalar.range.end), scalar.text)
    ending: list[_Written] = []  # the break of the last line with content
    between: list[_Written] = []  # the breaks of the empty lines after it
    after_blank = False
    for line in lines:
        if not line.content:
            between += line.breaks()
            continue
        blank = line.content[0] in " \t"
        folds = scalar.style is Style.FOLDED and ending and not after_blank and not blank
        if not folds:
            yield from ending
        elif not between:
            yield ending[0]._replace(characters=" ")
        yield from between
        after_blank = blank
        yield _Written(line.content, line.start, line.start + len(line.content))
        ending, between = line.breaks(), []
    if "-" not in header.group().partition("#")[0]:
        yield from ending
    if "+" in header.group().partition("#")[0]:
        yield from between


def _block_lines(source: str, first: int, end: int) -> list[_Line]:
    """Give the lines of a block scalar, with the blank ones that follow its last words."""
    lines = []
    at = first
    while at < len(source):
        found = _LINE.match(source, at)
        if found is None or (at >= end and found.group(1).strip(" \t")):
            break
        lines.append(_Line(found.group(1), at, found.group(2)))
        at = found.end()
    return lines


def _without_indentation(lines: list[_Line], text: str) -> list[_Line]:
    """Strip as much from each line as the value lacks of the first line with words.

    The indentation cannot be read off the block itself when its header states one, since that
    counts from the parent.
    """
    indentation = _lead(line.content for line in lines) - _lead(text.split("\n"))
    return [
        _Line(
            line.content[min(indentation, _spaces(line.content)) :],
            line.start + min(indentation, _spaces(line.content)),
            line.line_break,
        )
        for line in lines
    ]


def _lead(lines: Iterator[str] | list[str]) -> int:
    widest = 0
    for line in lines:
        if line.strip(" \t"):
            return _spaces(line)
        widest = max(widest, _spaces(line))
    return widest


def _spaces(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _composed(written: list[_Written], scalar: Scalar) -> Offsets:
    """Follow the characters through NFC, where several may become one and one several."""
    raw = printable("".join(item.characters for item in written))
    starts: list[int] = []
    ends: list[int] = []
    for item in written:
        first, last = item.places()
        starts.extend(first)
        ends.extend(last)
    if raw == scalar.text:
        return Offsets(tuple(starts), tuple(ends), scalar.range)
    starts, ends = _through_nfc(raw, starts, ends)
    if normalised(raw) != scalar.text or len(starts) != len(scalar.text):
        # Some script composes in a way unknown here: the whole scalar is still the truth.
        size = len(scalar.text)
        return Offsets((scalar.range.start,) * size, (scalar.range.end,) * size, scalar.range)
    return Offsets(tuple(starts), tuple(ends), scalar.range)


def _through_nfc(
    raw: str, starts: Sequence[int], ends: Sequence[int]
) -> tuple[list[int], list[int]]:
    composed_starts: list[int] = []
    composed_ends: list[int] = []
    for first, last in _clusters(raw):
        length = len(unicodedata.normalize("NFC", raw[first:last]))
        composed_starts += [starts[first]] * length
        composed_ends += [ends[last - 1]] * length
    return composed_starts, composed_ends


def _clusters(raw: str) -> Iterator[tuple[int, int]]:
    """Give the stretches that normalisation cannot reach across."""
    first = 0
    for at in range(1, len(raw)):
        if not _joins(raw[first:at], raw[at]):
            yield first, at
            first = at
    if raw:
        yield first, len(raw)


def _joins(before: str, character: str) -> bool:
    if character < "\u0300":
        return False
    if unicodedata.combining(character):
        return True
    together = unicodedata.normalize("NFC", before + character)
    apart = unicodedata.normalize("NFC", before) + unicodedata.normalize("NFC", character)
    return together != apart
