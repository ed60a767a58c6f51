"""Every word of the tree stands in the PDF, in order, whatever it looks like."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from tests.render.pdf.pages import page_lines, page_texts, read, squeezed, tree_text
from tests.render.pdf.strategies import printable_documents, running_head
from tests.render.pdf.trees import (
    EVERYTHING,
    METADATA,
    bullets,
    fact,
    heading,
    paragraph,
    table,
)

from uppdrag.document.tree import Document, Facts, Letterhead, Paragraph, Role, Run, Signature
from uppdrag.render.pdf import PdfRenderer

FOOT = "Västra Götalandsregionen"
HEAD = "Uppdragshandling · RS 2030-00001 · Uppdrag för rådet för provtext"

Draw = Callable[..., bytes]


def test_every_kind_of_block_is_there_with_the_head_and_foot_of_its_pages(draw: Draw):
    assert "".join(page_texts(draw(*EVERYTHING.blocks), HEAD, FOOT)) == tree_text(EVERYTHING)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(document=printable_documents())
def test_no_word_of_any_document_is_lost(renderer: PdfRenderer, document: Document):
    pages = page_texts(renderer.render(document), running_head(document.metadata), FOOT)

    assert "".join(pages) == tree_text(document)


@pytest.mark.parametrize(
    "text",
    [
        "{{ x }} {% raw %} #let x = 1 #panic() #import $x^2$ \\ \\n C:\\temp",
        "= inte rubrik",
        "+ inte lista",
        "/ inte: term",
        "<b>fet</b> &amp; <!-- --> ]]>",
        "*a* _b_ `c` ~ @x <y> // z /* å */ [ä] ] [ -- --- ... \"' http://exempel.se",
        "```typ #panic() ```",
        '"] } ) (',
        "12. 3) #1 §4 %5 ^6",
    ],
)
def test_what_looks_like_markup_is_text(draw: Draw, text: str):
    blocks = (paragraph(text), heading(2, text), bullets(text), table((text, "b"), ("c", text)))

    drawn = "".join(page_texts(draw(*blocks), HEAD, FOOT))

    assert drawn == tree_text(Document(METADATA, blocks))


def test_dashes_quotes_and_swedish_letters_are_drawn_as_they_are(draw: Draw):
    text = "Åäö ÅÄÖ é – — ” ’ … 6–10 50\u202f% § ½ ≥ × −"

    assert text in read(draw(paragraph(text))).pages[0].extract_text()


def test_a_number_with_a_no_break_space_is_kept_on_one_line_and_can_be_searched(draw: Draw):
    paragraphs = [paragraph("ord " * count + "RS\u00a02030-00001 slut") for count in range(10, 25)]

    drawn = [line.text for page in page_lines(draw(*paragraphs)) for line in page]

    assert sum("RS 2030-00001" in line for line in drawn) == len(paragraphs)


def test_no_space_of_the_file_is_read_as_a_no_break_space(renderer: PdfRenderer):
    number = "RS\u00a02030-00001"
    blocks = (
        Letterhead((fact("Diarienummer", f"{number}-" + "1" * 40),)),
        heading(1, f"Uppdrag {number}"),
        Facts((fact(f"Etikett {number}:", number, f"{number} " + "ord" * 40),)),
        table((number, "b"), ("c", f"{number} {'ord' * 40}")),
        bullets(*[f"ord {number} ord"] * 40),
    )

    metadata = replace(METADATA, title=f"Uppdrag {number}", identifier=number)
    pages = read(renderer.render(Document(metadata, blocks))).pages

    assert len(pages) > 1
    for page in pages:
        assert b"ActualText" not in page.get_contents().get_data()
        assert "\u00a0" not in page.extract_text()


def test_a_word_wider_than_its_line_is_broken_and_stays_on_the_page(draw: Draw):
    word = "https://exempel.se/" + "hjälpmedelsförsörjning" * 12
    blocks = (
        paragraph(f"före {word} efter"),
        bullets((paragraph("yttre"), bullets((paragraph("inre"), bullets(word))))),
        heading(2, "RUBRIK" * 30),
        table(("Kort", "Lång"), (word, "text"), ("Medelhögtspecialiserad" * 3, "text " * 20)),
    )

    pdf = draw(*blocks)

    assert "".join(page_texts(pdf, HEAD, FOOT)) == tree_text(Document(METADATA, blocks))
    widest = max(len(line.text) for page in page_lines(pdf) for line in page)
    assert widest < 120


def test_two_thousand_bullets_and_a_very_long_paragraph_are_drawn_whole(draw: Draw):
    long = " ".join(f"rådet samordnar vården {number} –" for number in range(3400))
    assert len(long) > 100_000
    blocks = (paragraph(long), bullets(*(f"punkt nummer {number}" for number in range(2000))))

    assert "".join(page_texts(draw(*blocks), HEAD, FOOT)) == tree_text(Document(METADATA, blocks))


def test_a_signature_too_long_for_a_page_goes_on_to_the_next(draw: Draw):
    lines = [paragraph(f"Namn {number}", Role.SIGNER_NAME) for number in range(40)]
    lines.append(paragraph("Titel " * 400, Role.SIGNER_TITLE))
    block = Signature(tuple(lines))

    drawn = page_texts(draw(block), HEAD, FOOT)

    assert "".join(drawn) == tree_text(Document(METADATA, (block,)))
    assert len(drawn) > 1


def test_a_link_without_a_usable_address_is_its_words(draw: Draw):
    runs = (Run("tom", target=""), Run(" för lång", target="https://exempel.se/" + "a" * 9000))

    pdf = draw(Paragraph(runs))

    assert "".join(page_texts(pdf, HEAD, FOOT)) == "tomförlång"
    assert "/Annots" not in read(pdf).pages[0]


def test_a_long_title_is_cut_at_a_word_in_the_head_of_the_following_pages(renderer: PdfRenderer):
    title = "Uppdrag för rådet för samordning av provtexter, exempel och annat som är långt"
    document = Document(replace(METADATA, title=title, status="Utkast"), (bullets(*["rad"] * 60),))

    text = read(renderer.render(document)).pages[1].extract_text()

    expected = "Uppdrag för rådet för samordning av provtexter, exempel och …"
    assert text.startswith(f"Uppdragshandling · Utkast · RS 2030-00001 · {expected}\n")


def test_a_document_without_date_number_or_blocks_is_a_page(renderer: PdfRenderer):
    document = Document(replace(METADATA, date=None, identifier=None, organisation=()), ())

    assert squeezed(read(renderer.render(document)).pages[0].extract_text()) == (
        "VästraGötalandsregionen1(1)"
    )


def test_a_number_of_the_register_is_never_parted_from_its_letters(draw: Draw):
    blocks = [paragraph("ord " * count + "(SSN 2023-00470) slut") for count in range(8, 24)]

    texts = [line.text for page in page_lines(draw(*blocks)) for line in page]

    assert sum("(SSN 2023-00470)" in text for text in texts) == len(blocks)
