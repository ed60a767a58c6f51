"""What a Swedish reader takes for one word, and that any text is read in time."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uppdrag.compare.words.tokens import is_word, tokens, words

ONE_TOKEN = (
    "sjukvård",
    "VGR",
    "VGR:s",
    "SRO:n",
    "e-hälsa",
    "E-hälsa",
    "IT-stöd",
    "hälso-",
    "in-",
    "d’Artagnan",
    "snake_case",
    "é",
    "3D-skrivare",
    "4-årig",
    "2026-06-16",
    "2026",
    "13:00",
    "8.30",
    "13:00:15",
    "13:00–16:00",
    "13:00 – 16:00",
    "8.30-9.30",
    "6–10",
    "6 – 10",
    "6-10",
    "6\u00a0–\u00a010",
    "2026–2028",
    "1,5",
    "50 %",
    "50\u00a0%",
    "5–6 %",
    "10 000",
    "25 000–30 000",
    "1.2.3",
    "2008:962",
    "RS 2024-00784",
    "RS 2024–00370",
    "RS 2024 – 00370",
    "RS\u00a02024-00784",
    "HSN-2024-00012",
    "RS 2019-03137-40",
    "HS 172-2015",
    "kim.exempelsson@exempel.se",
    "kim+råd@post.exempel.se",
    "https://www.exempel.se/sida?nr=1&typ=råd",
    "www.exempel.se",
)

SEVERAL_TOKENS = {
    "hälso- och sjukvård": ["hälso-", " ", "och", " ", "sjukvård"],
    "den 19 mars 2026": ["den", " ", "19", " ", "mars", " ", "2026"],
    "vård, stöd.": ["vård", ",", " ", "stöd", "."],
    "(rådet)": ["(", "rådet", ")"],
    "”nära vård”": ["”", "nära", " ", "vård", "”"],
    "och/eller": ["och", "/", "eller"],
    "gång(er)": ["gång", "(", "er", ")"],
    "vård – omsorg": ["vård", " ", "–", " ", "omsorg"],
    "ett\u00a0råd": ["ett", "\u00a0", "råd"],
    "två  rum": ["två", " ", " ", "rum"],
    "till a@exempel.se.": ["till", " ", "a@exempel.se", "."],
    "(https://exempel.se/a).": ["(", "https://exempel.se/a", ")", "."],
    "kl. 13:00.": ["kl", ".", " ", "13:00", "."],
    "4 §": ["4", " ", "§"],
    "–": ["–"],
    "Rådet": ["Rådet"],
}

HOSTILE = (
    "1-", "1–", "1-1-", "1:", "11:", "11.", "1.", "1,", "1 ", "1 000 ", "1 %", "a-", "a-a ",
    "a:", "a", "A", "AB", "RS 2024", "RS 2024-00-", "2024-01-", "13:00–", "13:00 ", "aaaa@",
    "@", "a@", "a@a.", ".a@", "a.", "a+", "a_", "a1", "http://", "http://,", "www.", "www.,",
    " ", "\u00a0", "  – ", "’", "é", "%", "(", "”",
)  # fmt: skip


@pytest.mark.parametrize("text", ONE_TOKEN)
def test_one_word_is_one_token(text: str) -> None:
    assert tokens(f"före {text} efter") == ["före", " ", text, " ", "efter"]
    assert tokens(f"({text}), så.")[:3] == ["(", text, ")"]
    assert is_word(text)


@pytest.mark.parametrize(("text", "expected"), SEVERAL_TOKENS.items())
def test_signs_and_spaces_stand_alone(text: str, expected: list[str]) -> None:
    assert tokens(text) == expected


@given(st.text() | st.text("a-.:@1 –%RSåÅ\u00a0/hpstw’_,"))
def test_no_character_is_lost(text: str) -> None:
    assert "".join(tokens(text)) == text
    assert words(text) == [token for token in tokens(text) if is_word(token)]


@given(st.text("a-.:@1 –%RSåÅ\u00a0/hpstw’_,"))
def test_what_is_no_word_is_one_sign(text: str) -> None:
    assert all(len(token) == 1 for token in tokens(text) if not is_word(token))


@pytest.mark.parametrize("part", HOSTILE)
def test_a_hundred_thousand_characters_of_anything_are_read_at_once(part: str) -> None:
    for end in ("", "@", ".", "-", "1", "a"):
        text = (part * 100_000)[:100_000] + end
        begun = time.process_time()
        tokens(text)
        assert time.process_time() - begun < 2
