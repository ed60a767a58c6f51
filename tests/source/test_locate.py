import unicodedata
from itertools import groupby

import pytest
from hypothesis import given, settings

from uppdrag.source import Style, load
from uppdrag.source.scalar_offsets import scalar_offsets

from .yaml_texts import anything, documents, scalars


def found(text: str, words: str) -> str:
    """Give what stands in the file where some words of the text at k are written."""
    source = load(text, "x")
    value = source.data()
    assert isinstance(value, dict)
    start = str(value["k"]).index(words)
    place = source.locate(("k",), start, start + len(words))
    return source.text[place.start : place.end]


@pytest.mark.parametrize(
    ("text", "words", "written"),
    [
        ("k: ett möte i maj", "möte", "möte"),
        ("k: ett\n  möte i\n\n  maj", "möte i\nmaj", "möte i\n\n  maj"),
        ("k: ett\r\n  möte i maj", "ett möte", "ett\r\n  möte"),
        ("k: 'rådets ''möte'' i maj'", "'möte' i", "''möte'' i"),
        ("k: 'åäö\n\n  möte'", "möte", "möte"),
        ('k: "r\\u00e5d\\tom \\"möte\\""', 'åd\tom "mö', '\\u00e5d\\tom \\"mö'),
        ('k: "ett \\\n  möte"', "t m", "t \\\n  m"),
        ('k: "ett \\\n\n\n  möte"', "\n\nmö", "\n\n  mö"),
        ("k: |\n  ett\n    möte\n", "  möte", "  möte"),
        ("k: |4\n      ett\n    möte\n", "möte", "möte"),
        ("a: 1\nk: |1-\n  ett\n möte\n", " ett\nmöte", " ett\n möte"),
        ("k: >\n  ett\n  möte\n\n  maj\n", "ett möte\nmaj", "ett\n  möte\n\n  maj"),
        ("k: >\n  ett\n    möte\n  maj\n", "ett\n  möte\nmaj", "ett\n    möte\n  maj"),
        ("k: |+\r\n  ett\r\n\r\n", "ett\n\n", "ett\r\n\r\n"),
        ("k: a\u030angra mo\u0308te", "ångra", "a\u030angra"),
        ("k: a\u030angra mo\u0308te", "te", "te"),
        ("k: \U0001f600 möte", "möte", "möte"),
        ('k: "a\\u030angra"', "å", "a\\u030a"),
    ],
)
def test_words_are_found_where_they_are_written(text: str, words: str, written: str) -> None:
    assert found(text, words) == written


@pytest.mark.parametrize(
    ("text", "start", "end", "expected"),
    [
        ("k: 'ord'", 1, 1, (5, 5)),
        ("k: 'ord'", 3, 3, (7, 7)),
        ("k: 'ord'", 2, 99, (6, 7)),
        ("k: ''", 0, 1, (3, 3)),
        ("k:", 0, 0, (2, 2)),
        ("k: [a]", 0, 1, (3, 6)),
    ],
)
def test_edges_have_a_place(text: str, start: int, end: int, expected: tuple[int, int]) -> None:
    place = load(text, "x").locate(("k",), start, end)

    assert (place.start, place.end) == expected


def check_every_character(text: str) -> None:
    source = load(text, "x")
    for scalar in scalars(source.root):
        offsets = scalar_offsets(source.text, scalar)
        assert len(offsets.starts) == len(offsets.ends) == len(scalar.text)
        places = list(zip(offsets.starts, offsets.ends, strict=True))
        assert places == sorted(places)
        assert all(0 <= start <= end <= len(source.text) for start, end in places)
        for place, group in groupby(zip(places, scalar.text, strict=True), key=lambda at: at[0]):
            read = "".join(character for _, character in group)
            written = source.text[slice(*place)]
            is_coded = (scalar.style is Style.DOUBLE and "\\" in written) or written == "''"
            is_coded = is_coded or len(written.splitlines()) > 1
            if read.strip() and not is_coded:
                assert unicodedata.normalize("NFC", written) == read


@settings(max_examples=300, deadline=None)
@given(documents())
def test_every_character_of_any_scalar_is_where_it_is_said_to_be(text: str) -> None:
    check_every_character(text)


@settings(max_examples=200, deadline=None)
@given(anything)
def test_every_character_of_any_text_that_can_be_read_has_its_place(text: str) -> None:
    check_every_character(text)
