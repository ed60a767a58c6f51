"""The styles of an OpenDocument text in; what a style makes of its text out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
XLINK = "{http://www.w3.org/1999/xlink}"

_DEEPEST = 20
_TITLES = frozenset({"title", "titel", "rubrik"})


@dataclass(frozen=True, slots=True)
class Look:
    """How a style sets its text; None where it says nothing."""

    bold: bool | None = None
    italic: bool | None = None
    parent: str = ""
    level: int | None = None
    name: str = ""


class Styles:
    """The styles of a file, by name, and which lists are numbered."""

    def __init__(self, *parts: Any) -> None:
        self.looks: dict[str, Look] = {}
        self.numbered: dict[str, frozenset[int]] = {}
        for part in parts:
            if part is None:
                continue
            for style in part.iter(f"{STYLE}style"):
                self.looks[style.get(f"{STYLE}name", "")] = _look(style)
            for style in part.iter(f"{TEXT}list-style"):
                levels = frozenset(_levels(style))
                self.numbered[style.get(f"{STYLE}name", "")] = levels

    def bold(self, name: str) -> bool | None:
        """Tell whether a style is bold, by itself or by the one that it builds on."""
        return next((look.bold for look in self._chain(name) if look.bold is not None), None)

    def italic(self, name: str) -> bool | None:
        """Tell whether a style is italic."""
        return next((look.italic for look in self._chain(name) if look.italic is not None), None)

    def is_title(self, name: str) -> bool:
        """Tell whether a paragraph style is that of the document's title."""
        return any(look.name.casefold() in _TITLES for look in self._chain(name))

    def _chain(self, name: str) -> Iterator[Look]:
        for _ in range(_DEEPEST):
            look = self.looks.get(name)
            if look is None:
                return
            yield look
            name = look.parent


def _look(style: Any) -> Look:
    properties = style.find(f"{STYLE}text-properties")
    weight = properties.get(f"{FO}font-weight") if properties is not None else None
    slope = properties.get(f"{FO}font-style") if properties is not None else None
    return Look(
        None if weight is None else weight == "bold" or weight in {"600", "700", "800", "900"},
        None if slope is None else slope in {"italic", "oblique"},
        style.get(f"{STYLE}parent-style-name", ""),
        name=style.get(f"{STYLE}display-name") or style.get(f"{STYLE}name", ""),
    )


def _levels(style: Any) -> Iterator[int]:
    for level in style.iter(f"{TEXT}list-level-style-number"):
        number = level.get(f"{TEXT}level", "")
        if number.isdecimal() and level.get(f"{STYLE}num-format", "1"):
            yield int(number)
