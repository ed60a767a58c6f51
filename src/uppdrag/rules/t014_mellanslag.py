"""T014: a mandate's source in; a remark for each white space too many inside a value out.

Nothing of it is printed, but it hides in the file and shows as a change where none was meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from uppdrag.rules.subject import Remark, Subject
from uppdrag.source import NodePath, Range, Scalar, Style
from uppdrag.source.pattern import lazy_pattern

_BLOCKS = frozenset({Style.LITERAL, Style.FOLDED})
_MARK = r"[.,;:?!](?=[\s”\"'’»)]|\Z)"
# The space comes first: then the search leaps from space to space.
_SUPERFLUOUS = lazy_pattern(rf" (?<=\S )(?=[ \r\n]|\Z|{_MARK})")
_GAP = lazy_pattern(rf"(?<=\S)(?P<spaces> +)(?P<mark>{_MARK})?")
_WIDE = lazy_pattern(r"(?<=\S) {2,}(?=\S)")
_MARKER = lazy_pattern(r"\s*(?:[-*+]|\d{1,9}[.)])(?= )")
_LINE = lazy_pattern(r"[^\r\n]+")
_NUMBERS = {1: "två", 2: "tre"}
_SHOWN = 60
_COLUMNS = 4
"""Spaces; so many in a row are meant to set words under one another."""


def superfluous_space(subject: Subject) -> Iterator[Remark]:
    """Yield a remark for two spaces in a row, one before a mark, and those that end a line."""
    text = subject.source.text
    if not _SUPERFLUOUS.search(text):
        return
    for path, scalar in subject.source.scalars():
        start, end = _content(text, scalar)
        if _SUPERFLUOUS.search(text, start, end):
            for line in _LINE.finditer(text, start, end):
                yield from _in_line(path, scalar, line)


def _content(text: str, scalar: Scalar) -> tuple[int, int]:
    """Return where the words of a value begin and end: a block has whole lines, after its sign."""
    start, end = scalar.range.start, scalar.range.end
    if scalar.style not in _BLOCKS:
        return start, end
    while text[end - 1] != "\n" and text.startswith(" ", end):
        end += 1
    return text.find("\n", start, end) + 1 or end, end


def _in_line(path: NodePath, scalar: Scalar, line: re.Match[str]) -> Iterator[Remark]:
    words = line[0]
    if words.lstrip().startswith("|"):
        return
    has_columns = len(_WIDE.findall(words)) > 1
    marker = _MARKER.match(words)
    for gap in _GAP.finditer(words):
        start, end = gap.span("spaces")
        before = words[max(0, start - _SHOWN) : start].split()[-1]
        if end == len(words):
            if scalar.style not in _BLOCKS:
                continue
            message = f"Raden slutar med mellanslag efter ”{before}”. Ta bort dem."
        elif gap["mark"]:
            message = f"Det står mellanslag före ”{gap['mark']}”. Ta bort det."
        elif (
            1 < end - start < _COLUMNS
            and not has_columns
            and not (marker and marker.end() == start)
        ):
            start += 1
            message = f"Det står {_NUMBERS[end - start]} mellanslag efter ”{before}”. Skriv ett."
        else:
            continue
        at = line.start()
        yield Remark(Range(at + start, at + end), message, path, "")
