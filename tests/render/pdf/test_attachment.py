"""A PDF carries the text that it was made of as an associated file, and is PDF/A-3a then."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from tests.render.pdf.trees import METADATA, paragraph

from uppdrag.document.tree import Document
from uppdrag.render.pdf import PdfRenderer
from uppdrag.render.pdf.attachment import NAME, source_in
from uppdrag.render.pdf.typst import CARRYING
from uppdrag.render.theme import Theme

SHORT = Document(METADATA, (paragraph("Text"),))
YAML = "format: 1\r\n# kommentar: ”så här” #{ panic() }\n"


@pytest.fixture(scope="module")
def carrying(template: Path, fonts: tuple[Path, ...], theme: Theme) -> PdfRenderer:
    return PdfRenderer(template, fonts, theme, make=CARRYING)


def test_the_source_comes_back_to_the_letter_in_the_same_bytes(carrying: PdfRenderer) -> None:
    made = carrying.render_with(YAML, SHORT)
    assert source_in(made) == YAML
    assert carrying.render_with("en annan", SHORT) != made
    assert carrying.render_with(YAML, SHORT) == made


def test_the_attachment_is_said_to_be_the_source(carrying: PdfRenderer) -> None:
    reader = PdfReader(BytesIO(carrying.render_with(YAML, SHORT)))
    associated = reader.root_object["/AF"][0].get_object()
    assert associated["/AFRelationship"] == "/Source"
    assert associated["/UF"] == NAME


def test_the_pages_are_those_of_a_file_without_it(
    carrying: PdfRenderer, renderer: PdfRenderer
) -> None:
    alone = renderer.render(SHORT)
    pages = [
        [page.extract_text() for page in PdfReader(BytesIO(data)).pages]
        for data in (alone, carrying.render_with(YAML, SHORT))
    ]
    assert pages[0] == pages[1]
    assert source_in(alone) is None


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"%PDF-1.7\n%%EOF"])
def test_a_broken_file_has_no_source(data: bytes) -> None:
    assert source_in(data) is None
