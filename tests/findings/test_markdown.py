"""The comment of a pull request shows the words, and nothing in them is markup or calls anyone."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from markdown_it import MarkdownIt
from markdown_it.token import Token

from uppdrag.findings import Severity, in_order
from uppdrag.findings.markdown import render
from uppdrag.findings.report import Report
from uppdrag.findings.visible import visible

from .reports import report, reports
from .test_finding import finding

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
ALLOWED = {
    "heading_open": "h3",
    "bullet_list_open": "ul",
    "list_item_open": "li",
    "paragraph_open": "p",
    "strong_open": "strong",
    "code_inline": "code",
    "inline": "",
    "text": "",
}
# What GitHub and GitLab look for in the finished text.
CALLS = re.compile(
    r"@\w|[#!~%&$]\w|:[\w+-]+:|GH-\d|(?:https?|ftp)://\w|\bwww\.\w", re.IGNORECASE | re.ASCII
)


def inlines(text: str):
    for token in READER.parse(text):
        yield token
        yield from token.children or ()


def shown(token: Token):
    return "".join(child.content for child in token.children or ())


def items(text: str):
    tokens = READER.parse(text)
    return [
        shown(inline)
        for opening, inline in pairwise(tokens)
        if opening.hidden and inline.type == "inline"
    ]


def test_the_whole_comment():
    made = report(
        finding(message="Skriv ett tal.", words="många", line=3, column=10, file="b.yaml"),
        finding(rule="T003", severity=Severity.WARNING, message="Skriv 6–10.", file="a.yaml"),
        finding(rule="T003", severity=Severity.INFO, message="Titta.", file="a.yaml", line=2),
        files=("a.yaml", "b.yaml"),
    )
    assert render(made) == (
        "1 fel, 1 varning och 1 upplysning i 2 handlingar.\n"
        "\n"
        "### `a.yaml`\n"
        "\n"
        "- **Varning** T003, rad 1, kolumn 1: Skriv 6–10.\n"
        "- **Upplysning** T003, rad 2, kolumn 1: Titta.\n"
        "\n"
        "### `b.yaml`\n"
        "\n"
        "- **Fel** S002, rad 3, kolumn 10, `många`: Skriv ett tal.\n"
    )


def test_nothing_found_is_one_sentence():
    assert render(report()) == "Inga fel.\n"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("6 – 10", "`6 – 10`"),
        ("a\n  b", "`a b`"),
        ("`x`", "`` `x` ``"),
        ("a``b", "```a``b```"),
        ("@kim #12", "`@kim #12`"),
        ("ord " * 30, f"`{('ord ' * 30)[:59]}…`"),
    ],
)
def test_the_words_stand_as_code_on_one_line(words: str, code: str):
    assert f", {code}: Texten" in render(report(finding(words=words)))


@pytest.mark.parametrize(
    ("message", "written"),
    [
        ("Fråga @kim", "Fråga @&#8203;kim"),
        ("Se #12", "Se #&#8203;12"),
        ("Ta bort <b>", r"Ta bort \<b\>"),
        ("https://www.exempel.se", "https:&#8203;//www&#8203;.exempel.se"),
        ("[Läs](#)", r"\[Läs\](#&#8203;)"),
        ("5 % av R & D kl. 13:00", r"5 % av R \& D kl. 13:00"),
    ],
)
def test_what_means_something_in_a_comment_is_escaped(message: str, written: str):
    assert f": {written}\n" in render(report(finding(message=message)))


def test_a_comment_has_room_for_no_more_than_github_takes():
    many = [finding(line=number, message="å" * 100, words="ö" * 100) for number in range(1, 500)]
    told = render(report(*many))
    assert 60_000 < len(told.encode("utf-8")) <= 65_536
    shown_items = told.count("\n- **")
    left = 499 - shown_items
    assert told.endswith(
        f"\n\nYtterligare {left} fynd ryms inte här. Kör `uppdrag check` för att se alla.\n"
    )
    few = many[:shown_items]
    assert "Ytterligare" not in render(report(*few))
    assert render(report(*few)).count("\n- **") == shown_items


def test_a_single_message_without_room_is_counted():
    told = render(report(finding(message="x" * 70_000)))
    assert told.startswith("1 fel i 1 handling.\n\nYtterligare 1 fynd ryms inte här.")
    assert len(told) < 300


@given(reports)
def test_every_word_is_shown_and_none_is_markup(made: Report):
    told = render(made)
    for token in inlines(told):
        if token.nesting >= 0:
            assert ALLOWED.get(token.type) == token.tag, token
    wanted = in_order(made.findings)
    found = items(told)
    assert len(found) == len(wanted)
    for line, finding_ in zip(found, wanted, strict=True):
        words = line.replace("\u200b", "")
        assert words.rstrip().endswith(f": {visible(finding_.message)}".rstrip())
        assert visible(finding_.rule).strip(" ") in words
    headings = [shown(token) for token in READER.parse(told) if token.type == "inline"]
    assert {visible(item.file) for item in wanted} <= set(headings)


@given(reports)
def test_no_text_outside_code_calls_anyone(made: Report):
    for token in inlines(render(made)):
        if token.type == "text":
            assert not CALLS.search(token.content), token.content
