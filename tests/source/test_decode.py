import codecs

import pytest

from uppdrag.source import MAX_BYTES, Position, Rule, load

TEXT = "titel: Öppet råd\nort: Åmål\n"
DATA = {"titel": "Öppet råd", "ort": "Åmål"}


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.replace("\n", "\r\n").encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT,
        "\ufeff" + TEXT,
    ],
)
def test_unicode_files_are_read_as_they_come(data: bytes | str) -> None:
    source = load(data, "råd.yaml")

    assert source.data() == DATA
    assert source.defects == ()
    assert source.text.startswith("titel")


def test_line_endings_stay_in_the_text() -> None:
    assert load(b"a: 1\r\nb: 2\r\n", "x").text == "a: 1\r\nb: 2\r\n"


def test_a_latin_1_file_is_refused_at_its_first_letter_that_is_no_utf_8() -> None:
    source = load("# mål\ntitel: Öppet råd\n".encode("latin-1"), "x")

    (defect,) = source.defects
    assert source.root is None
    assert defect.rule is Rule.ENCODING
    assert source.lines.position(defect.range.start) == Position(1, 4)
    assert "byten E5" in defect.message
    assert "”å”" in defect.message
    assert "Spara filen som UTF-8" in defect.message


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-32"),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le")[:-1],
        b"\xff\xd8\xff\xe0",
    ],
)
def test_what_is_no_unicode_text_is_one_defect_with_the_cure(data: bytes | str) -> None:
    source = load(data, "x")

    assert [defect.rule for defect in source.defects] == [Rule.ENCODING]
    assert "Spara filen som UTF-8" in source.defects[0].message


def test_a_file_that_is_too_large_is_refused_unread() -> None:
    source = load(b"a: " + b"x" * MAX_BYTES, "x")

    assert [defect.rule for defect in source.defects] == [Rule.SIZE]
    assert source.root is None


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\x07", "U+0007"),
        ("\x0b", "U+000B (radbrytning från Word)"),
        ("\0", "U+0000"),
        ("\x85", "U+0085"),
        ("\u2028", "U+2028"),
        ("\u2029", "U+2029"),
        ("\ufeff", "U+FEFF"),
        ("\ufdd0", "U+FDD0"),
        ("\U0001ffff", "U+1FFFF"),
        ("\ud800", "U+D800"),
    ],
)
def test_a_forbidden_character_is_named_where_it_stands(character: str, name: str) -> None:
    source = load(f"titel: råd{character}slag\nsyfte: x", "x")

    (defect,) = source.defects
    assert source.text[defect.range.start : defect.range.end] == character
    assert name in defect.message
    assert source.data() == {"titel": "råd slag", "syfte": "x"}


@pytest.mark.parametrize("escape", [r"\x07", r"\0", r"\L", r"\N", r"\uFFFE", r"\U0001FFFF"])
def test_an_escape_brings_in_no_forbidden_character(escape: str) -> None:
    source = load(f'titel: "råd{escape}"', "x")

    (defect,) = source.defects
    assert defect.rule is Rule.CHARACTER
    assert source.text[defect.range.start : defect.range.end] == escape
    assert source.data() == {"titel": "råd "}


def test_many_forbidden_characters_are_bounded_and_counted() -> None:
    source = load("titel: " + "a\x07" * 50, "x")

    assert len(source.defects) == 21
    assert "ytterligare 30" in source.defects[-1].message


def test_a_forbidden_character_that_breaks_its_line_is_one_mistake() -> None:
    source = load("a: 1\n\ufeffb: 1\n", "x")

    assert [defect.rule for defect in source.defects] == [Rule.CHARACTER]


@pytest.mark.parametrize("written", ["a" + "\u0327\u0301" * 20, '"a' + r"\u0327\u0301" * 20 + '"'])
def test_more_combining_marks_than_any_letter_carries_are_refused(written: str) -> None:
    source = load(f"titel: {written}", "x")

    assert [defect.rule for defect in source.defects] == [Rule.CHARACTER]
    assert "kombinerande tecken" in source.defects[0].message
