"""A decided document shows its fingerprint at the foot, whole in its file; others show nothing."""

import re
import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest
from pypdf import PdfReader
from tests.end_to_end.readings import pdf_text

from uppdrag.document.text import lines
from uppdrag.document.tree import Document
from uppdrag.workspace.checking import Checked
from uppdrag.workspace.rendering import Renderers

WHOLE = "sha256:9f2c81d04e77b1aa5f0d3c2b8e916a740c5df2ab7731e98f64b05ac18d2e7f93"
SHORT = "Fingeravtryck 9f2c 81d0 4e77 b1aa"
DRAFT = """\
format: 1
typ: samverkansorgan
status: utkast
titel: Uppdrag för vårdforum exempel
syfte: Forumet ska samordna vården i länet.
uppdragsbeskrivning: Forumet ska pröva det som är nytt.
"""


@pytest.fixture
def sealed(checked: Callable[[str], Checked]) -> Document:
    document = checked(f"{DRAFT}fingeravtryck: {WHOLE}\n").document
    assert document is not None
    return document


@pytest.fixture
def unsealed(checked: Callable[[str], Checked]) -> Document:
    document = checked(DRAFT).document
    assert document is not None
    return document


def word_parts(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name).decode("utf-8") for name in archive.namelist()}


def footer_texts(data: bytes) -> list[str]:
    return [
        "".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)", part)).replace("\u00a0", " ")
        for name, part in word_parts(data).items()
        if name.startswith("word/footer")
    ]


def test_word_shows_it_on_every_page_and_has_it_whole_among_its_properties(
    sealed: Document, renderers: Renderers
) -> None:
    made = renderers.render(sealed, "docx")
    assert footer_texts(made) == [f"Västra Götalandsregionen{SHORT}     1 (1)"] * 2
    assert (
        f"<cp:keywords>Fingeravtryck {WHOLE}</cp:keywords>" in word_parts(made)["docProps/core.xml"]
    )


def test_pdf_shows_it_on_every_page_and_has_it_whole_among_its_keywords(
    sealed: Document, renderers: Renderers
) -> None:
    made = renderers.render(sealed, "pdf")
    reader = PdfReader(BytesIO(made))
    assert [SHORT in page.extract_text() for page in reader.pages] == [True]
    assert reader.metadata is not None
    assert reader.metadata["/Keywords"] == f"Fingeravtryck {WHOLE}"
    xmp = reader.trailer["/Root"]["/Metadata"].get_data().decode()
    assert f"<pdf:Keywords>Fingeravtryck {WHOLE}</pdf:Keywords>" in xmp
    assert "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" in xmp
    assert "<pdfuaid:part>1</pdfuaid:part>" in xmp


def test_the_web_page_shows_it_last_and_has_it_whole_in_its_head(
    sealed: Document, renderers: Renderers
) -> None:
    page = renderers.render(sealed, "html").decode("utf-8")
    assert f'<meta name="keywords" content="Fingeravtryck {WHOLE}">' in page
    assert f'<p class="fingerprint">{SHORT}</p>\n</footer>' in page


def test_it_is_no_part_of_the_text(sealed: Document, unsealed: Document) -> None:
    assert list(lines(sealed)) == list(lines(unsealed))


def test_a_document_without_one_says_nothing_of_it(
    unsealed: Document, renderers: Renderers
) -> None:
    word, pdf, page = (renderers.render(unsealed, kind) for kind in ("docx", "pdf", "html"))
    assert footer_texts(word) == ["Västra Götalandsregionen1 (1)"] * 2
    assert "keywords" not in word_parts(word)["docProps/core.xml"]
    assert "Fingeravtryck" not in pdf_text(pdf)
    assert "/Keywords" not in (PdfReader(BytesIO(pdf)).metadata or {})
    shown = page.decode("utf-8").partition("</style>")
    assert "fingeravtryck" not in shown[2].casefold()
    assert 'name="keywords"' not in shown[0]
