"""The words that a rule sees are those that are printed, and each has its place in the file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import mandate_data, prose
from tests.working_folder import DRAFT

from uppdrag.document import compose
from uppdrag.model import dump, read
from uppdrag.rules.passage import Kind, Passage, link_runs, passages
from uppdrag.schema import prune
from uppdrag.source import Source, load


def seen(written: str) -> tuple[Source, tuple[Passage, ...]]:
    source = load(written, "h.yaml")
    data = source.data()
    assert isinstance(data, dict)
    return source, passages(source, compose(read(prune(data).data)))


def of_section(value: str) -> tuple[Source, list[Passage]]:
    """Return the passages of one value as it is written in a draft."""
    source, found = seen(f"{DRAFT}avsnitt_eget:\n  rubrik: Eget\n  text: {value}\n")
    return source, [passage for passage in found if passage.path == ("avsnitt_eget", "text")]


def covered(source: Source, passage: Passage, words: str) -> str:
    """Return what is written in the file where a passage has these words."""
    start = passage.text.index(words)
    place = passage.range(start, start + len(words))
    return source.text[place.start : place.end]


@pytest.mark.parametrize(
    ("value", "words", "written"),
    [
        ("ett två tre", "två", "två"),
        ("|\n    ett två\n    tre fyra", "två tre", "två\n    tre"),
        (">\n    ett  två\n\n    tre", "ett två", "ett  två"),
        ("'ett ''två'' tre'", "'två'", "''två''"),
        ('"ett \\u00e5 \\"två\\""', 'å "två"', '\\u00e5 \\"två\\"'),
        ("|\n    ett **två** tre", "två", "två"),
        ("|\n    ett **två** tre", "ett två tre", "ett **två** tre"),
        ("|\n    se [två tre](https://a.se) nu", "två tre", "två tre"),
        ("|\n    se [två tre](https://a.se) nu", "tre nu", "tre](https://a.se) nu"),
        ("|\n    ett \\* två", "* två", "\\* två"),
        ("|\n    a\u030a b", "å b", "a\u030a b"),
        ("|\n    - ett\n      två\n    - tre", "ett två", "ett\n      två"),
        ("|\n    | a | b |\n    | - | - |\n    | ett | två |", "två", "två"),
    ],
)
def test_words_have_their_place_in_the_file(value: str, words: str, written: str) -> None:
    source, found = of_section(value)
    (passage,) = [passage for passage in found if words in passage.text]
    assert covered(source, passage, words) == written


def test_each_paragraph_item_and_cell_is_a_passage_of_its_kind() -> None:
    _, found = of_section("|\n    Ett.\n\n    - två\n    - tre\n\n    | a | b |\n    | - | - |\n")
    assert [(passage.text, passage.kind) for passage in found] == [
        ("Ett.", Kind.PARAGRAPH),
        ("två", Kind.ITEM),
        ("tre", Kind.ITEM),
        ("a", Kind.CELL),
        ("b", Kind.CELL),
    ]


def test_values_that_are_no_prose_are_passages_in_the_files_order() -> None:
    _, found = seen(DRAFT)
    assert [(passage.path, passage.section, passage.kind) for passage in found] == [
        (("titel",), "titel", Kind.VALUE),
        (("syfte",), "syfte", Kind.PARAGRAPH),
        (("uppdragsbeskrivning",), "uppdragsbeskrivning", Kind.PARAGRAPH),
    ]


def test_a_link_tells_where_its_words_begin() -> None:
    _, (passage,) = of_section("|\n    se **denna** [rutin](https://a.se) och [den](#b)")
    found = [(at, run.text, run.target) for at, run in link_runs(passage)]
    assert found == [(9, "rutin", "https://a.se"), (19, "den", "#b")]
    assert all(passage.text[at : at + len(words)] == words for at, words, _ in found)


def test_between_two_words_is_a_place_too() -> None:
    source, (passage,) = of_section("ett två")
    begin = passage.range(0, 0).start
    assert source.text[begin:].startswith("ett två")
    assert passage.range(4, 4).start == begin + 4
    assert passage.range(7, 7).start == passage.range(9, 9).start == begin + 7


def section(text: str) -> str:
    """Return a draft with running text after a paragraph of its own."""
    lines = "\n".join(f"    {line}" for line in text.splitlines())
    return f"{DRAFT}avsnitt_eget:\n  rubrik: Eget\n  text: |\n    Först.\n\n{lines}\n"


@given(st.one_of(mandate_data().map(read).map(dump), prose().map(section)))
def test_every_letter_stands_where_it_is_said_to(written: str) -> None:
    source, found = seen(written)
    for passage in found:
        assert "  " not in passage.text
        whole = passage.range(0, len(passage.text))
        value = source.range_of(passage.path)
        assert value.start <= whole.start <= whole.end <= value.end
        at = whole.start
        for number, character in enumerate(passage.text):
            place = passage.range(number, number + 1)
            assert at <= place.start <= place.end <= whole.end
            if character.isalnum():
                assert source.text[place.start : place.end] == character
                at = place.end
