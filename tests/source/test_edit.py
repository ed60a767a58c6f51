"""An edit changes its words and nothing else, or is not made."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uppdrag.source import Range, load
from uppdrag.source.edit import Edit, edited, smallest, with_values_edited

from .yaml_texts import anything, documents


def replaced(text: str, words: str, other: str) -> Edit:
    start = text.index(words)
    return Edit(Range(start, start + len(words)), other)


def put(text: str, words: str, other: str) -> str | None:
    """Return the text with other words inside a value, or None where that was refused."""
    after = with_values_edited(load(text, "x"), [replaced(text, words, other)])
    return after.text if after is not None else None


def test_edits_are_made_whatever_their_order() -> None:
    edits = [Edit(Range(4, 5), "E"), Edit(Range(0, 1), ""), Edit(Range(2, 2), "+")]
    assert edited("abcdef", edits) == "b+cdEf"


@given(st.text(), st.text(), st.text(), st.text())
def test_the_smallest_edit_does_the_same_with_less(
    before: str, old: str, new: str, after: str
) -> None:
    text = before + old + after
    edit = Edit(Range(len(before), len(before + old)), new)
    least = smallest(edit, text)
    assert edited(text, [least]) == before + new + after
    assert len(least.words) <= len(new)
    size = least.range.end - least.range.start
    assert size <= len(old)
    if size and least.words:
        assert text[least.range.start] != least.words[0]
        assert text[least.range.end - 1] != least.words[-1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: x 6 - 10 y # 6 - 10\nb: 6 - 10\n", "a: x 6–10 y # 6 - 10\nb: 6 - 10\n"),
        ("a: 'x ''6 - 10'' y'\n", "a: 'x ''6–10'' y'\n"),
        ('a: "\\t6 - 10\\u00e5"\n', 'a: "\\t6–10\\u00e5"\n'),
        ("a: |\n  x\n  6 - 10\n", "a: |\n  x\n  6–10\n"),
        ("a: >-\r\n  6 - 10\r\n  y\r\n", "a: >-\r\n  6–10\r\n  y\r\n"),
        ("a: [x, 6 - 10]\n", "a: [x, 6–10]\n"),
        ("? a\n: 6 - 10\n", "? a\n: 6–10\n"),
    ],
)
def test_words_are_changed_in_every_kind_of_value(text: str, expected: str) -> None:
    assert put(text, "6 - 10", "6–10") == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("a: >\n  sex -\n  tio\nb: c\n", "sex -\n  tio", "a: >\n  sex–tio\nb: c\n"),
        ("a: sex -\n  tio\nb: c\n", "sex -\n  tio", "a: sex–tio\nb: c\n"),
        ("a: |\n  sex -\n  tio\n", "sex -\n  tio", "a: |\n  sex–tio\n"),
        ('a: "sex \\\n  - tio"\n', "sex \\\n  - tio", 'a: "sex–tio"\n'),
    ],
)
def test_words_are_changed_across_a_line_break(text: str, words: str, expected: str) -> None:
    assert put(text, words, "sex–tio") == expected


@pytest.mark.parametrize(
    ("text", "words", "other"),
    [
        ("a: ett två\n", "ett", "ett:"),
        ("a: ett två\n", "ett", "ett #"),
        ("a: ett\n", "ett", '"ett"'),
        ("a: ett\n", "ett", "- ett"),
        ("a: ett\n", "ett", "[ett"),
        ("a: ett\n", "ett", "ett: två"),
        ("a: ett\n", "ett", "ett\nb: två"),
        ("a: 'ett'\n", "ett", "it's"),
        ("a: 'ett'\n", "ett", "ett' # '"),
        ('a: "ett"\n', "ett", 'e"tt'),
        ('a: "ett"\n', "ett", "e\\ntt"),
        ('a: "ett"\n', "ett", "e\\"),
        ("a: |\n  ett\n", "ett", "ett\nb: c"),
        ("a: |\n  ett\n", "  ett\n", ""),
        ("a: [ett]\n", "ett", "ett, två"),
        ("a: [ett]\n", "ett", "ett]"),
        ("a: [ett]\n", "ett", "{ett"),
        ("a: b # ett\n", "ett", "två"),
        ("ett: b\n", "ett", "två"),
        ("a: ett # två\n", "ett # två", "ett"),
        ("a: ett\nb: två\n", "ett\nb: två", "ett"),
        ("a: ett\n", "ett", "e\x07tt"),
        ("a: >\n  ett\n  två\n", "två", "\n  två"),
    ],
)
def test_an_edit_that_would_do_more_than_it_says_is_not_made(
    text: str, words: str, other: str
) -> None:
    assert put(text, words, other) is None


def test_what_a_file_says_of_itself_may_not_get_worse() -> None:
    text = "a: b\n: \n  - [\n"
    assert load(text, "x").root is None
    assert put(text, "b", "c") is None


@given(st.one_of(documents(), anything), st.data())
def test_whatever_is_written_an_edit_is_all_that_changes(text: str, data: st.DataObject) -> None:
    source = load(text, "x")
    values = list(source.scalars())
    if not values:
        return
    index = data.draw(st.integers(0, len(values) - 1))
    place = values[index][1].range
    start = data.draw(st.integers(place.start, place.end))
    end = data.draw(st.integers(start, place.end))
    words = data.draw(st.sampled_from(["–", "", "ord", "'", '"', ": ", " #", "\\n", "\n", "å"]))
    after = with_values_edited(source, [Edit(Range(start, end), words)])
    if after is None:
        return
    assert after.text == source.text[:start] + words + source.text[end:]
    others = [item for number, item in enumerate(values) if number != index]
    kept = [item for number, item in enumerate(after.scalars()) if number != index]
    assert [(path, value.text) for path, value in others] == [(p, v.text) for p, v in kept]
