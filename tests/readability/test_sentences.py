"""A paragraph is divided where a reader would say that a sentence ends, at exact offsets."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from uppdrag.readability.sentences import sentences

ROWS = [
    line
    for line in (Path(__file__).parent / "meningar.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("# ")
]
PIECES = (
    *("Rådet", "vården", "i", "A", "m.m.", "t.ex.", "t. ex.", "kl. 13.00", "1.", "3.5", "2026"),
    *("…", "...", ".", "?", "!", ":", "”", "(", ")", "[", " ", " ", "\u00a0", "\n", "–", "-", "é"),
)


def texts() -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(PIECES), max_size=30).map("".join) | st.text()


@pytest.mark.parametrize("row", ROWS)
def test_a_paragraph_is_divided_as_a_reader_would(row: str) -> None:
    text = row.replace(" | ", " ")
    assert " | ".join(text[start:end] for start, end in sentences(text)) == row


def test_a_forgotten_space_hides_no_full_stop() -> None:
    assert sentences("Rådet samordnar.Gruppen bereder.") == [(0, 16), (16, 32)]


def test_white_space_around_sentences_belongs_to_none() -> None:
    assert sentences("  Rådet  samordnar. \n Gruppen bereder.  ") == [(2, 19), (22, 38)]


@pytest.mark.parametrize("text", ["", " ", "…", "– ”.” –", "?!"])
def test_a_text_without_words_has_no_sentence(text: str) -> None:
    assert sentences(text) == []


@given(texts())
def test_every_letter_stands_in_exactly_one_sentence(text: str) -> None:
    spans = sentences(text)
    edges = [edge for span in spans for edge in span]
    assert edges == sorted(edges)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    covered = [index for span in spans for index in range(*span)]
    letters = {index for index, character in enumerate(text) if character.isalnum()}
    assert letters <= set(covered)
    assert len(covered) == len(set(covered))


@given(texts())
def test_every_sentence_says_something_and_has_no_white_space_around_it(text: str) -> None:
    for start, end in sentences(text):
        words = text[start:end]
        assert words == words.strip()
        assert any(character.isalnum() for character in words)


@given(texts())
@example("A. 1")
def test_a_sentence_by_itself_is_one_sentence(text: str) -> None:
    for start, end in sentences(text):
        assert sentences(text[start:end]) == [(0, end - start)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("." * 300_000 + "x", 1),
        ("(" * 300_000 + "1. " + "kl. " * 100_000, 1),
        ("1. " * 100_000, 50_000),
        ("Rådet" + ".”)" * 100_000 + "A", 1),
        ("Rådet samordnar t.ex. vård. " * 20_000, 20_000),
        ("a." + " " * 300_000 + "B", 1),
    ],
    ids=["stops", "brackets", "numbers", "quotes", "prose", "spaces"],
)
def test_the_time_grows_with_the_text_and_no_faster(text: str, count: int) -> None:
    # Were it quadratic, this would take hours.
    assert len(sentences(text)) == count
