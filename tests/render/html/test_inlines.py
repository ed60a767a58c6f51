"""No word of a document is markup, and no link leads to a program."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uppdrag.document.tree import Run
from uppdrag.render.html.inlines import markup, safe_address, shown


def test_markup_in_words_is_words():
    assert markup([Run("<b>R&D</b> {{ x }} \"a\" 'b'")]) == (
        "&lt;b&gt;R&amp;D&lt;/b&gt; {{ x }} &quot;a&quot; &#x27;b&#x27;"
    )


def test_an_address_stays_within_its_attribute():
    assert markup([Run("Länk", target='https://exempel.se/?a=1&b="><script>')]) == (
        '<a href="https://exempel.se/?a=1&amp;b=&quot;&gt;&lt;script&gt;">Länk</a>'
    )


@pytest.mark.parametrize(
    "address",
    [
        "https://exempel.se/rutin",
        "HTTP://exempel.se",
        "mailto:namn@exempel.se",
        "tel:+46000",
        "#syfte",
        "../2025/handling.html",
        "bilaga.pdf?sida=1:2",
        "",
    ],
)
def test_an_address_that_may_be_a_link_is_kept(address: str):
    assert safe_address(address) == address


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        " JavaScript:alert(1)",
        "java\tscript:alert(1)",
        "\x01java\r\nscript:alert(1)",
        "data:text/html,<b>",
        "vbscript:x",
        "file:///etc/passwd",
    ],
)
def test_an_address_that_is_a_program_leaves_only_its_words(address: str):
    assert markup([Run("Klicka", target=address)]) == "Klicka"


@given(st.text())
def test_what_is_shown_can_always_be_written_to_a_file(text: str):
    assert len(shown(text).encode("utf-8").decode("utf-8")) == len(text)


def test_characters_that_a_page_cannot_have_are_shown_as_missing():
    assert shown("a\x00b\x1bc\ud800d\x7f\ufffe å\u00a0–🎉\t") == "a�b�c�d�� å\u00a0–🎉\t"
