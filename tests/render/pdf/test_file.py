"""What the file is: archive and accessibility marks, metadata, tags, the same bytes."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tests.render.pdf.pages import read, tag_names, tags
from tests.render.pdf.trees import EVERYTHING, METADATA, paragraph, table

from uppdrag.document.tree import Document
from uppdrag.render.pdf import PdfRenderer, typst
from uppdrag.render.theme import Theme

Draw = Callable[..., bytes]


@pytest.fixture(scope="module")
def everything(renderer: PdfRenderer) -> bytes:
    return renderer.render(EVERYTHING)


def test_it_says_what_it_is(everything: bytes):
    reader = read(everything)

    about = reader.metadata
    assert about is not None
    assert about.title == METADATA.title
    assert about.subject == METADATA.subject
    assert about.author == "Exempelregionen, Kontoret för exempel"
    assert about.creation_date_raw == "D:20300517000000Z"
    assert "/Keywords" not in about
    assert reader.trailer["/Root"]["/Lang"] == "sv-SE"
    assert reader.trailer["/Root"]["/ViewerPreferences"]["/DisplayDocTitle"]


def test_it_claims_archive_and_accessibility_standards_in_one_file(everything: bytes):
    xmp = read(everything).trailer["/Root"]["/Metadata"].get_data().decode()

    assert "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" in xmp
    assert "<pdfuaid:part>1</pdfuaid:part>" in xmp


def test_the_tags_are_those_of_the_blocks(everything: bytes):
    found = tag_names(everything)

    for tag, count in {
        "/H1": 1,
        "/H2": 2,
        "/H3": 1,
        "/L": 7,
        "/LI": 9,
        "/Lbl": 9,
        "/Table": 1,
        "/TH": 3,
        "/TR": 3,
        "/Link": 1,
    }.items():
        assert found.count(tag) == count


def test_headings_begin_with_the_title(everything: bytes):
    headings = [name for name in tag_names(everything) if name in {"/H1", "/H2", "/H3"}]

    assert headings == ["/H1", "/H2", "/H3", "/H2"]


def test_a_header_cell_is_one_for_its_column(draw: Draw):
    cells = [tag for tag in tags(draw(table(("a", "b"), ("c", "d")))) if tag["/S"] == "/TH"]

    assert [str(cell["/A"][0]["/Scope"]) for cell in cells] == ["/Column", "/Column"]


def test_a_link_keeps_its_address(everything: bytes):
    addresses = [
        annotation.get_object()["/A"]["/URI"]
        for page in read(everything).pages
        for annotation in page.get("/Annots", [])
    ]

    assert addresses == ["https://exempel.se/rutin?a=1&b=2"]


def test_only_the_fonts_of_the_theme_are_embedded(everything: bytes):
    fonts = {
        font["/BaseFont"].partition("+")[2]
        for page in read(everything).pages
        for font in page["/Resources"]["/Font"].values()
    }

    assert fonts == {"Carlito", "Carlito-Bold", "Carlito-BoldItalic"}


def test_the_same_document_gives_the_same_bytes(
    everything: bytes,
    renderer: PdfRenderer,
    template: Path,
    fonts: tuple[Path, ...],
    theme: Theme,
):
    assert renderer.render(EVERYTHING) == everything
    assert PdfRenderer(template, fonts, theme).render(EVERYTHING) == everything


def test_a_renewed_compiler_gives_the_same_bytes(
    template: Path, fonts: tuple[Path, ...], theme: Theme, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(typst, "DOCUMENTS_PER_COMPILER", 1)
    renderer = PdfRenderer(template, fonts, theme)

    assert len({renderer.render(EVERYTHING) for _ in range(3)}) == 1


@pytest.mark.parametrize("date", [None, "2030-02-31", "våren 2030"])
def test_a_document_without_a_day_states_a_fixed_one(renderer: PdfRenderer, date: str | None):
    document = Document(replace(METADATA, date=date), (paragraph("a"),))

    about = read(renderer.render(document)).metadata

    assert about is not None
    assert about.creation_date_raw == "D:19800101000000Z"
