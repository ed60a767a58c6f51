"""A template that a user replaced works, or says in one sentence where it does not."""

from base64 import b64decode

import pytest

from uppdrag.document.tree import Document, Metadata, Paragraph, Run
from uppdrag.findings.error import UppdragError
from uppdrag.render.html import compile_template, render
from uppdrag.render.html.logo import LARGEST, data_address
from uppdrag.render.html.template import css_string
from uppdrag.render.theme import Theme

DOCUMENT = Document(Metadata("Råd & dåd", "Uppdragshandling"), (Paragraph((Run("Ord."),)),))
PNG = b"\x89PNG\r\n\x1a\n" + bytes(8)
SVG = b'<?xml version="1.0"?>\n<!-- ritad --><svg xmlns="http://www.w3.org/2000/svg"/>'


def test_a_template_of_ones_own_gets_the_words(theme: Theme):
    template = compile_template("<title>{{ metadata.title }}</title>{{ body }}\n")
    assert render(DOCUMENT, theme, template) == ("<title>Råd &amp; dåd</title><p>Ord.</p>".encode())


def test_what_a_template_asks_for_and_is_not_there_is_named(theme: Theme):
    template = compile_template("{{ metadata.rubrik }}", "egen.html.j2")
    with pytest.raises(
        UppdragError, match=r"^egen\.html\.j2:1: sidmallen går inte att fylla i: fältet ”rubrik”"
    ):
        render(DOCUMENT, theme, template)


def test_wrong_syntax_is_named_with_its_line():
    with pytest.raises(UppdragError, match=r"^egen\.html\.j2:2: sidmallen går inte att läsa"):
        compile_template("<p>\n{% if %}", "egen.html.j2")


@pytest.mark.parametrize(
    "reach",
    [
        "{{ body.__class__.__mro__ }}",
        "{{ theme.__class__.__init__.__globals__ }}",
        "{{ ''|attr('__class__') }}",
        "{% include '/etc/passwd' %}",
        "{% for x in range(999999999) %}{% endfor %}",
    ],
)
def test_a_template_reaches_nothing_outside_the_page(theme: Theme, reach: str):
    template = compile_template(reach)
    with pytest.raises(UppdragError, match="sidmallen går inte att fylla i"):
        render(DOCUMENT, theme, template)


@pytest.mark.parametrize(
    ("picture", "kind"),
    [(PNG, "image/png"), (b"\xff\xd8\xff\xe0", "image/jpeg"), (SVG, "image/svg+xml")],
)
def test_a_logo_travels_within_the_page(theme: Theme, source: str, picture: bytes, kind: str):
    page = render(DOCUMENT, theme, compile_template(source, logo=picture)).decode()
    _, _, after = page.partition(f'<img src="data:{kind};base64,')
    data, _, rest = after.partition('"')
    assert b64decode(data) == picture
    assert rest.startswith(' alt="Västra Götalandsregionen">')


def test_without_a_logo_the_sender_is_text(theme: Theme, source: str):
    page = render(DOCUMENT, theme, compile_template(source)).decode()
    assert "<img" not in page
    assert "<p>Västra Götalandsregionen</p>\n</footer>" in page


def test_a_logo_that_is_no_picture_is_refused():
    with pytest.raises(UppdragError, match="varken PNG, JPEG eller SVG"):
        data_address(b"<html><script>alert(1)</script></html>")


def test_a_logo_that_is_too_large_is_refused_with_both_sizes():
    with pytest.raises(UppdragError, match=r"är 600 kB.*högst 500 kB"):
        data_address(PNG + bytes(LARGEST + 100_000))


def test_a_css_string_cannot_be_left():
    assert css_string('a"; } </style>\\ å') == r'"a\22 \3b  \7d  \3c /style\3e \5c  å"'


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{{ tittle }}", "fältet ”tittle” finns inte (menade du ”metadata.title”?)"),
        ("{{ theme.colors }}", "(menade du ”theme.colours”?)"),
        ("{{ theme.__class__.__init__ }}", "den får inte läsa ”__init__”, bara sina fält"),
        ("{% include 'a' %}", "den får inte hämta andra filer"),
        ("{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}", "anropar sig själv utan slut"),
        ("{{ [].pop() }}", "ett uttryck mellan klamrarna går inte att räkna ut"),
        ("{{ 1 / 0 }}", "ett uttryck mellan klamrarna går inte att räkna ut"),
    ],
)
def test_a_template_is_proved_without_a_document(theme: Theme, line: str, words: str):
    template = compile_template(f"<p>\n{line}", "egen.html.j2")
    with pytest.raises(UppdragError) as caught:
        template.prove(theme)
    assert str(caught.value).startswith("egen.html.j2:2: sidmallen går inte att fylla i: ")
    assert words in str(caught.value)


def test_the_template_that_ships_proves_sound(theme: Theme, source: str):
    assert compile_template(source).prove(theme) is None


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{% foo %}", "inget kommando som heter ”foo”"),
        ("{% endif %}", "”endif” avslutar något som inte har börjat"),
        ("{{ body|nope }}", "inget filter eller test som heter ”nope”"),
        ("{% if body %}", "”if” avslutas aldrig"),
        ("{{ body", "en klammer avslutas aldrig"),
        ("{{ 1 + }}", "det saknas något mellan klamrarna"),
        ("{{ body logo }}", "”logo” står på fel plats"),
        ("{{ body) }}", "”)” står på fel plats"),
    ],
)
def test_wrong_syntax_is_explained_in_swedish(line: str, words: str):
    with pytest.raises(UppdragError) as caught:
        compile_template(line, "egen.html.j2")
    assert words in str(caught.value)
