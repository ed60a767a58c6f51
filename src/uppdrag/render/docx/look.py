"""A theme in; the values that it gives the styles and pages of a Word template out.

One table serves both the program that makes the template that ships and a folder that has a theme
of its own: what differs between two themes is what is written.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from uppdrag.render.docx.styles import BULLETS, MORE, NUMBERS, Style
from uppdrag.render.theme import Theme

DEFAULTS: Final = "docDefaults"

NOTE_PADDING: Final = 200
"""Twentieths of a point between the edge of a remark's box and its text."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One attribute of an element of a style; lengths are in Word's own units.

    `place` is the path of elements under the style (under the section for `page_settings`).
    """

    style: str
    place: str
    attribute: str
    value: str


def twips(points: float) -> int:
    """Return points as twentieths of a point."""
    return round(points * 20)


def millimetres(length: float) -> int:
    """Return millimetres as twentieths of a point."""
    return round(length * 1440 / 25.4)


def text_width(theme: Theme) -> int:
    """Return the width between the margins in twentieths of a point."""
    page = theme.page
    return millimetres(page.width) - millimetres(page.left) - millimetres(page.right)


def page_settings(theme: Theme) -> Iterator[Setting]:
    """Yield the size and margins of the pages."""
    page = theme.page
    sizes = {"w": page.width, "h": page.height}
    margins = {
        "top": page.top,
        "right": page.right,
        "bottom": page.bottom,
        "left": page.left,
        "header": page.header,
        "footer": page.footer,
    }
    for attribute, length in sizes.items():
        yield Setting("", "pgSz", attribute, str(millimetres(length)))
    for attribute, length in margins.items():
        yield Setting("", "pgMar", attribute, str(millimetres(length)))


def style_settings(theme: Theme) -> Iterator[Setting]:
    """Yield what the theme decides of the styles."""
    for face in ("ascii", "hAnsi", "eastAsia", "cs"):
        yield Setting(DEFAULTS, "rPr/rFonts", face, theme.fonts.word)
    yield from _sizes(theme)
    yield from _spacing(theme)
    yield from _indents(theme)
    yield from _colours(theme)
    yield Setting(Style.FOOTER, "pPr/tabs/tab", "pos", str(text_width(theme)))


def _sizes(theme: Theme) -> Iterator[Setting]:
    sizes, heights = theme.sizes, theme.line_heights
    for style, size in (
        (Style.NORMAL, sizes.body),
        (Style.LEAD, sizes.lead),
        (Style.TITLE, sizes.title),
        (Style.HEADING, sizes.heading),
        (Style.SUBHEADING, sizes.subheading),
        (Style.LETTERHEAD, sizes.letterhead),
        (Style.HEADER, sizes.header),
        (Style.FOOTER, sizes.footer),
    ):
        for element in ("sz", "szCs"):
            yield Setting(style, f"rPr/{element}", "val", str(round(size * 2)))
    for style, height in (
        (Style.NORMAL, heights.body),
        (Style.LEAD, heights.lead),
        (Style.TITLE, heights.title),
        (Style.HEADING, heights.heading),
        (Style.SUBHEADING, heights.subheading),
        (Style.LETTERHEAD, heights.letterhead),
    ):
        yield Setting(style, "pPr/spacing", "line", str(twips(height)))


def _spacing(theme: Theme) -> Iterator[Setting]:
    space = theme.spacing
    between_items = (*BULLETS, *NUMBERS, *MORE, Style.FACT)
    after = {
        Style.NORMAL: space.after_paragraph,
        Style.TITLE: space.after_title,
        Style.HEADING: space.after_heading,
        Style.SUBHEADING: space.after_subheading,
        **dict.fromkeys(between_items, space.after_item),
    }
    for style, height in after.items():
        yield Setting(style, "pPr/spacing", "after", str(twips(height)))
    for style, twentieths in space_before(theme).items():
        yield Setting(style, "pPr/spacing", "before", str(twentieths))


def space_before(theme: Theme) -> dict[Style, int]:
    """Return the space before paragraphs of the styles that have one, in twentieths of a point."""
    space = theme.spacing
    return {
        Style.HEADING: twips(space.before_heading),
        Style.SUBHEADING: twips(space.before_subheading),
        Style.DECISION_DATE: twips(space.before_heading),
        Style.SIGNER_NAME: twips(space.before_signature),
    }


def _indents(theme: Theme) -> Iterator[Setting]:
    label = str(millimetres(theme.indents.label))
    yield Setting(Style.FACT, "pPr/ind", "left", label)
    yield Setting(Style.FACT, "pPr/ind", "hanging", label)
    yield Setting(Style.FACT_MORE, "pPr/ind", "left", label)
    for styles in (BULLETS, NUMBERS, MORE):
        for level, style in enumerate(styles, 1):
            left = str(millimetres(theme.indents.item * level))
            yield Setting(style, "pPr/ind", "left", left)
            if styles is not MORE:
                hanging = str(millimetres(theme.indents.item))
                yield Setting(style, "pPr/ind", "hanging", hanging)


def _colours(theme: Theme) -> Iterator[Setting]:
    colours = theme.colours
    for style, colour in (
        (Style.NORMAL, colours.text),
        (Style.LINK, colours.text),
        (Style.LETTERHEAD_LABEL, colours.muted),
        (Style.HEADER, colours.muted),
        (Style.FOOTER, colours.muted),
    ):
        yield Setting(style, "rPr/color", "val", _hexadecimal(colour))
    for style, place, colour in (
        (Style.NOTE, "pPr/pBdr/left", colours.line),
        (Style.NOTE, "pPr/pBdr/top", colours.surface),
        (Style.NOTE, "pPr/pBdr/bottom", colours.surface),
        (Style.NOTE, "pPr/pBdr/right", colours.surface),
        (Style.LETTERHEAD_TABLE, "tblPr/tblBorders/bottom", colours.line),
        (Style.TABLE, "tblPr/tblBorders/top", colours.line),
        (Style.TABLE, "tblPr/tblBorders/bottom", colours.line),
        (Style.TABLE, "tblPr/tblBorders/insideH", colours.line),
    ):
        yield Setting(style, place, "color", _hexadecimal(colour))
    yield Setting(Style.NOTE, "pPr/shd", "fill", _hexadecimal(colours.surface))
    yield Setting(Style.TABLE, "tblStylePr/tcPr/shd", "fill", _hexadecimal(colours.surface))


def _hexadecimal(colour: str) -> str:
    return colour.lstrip("#").upper()
