"""The styles, lists and settings of the Word template, before the theme gives them measures.

Written as WordprocessingML, because that is what decides; `0` stands where a measure will be.
"""

from __future__ import annotations

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
ROOT = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:{{0}} xmlns:w="{W}">'

_PITCH = '<w:spacing w:line="0" w:lineRule="atLeast"/>'
_LINE = '<w:spacing w:before="0" w:after="0" w:line="0" w:lineRule="atLeast"/>'
_SPACE = '<w:spacing w:before="0" w:after="0"/>'
_SINGLE = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
_HEADING = "<w:keepNext/><w:keepLines/>" + _LINE
_ENDS = ("", "2", "3")
"""What Word's own names for the levels of a list end in."""

_HANGING = '<w:ind w:left="0" w:hanging="0"/>'
_SIZE = '<w:color w:val="000000"/><w:sz w:val="0"/><w:szCs w:val="0"/>'
_BOLD = "<w:b/><w:bCs/>"
_BOX = "".join(
    f'<w:{side} w:val="single" w:sz="{thick}" w:space="{space}" w:color="000000"/>'
    for side, thick, space in (("top", 4, 5), ("left", 18, 8), ("bottom", 4, 6), ("right", 4, 8))
)


def _numbered(number: int, level: int) -> str:
    below = f'<w:ilvl w:val="{level}"/>' if level else ""
    return f'<w:numPr>{below}<w:numId w:val="{number}"/></w:numPr>'


_NOTE = (
    f'<w:keepLines/><w:pBdr>{_BOX}</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="FFFFFF"/>'
    '<w:ind w:left="200" w:right="180"/>'
)

# id, name, based on, next, paragraph properties, run properties
_PARAGRAPHS = (
    ("Heading1", "heading 1", "Normal", "Normal", f'{_HEADING}<w:outlineLvl w:val="0"/>', _BOLD),
    ("Heading2", "heading 2", "Normal", "Normal", f'{_HEADING}<w:outlineLvl w:val="1"/>', _BOLD),
    ("Heading3", "heading 3", "Normal", "Normal", f'{_HEADING}<w:outlineLvl w:val="2"/>', _BOLD),
    ("Ingress", "Ingress", "Normal", "", _PITCH, ""),
    ("Fakta", "Fakta", "Normal", "", _SPACE + _HANGING, ""),
    ("Faktafortsattning", "Fakta fortsättning", "Fakta", "", _HANGING, ""),
    ("Brevhuvud", "Brevhuvud", "Normal", "", _LINE, ""),
    ("Brevhuvudetikett", "Brevhuvud etikett", "Brevhuvud", "Brevhuvud", "<w:keepNext/>", ""),
    (
        "Anmarkning",
        "Anmärkning",
        "Normal",
        "",
        _NOTE,
        "",
    ),
    *(
        (
            f"{identity}{_ENDS[level]}",
            f"{name} {_ENDS[level]}".strip(),
            "Normal",
            "",
            properties,
            "",
        )
        for identity, name, number in (
            ("ListBullet", "List Bullet", 1),
            ("ListNumber", "List Number", 2),
            ("ListContinue", "List Continue", 0),
        )
        for level in (0, 1, 2)
        for properties in [
            (_numbered(number, level) if number else "")
            + _SPACE
            + (_HANGING if number else '<w:ind w:left="0"/>')
        ]
    ),
    ("Tabelltext", "Tabelltext", "Normal", "", _SPACE, ""),
    ("Tabellrubrik", "Tabellrubrik", "Tabelltext", "", "<w:keepNext/>", _BOLD),
    (
        "Tabellskiljare",
        "Tabellskiljare",
        "Normal",
        "Normal",
        '<w:spacing w:before="0" w:after="120" w:line="20" w:lineRule="exact"/>',
        '<w:sz w:val="2"/><w:szCs w:val="2"/>',
    ),
    ("Beslutsdatum", "Beslutsdatum", "Normal", "Namn", f"<w:keepNext/><w:keepLines/>{_SPACE}", ""),
    ("Namn", "Namn", "Normal", "Befattning", f"<w:keepNext/><w:keepLines/>{_SPACE}", ""),
    ("Befattning", "Befattning", "Normal", "", f"<w:keepNext/><w:keepLines/>{_SPACE}", ""),
    ("Header", "header", "Normal", "", _SINGLE, _SIZE),
    (
        "Footer",
        "footer",
        "Normal",
        "",
        f'<w:tabs><w:tab w:val="right" w:pos="0"/></w:tabs>{_SINGLE}',
        _SIZE,
    ),
)

_OWN = frozenset(
    {
        "Ingress",
        "Fakta",
        "Faktafortsattning",
        "Brevhuvud",
        "Brevhuvudetikett",
        "Anmarkning",
        "Tabelltext",
        "Tabellrubrik",
        "Tabellskiljare",
        "Beslutsdatum",
        "Namn",
        "Befattning",
    }
)


def styles() -> str:
    """Return the styles part."""
    return (
        ROOT.format("styles") + "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts/>"
        '<w:lang w:val="sv-SE" w:eastAsia="sv-SE" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
        '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" '
        'w:defUnhideWhenUsed="1" w:defQFormat="0" w:count="376"/>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        f"<w:qFormat/><w:pPr><w:widowControl/>{_LINE}</w:pPr>"
        f"<w:rPr>{_SIZE}</w:rPr></w:style>"
        + "".join(map(_paragraph, _PARAGRAPHS))
        + _OTHER
        + "</w:styles>"
    )


def _paragraph(style: tuple[str, str, str, str, str, str]) -> str:
    identity, name, based_on, following, properties, runs = style
    own = ' w:customStyle="1"' if identity in _OWN else ""
    after = f'<w:next w:val="{following}"/>' if following else ""
    run_properties = f"<w:rPr>{runs}</w:rPr>" if runs else ""
    return (
        f'<w:style w:type="paragraph"{own} w:styleId="{identity}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{based_on}"/>{after}<w:qFormat/><w:pPr>{properties}</w:pPr>'
        f"{run_properties}</w:style>"
    )


_CELL_MARGINS = (
    '<w:tblCellMar><w:top w:w="{0}" w:type="dxa"/><w:left w:w="{1}" w:type="dxa"/>'
    '<w:bottom w:w="{2}" w:type="dxa"/><w:right w:w="{3}" w:type="dxa"/></w:tblCellMar>'
)
_OTHER = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
    '<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/>'
    '<w:rPr><w:color w:val="000000"/><w:u w:val="single"/></w:rPr></w:style>'
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
    '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>'
    f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{_CELL_MARGINS.format(0, 108, 0, 108)}</w:tblPr>'
    "</w:style>"
    '<w:style w:type="table" w:customStyle="1" w:styleId="Brevhuvudrad">'
    '<w:name w:val="Brevhuvud rad"/><w:basedOn w:val="TableNormal"/>'
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblBorders>'
    '<w:bottom w:val="single" w:sz="4" w:space="0" w:color="000000"/></w:tblBorders>'
    f"{_CELL_MARGINS.format(0, 0, 120, 0)}</w:tblPr></w:style>"
    '<w:style w:type="table" w:customStyle="1" w:styleId="Uppdragstabell">'
    '<w:name w:val="Uppdragstabell"/><w:basedOn w:val="TableNormal"/><w:qFormat/>'
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblBorders>'
    '<w:top w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    '<w:bottom w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    '<w:insideH w:val="single" w:sz="4" w:space="0" w:color="000000"/></w:tblBorders>'
    f"{_CELL_MARGINS.format(60, 100, 60, 100)}</w:tblPr>"
    '<w:tblStylePr w:type="firstRow"><w:tcPr>'
    '<w:shd w:val="clear" w:color="auto" w:fill="FFFFFF"/></w:tcPr></w:tblStylePr></w:style>'
)

_MARKERS = ("•", "–", "◦")


def numbering() -> str:
    """Return the lists: bullets and numbers of three levels, bound to their styles."""
    bullets = "".join(
        _level(level, "bullet", marker, f"ListBullet{_ENDS[level]}")
        for level, marker in enumerate(_MARKERS)
    )
    numbers = "".join(
        _level(level, "decimal", f"%{level + 1}.", f"ListNumber{_ENDS[level]}")
        for level in range(3)
    )
    return (
        ROOT.format("numbering")
        + _abstract(0, bullets)
        + _abstract(1, numbers)
        + '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        + '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    )


def _abstract(number: int, levels: str) -> str:
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="5A0{number}C0DE"/>'
        f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    )


def _level(level: int, kind: str, text: str, style: str) -> str:
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:pStyle w:val="{style}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f"<w:pPr>{_HANGING}</w:pPr></w:lvl>"
    )


_COMPATIBILITY = "".join(
    f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" '
    f'w:val="{value}"/>'
    for name, value in (
        ("compatibilityMode", 15),
        ("overrideTableStyleFontSizeAndJustification", 1),
        ("enableOpenTypeFeatures", 1),
        ("doNotFlipMirrorIndents", 1),
        ("differentiateMultirowTableHeaders", 1),
        ("useWord2013TrackBottomHyphenation", 0),
    )
)


def settings() -> str:
    """Return the settings part: no hyphenation, Word 2013's way of setting, Swedish signs."""
    return (
        ROOT.format("settings") + '<w:zoom w:percent="100"/><w:defaultTabStop w:val="1304"/>'
        '<w:autoHyphenation w:val="0"/><w:characterSpacingControl w:val="doNotCompress"/>'
        f'<w:compat>{_COMPATIBILITY}</w:compat><w:themeFontLang w:val="sv-SE"/>'
        '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )
