"""What stops a PDF: one Swedish message that names the file and the line, and no network."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.render.pdf.pages import read
from tests.render.pdf.trees import METADATA, paragraph

from uppdrag.document.tree import Document
from uppdrag.render.pdf import PdfRenderer
from uppdrag.render.pdf.error import RenderError
from uppdrag.render.theme import Theme

SHORT = Document(METADATA, (paragraph("Text"),))
HEAD = (
    '#set document(title: "T", date: datetime(year: 2030, month: 1, day: 1))\n'
    '#set text(font: "Carlito", lang: "sv", fallback: false)\n'
)
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20">%b</svg>'


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Return the path of a user's own template."""
    folder = tmp_path / "templates"
    folder.mkdir()
    return folder / "egen.typ"


def fault_of(template: Path, fonts: tuple[Path, ...], theme: Theme) -> str:
    with pytest.raises(RenderError) as caught:
        PdfRenderer(template, fonts, theme).render(SHORT)
    return str(caught.value)


def test_a_users_own_template_is_used(own: Path, fonts: tuple[Path, ...], theme: Theme):
    own.write_text(HEAD + '#import "del.typ": hej\n#hej', encoding="utf-8")
    (own.parent / "del.typ").write_text("// import av delar\n#let hej = [Hej]", encoding="utf-8")

    pdf = PdfRenderer(own, fonts, theme).render(SHORT)

    assert read(pdf).pages[0].extract_text() == "Hej"


def test_a_template_is_proved_without_a_document(
    own: Path, template: Path, fonts: tuple[Path, ...], theme: Theme
):
    own.write_text(HEAD + '#json("handling.json").metadata.tittel', encoding="utf-8")

    with pytest.raises(RenderError, match=r"egen\.typ:3:.*fältet ”tittel” finns inte"):
        PdfRenderer(own, fonts, theme).prove()
    assert PdfRenderer(template, fonts, theme).prove() is None


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("#let x =", "något saknas eller är felskrivet här"),
        ("#okänd", "namnet ”okänd” finns inte"),
        ('#text(font: "Saknas")[Hej]', "typsnittet ”saknas” finns inte i templates/fonts/"),
        ('#read("../hemligt.txt")', "”../hemligt.txt” ligger utanför mallens mapp"),
        ('#image("saknas.png", alt: "x")', "filen ”saknas.png” finns inte bredvid mallen"),
        ("#image(bytes((1, 2)))", "varken PNG, JPEG"),
        ("#let f(x) = f(x)\n#f(1)", "anropar sig själv utan slut"),
    ],
)
def test_a_template_that_fails_or_warns_is_named_with_its_line(
    own: Path, fonts: tuple[Path, ...], theme: Theme, line: str, words: str
):
    own.write_text(HEAD + line, encoding="utf-8")

    message = fault_of(own, fonts, theme)

    assert message.startswith("egen.typ:3:")
    assert words in message
    assert "Rätta mallen" in message


@pytest.mark.parametrize(
    "line",
    [
        '#import "@preview/cetz:0.3.0"',
        '#import"@local/a:1.0.0": *',
        '#include "@preview/cetz:0.3.0"',
        '#let a = "@preview/" + "cetz:0.3.0"\n#import a',
        '#import ("@preview/cetz:0.3.0")',
        '#import "\\u{40}preview/cetz:0.3.0"',
        '#import/* a */"@preview/cetz:0.3.0"',
        '/*\n// */ #import "@preview/cetz:0.3.0"',
        '#eval("#imp" + "ort \\"@preview/cetz:0.3.0\\"", mode: "markup")',
        '#let e = eval\n#e("1")',
        '#import "del.txt"',
    ],
)
def test_a_template_that_could_fetch_a_package_is_refused_before_it_is_run(
    own: Path, fonts: tuple[Path, ...], theme: Theme, line: str
):
    own.write_text(HEAD + line, encoding="utf-8")

    message = fault_of(own, fonts, theme)

    assert "inga paket" in message
    assert f"{own.name}:" in message


def test_a_package_in_a_file_beside_the_template_is_refused(
    own: Path, fonts: tuple[Path, ...], theme: Theme
):
    own.write_text(HEAD + '#import "del.typ"', encoding="utf-8")
    (own.parent / "del.typ").write_text('\n#import "@preview/a:1.0.0"', encoding="utf-8")

    assert "del.typ:2: " in fault_of(own, fonts, theme)


def test_a_template_that_is_not_there_or_not_text_is_named(
    own: Path, fonts: tuple[Path, ...], theme: Theme
):
    assert "finns inte" in fault_of(own, fonts, theme)
    own.write_bytes("å".encode("latin-1"))
    assert "Spara den som vanlig text i UTF-8" in fault_of(own, fonts, theme)


def test_a_font_family_that_is_not_there_is_an_error_with_those_that_are(
    template: Path, fonts: tuple[Path, ...], theme: Theme, tmp_path: Path
):
    other = replace(theme, fonts=replace(theme.fonts, pdf="Saknas Sans"))

    message = fault_of(template, fonts, other)

    assert "Saknas Sans" in message
    assert "Carlito" in message
    assert "inga typsnitt alls" in fault_of(template, (tmp_path,), theme)


@pytest.mark.parametrize("character", ["😀", "中", "א", "\ue000", "\u0007"])
def test_a_character_that_the_font_lacks_is_named_and_not_left_out(
    renderer: PdfRenderer, character: str
):
    with pytest.raises(RenderError, match="PDF-filen kan inte visa"):
        renderer.render(Document(METADATA, (paragraph(f"före {character} efter"),)))


def test_a_logo_stands_in_the_foot_in_place_of_the_name(
    template: Path, fonts: tuple[Path, ...], theme: Theme
):
    sender = replace(theme.sender, footer="Regionens hus", logo_alt="Exempelregionens logotyp")
    logo = SVG % b'<rect width="40" height="20"/>'

    pdf = PdfRenderer(template, fonts, replace(theme, sender=sender), logo).render(SHORT)

    assert read(pdf).pages[0].extract_text().split() == ["Text", "Regionens", "hus", "1", "(1)"]


@pytest.mark.parametrize(
    ("logo", "words"),
    [
        (b"inte en bild", "logotypen går inte att läsa som bild"),
        (b"\x89PNG\r\n\x1a\nkort", "logotypen går inte att läsa som bild"),
        (SVG % b"<text>Regionen</text>", "Gör om texten till kurvor"),
    ],
)
def test_a_logo_that_cannot_be_drawn_whole_is_an_error(
    template: Path, fonts: tuple[Path, ...], theme: Theme, logo: bytes, words: str
):
    with pytest.raises(RenderError, match=words):
        PdfRenderer(template, fonts, theme, logo).render(SHORT)
