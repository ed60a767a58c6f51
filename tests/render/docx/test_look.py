"""A theme of a folder's own: what it says is written, and nothing else is touched."""

from __future__ import annotations

import struct
import zlib
from dataclasses import replace
from pathlib import Path

import pytest
from tests.render.docx.parts import document, find, parts, xml

from uppdrag.document.tree import Document
from uppdrag.findings.error import UppdragError
from uppdrag.render.docx import CompiledTemplate, apply_theme, compile_template, render, with_logo
from uppdrag.render.docx.dress import dress_numbering, dress_pages, dress_styles
from uppdrag.render.docx.look import page_settings, style_settings
from uppdrag.render.theme import Theme

STYLES, NUMBERING, DOCUMENT = "word/styles.xml", "word/numbering.xml", "word/document.xml"


def png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\0" * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def jpeg(width: int, height: int) -> bytes:
    frame = struct.pack(">BBHBHHB", 0xFF, 0xC0, 11, 8, height, width, 1) + b"\1\x11\0"
    return b"\xff\xd8\xff\xe0\x00\x04ab" + frame + b"\xff\xd9"


def test_the_shipped_theme_changes_nothing(template: CompiledTemplate, theme: Theme) -> None:
    assert apply_theme(template, theme, theme) is template


def test_the_template_that_ships_has_every_value_of_the_theme(
    template: CompiledTemplate, theme: Theme
) -> None:
    settings = list(style_settings(theme))
    assert dress_styles(template.parts[STYLES], settings) == template.parts[STYLES]
    ids = template.prepared.styles
    assert dress_numbering(template.parts[NUMBERING], ids, settings) == template.parts[NUMBERING]
    source = template.prepared.sources[DOCUMENT]
    assert dress_pages(source, page_settings(theme)) == source


def test_a_theme_of_its_own_reaches_styles_lists_and_pages(
    template: CompiledTemplate, theme: Theme, sample: Document
) -> None:
    own = replace(
        theme,
        fonts=replace(theme.fonts, word="Arial"),
        sizes=replace(theme.sizes, heading=16.0),
        line_heights=replace(theme.line_heights, body=16.0),
        spacing=replace(theme.spacing, before_signature=40.0),
        page=replace(theme.page, left=25.0),
        indents=replace(theme.indents, item=8.0),
        colours=replace(theme.colours, line="#005b89"),
    )
    data = render(sample, own, apply_theme(template, theme, own))
    styles = xml(data, STYLES)

    def value(style: str, path: str) -> list[str]:
        return find(styles, f"w:style[w:name/@w:val='{style}']/{path}")

    assert set(find(styles, "w:docDefaults//w:rFonts/@*")) == {"Arial"}
    assert value("heading 2", "w:rPr/w:sz/@w:val") == ["32"]
    assert value("Normal", "w:pPr/w:spacing/@w:line") == ["320"]
    assert value("Namn", "w:pPr/w:spacing/@w:before") == ["800"]
    assert value("List Bullet 2", "w:pPr/w:ind/@w:left") == ["907"]
    assert value("Anmärkning", "w:pPr/w:pBdr/w:left/@w:color") == ["005B89"]
    assert value("footer", "w:pPr/w:tabs/w:tab/@w:pos") == ["8788"]
    levels = find(xml(data, NUMBERING), "w:abstractNum/w:lvl[@w:ilvl='1']/w:pPr/w:ind/@w:left")
    assert levels == ["907", "907"]
    assert find(document(data), "//w:pgMar/@w:left") == ["1417"]


def test_what_the_themes_agree_on_stays_as_the_template_was_edited(
    template_file: Path, theme: Theme
) -> None:
    template = compile_template(template_file.read_bytes())
    edited = template.parts[STYLES].replace(b'<w:sz w:val="40"/>', b'<w:sz w:val="48"/>')
    officers = replace(template, parts={**template.parts, STYLES: edited})
    own = replace(theme, colours=replace(theme.colours, line="#005B89"))
    dressed = apply_theme(officers, theme, own).parts[STYLES]
    assert b'<w:sz w:val="48"/>' in dressed
    assert b"005B89" in dressed


def test_a_style_that_lacks_an_element_gets_it_in_its_place(
    template: CompiledTemplate, theme: Theme
) -> None:
    bare = template.parts[STYLES].replace(b'<w:spacing w:before="360"', b'<w:was w:before="360"')
    own = replace(theme, spacing=replace(theme.spacing, after_heading=9.0))
    dressed = apply_theme(replace(template, parts={**template.parts, STYLES: bare}), theme, own)
    assert b'<w:spacing w:after="180"/>' in dressed.parts[STYLES]


@pytest.mark.parametrize(
    ("image", "kind"),
    [
        (png(40, 10), "png"),
        (jpeg(40, 10), "jpeg"),
        (b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="10"/>', "png"),
    ],
)
def test_a_logo_stands_in_the_senders_place_as_high_as_the_theme_says(
    template: CompiledTemplate, theme: Theme, sample: Document, image: bytes, kind: str
) -> None:
    own = replace(theme, sender=replace(theme.sender, logo_alt='Regionens "märke"', footer="Rad"))
    data = render(sample, own, with_logo(template, own, image))
    for name in ("footer1", "footer2"):
        footer = xml(data, f"word/{name}.xml")
        (extent,) = footer.iter("{*}extent")
        assert (int(extent.get("cx")), int(extent.get("cy"))) == (
            pytest.approx(4 * 324_000, rel=0.01),
            324_000,
        )
        (properties,) = footer.iter("{*}docPr")
        assert properties.get("descr") == 'Regionens "märke"'
        text = "".join(footer.itertext())
        assert "Västra Götalandsregionen" not in text
        assert "Rad" in text
        relations = xml(data, f"word/_rels/{name}.xml.rels")
        assert [r.get("Target") for r in relations] == [f"media/avsandare.{kind}"]
    assert f"word/media/avsandare.{kind}" in parts(data)
    assert f'Extension="{kind}"'.encode() in parts(data)["[Content_Types].xml"]


@pytest.mark.parametrize("image", [b"", b"GIF89a", b"\xff\xd8\xff", b"<svg", png(0, 0)])
def test_a_logo_that_cannot_be_read_is_refused(
    template: CompiledTemplate, theme: Theme, image: bytes
) -> None:
    with pytest.raises(UppdragError, match="logotypen går inte att läsa"):
        with_logo(template, theme, image)
