"""Running text: what its marks mean, and that nothing else in it means anything."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import SIGNS, prose, words

from uppdrag.document.inlines import inlines
from uppdrag.document.prose import _blocks, _Cursor, _Source, _tokens, characters, escape, parse
from uppdrag.document.text import block_lines, inline_text
from uppdrag.document.tree import Document, ListBlock, Metadata, Paragraph, Table
from uppdrag.model import Prosa


def shown(text: str) -> list[str]:
    return [line for block in parse(Prosa(text)) for line in block_lines(block)]


def test_a_blank_line_parts_paragraphs_and_a_line_break_is_a_space() -> None:
    assert shown("Ett\ntvå.\n\nTre.") == ["Ett två.", "Tre."]


def test_bold_italic_and_links_are_read() -> None:
    (paragraph,) = parse(Prosa("Se **fet *båda*** och [rutinen](https://exempel.se/a_b_c)."))
    assert isinstance(paragraph, Paragraph)
    assert [(run.text, run.bold, run.italic, run.target) for run in paragraph.inlines] == [
        ("Se ", False, False, None),
        ("fet ", True, False, None),
        ("båda", True, True, None),
        (" och ", False, False, None),
        ("rutinen", False, False, "https://exempel.se/a_b_c"),
        (".", False, False, None),
    ]


def test_emphasis_begins_and_ends_at_the_edge_of_a_word_but_bold_may_part_one() -> None:
    (paragraph,) = parse(Prosa("*2*3* (*a*), **förvaltning**en"))
    assert isinstance(paragraph, Paragraph)
    assert [run.text for run in paragraph.inlines if run.italic] == ["2*3", "a"]
    assert [run.text for run in paragraph.inlines if run.bold] == ["förvaltning"]


def test_lists_nest_and_keep_their_numbers() -> None:
    text = "- a\n  - b\n    - c\n- d\n\n4. fyra\n5. fem\n7. sju"
    assert shown(text) == ["- a", "  - b", "    - c", "- d", "4. fyra", "5. fem", "7. sju"]


def test_an_empty_item_is_no_item() -> None:
    assert shown("1. -\n\n- a\n-\n- b") == ["- a", "- b"]


def test_a_table_has_a_header_and_cells() -> None:
    (table,) = parse(Prosa("| Tid | Vad |\n|---|---|\n| maj | **Start** \\| slut |"))
    assert isinstance(table, Table)
    assert [inline_text(cell) for cell in table.header.cells] == ["Tid", "Vad"]
    assert [inline_text(cell) for cell in table.rows[0].cells] == ["maj", "Start | slut"]


def test_a_row_with_more_cells_than_the_header_keeps_its_words() -> None:
    assert "tre" in " ".join(shown("| a | b |\n|---|---|\n| ett | två | tre |"))


@pytest.mark.parametrize(
    "text",
    [
        "<b>fet</b> & co &amp; <!-- dold -->",
        "# ingen rubrik",
        "{{ x }} {% raw %} #let $x$",
        "C:\\temp\\fil \\textbf{x}",
        "a_b_c _inte kursiv_ ~~inte struken~~ `inte kod`",
        "<https://exempel.se> www.exempel.se",
        "[inte en länk] (https://exempel.se)",
        "[fel sort](javascript:alert(1))",
        "behov* av stöd*",
        "2*3*4 och 2**3**4",
        "a*b*c å*ä*ö 2*x*4",
        "användare*n och chef*er",
        "***",
        "1986 var ett år",
        "> inget citat",
    ],
)
def test_what_is_no_mark_of_the_format_is_text_as_it_stands(text: str) -> None:
    assert shown(text) == [text]


@pytest.mark.parametrize(
    "text", ["- a", "1. a", "**a**", "[a](b)", "| a |", "\\* a", "+ a", "2) b"]
)
def test_escaped_text_is_read_as_plain_words(text: str) -> None:
    (paragraph,) = parse(Prosa(escape(text)))
    assert isinstance(paragraph, Paragraph)
    assert [(run.text, run.bold, run.target) for run in paragraph.inlines] == [(text, False, None)]


@given(words())
def test_any_escaped_line_is_read_as_itself(text: str) -> None:
    (paragraph,) = parse(Prosa(escape(text)))
    assert isinstance(paragraph, Paragraph)
    assert inline_text(paragraph.inlines) == text
    assert not any(run.bold or run.italic or run.target for run in paragraph.inlines)


@given(prose())
def test_no_letter_of_a_running_text_is_lost(text: str) -> None:
    written = re.sub(r"\]\([^)]*\)", "]", text)
    assert _in_order(re.sub(r"[\W\d]+", "", written), "".join(shown(text)))


def _in_order(needed: str, found: str) -> bool:
    rest = iter(found)
    return all(character in rest for character in needed)


@given(prose())
def test_every_run_knows_the_characters_it_came_from(text: str) -> None:
    for block in parse(Prosa(text, ("syfte",))):
        if isinstance(block, Paragraph):
            for run in block.inlines:
                assert run.origin.path == ("syfte",)
                written = text[run.origin.start : run.origin.end]
                assert _in_order(
                    run.text.replace(" ", ""), written.replace(" ", "").replace("\n", "")
                )


def test_a_cell_knows_its_own_characters_among_others_like_them() -> None:
    text = "| ab | b |\n|---|---|\n|  b\\| | ab |\n b | |"
    (table,) = parse(Prosa(text))
    assert isinstance(table, Table)
    runs = [run for row in (table.header, *table.rows) for cell in row.cells for run in cell]
    assert [(run.text, text[run.origin.start : run.origin.end]) for run in runs] == [
        ("ab", "ab"),
        ("b", "b"),
        ("b|", "b\\|"),
        ("ab", "ab"),
        ("b", "b"),
    ]
    assert [run.origin.start for run in runs] == [2, 7, 24, 30, 36]


def test_an_item_that_reads_like_its_marker_knows_its_own_characters() -> None:
    (block,) = parse(Prosa("1. 1"))
    assert isinstance(block, ListBlock)
    (paragraph,) = block.items[0].blocks
    assert isinstance(paragraph, Paragraph)
    assert paragraph.inlines[0].origin.start == 3


ROWS = st.lists(st.text(st.sampled_from("ab|\\* å\u00a0-"), max_size=6), min_size=1, max_size=4)
TABLES = ROWS.map(lambda rows: "\n".join([rows[0] + "|", "|---|---|", *rows[1:]]))


@given(prose() | TABLES | st.text(st.sampled_from(SIGNS + "ab1 \n\t\u00a0"), max_size=80))
def test_the_printed_characters_are_those_of_the_runs_each_where_it_is_written(text: str) -> None:
    found = list(characters(text))
    for character, start, end in found:
        written = text[start:end]
        assert written.endswith(character) or character.isspace()
        assert set(written[:-1]) <= {"\\"} or character.isspace()
    document = Document(Metadata("T", "U"), parse(Prosa(text)))
    for run in (run for one in inlines(document) for run in one):
        own = [it[0] for it in found if run.origin.start <= it[1] < (run.origin.end or 0)]
        assert "".join("".join(own).split()) == "".join(run.text.split())


@given(st.text(st.sampled_from(SIGNS + "ab\n"), max_size=300))
def test_any_text_at_all_is_read(text: str) -> None:
    assert all(isinstance(block, Paragraph | ListBlock | Table) for block in parse(Prosa(text)))


@pytest.mark.parametrize(
    "text", ["[" * 200_000, "*a " * 60_000, "[a](b" * 40_000, "- " * 50_000 + "x"]
)
def test_hostile_repetition_is_read_in_reasonable_time(text: str) -> None:
    assert shown(text)


def test_a_list_too_deep_to_be_meant_keeps_its_words() -> None:
    assert shown("- " * 200 + "ord")[0].endswith("ord")


@given(st.text(alphabet=st.sampled_from("aå.-1) \n—”_#>`"), max_size=60))
def test_a_text_without_marks_is_read_as_the_parser_reads_it(text: str) -> None:
    prosa = Prosa(text, ("syfte",))
    source = _Source(text, prosa.path)
    by_parser = tuple(_blocks(_Cursor(_tokens(source)), source, None))

    read = parse(prosa)

    assert read == by_parser
    assert [_places(block) for block in read] == [_places(block) for block in by_parser]


def _places(block: object) -> list[object]:
    if isinstance(block, Paragraph):
        return [block.origin, *(run.origin for run in block.inlines)]
    assert isinstance(block, ListBlock)
    return [block.origin, *(_places(inner) for item in block.items for inner in item.blocks)]


def test_where_the_characters_of_many_short_runs_stand_is_found_in_bounded_time() -> None:
    begun = time.process_time()
    assert sum(1 for _ in characters("*a **a " * 20_000)) > 0
    assert time.process_time() - begun < 15
