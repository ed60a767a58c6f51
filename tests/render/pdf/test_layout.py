"""Where things stand on the page: the theme's measures, and what is kept together."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from tests.render.pdf.pages import Line, page_lines, read
from tests.render.pdf.trees import bullets, fact, heading, numbers, paragraph, signature, table

from uppdrag.document.tree import Block, Facts, Letterhead, Role
from uppdrag.render.theme import Theme

MILLIMETRE = 72 / 25.4
LONG = "Rådet samordnar arbetet mellan förvaltningarna och följer upp det som har beslutats. " * 4

Draw = Callable[..., bytes]


def drawn_lines(pdf: bytes) -> list[Line]:
    return [line for page in page_lines(pdf) for line in page]


def steps(pdf: bytes) -> list[float]:
    """Return the distances from baseline to baseline."""
    found = [line.baseline for line in drawn_lines(pdf)]
    return [round(after - before, 1) for before, after in pairwise(found)]


def test_lines_stand_as_far_apart_as_the_theme_says(draw: Draw, theme: Theme):
    pitch, space = theme.line_heights.body, theme.spacing

    assert set(steps(draw(paragraph(LONG)))) == {pitch}
    assert steps(draw(paragraph("a"), paragraph("b"))) == [pitch + space.after_paragraph]
    assert steps(draw(bullets("a", "b"))) == [pitch + space.after_item]
    assert steps(draw(bullets("a"), paragraph("b"))) == [pitch + space.after_paragraph]
    assert set(steps(draw(paragraph(LONG, Role.LEAD)))) == {theme.line_heights.lead}
    assert set(steps(draw(heading(1, LONG[:150])))) == {theme.line_heights.title}


def test_the_larger_of_two_spaces_counts_around_a_heading(draw: Draw, theme: Theme):
    above, below = steps(draw(paragraph("a"), heading(2, "b"), paragraph("c")))

    # A baseline stands four fifths down its line.
    body, line = theme.line_heights.body, theme.line_heights.heading
    assert above == pytest.approx(0.2 * body + theme.spacing.before_heading + 0.8 * line)
    assert below == pytest.approx(0.2 * line + theme.spacing.after_heading + 0.8 * body)


def test_each_level_of_a_list_is_one_indent_further_in(draw: Draw, theme: Theme):
    block = bullets((paragraph("ett"), numbers(1, (paragraph("två"), bullets("tre")))))

    lefts = [line.left / MILLIMETRE for line in drawn_lines(draw(block))]

    margin, item = theme.page.left, theme.indents.item
    assert lefts == pytest.approx([margin, margin + item, margin + 2 * item], abs=0.01)


def test_the_further_lines_of_an_item_hang_under_its_first(draw: Draw, theme: Theme):
    _, *further = drawn_lines(draw(bullets(LONG)))

    text_edge = theme.page.left + theme.indents.item
    assert {round(line.left / MILLIMETRE, 1) for line in further} == {text_edge}


def test_values_stand_in_one_column_behind_their_labels(draw: Draw, theme: Theme):
    facts = Facts((fact("Kort:", LONG), fact("Längre etikett:", "värde", "ännu ett")))

    first, *values = drawn_lines(draw(facts))

    column = theme.page.left + theme.indents.label
    assert first.left / MILLIMETRE == pytest.approx(theme.page.left, abs=0.01)
    assert {round(line.left / MILLIMETRE) for line in values if "etikett" not in line.text} == {
        column
    }


def test_a_value_runs_on_after_a_label_too_wide_for_the_column(draw: Draw):
    wide = Facts((fact("En etikett som är för bred för spalten:", "värdet"),))

    assert [line.text for line in drawn_lines(draw(wide))] == [
        "En etikett som är för bred för spalten: värdet"
    ]


def test_a_title_is_never_hyphenated_nor_left_with_one_short_word(draw: Draw):
    title = "Samordningsgrupp för hälso- och sjukvårdens gemensamma uppdrag i år"

    found = [line.text for line in drawn_lines(draw(heading(1, title)))]

    assert " ".join(found) == title
    assert len(found[-1]) > len("i år")


def filled(count: int) -> tuple[Block, ...]:
    return tuple(paragraph(f"fyllnad {number}") for number in range(count))


# Thirty paragraphs of one line fill a page: each start makes the heading pass the page's end.
STARTS = range(22, 32)


@pytest.mark.parametrize(
    ("following", "least"),
    [
        ((paragraph(LONG),), 2),
        ((bullets(LONG, "b", "c"),), 2),
        ((numbers(1, "a", "b", "c"),), 1),
        ((table(("Tid", "Händelse"), ("2030", "a"), ("2031", "b")),), 2),
        ((paragraph("Gruppen ska:", Role.INTRODUCTION), bullets("a", "b")), 2),
        ((heading(3, "Delrubrik"), paragraph(LONG)), 3),
        ((heading(3, "Delrubrik"), paragraph("Så:", Role.INTRODUCTION), table(("a",), ("b",))), 4),
    ],
)
def test_a_heading_is_on_the_page_of_what_it_heads(
    draw: Draw, following: tuple[Block, ...], least: int
):
    pages_with_heading = set()
    for count in STARTS:
        pages = page_lines(draw(*filled(count), heading(2, "Rubrik"), *following))
        (number,) = [
            at for at, page in enumerate(pages) if any(line.text == "Rubrik" for line in page)
        ]
        texts = [line.text for line in pages[number]]
        pages_with_heading.add(number)
        assert len(texts) - texts.index("Rubrik") - 1 >= least

    assert pages_with_heading == {0, 1}


def test_a_signature_is_never_split(draw: Draw):
    first_pages = set()
    for count in STARTS:
        pages = page_lines(draw(*filled(count), signature("Kim Exempelsson", "Lo Provsson")))
        holding = [at for at, page in enumerate(pages) if any("fyll" not in x.text for x in page)]
        assert len(holding) == 1
        first_pages.update(holding)

    assert first_pages == {0, 1}


def test_there_is_room_for_a_signature_before_each_name(draw: Draw, theme: Theme):
    gaps = steps(draw(signature("Kim Exempelsson", "Lo Provsson")))

    body = theme.line_heights.body
    room = body + theme.spacing.before_signature
    assert gaps == [room, body, room, body]


def test_the_header_row_of_a_table_stands_on_each_of_its_pages(draw: Draw):
    rows = [("2030-01", f"händelse {number}") for number in range(60)]

    pages = page_lines(draw(table(("Tid", "Händelse"), *rows)))

    assert len(pages) > 1
    assert {page[0].text.split()[0] for page in pages} == {"Tid"}


def test_short_columns_stay_narrow_beside_a_long_one(draw: Draw):
    block = table(("Tid", "Belopp", "Händelse"), ("2030-01", "50\u00a0000\u00a0kr", LONG))

    first = drawn_lines(draw(block))[1]

    assert first.text.startswith("2030-01 50 000 kr Rådet")


def test_long_facts_of_a_letterhead_are_broken_at_spaces_within_their_columns(draw: Draw):
    organisation = "Språk- och skriftsystemutvecklingsavdelningen Exempelkontoret"
    block = Letterhead(
        (
            fact("", "Uppdragshandling för samverkan i vardagen"),
            fact("Datum", "2030-11-22"),
            fact("Diarienummer", "RS 2030-00001"),
            fact("", "Exempelregionen", organisation),
        )
    )

    found = read(draw(block)).pages[0].extract_text()

    for word in ("2030-11-22", "2030-00001", *organisation.split(), "Uppdragshandling"):
        assert word in found.split()
