"""Differences between two texts are shown where they are, with the words around them."""

import time

from hypothesis import given
from hypothesis import strategies as st

from uppdrag.render.wording import MOST, Difference, differences, is_same

SENTENCE = "Rådet ska ha 4 till maximalt 8 möten per år enligt planen"
TEXT = SENTENCE.split()


def with_words(old: str, new: str) -> list[str]:
    return SENTENCE.replace(old, new).split()


def test_a_changed_word_stands_between_its_neighbours() -> None:
    assert differences(TEXT, with_words("8 möten", "9 möten")) == (
        Difference("ha 4 till maximalt", "8", "9", "möten per år enligt"),
    )


def test_added_and_missing_words_are_told_apart() -> None:
    assert differences(TEXT, with_words("ska ha", "ska inte ha")) == (
        Difference("Rådet ska", "", "inte", "ha 4 till maximalt"),
    )
    assert differences(TEXT, with_words(" maximalt", "")) == (
        Difference("ska ha 4 till", "maximalt", "", "8 möten per år"),
    )


def test_where_a_line_or_word_is_broken_does_not_matter() -> None:
    assert differences(TEXT, with_words("maximalt", "max imalt")) == ()


def test_only_the_first_are_shown_and_a_long_text_is_no_long_wait() -> None:
    began = time.monotonic()
    long, other = ["a", "b"] * 100_000, ["b", "c", "a"] * 70_000
    assert 0 < len(differences(long, other)) <= MOST
    assert time.monotonic() - began < 10


@given(st.lists(st.sampled_from("abc"), max_size=12), st.lists(st.sampled_from("abc"), max_size=12))
def test_there_are_differences_exactly_where_the_texts_differ(
    one: list[str], other: list[str]
) -> None:
    assert (differences(one, other) == ()) is is_same(one, other)
