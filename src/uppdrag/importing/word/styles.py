"""The styles of a Word file in; what a style says of headings, bold, size and lists out.

A style says what it does not say itself through the one that it is based on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from uppdrag.importing.word.markup import W, is_on, number, value

if TYPE_CHECKING:
    from lxml.etree import _Element

USUAL_SIZE = 20
"""Half points of letters of which nothing is said (ECMA-376 Part 1, 17.3.2.38)."""

BODY_LEVEL = 9
"""The outline level of what is no heading, counted from 0."""

_HEADING = re.compile(
    r"(?:heading|rubrik|überskrift|overskrift)[ _]?([1-9])(?:\b.*)?", re.IGNORECASE
)
_TITLE = re.compile(r"title|titel|rubrik|document ?title|dokument(?:titel|rubrik)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Style:
    """One style as it is written, without what it takes from others."""

    name: str
    based_on: str = ""
    outline: int | None = None
    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    size: int | None = None
    list_id: str | None = None
    level: int | None = None


@dataclass(frozen=True)
class Styles:
    """All styles by id, and the default of paragraphs."""

    styles: dict[str, Style] = field(default_factory=dict)
    default: str = ""
    size: int = USUAL_SIZE

    def name(self, style_id: str) -> str:
        """Return the name of a paragraph's style."""
        found = self.styles.get(style_id or self.default)
        return found.name if found is not None else style_id or "Normal"

    def chain(self, style_id: str) -> Iterator[Style]:
        """Yield the style and those that it is based on, nearest first."""
        seen: set[str] = set()
        at = style_id or self.default
        while at in self.styles and at not in seen:
            seen.add(at)
            yield self.styles[at]
            at = self.styles[at].based_on

    def heading(self, style_id: str) -> int | None:
        """Return the level of the headings that a style is for: 0 a title, None no heading."""
        return self._headings.get(style_id) if style_id else None

    def bold(self, style_id: str) -> bool:
        """Tell whether a style makes letters bold."""
        return next((s.bold for s in self.chain(style_id) if s.bold is not None), False)

    def italic(self, style_id: str) -> bool:
        """Tell whether a style makes letters italic."""
        return next((s.italic for s in self.chain(style_id) if s.italic is not None), False)

    def letters(self, style_id: str) -> int:
        """Return the size of a style's letters in half points."""
        return next((s.size for s in self.chain(style_id) if s.size is not None), self.size)

    def numbering(self, style_id: str) -> tuple[str, int] | None:
        """Return the list that a style puts paragraphs in and the level, if it does."""
        chain = list(self.chain(style_id))
        list_id = next((s.list_id for s in chain if s.list_id is not None), None)
        level = next((s.level for s in chain if s.level is not None), 0)
        return None if list_id is None else (list_id, level)

    @cached_property
    def _headings(self) -> dict[str, int]:
        found = {}
        for style_id in self.styles:
            levels = (_level(style) for style in self.chain(style_id))
            level = next((level for level in levels if level is not None), None)
            if level is not None and level <= BODY_LEVEL:
                found[style_id] = level
        return found


def _level(style: Style) -> int | None:
    if found := _HEADING.fullmatch(style.name.strip()):
        return int(found[1])
    if _TITLE.fullmatch(style.name.strip()):
        return 0
    if style.outline is None:
        return None
    return style.outline + 1


def read_styles(root: _Element | None) -> Styles:
    """Return the styles of a part of styles; none where there is no such part."""
    if root is None:
        return Styles()
    size = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}sz")
    styles = {}
    default = ""
    for element in root.iterfind(f"{W}style"):
        style_id = value(element, "styleId")
        styles[style_id] = _style(element)
        if value(element, "type") == "paragraph" and value(element, "default") in {"1", "true"}:
            default = style_id
    return Styles(styles, default, number(size, default=USUAL_SIZE))


def _style(element: _Element) -> Style:
    paragraph, letters = element.find(f"{W}pPr"), element.find(f"{W}rPr")
    outline = _in(paragraph, "outlineLvl")
    numbering = _in(paragraph, "numPr")
    list_id, level = _in(numbering, "numId"), _in(numbering, "ilvl")
    size = _in(letters, "sz")
    return Style(
        name=value(element.find(f"{W}name")) or value(element, "styleId"),
        based_on=value(element.find(f"{W}basedOn")),
        outline=None if outline is None else number(outline, default=BODY_LEVEL),
        bold=is_on(_in(letters, "b")),
        italic=is_on(_in(letters, "i")),
        hidden=is_on(_in(letters, "vanish")),
        size=None if size is None else number(size, default=USUAL_SIZE),
        list_id=None if list_id is None else value(list_id),
        level=None if level is None else number(level),
    )


def _in(element: _Element | None, name: str) -> _Element | None:
    return None if element is None else element.find(f"{W}{name}")
