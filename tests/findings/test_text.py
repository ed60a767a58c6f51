"""A person at a terminal sees where, what and the words themselves underlined."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uppdrag.findings import Severity
from uppdrag.findings.text import COLOUR, excerpt, headline, render
from uppdrag.findings.visible import columns
from uppdrag.source import Lines

from .test_finding import TEXT, finding


def underlined(line: str, words: str, width: int = 60):
    start = line.index(words)
    return excerpt(line, start, start + len(words), width)


def drawn(line: str, words: str, width: int = 60):
    return "\n".join(underlined(line, words, width))


def test_a_finding_is_a_place_a_word_and_a_message():
    made = finding(line=12, column=5)
    assert headline(made) == "fil.yaml:12:5 fel S002 Texten är för kort."


@pytest.mark.parametrize(
    ("severity", "word"),
    [(Severity.ERROR, "fel"), (Severity.WARNING, "varning"), (Severity.INFO, "upplysning")],
)
def test_the_severity_is_a_swedish_word(severity: Severity, word: str):
    assert headline(finding(severity=severity)).split()[1] == word


def test_the_whole_report():
    text = "titel: Rådet för färg\nmötesfrekvens:\n  minst: många\n"
    found = [
        finding(line=3, column=10, end_line=3, end_column=15, message="Skriv ett tal."),
        finding(
            line=1, column=1, end_line=1, end_column=6, severity=Severity.WARNING, message="Nyckel."
        ),
    ]
    assert render(found, {"fil.yaml": Lines(text)}, files=1) == (
        "fil.yaml:1:1 varning S002 Nyckel.\n"
        "    titel: Rådet för färg\n"
        "    ^^^^^\n"
        "fil.yaml:3:10 fel S002 Skriv ett tal.\n"
        "      minst: många\n"
        "             ^^^^^\n"
        "\n"
        "1 fel och 1 varning i 1 handling.\n"
    )


def test_nothing_found_is_one_sentence():
    assert render([], {}, files=3) == "Inga fel.\n"


def test_a_finding_over_several_lines_is_underlined_to_the_end_of_the_first():
    made = finding(line=1, column=3, end_line=2, end_column=2)
    lines = render([made], {"fil.yaml": Lines("abcdef  \nb\n")}, files=1).splitlines()
    assert lines[1:3] == ["    abcdef  ", "      ^^^^"]


def test_a_finding_in_an_empty_line_or_an_unknown_file_has_no_excerpt():
    empty = render([finding()], {"fil.yaml": Lines("\nb")}, files=1)
    unknown = render([finding()], {}, files=1)
    assert empty == unknown
    assert "^" not in unknown


def test_an_empty_range_is_one_caret_even_after_the_line():
    assert excerpt("titel:", 6, 6, 40) == ("titel:", "      ^")


def test_tabs_and_marks_and_wide_characters_keep_the_carets_below_the_words():
    assert drawn("a\tb: fel", "fel") == "a   b: fel\n       ^^^"
    assert drawn("idé: ide\u0301er fel", "fel") == "idé: ide\u0301er fel\n           ^^^"
    assert drawn("日本: 東京", "東京") == "日本: 東京\n      ^^^^"


def test_what_a_terminal_would_obey_is_written_out_and_underlined_in_full():
    assert drawn("a\x1bb fel", "\x1b") == "a␛b fel\n ^"
    assert drawn("a\u202eb", "\u202e") == "a\\u202eb\n ^^^^^^"


def test_a_long_line_is_cut_around_the_words():
    line = "början " + "ord " * 50 + "HÄR " + "mer " * 50 + "slut"
    assert drawn(line, "HÄR", width=24) == "… ord ord HÄR mer mer m…\n          ^^^"
    assert drawn(line, "början", width=24) == "början ord ord ord ord…\n^^^^^^"
    assert drawn(line, "slut", width=24) == "…r mer mer mer mer slut\n                   ^^^^"


def test_words_longer_than_the_line_are_underlined_as_far_as_they_show():
    shown, carets = excerpt("x" * 500, 100, 400, 30)
    assert shown == "…" + "x" * 28 + "…"
    assert carets == " " + "^" * 28


lines = st.text(
    st.one_of(
        st.characters(exclude_characters="\r\n"),
        st.sampled_from("ab åäö\t\u0301日🙂\u202e\x1b\u200b"),
    ),
    max_size=120,
)


@given(lines, st.integers(0, 130), st.integers(0, 130), st.integers(12, 60))
def test_an_excerpt_fits_and_its_carets_stand_below_it(line: str, one: int, other: int, width: int):
    start, end = sorted((one, other))
    shown, carets = excerpt(line, start, end, width)
    assert columns(shown) <= width
    assert columns(carets) <= max(columns(shown), 0) + 1
    assert carets.strip(" ").strip("^") == ""
    assert "^" in carets
    assert {unicodedata.category(character) for character in shown}.isdisjoint({"Cc", "Cf", "Cs"})


@given(st.text("abc日\t\u0301\u202e", min_size=1, max_size=30), st.data())
def test_the_carets_cover_the_words_and_nothing_else(line: str, data: st.DataObject):
    start = data.draw(st.integers(0, len(line) - 1))
    end = data.draw(st.integers(start + 1, len(line)))
    shown, carets = excerpt(line, start, end, 1000)
    before, _ = excerpt(line[:start], 0, 0, 1000)
    through, _ = excerpt(line[:end], 0, 0, 1000)
    assert shown.startswith(through)
    assert len(carets) - len(carets.lstrip()) == columns(before)
    assert len(carets) == max(columns(through), columns(before) + 1)


def test_colour_is_used_only_when_asked_for():
    lines_of_file = {"fil.yaml": Lines(TEXT)}
    assert "\x1b" not in render([finding()], lines_of_file, files=1)
    coloured = render([finding()], lines_of_file, files=1, style=COLOUR)
    assert "\x1b[1;31mfel\x1b[0m" in coloured
    assert "\x1b[31m^\x1b[0m" in coloured


@given(st.text(), st.text(), st.text())
def test_no_message_file_or_rule_reaches_the_terminal_raw(message: str, file: str, rule: str):
    line = headline(finding(message=message, file=file, rule=rule))
    assert line.isprintable() or all(
        character.isprintable() or unicodedata.category(character) == "Zs" for character in line
    )
