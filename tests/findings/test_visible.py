"""No text, whatever it holds, makes a terminal do anything but show it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uppdrag.findings.visible import columns, visible, visible_lines


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Råd och ”grupper” – 6–10", "Råd och ”grupper” – 6–10"),
        ("\x1b[31mrött", "␛[31mrött"),
        ("\x00\x7f", "␀␡"),
        ("a\nb\tc", "a␊b␉c"),
        ("\x9b31m", "\\u009b31m"),
        ("av\u202etxt", "av\\u202etxt"),
        ("noll\u200bbredd", "noll\\u200bbredd"),
        ("\ud800", "\\ud800"),
        ("\U000e0041", "\\U000e0041"),
        ("6\u00a0st", "6\u00a0st"),
        ("e\u0301", "e\u0301"),
        ("日本 🙂", "日本 🙂"),
    ],
)
def test_what_has_no_picture_is_written_out(text: str, shown: str):
    assert visible(text) == shown


@given(st.text())
def test_nothing_that_a_terminal_obeys_is_left(text: str):
    shown = visible(text)
    assert {unicodedata.category(character) for character in shown}.isdisjoint(
        {"Cc", "Cf", "Cs", "Zl", "Zp"}
    )
    shown.encode("utf-8")


@given(st.text())
def test_visible_text_stays_as_it_is(text: str):
    assert visible(visible(text)) == visible(text)


def test_lines_keep_their_breaks_and_tabs_become_spaces():
    assert visible_lines("a\n\tb\x1b\n") == "a\n    b␛\n"


@pytest.mark.parametrize(
    ("text", "width"), [("", 0), ("abc", 3), ("åäö", 3), ("e\u0301", 1), ("日本", 4), ("🙂", 2)]
)
def test_the_width_is_that_of_the_terminal(text: str, width: int):
    assert columns(text) == width
