"""A template's parts and settings in; the parts with those settings written out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from lxml import etree

from uppdrag.render.docx.look import DEFAULTS, Setting

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

ORDER = {
    parent: {name: place for place, name in enumerate(names.split())}
    for parent, names in {
        "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr "
        "suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct "
        "topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind "
        "contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
        "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
        "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss "
        "imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs "
        "highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish "
        "oMath rPrChange",
        "pBdr": "top left bottom right between bar",
        "tblBorders": "top left bottom right insideH insideV",
        "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize "
        "tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption "
        "tblDescription",
        "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden "
        "unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr "
        "trPr tcPr tblStylePr",
    }.items()
}
"""The order that the schema wants children in (ECMA-376 Part 1, annex A)."""


def dress_styles(styles: bytes, settings: Iterable[Setting]) -> bytes:
    """Return the styles part with the settings; a style that the template lacks is passed over."""
    root = etree.fromstring(styles)
    by_name = {
        name.get(_w("val")): style
        for style in root.iter(_w("style"))
        if (name := style.find(_w("name"))) is not None
    }
    for setting in settings:
        style = by_name.get(setting.style)
        if setting.style == DEFAULTS:
            style = root.find(f"{_w('docDefaults')}/{_w('rPrDefault')}")
        if style is not None:
            _reach(style, setting.place).set(_w(setting.attribute), setting.value)
    return _bytes(root)


def dress_numbering(numbering: bytes, ids: Mapping[str, str], settings: Iterable[Setting]) -> bytes:
    """Return the numbering part with the indents of list styles; `ids` are style ids by name.

    A numbered paragraph takes its indents from the level, not from the style bound to it.
    """
    root = etree.fromstring(numbering)
    wanted = [setting for setting in settings if setting.place == "pPr/ind"]
    for level in root.iter(_w("lvl")):
        bound = level.find(_w("pStyle"))
        for setting in wanted:
            if bound is not None and bound.get(_w("val")) == ids.get(setting.style):
                _reach(level, setting.place).set(_w(setting.attribute), setting.value)
    return _bytes(root)


def dress_pages(document: str, settings: Iterable[Setting]) -> str:
    """Return the document part, as text that may hold template tags, with its page settings."""
    for setting in settings:
        document = re.sub(
            rf'(<w:{setting.place}\b[^>]*?\bw:{setting.attribute}=)"[^"]*"',
            rf'\g<1>"{setting.value}"',
            document,
        )
    return document


def _reach(element: _Element, place: str) -> _Element:
    """Return the element at a path, made in its place in the schema's order where it is missing."""
    for name in place.split("/"):
        child = element.find(_w(name))
        if child is None:
            child = etree.SubElement(element, _w(name))
            order = ORDER.get(etree.QName(element).localname, {})
            before = [
                index
                for index, sibling in enumerate(element)
                if order.get(etree.QName(sibling).localname, 0) > order.get(name, 0)
            ]
            if before:
                element.insert(before[0], child)
        element = child
    return element


def _w(name: str) -> str:
    return f"{{{W}}}{name}"


def _bytes(root: _Element) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
