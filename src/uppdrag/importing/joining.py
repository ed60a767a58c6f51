"""Two lines, or two paragraphs, in; whether the second goes on with the first out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from uppdrag.importing.block import Passage
from uppdrag.importing.landmark import is_heading_line, is_landmark
from uppdrag.importing.lines import Line
from uppdrag.importing.people import is_name
from uppdrag.importing.timetable import post_of

NARROWEST, WIDEST = 50, 120
"""Columns between which a text may have been broken by its line width."""

FULL = 0.85
"""The part of the width that a line fills when its sentence ended there by chance."""

SHORTEST_BROKEN = 40
"""Characters; a shorter line before a blank one is no paragraph that was broken there."""

LONG_HEADING = 4
"""Words; a line with a shorter heading is one, whatever the next line begins with."""

_STOP = (".", ":", ";", "!", "?")
_GOES_ON = (",", " för", " och")
_ENUMERATION = re.compile(r"[a-zåäö]\)\s")
_MID_SENTENCE = re.compile(r"[\w,–-]")


def width_of(lines: Sequence[Line]) -> int | None:
    """Return the width that the text seems to have been broken to, or None."""
    widest = max((len(line.text) for line in lines), default=0)
    return widest if NARROWEST <= widest <= WIDEST else None


def goes_on(before: Line, line: Line, width: int | None) -> bool:
    """Tell whether a line goes on with the paragraph of the line right above it."""
    if _stands_apart(before, line):
        return False
    stopped = before.text.endswith(_STOP)
    if (line.content[:1].islower() and not stopped) or before.text.endswith(_GOES_ON):
        return True
    if width is None:
        return False
    first_word = line.content.split(maxsplit=1)[0]
    filled = len(before.text) + 1 + len(first_word) > width
    return filled and (not stopped or len(before.text) >= FULL * width)


def _stands_apart(before: Line, line: Line) -> bool:
    """Tell whether what two lines are about keeps them apart, however full the first one is."""
    return (
        is_landmark(line.content)
        or (is_heading_line(before.content) and not _is_body(before, line))
        or is_name(before.content)
        or _ENUMERATION.match(line.content) is not None
        or "\t" in line.content
        or (post_of(before.content) is not None and post_of(line.content) is not None)
    )


def _is_body(before: Line, line: Line) -> bool:
    """Tell whether a line with a heading's words is the beginning of a sentence: it goes on."""
    is_long = len(before.content.split()) >= LONG_HEADING and before.content[0].isalpha()
    return is_long and line.content[:1].islower()


def is_broken(first: Passage, rest: Passage) -> bool:
    """Tell whether a blank line between two paragraphs breaks a sentence."""
    return (
        len(first.text) >= SHORTEST_BROKEN
        and rest.text[:1].islower()
        and _MID_SENTENCE.fullmatch(first.text[-1]) is not None
        and not _ENUMERATION.match(rest.text)
        and not is_landmark(first.text)
        and not is_landmark(rest.text)
    )
