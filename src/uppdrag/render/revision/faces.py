"""What a stretch of text is in; how a terminal shows it, with colour or with signs, out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import TypeAlias


class Look(Enum):
    """What a stretch of text is, for a terminal to show."""

    KEPT = auto()
    STRONG = auto()
    ASIDE = auto()
    OLD = auto()
    NEW = auto()
    OLD_LINE = auto()
    NEW_LINE = auto()
    AWAY = auto()
    HERE = auto()


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text on its way to the terminal."""

    text: str
    look: Look = Look.KEPT


@dataclass(frozen=True, slots=True)
class Face:
    """How a look is shown: a terminal's sequence before it, or signs around it."""

    sequence: str = ""
    opening: str = ""
    closing: str = ""


Style: TypeAlias = Mapping[Look, Face]

PLAIN: Style = {
    Look.OLD: Face(opening="[-", closing="-]"),
    Look.NEW: Face(opening="{+", closing="+}"),
}
"""Signs and no colours, as `wdiff` and `git diff --word-diff` write them."""

_RED_STRUCK = Face("\x1b[31;9m")
_GREEN_UNDERLINED = Face("\x1b[32;4m")
COLOUR: Style = {
    Look.STRONG: Face("\x1b[1m"),
    Look.ASIDE: Face("\x1b[2m"),
    Look.OLD: _RED_STRUCK,
    Look.NEW: _GREEN_UNDERLINED,
    Look.OLD_LINE: _RED_STRUCK,
    Look.NEW_LINE: _GREEN_UNDERLINED,
    Look.AWAY: Face("\x1b[36;9m"),
    Look.HERE: Face("\x1b[36;4m"),
}
"""Red and struck through, green and underlined: never by colour alone."""

_END = "\x1b[0m"
_NO_FACE = Face()


def signed(spans: Iterable[Span], style: Style) -> list[Span]:
    """Return the spans with the style's signs as part of their text.

    Where it has none, a space parts the words that went from those that came.
    """
    out: list[Span] = []
    for span in spans:
        face = style.get(span.look, _NO_FACE)
        if not face.opening and out and (out[-1].look, span.look) == (Look.OLD, Look.NEW):
            out.append(Span(" "))
        out.append(Span(_signed(span.text, face), span.look))
    return out


def _signed(text: str, face: Face) -> str:
    """Return the text with its signs close to its words, spaces outside."""
    words = text.strip(" ")
    if not words:
        return text
    before, _, after = text.partition(words)
    return f"{before}{face.opening}{words}{face.closing}{after}"


def painted(spans: Iterable[Span], style: Style) -> str:
    """Return the spans of one line as a terminal takes them."""
    return "".join(_painted(span, style) for span in _joined(spans))


def _painted(span: Span, style: Style) -> str:
    sequence = style.get(span.look, _NO_FACE).sequence
    return f"{sequence}{span.text}{_END}" if sequence and span.text.strip() else span.text


def _joined(spans: Iterable[Span]) -> list[Span]:
    out: list[Span] = []
    for span in spans:
        if out and out[-1].look is span.look:
            out[-1] = Span(out[-1].text + span.text, span.look)
        else:
            out.append(span)
    return out
