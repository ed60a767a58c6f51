"""The number of slips between two words obeys the laws of a distance."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uppdrag.rules.edits import edits

words = st.text("abc", max_size=7)


@given(words, words)
def test_it_is_the_same_both_ways(one: str, other: str) -> None:
    assert edits(one, other) == edits(other, one)


@given(words, words)
def test_it_is_none_for_the_same_word_only(one: str, other: str) -> None:
    assert (edits(one, other) == 0) is (one == other)


@given(words, words)
def test_it_is_at_least_the_difference_in_length(one: str, other: str) -> None:
    assert abs(len(one) - len(other)) <= edits(one, other) <= max(len(one), len(other))


@given(words, words, st.text("abc", max_size=3))
def test_what_two_words_share_at_their_ends_costs_nothing(
    one: str, other: str, shared: str
) -> None:
    assert edits(shared + one, shared + other) <= edits(one, other)
    assert edits(one + shared, other + shared) <= edits(one, other)


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [
        ("vregion", "vgregion", 1),
        ("vgregoin", "vgregion", 1),
        ("vgregian", "vgregion", 1),
        ("rödhalm", "rödholt", 2),
        ("", "abc", 3),
        ("ca", "abc", 3),
    ],
)
def test_a_slip_is_a_letter_or_two_that_have_changed_places(
    one: str, other: str, slips: int
) -> None:
    assert edits(one, other) == slips
