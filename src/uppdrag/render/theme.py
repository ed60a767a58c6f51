"""A theme file's data in; the measures, colours and words that every renderer obeys out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Fonts:
    """The family that Word names and the one that the PDF embeds."""

    word: str
    pdf: str


@dataclass(frozen=True, slots=True)
class Sizes:
    """Font sizes in points."""

    body: float
    lead: float
    title: float
    heading: float
    subheading: float
    letterhead: float
    header: float
    footer: float


@dataclass(frozen=True, slots=True)
class LineHeights:
    """The distance from baseline to baseline in points."""

    body: float
    lead: float
    title: float
    heading: float
    subheading: float
    letterhead: float


@dataclass(frozen=True, slots=True)
class Spacing:
    """White space in points."""

    after_paragraph: float
    after_item: float
    before_heading: float
    after_heading: float
    before_subheading: float
    after_subheading: float
    after_title: float
    before_signature: float


@dataclass(frozen=True, slots=True)
class Page:
    """The page and its margins in millimetres; header and footer measure from the edge."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    header: float
    footer: float


@dataclass(frozen=True, slots=True)
class Indents:
    """Indents in millimetres: of each list level, and of a value behind its label."""

    item: float
    label: float


@dataclass(frozen=True, slots=True)
class Colours:
    """Colours as `#RRGGBB`; the last three are of what a revision added, removed and moved."""

    text: str
    line: str
    surface: str
    muted: str
    added: str
    removed: str
    moved: str


@dataclass(frozen=True, slots=True)
class Sender:
    """Who sends: the name at the foot of each page, or a logo (height in millimetres).

    `logo` is a path relative to the theme's folder, or empty.
    """

    organisation: str
    footer: str
    logo: str
    logo_height: float
    logo_alt: str


@dataclass(frozen=True, slots=True)
class Theme:
    """Everything of the look that is data."""

    fonts: Fonts
    sizes: Sizes
    line_heights: LineHeights
    spacing: Spacing
    page: Page
    indents: Indents
    colours: Colours
    sender: Sender


_NAMES: Mapping[str, tuple[type, Mapping[str, str]]] = {
    "typsnitt": (Fonts, {"word": "word", "pdf": "pdf"}),
    "storlek": (
        Sizes,
        {
            "brödtext": "body",
            "ingress": "lead",
            "titel": "title",
            "rubrik": "heading",
            "underrubrik": "subheading",
            "brevhuvud": "letterhead",
            "sidhuvud": "header",
            "sidfot": "footer",
        },
    ),
    "radhöjd": (
        LineHeights,
        {
            "brödtext": "body",
            "ingress": "lead",
            "titel": "title",
            "rubrik": "heading",
            "underrubrik": "subheading",
            "brevhuvud": "letterhead",
        },
    ),
    "luft": (
        Spacing,
        {
            "efter_stycke": "after_paragraph",
            "efter_punkt": "after_item",
            "före_rubrik": "before_heading",
            "efter_rubrik": "after_heading",
            "före_underrubrik": "before_subheading",
            "efter_underrubrik": "after_subheading",
            "efter_titel": "after_title",
            "före_namnteckning": "before_signature",
        },
    ),
    "sida": (
        Page,
        {
            "bredd": "width",
            "höjd": "height",
            "topp": "top",
            "botten": "bottom",
            "vänster": "left",
            "höger": "right",
            "sidhuvud": "header",
            "sidfot": "footer",
        },
    ),
    "indrag": (Indents, {"punkt": "item", "etikett": "label"}),
    "färg": (
        Colours,
        {
            "text": "text",
            "linje": "line",
            "yta": "surface",
            "dämpad": "muted",
            "tillagt": "added",
            "borttaget": "removed",
            "flyttat": "moved",
        },
    ),
    "avsändare": (
        Sender,
        {
            "organisation": "organisation",
            "sidfot": "footer",
            "logotyp": "logo",
            "logotyp_höjd": "logo_height",
            "logotyp_alternativtext": "logo_alt",
        },
    ),
}


def read_theme(*layers: Mapping[str, Any]) -> Theme:
    """Return the theme that checked theme data describes; a later layer overrides an earlier.

    The first layer is complete (the theme that ships), the others may hold single values.
    """
    groups = []
    for group, (kind, names) in _NAMES.items():
        merged: dict[str, Any] = {}
        for layer in layers:
            merged |= {k: v for k, v in (layer.get(group) or {}).items() if v is not None}
        values = {
            field: _value(merged[name], numeric=kind.__annotations__[field] == "float")
            for name, field in names.items()
        }
        groups.append(kind(**values))
    return Theme(*groups)


def _value(value: str, *, numeric: bool) -> str | float:
    return float(value) if numeric else value
