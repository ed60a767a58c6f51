"""Edits from Word meet edits that were made in the YAML meanwhile."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from tests.strategies import mandate_data

from uppdrag.importing.onto.merge import Merging, Prefer


def merged(base: Any, word: Any, file: Any, prefer: Prefer = Prefer.FILE) -> tuple[Any, int]:
    merging = Merging(prefer)
    return merging.merge(base, word, file), len(merging.clashes)


@given(mandate_data(), mandate_data())
def test_what_only_one_changed_is_what_that_one_wrote(base: Any, other: Any) -> None:
    assert merged(base, other, base) == (other, 0)
    assert merged(base, base, other) == (other, 0)
    assert merged(base, other, other) == (other, 0)


def test_words_of_the_same_text_meet_without_a_clash() -> None:
    found = merged("ett två tre fyra fem", "ETT två tre fyra fem", "ett två tre fyra FEM")
    assert found == ("ETT två tre fyra FEM", 0)


@pytest.mark.parametrize(("prefer", "stands"), [(Prefer.FILE, "c"), (Prefer.WORD, "b")])
def test_a_clash_is_told_and_the_preferred_words_stand(prefer: Prefer, stands: str) -> None:
    assert merged({"titel": "a"}, {"titel": "b"}, {"titel": "c"}, prefer) == ({"titel": stands}, 1)


def test_neighbouring_words_clash() -> None:
    assert merged("i deras hus", "i deras slott", "i deras egna hus")[1] == 1


def test_a_heading_in_word_and_words_in_the_file() -> None:
    found = merged({"syfte": "a b"}, {"syfte": {"rubrik": "R", "text": "a b"}}, {"syfte": "a c"})
    assert found == ({"syfte": {"rubrik": "R", "text": "a c"}}, 0)


def test_lists_take_what_both_added() -> None:
    assert merged(["a", "b", "c"], ["x", "a", "b", "c"], ["a", "b", "c", "y"]) == (
        ["x", "a", "b", "c", "y"],
        0,
    )
