"""The numbering of a Word file in; the place in its list of each paragraph, one after another, out.

After ECMA-376 Part 1, 17.9: levels count on until one above them counts, unless they say otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from uppdrag.importing.word.file import ListPlace
from uppdrag.importing.word.markup import W, number, value

if TYPE_CHECKING:
    from lxml.etree import _Element

DEEPEST = 8
"""The deepest level that Word has, counted from 0."""

_PLACE = re.compile(r"%([1-9])")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LETTERS = 26


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how it counts, what it prints, where it begins."""

    form: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """A list that paragraphs name: the definition that it counts by, its levels and new starts."""

    definition: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]


@dataclass(slots=True)
class Numbering:
    """Counts the paragraphs of all lists, in reading order."""

    lists: Mapping[str, Listed] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    begun: set[tuple[str, int]] = field(default_factory=set)

    def place(self, list_id: str, level: int) -> ListPlace | None:
        """Return the place of the next paragraph of a list; None for one without markers."""
        listed = self.lists.get(list_id)
        level = min(max(level, 0), DEEPEST)
        if listed is None:
            # Word shows nothing for a list that is not there; the paragraph was meant to be in one.
            return ListPlace(level, list_id=list_id) if list_id not in {"", "0"} else None
        own = listed.levels.get(level, Level("bullet", "•"))
        if own.form == "bullet":
            return ListPlace(level, None, own.text or "•", list_id)
        counted = self._count(list_id, listed, level)
        if own.form == "none" or not own.text:
            return None
        counts = self.counts[listed.definition]
        label = _PLACE.sub(lambda found: _shown(listed, counts, int(found[1]) - 1), own.text)
        return ListPlace(level, counted, label, list_id)

    def _count(self, list_id: str, listed: Listed, level: int) -> int:
        counts = self.counts.setdefault(listed.definition, {})
        own = listed.levels.get(level, Level())
        if level in listed.starts and (list_id, level) not in self.begun:
            counts[level] = listed.starts[level]
        elif level in counts:
            counts[level] += 1
        else:
            counts[level] = own.start
        self.begun.add((list_id, level))
        for deeper in [at for at in counts if at > level]:
            restart = listed.levels.get(deeper, Level()).restart
            if restart is None or (restart and level < restart):
                del counts[deeper]
        return counts[level]


def _shown(listed: Listed, counts: Mapping[int, int], level: int) -> str:
    own = listed.levels.get(level, Level())
    return _written(counts.get(level, own.start), own.form)


def _written(count: int, form: str) -> str:
    """Return a number as a list writes it; after 26 letters they are doubled, as Word does."""
    if count > 0 and form in {"lowerLetter", "upperLetter"}:
        times, letter = divmod(count - 1, _LETTERS)
        written = chr(ord("a") + letter) * min(times + 1, _LETTERS)
    elif 0 < count < 4000 and form in {"lowerRoman", "upperRoman"}:  # noqa: PLR2004 - Roman ends there
        written = _roman(count)
    elif form == "decimalZero":
        return f"{count:02}"
    else:
        return str(count)
    return written.upper() if form.startswith("upper") else written


def _roman(count: int) -> str:
    written = ""
    for worth, signs in _ROMAN:
        times, count = divmod(count, worth)
        written += signs * times
    return written


def read_numbering(root: _Element | None) -> Numbering:
    """Return the counting of a numbering part; one that knows no list where there is none."""
    if root is None:
        return Numbering()
    definitions = {value(a, "abstractNumId"): a for a in root.iterfind(f"{W}abstractNum")}
    linked = {
        value(link): definition
        for definition in definitions.values()
        if (link := definition.find(f"{W}styleLink")) is not None
    }
    lists = {}
    for instance in root.iterfind(f"{W}num"):
        key = value(instance.find(f"{W}abstractNumId"))
        definition = definitions.get(key)
        if definition is None:
            continue
        definition = linked.get(value(definition.find(f"{W}numStyleLink")), definition)
        lists[value(instance, "numId")] = _listed(key, definition, instance)
    return Numbering(lists)


def _listed(key: str, definition: _Element, instance: _Element) -> Listed:
    levels = {number(level, "ilvl"): _level(level) for level in definition.iterfind(f"{W}lvl")}
    starts = {}
    for override in instance.iterfind(f"{W}lvlOverride"):
        at = number(override, "ilvl")
        if (own := override.find(f"{W}lvl")) is not None:
            levels[at] = _level(own)
        if (start := override.find(f"{W}startOverride")) is not None:
            starts[at] = number(start, default=1)
            levels[at] = replace(levels.get(at, Level()), start=starts[at])
    return Listed(key, levels, starts)


def _level(element: _Element) -> Level:
    form = value(element.find(f"{W}numFmt")) or "decimal"
    restart = element.find(f"{W}lvlRestart")
    return Level(
        form,
        value(element.find(f"{W}lvlText")),
        number(element.find(f"{W}start"), default=0 if form == "bullet" else 1),
        None if restart is None else number(restart),
    )
