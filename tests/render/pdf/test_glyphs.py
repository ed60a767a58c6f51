"""Which characters the PDF can carry: what the font has, less what a reader would not get back."""

import warnings
from collections.abc import Callable
from pathlib import Path
from unicodedata import name

import pytest
from fontTools.ttLib import TTFont
from tests.render.pdf.pages import read
from tests.render.pdf.trees import paragraph

from uppdrag.render.pdf.glyphs import CARLITO, LONGEST_WORD, points, unsupported


def font_points(path: Path) -> set[int]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the library remarks on the font's dates
        with TTFont(path, lazy=True) as font:
            return set(font.getBestCmap())


def test_the_written_down_characters_are_those_of_every_shipped_face(fonts: tuple[Path, ...]):
    faces = sorted(fonts[0].glob("*.ttf"))

    assert len(faces) == 4
    for face in faces:
        assert set(points(CARLITO)) == font_points(face)


@pytest.mark.parametrize(
    "text",
    [
        "Åäö ÅÄÖ é ü ß ø æ ł ş ą 1234567890",
        "– — ‘ ’ “ ” „ « » … • · † ‡ § ¶ © ® ™",
        "½ ² ³ ± × ÷ ≤ ≥ ≠ − ‰ € £ µ Ω α Ж",
        "50\u00a0% 50\u202f% rad\nrad\tkolumn",
    ],
)
def test_what_swedish_text_holds_is_carried(text: str):
    assert list(unsupported(text)) == []


@pytest.mark.parametrize(
    "character",
    [
        "\u00ad",
        "\u200b",
        "\u200d",
        "\u200f",
        "\u202e",
        "\u2060",
        "\u2011",
        "\u0301",
        "\u0336",
        "\ufe0f",
        "\ufeff",
        "\ue000",
        "\uf8ff",
        "\ud800",
        "\x00",
        "\u2028",
        "😀",
        "✓",
        "中",
        "ش",
    ],
)
def test_what_would_be_lost_or_changed_is_reported_at_its_place(character: str):
    assert list(unsupported(f"före{character}efter{character}")) == [
        (4, character),
        (10, character),
    ]


def test_every_character_that_is_carried_can_be_read_back(draw: Callable[..., bytes]):
    carried = [chr(point) for point in points(CARLITO) if not list(unsupported(chr(point)))]
    # Greek capitals with an accent are drawn in two pieces, which pypdf reads as one of them.
    visible = [
        character
        for character in carried
        if not character.isspace() and not name(character).startswith("GREEK")
    ]

    text = "".join(page.extract_text() for page in read(draw(paragraph(" ".join(visible)))).pages)

    assert len(visible) > 1500
    assert [character for character in visible if character not in text] == []


def test_the_longest_word_is_drawn(draw: Callable[..., bytes]):
    word = "ordet" * (LONGEST_WORD // 5)

    assert word in read(draw(paragraph(word))).pages[0].extract_text().replace("\n", "")
