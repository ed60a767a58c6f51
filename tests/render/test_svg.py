"""A logo is only drawn: one that runs or fetches something is refused, in every format."""

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from uppdrag.findings.error import UppdragError
from uppdrag.render.docx import read_template, with_logo
from uppdrag.render.html import compile_template
from uppdrag.render.pdf import PdfRenderer
from uppdrag.render.svg import refuse_active
from uppdrag.render.theme import Theme, read_theme

TEMPLATES = Path(__file__).parents[2] / "templates"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"%b</svg>'
SCRIPT = SVG % b"><script>alert(1)</script>"
FETCHING = SVG % b'><image width="4" height="4" href="https://exempel.se/a.png"/>'


@pytest.fixture(scope="module")
def theme() -> Theme:
    text = (TEMPLATES / "tema.yaml").read_text(encoding="utf-8")
    theme = read_theme(yaml.load(text, Loader=yaml.BaseLoader))  # noqa: S506 - makes text only
    return replace(theme, sender=replace(theme.sender, logo="logotyp.svg"))


@pytest.mark.parametrize(
    ("logo", "reason"),
    [
        (SCRIPT, "ett skript"),
        (SVG % b' onload="x()">', "ett skript"),
        (FETCHING, "utifrån"),
        (SVG % b'><use xlink:href="a.svg#b"/>', "utifrån"),
        (SVG % b"><style>@import 'a.css';</style>", "utifrån"),
        (SVG % b'><rect fill="url(//exempel.se/a)"/>', "utifrån"),
    ],
)
def test_an_svg_that_runs_or_fetches_is_refused_with_the_reason(logo: bytes, reason: str) -> None:
    with pytest.raises(UppdragError, match=f"^tema.yaml: logotypen .*{reason}"):
        refuse_active(logo)


@pytest.mark.parametrize(
    "logo",
    [
        SVG % b'><defs><path id="a"/></defs><use href="#a"/><rect fill="url(#b)"/>',
        SVG % b'><image href="data:image/png;base64,AAAA"/>',
        SVG % b'><a href="https://exempel.se"><desc>Manuskript</desc></a>',
        b"\x89PNG\r\n\x1a\n<script>",
    ],
)
def test_a_picture_that_only_draws_is_let_through(logo: bytes) -> None:
    assert refuse_active(logo) is None


@pytest.mark.parametrize(("logo", "reason"), [(SCRIPT, "ett skript"), (FETCHING, "utifrån")])
def test_all_formats_say_the_same(theme: Theme, logo: bytes, reason: str) -> None:
    word = read_template(TEMPLATES / "uppdragshandling.docx")
    with pytest.raises(UppdragError, match=reason):
        with_logo(word, theme, logo)
    with pytest.raises(UppdragError, match=reason):
        PdfRenderer(TEMPLATES / "uppdragshandling.typ", (TEMPLATES / "fonts",), theme, logo)
    with pytest.raises(UppdragError, match=reason):
        compile_template("", logo=logo)
