"""What of a PDF becomes a mandate, by its structure and by its look, and which are refused."""

from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject
from tests.importing.rendered import MANDATES, mandate, rendered

from uppdrag.findings import UppdragError
from uppdrag.importing.formats import import_bytes
from uppdrag.importing.pdf import read_pdf
from uppdrag.importing.pdf.layout import layout
from uppdrag.importing.pdf.piece import Piece
from uppdrag.importing.tracked import Changes

MADE = rendered(mandate(MANDATES[-1]), "pdf")


def written(writer: PdfWriter) -> bytes:
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def piece(text: str, y: float, page: int = 0, *, x: float = 80, size: float = 11) -> Piece:
    return Piece(text, page, x, y, size, bold=size > 11)


def test_without_its_structure_the_sections_are_found_by_their_look():
    writer = PdfWriter(clone_from=PdfReader(BytesIO(MADE)))
    del writer.root_object[NameObject("/StructTreeRoot")]
    found = import_bytes(written(writer), "fil.pdf", Changes.REFUSE).handling
    wanted = mandate(MANDATES[-1])
    assert found.titel == wanted.titel
    assert found.datum == wanted.datum
    keys = [section.nyckel for section in found.avsnitt]
    assert {"bakgrund", "syfte", "uppdragsbeskrivning", "beslutsordning"} <= set(keys)


def test_a_word_broken_over_two_lines_is_put_together():
    rows = [
        piece("Rådet ska främja lek i alla länets kommuner och regi-", 700),
        piece("oner.", 685),
    ]
    assert "kommuner och regioner." in layout(rows).text


def test_a_gap_parts_paragraphs_and_size_makes_a_heading():
    long = "Rådet ska främja lek i alla länets kommuner och i hela"
    rows = [
        piece("Syfte", 700, size=16),
        piece(long, 680),
        piece("regionen.", 665),
        piece(long, 635),
        piece("landet.", 620),
    ]
    assert layout(rows).text.split("\n\n")[:3] == [
        "**Syfte**",
        f"{long} regionen.",
        f"{long} landet.",
    ]


def test_what_runs_through_the_pages_is_left_out():
    pages = [
        one
        for page in range(3)
        for one in (
            piece("Region Lek", 800, page),
            piece(f"Sidan {page} har egna ord.", 700, page),
            piece(f"{page + 1} (3)", 30, page),
        )
    ]
    found = layout(pages)
    assert "Region Lek" in found.running
    assert "(3)" not in found.text
    assert "Region Lek" not in found.text
    assert [f"Sidan {page} har egna ord." in found.text for page in range(3)] == [True] * 3


def test_columns_are_read_one_after_the_other():
    left = [piece(f"vänster {row}.", 700 - 15 * row) for row in range(3)]
    right = [piece(f"höger {row}.", 700 - 15 * row, x=320) for row in range(3)]
    text = layout([*left, *right]).text
    assert text.index("vänster 2") < text.index("höger 0")


def test_a_picture_of_a_text_is_refused_with_what_to_do():
    writer = PdfWriter()
    writer.add_blank_page(600, 800)
    with pytest.raises(UppdragError, match="har ingen text att läsa: sidorna är bilder"):
        read_pdf(written(writer), "skannad.pdf")


def test_a_locked_file_is_refused():
    writer = PdfWriter(clone_from=PdfReader(BytesIO(MADE)))
    writer.encrypt("hemligt", algorithm="RC4-128")
    with pytest.raises(UppdragError, match="låst med lösenord"):
        read_pdf(written(writer), "fil.pdf")


def test_too_many_pages_are_refused():
    writer = PdfWriter()
    for _ in range(201):
        writer.add_blank_page(600, 800)
    with pytest.raises(UppdragError, match="fler än 200 sidor"):
        read_pdf(written(writer), "bok.pdf")


@pytest.mark.parametrize("data", [b"%PDF-1.7\nskrot", MADE[: len(MADE) // 3]])
def test_a_broken_file_is_refused(data: bytes):
    with pytest.raises(UppdragError, match=r"skadad eller inte hel|ingen text|inga sidor"):
        read_pdf(data, "fil.pdf")
