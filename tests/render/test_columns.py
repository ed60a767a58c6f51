"""How columns share a width."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uppdrag.render.columns import LEAST_GUTTER, columns, letterhead_columns, width

WIDTHS = st.floats(12, 5000)


@given(st.lists(st.tuples(WIDTHS, WIDTHS), min_size=1, max_size=12))
def test_columns_fill_the_width_and_none_is_lost(pairs: list[tuple[float, float]]) -> None:
    natural = [max(pair) for pair in pairs]
    least = [min(pair) for pair in pairs]
    shared = columns(natural, least, 425.0)
    assert sum(shared) == pytest.approx(425.0)
    assert min(shared) > 0
    if sum(least) <= 425.0:
        assert all(part >= low - 0.001 for part, low in zip(shared, least, strict=True))


def test_a_short_column_stays_narrow_beside_a_long_one() -> None:
    assert columns([50.0, 2000.0], [50.0, 80.0], 425.0) == pytest.approx([50.0, 375.0])


def test_a_short_first_column_stays_narrow_where_there_is_room() -> None:
    assert columns([50.0, 60.0], [50.0, 60.0], 425.0) == pytest.approx([70.0, 355.0])
    assert columns([200.0, 100.0], [50.0, 60.0], 450.0) == pytest.approx([300.0, 150.0])


def test_text_is_measured_as_its_letters_are() -> None:
    assert width("iiii", 10) < width("mmmm", 10) / 3


def test_where_words_do_not_fit_the_widest_give_way() -> None:
    assert columns([50.0, 300.0, 90.0, 400.0], [50.0, 300.0, 90.0, 300.0], 440.0) == [
        50.0,
        150.0,
        90.0,
        150.0,
    ]


def test_short_facts_share_what_is_left_over() -> None:
    widths, gutter = letterhead_columns([["Uppdragshandling"], ["Datum", "2030-01-01"]], 9, 425)
    assert sum(widths) + gutter == pytest.approx(425)
    assert gutter > 200


FACTS = st.lists(
    st.lists(st.text("abc åäö-M", max_size=80), min_size=1, max_size=3), min_size=1, max_size=6
)


@given(FACTS)
def test_facts_of_a_letterhead_never_meet(texts: list[list[str]]) -> None:
    widths, gutter = letterhead_columns(texts, 9, 425)
    assert gutter >= LEAST_GUTTER
    assert sum(widths) + (len(widths) - 1) * gutter <= 425.001
