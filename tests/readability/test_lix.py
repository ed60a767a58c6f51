"""LIX as Björnsson counts it; the expected figures are computed by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uppdrag.readability.lix import Measure, is_long, measure, words

PARAGRAPH = (
    "Rådet ska samordna vården i länet. "  # 6 words, 1 of them long
    "Det ska också följa upp hur samverkan fungerar. "  # 8, 2
    "Ordföranden kallar till möten. "  # 4, 1
    "Varje deltagare företräder sin förvaltning. "  # 5, 3
    "Gruppen har tolv deltagare, och de träffas minst fyra gånger per år."  # 12, 3
)


def test_a_paragraph_counted_by_hand() -> None:
    counted = measure(PARAGRAPH)
    assert counted == Measure(words=35, sentences=5, long_words=10)
    assert counted.words_per_sentence == 7
    assert counted.lix == 36  # 35 / 5 + 100 · 10 / 35 = 35,57


@pytest.mark.parametrize(
    ("counted", "lix", "level"),
    [
        (Measure(437, 21, 112), 46, "medelsvår"),  # 20,81 + 25,63 = 46,44
        (Measure(40, 4, 10), 35, "lättläst"),  # 10 + 25
        (Measure(33, 2, 13), 56, "svår"),  # 16,5 + 39,39 = 55,89
        (Measure(100, 10, 19), 29, "mycket lättläst"),
        (Measure(100, 10, 20), 30, "lättläst"),
        (Measure(100, 10, 30), 40, "medelsvår"),
        (Measure(100, 10, 40), 50, "svår"),
        (Measure(100, 10, 49), 59, "svår"),
        (Measure(100, 10, 50), 60, "mycket svår"),
        (Measure(30, 3, 3), 20, "mycket lättläst"),
        (Measure(29, 3, 3), None, "för kort"),
        (Measure(), None, "för kort"),
    ],
)
def test_the_figure_and_what_the_scale_calls_it(
    counted: Measure, lix: int | None, level: str
) -> None:
    assert (counted.lix, counted.level) == (lix, level)


@pytest.mark.parametrize(
    ("text", "found", "long_words"),
    [
        ("hälso- och sjukvården", ["hälso", "och", "sjukvården"], ["sjukvården"]),
        ("VGR:s uppdrag", ["VGR:s", "uppdrag"], ["uppdrag"]),
        ("deltagarna och/eller gruppen", ["deltagarna", "och", "eller", "gruppen"], None),
        ("RS 2024-00784", ["RS", "2024-00784"], []),
        ("kl. 13.00–16.30", ["kl", "13.00", "16.30"], []),
        ("3,5 procent", ["3,5", "procent"], ["procent"]),
        ("HR-direktör", ["HR-direktör"], ["HR-direktör"]),
        ("e-hälsa", ["e-hälsa"], []),  # six letters
        ("råd – möte", ["råd", "möte"], []),
        ("t.ex. vård", ["t", "ex", "vård"], []),
        ("…", [], []),
    ],
)
def test_what_is_a_word_and_what_is_a_long_one(
    text: str, found: list[str], long_words: list[str] | None
) -> None:
    assert list(words(text)) == found
    expected = ["deltagarna", "gruppen"] if long_words is None else long_words
    assert list(filter(is_long, found)) == expected


@given(st.text(), st.text())
def test_every_letter_and_digit_is_counted_in_a_word(one: str, other: str) -> None:
    text = f"{one} {other}"
    assert measure(text).words == measure(one).words + measure(other).words
    kept = [c for word in words(text) for c in word if c.isalnum()]
    assert kept == [c for c in text if c.isalnum()]


@given(st.text())
def test_a_text_has_sentences_exactly_when_it_has_words(text: str) -> None:
    counted = measure(text)
    assert counted.long_words <= counted.words
    assert counted.sentences <= counted.words
    assert (counted.sentences > 0) == (counted.words > 0)
