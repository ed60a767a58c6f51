"""A mandate in; how many meetings it allows, and where it says so, out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from uppdrag.model import Motesfrekvens, Uppdragshandling
from uppdrag.model.frequency import read_frequency
from uppdrag.source import Source
from uppdrag.source.pattern import lazy_pattern

_LEAVES_ROOM = lazy_pattern(
    r"\b(?:anpassas?|cirka|ca|c:a|ungefär|omkring|vid behov|efter behov|utifrån behov|behovsstyrt"
    r"|(?:i|som) regel|normalt|normalfallet|vanligtvis|(?:extra|fler|ytterligare)\s+möten?)\b",
    re.IGNORECASE,
)
_PARAGRAPH_END = lazy_pattern(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class Allowed:
    """How many meetings at most in each period, and the line of the file where that stands.

    `flexible` is true where the words themselves leave room for more.
    """

    most: int
    per: str
    flexible: bool
    line: int


def allowed(handling: Uppdragshandling, source: Source) -> Allowed | None:
    """Return how many meetings the mandate allows; None where it sets no limit that can be read."""
    for section in handling.avsnitt:
        for item in section.innehall:
            if isinstance(item, Motesfrekvens):
                path = (section.nyckel, item.nyckel)
                places = ((*path, "högst"), (*path, "text"), path)
                place = next(path for path in places if source.node(path) is not None)
                return _allowed(item, source.lines.line(source.range_of(place).start))
    return None


def _allowed(item: Motesfrekvens, line: int) -> Allowed | None:
    words = item.text.text if item.text is not None else ""
    most, per, about, as_needed = item.hogst, item.per, item.ungefar, item.vid_behov
    if item.minst is None and most is None:
        read = read_frequency(_PARAGRAPH_END.split(words)[0])
        most, per = read.most, per or read.per
        about, as_needed = about or read.about, as_needed or read.as_needed
    if most is None:
        return None
    flexible = about or as_needed or _LEAVES_ROOM.search(words) is not None
    return Allowed(most, per or "år", flexible, line)
