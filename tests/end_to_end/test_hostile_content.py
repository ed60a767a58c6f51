"""What is written is text, in every place and every format, or refused at its place."""

import io
import re
import time
import unicodedata
from collections.abc import Callable

import lxml.html
import pytest
from docx import Document
from pypdf import PdfReader
from tests.end_to_end.hostile import (
    PLACES,
    PLAIN,
    SHORT,
    escaped,
    mandate,
    quoted,
    saying,
)
from tests.end_to_end.readings import (
    Page,
    first_missing,
    pdf_body,
    pdf_text,
    word_text,
    words,
)
from tests.render.pdf.strategies import running_head

from uppdrag.findings import Finding, Severity
from uppdrag.rules import BINDING
from uppdrag.workspace.checking import Checked
from uppdrag.workspace.rendering import Renderers

Check = Callable[[str | bytes], Checked]

LIKE_CODE = [
    "{{ x }}",
    "{% raw %}",
    "{% endraw %}",
    "{{ ''.__class__.__mro__ }}",
    "{# dold #}",
    "{%p for x in y %}",
    "#let x = 1",
    '#import "@preview/x"',
    "#panic()",
    "$a$",
    "<b>x</b>",
    "<script>alert(1)</script>",
    "</main></body>",
    "<!-- dold -->",
    "<w:p/></w:t>",
    "&amp;",
    "&#x41; &copy",
    "]]>",
    "\\",
    "\\\\",
    "\\n C:\\temp",
    "%",
    "%s {0}",
    "@label",
    "= rubrik",
    "== rubrik",
    "# rubrik",
    "- punkt",
    "+ punkt",
    "1. etta",
    "/ term: text",
    "> citat",
    "---",
    "***",
    "**fet** *kursiv* __x__",
    "[a](javascript:alert(1))",
    "![a](https://exempel.se/a.png)",
    "https://exempel.se/a?b=1&c=2",
    "\"citat\" och 'citat'",
    "''",
    "|",
    "| a | b |",
    "a|b",
    "~",
    "~~struket~~",
    "`kod`",
    "```typ #panic() ```",
    "// kommentar /* a */",
    "null",
    "NO",
    "13:00",
    "=1+1",
    "!tagg &ankare *alias",
    ": x",
    "? x",
]

CHARACTERS = {
    "emoji": "\U0001f600",
    "selector of a variation": "\ufe0f",
    "Hebrew": "\u05d0",
    "Arabic": "\u0639",
    "Chinese": "\u6f22",
    "override of direction": "\u202e",
    "isolate of direction": "\u2066",
    "mark of direction": "\u200f",
    "zero-width space": "\u200b",
    "zero-width joiner": "\u200d",
    "word joiner": "\u2060",
    "soft hyphen": "\u00ad",
    "no-break hyphen": "\u2011",
    "byte order mark": "\ufeff",
    "null": "\x00",
    "bell": "\x07",
    "backspace": "\x08",
    "vertical tab": "\x0b",
    "form feed": "\x0c",
    "escape": "\x1b",
    "delete": "\x7f",
    "next line": "\x85",
    "C1 control": "\x9b",
    "line separator": "\u2028",
    "paragraph separator": "\u2029",
    "high surrogate": "\ud83d",
    "low surrogate": "\udc00",
    "noncharacter": "\ufffe",
    "noncharacter far up": "\U0010ffff",
    "private use": "\ue000",
    "private use with a glyph": "\uf8ff",
    "private use far up": "\U00100000",
    "tag": "\U000e0041",
    "unassigned": "\u0378",
    "replacement character": "\ufffd",
    "mark without a letter of both": "x\u0301",
    "mark around": "x\u20dd",
    "two marks": "e\u0323\u0301",
    "a with ring, apart": "a\u030a",
    "o with dots, apart": "o\u0308",
    "e with accent": "\u00e9",
    "Vietnamese": "\u1ec7",
    "Greek": "\u03a9",
    "Cyrillic": "\u0416",
    "ohm sign": "\u2126",
    "ligature": "\ufb01",
    "no-break space": "\u00a0",
    "narrow no-break space": "\u202f",
    "thin space": "\u2009",
    "em space": "\u2003",
    "ideographic space": "\u3000",
    "tab": "\t",
    "en dash": "\u2013",
    "minus": "\u2212",
    "euro": "\u20ac",
    "fraction": "\u00bd",
    "superscript": "\u00b2",
    "long s": "\u017f",
    "dotted capital i": "\u0130",
}


@pytest.fixture(scope="session")
def plain(checked: Check, renderers: Renderers) -> dict[str, str]:
    """Return what each format shows of the mandate with plain words in every place."""
    return shown(made(checked(mandate({})), renderers))


def made(mandate_: Checked, renderers: Renderers) -> dict[str, bytes]:
    assert mandate_.document is not None, mandate_.findings
    files = {kind: renderers.render(mandate_.document, kind) for kind in ("docx", "pdf", "html")}
    title = mandate_.document.metadata.title
    assert Document(io.BytesIO(files["docx"])).core_properties.title == title
    assert PdfReader(io.BytesIO(files["pdf"])).metadata.title == title
    page = lxml.html.fromstring(files["html"].decode("utf-8"))
    assert page.find(".//title").text == title
    return files


def shown(files: dict[str, bytes]) -> dict[str, str]:
    """Return the text of each file; white space is left out where a line may break anywhere."""
    return {
        "docx": word_text(files["docx"]).replace("\u00a0", " "),
        "pdf": squeezed(pdf_text(files["pdf"])),
        "html": Page(files["html"]).text.replace("\u00a0", " "),
    }


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def errors(mandate_: Checked) -> list[Finding]:
    """Return what stops a file from being made."""
    return [
        item
        for item in mandate_.findings
        if item.severity is Severity.ERROR and item.rule.startswith(BINDING)
    ]


@pytest.mark.parametrize("value", LIKE_CODE)
def test_what_looks_like_code_is_text_in_every_place_and_format(
    value: str, checked: Check, renderers: Renderers, plain: dict[str, str]
):
    files = made(checked(saying(value, *PLACES)), renderers)

    seen = shown(files)

    wanted = {kind: text.replace(PLAIN, value) for kind, text in plain.items()}
    wanted["pdf"] = plain["pdf"].replace(PLAIN, squeezed(value))
    assert seen == wanted


@pytest.mark.parametrize("value", ["<script>alert(1)</script>", "</main></body><p>", "<!--", "]]>"])
def test_a_page_has_the_same_elements_whatever_is_written(
    value: str, checked: Check, renderers: Renderers
):
    ordinary = Page(made(checked(mandate({})), renderers)["html"])

    page = Page(made(checked(saying(value, *PLACES)), renderers)["html"])

    assert page.elements == ordinary.elements
    assert page.title == value


@pytest.mark.parametrize("value", LIKE_CODE)
def test_the_running_text_of_a_block_needs_no_quotes(
    value: str, checked: Check, renderers: Renderers
):
    block = mandate({"syfte": "@"}).replace('"@"', f"|\n  före {value} efter\n")
    markup = {
        "**fet** *kursiv* __x__": "fet kursiv __x__",
        "![a](https://exempel.se/a.png)": "!a",
        "\\\\": "\\",
    }

    text = shown(made(checked(block), renderers))["docx"]

    assert f"före {markup.get(value, value)} efter" in text.split("\n")


@pytest.mark.parametrize("value", ["ord " * 124 + "orda", "x" * 500, "åäö" * 166 + "ÅÄ"])
def test_a_title_of_500_characters_is_whole_in_every_format(
    value: str, checked: Check, renderers: Renderers
):
    assert len(value) == 500
    mandate_ = checked(saying(value, "titel", "mottagare", "syfte"))

    files = made(mandate_, renderers)

    assert mandate_.document is not None
    printed = pdf_body(files["pdf"], running_head(mandate_.document.metadata))
    assert word_text(files["docx"]).split("\n").count(value) == 3
    assert Page(files["html"]).text.count(value) == 3
    assert squeezed(printed).count(squeezed(value)) == 3


@pytest.mark.parametrize(("place", "length"), [("titel", 501), (SHORT, 61)])
def test_a_value_that_is_too_long_is_refused_at_its_place(place: str, length: int, checked: Check):
    text = saying("x" * length, place)

    [finding] = errors(checked(text))

    assert (finding.rule, finding.path) == ("S007", f"/{place}")
    assert covered(finding, text, "x" * length)


def covered(finding: Finding, text: str, written: str) -> bool:
    """Tell whether a finding's range covers what is written, which may be within quotes."""
    start = text.index(written)
    line = text.count("\n", 0, start) + 1
    column = start - (text.rfind("\n", 0, start) + 1) + 1
    return (finding.line, finding.column) <= (line, column) and (
        line,
        column + len(written),
    ) <= (finding.end_line, finding.end_column)


Trouble = Callable[[str, str, str], str | None]


@pytest.fixture(scope="session")
def trouble(checked: Check, renderers: Renderers, plain: dict[str, str]) -> Trouble:
    """Return a function that says how a file's odd words were neither shown nor refused once.

    It takes the file's text, the characters of it that may be refused, and what its one odd place
    says.
    """
    ordinary = {kind: squeezed(page).replace(PLAIN, "") for kind, page in plain.items()}

    def found(text: str, culprit: str, said: str) -> str | None:
        mandate_ = checked(text.encode("utf-8", "surrogatepass"))
        refused = errors(mandate_)
        if len(refused) > 1:
            return f"{len(refused)} errors: {[item.message for item in refused]}"
        if refused:
            return None if covered(refused[0], text, culprit) else f"not there: {refused[0]}"
        differing = [
            kind
            for kind, page in shown(made(mandate_, renderers)).items()
            if squeezed(page).replace(PLAIN, "").replace(squeezed(said), "", 1) != ordinary[kind]
        ]
        return f"not as written in {differing}" if differing else None

    return found


@pytest.mark.parametrize("name", CHARACTERS)
@pytest.mark.parametrize("form", [quoted, escaped])
def test_a_character_is_shown_everywhere_or_refused_once_at_its_place(
    name: str, form: Callable[[str], str], trouble: Trouble
):
    value = CHARACTERS[name]
    said = unicodedata.normalize("NFC", f"q{value}q")
    # What stands before the last character is the letter that it belongs to.
    culprit = form(value[-1])
    found = {
        place: trouble(mandate({place: f"q{form(value)}q"}), culprit, said) for place in PLACES
    }
    assert found == dict.fromkeys(PLACES)


def test_a_pair_of_surrogates_as_escapes_is_refused_at_its_place(checked: Check):
    text = mandate({"titel": "a \\ud83d\\ude00 b"})

    found = errors(checked(text))

    assert found
    row = text.split("\n").index('titel: "a \\ud83d\\ude00 b"') + 1
    assert {item.line for item in found} == {row}


@pytest.mark.parametrize(
    "word",
    [
        "\u05e9\u05dc\u05d5\u05dd",
        "\u0645\u0631\u062d\u0628\u0627",
        "\u2764\ufe0f",
        "\U0001f1f8\U0001f1ea",
    ],
)
def test_a_word_of_other_characters_is_refused_within_the_word_and_nowhere_else(
    word: str, checked: Check
):
    text = mandate({"titel": f"Rådet {word} möts"})

    found = errors(checked(text))

    row = text.split("\n").index(f'titel: "Rådet {word} möts"') + 1
    start = len('titel: "Rådet ') + 1
    places = [(item.line, item.column, item.end_line, item.end_column) for item in found]
    assert places == [(row, start, row, start + len(word))]


SECONDS = 8
"""How long a very large mandate may take to be checked and made in three formats."""


def sizeable(body: str) -> str:
    return f"format: 1\ntyp: samverkansorgan\nstatus: utkast\ntitel: Stor handling\n{body}"


def lot(count: int, template: str) -> str:
    return "".join(template.format(number) for number in range(1, count + 1))


def wide_table(columns: int) -> str:
    rows = (lot(columns, " k{} |"), " --- |" * columns, lot(columns, " v{} |"))
    return sizeable("syfte: |\n" + "".join(f"  |{row}\n" for row in rows))


LARGE = {
    "a paragraph of 100,000 characters": sizeable(
        "syfte: |\n  " + " ".join(f"rådet samordnar {number} –" for number in range(5000)) + "\n"
    ),
    "2,000 bullets": sizeable("syfte: |\n" + lot(2000, "  - punkt nummer {}\n")),
    "2,000 numbers": sizeable("syfte: |\n" + lot(2000, "  {0}. steg nummer {0}\n")),
    "300 sections": sizeable(
        lot(300, "avsnitt_nr{0}:\n  rubrik: Rubrik {0}\n  text: Stycke nummer {0}.\n")
    ),
    "2,000 recipients": sizeable("sändlista:\n" + lot(2000, "  - Förvaltning {}\n")),
    "a table of 1,000 rows": sizeable(
        "syfte: |\n  | Del | Ansvar |\n  | --- | --- |\n" + lot(1000, "  | del {0} | roll {0} |\n")
    ),
    "a table of 12 columns": wide_table(12),
    "a table of 70 columns": wide_table(70),
    "5,000 paragraphs": sizeable("syfte: |\n" + lot(5000, "  Stycke {}.\n\n")),
    "5,000 marks that never close": sizeable("syfte: |\n  " + "**a [b *c " * 5000 + "\n"),
}


@pytest.mark.parametrize("name", LARGE)
def test_a_large_mandate_is_made_whole_in_a_few_seconds_or_refused(
    name: str, checked: Check, renderers: Renderers
):
    began = time.perf_counter()
    mandate_ = checked(LARGE[name])
    if errors(mandate_):
        assert mandate_.document is None
        return
    files = made(mandate_, renderers)
    took = time.perf_counter() - began

    body = LARGE[name].partition("titel: ")[2]
    wanted = words(re.sub(r"(?m)^\s*\w+:|[*\[]", " ", body))
    seen = {
        "docx": word_text(files["docx"]),
        "pdf": pdf_text(files["pdf"]),
        "html": Page(files["html"]).text,
    }
    missing = {kind: first_missing(wanted, words(text)) for kind, text in seen.items()}
    assert missing == dict.fromkeys(seen)
    assert took < SECONDS


def test_a_table_with_too_little_room_for_its_words_has_all_their_letters(
    checked: Check, renderers: Renderers
):
    files = made(checked(wide_table(60)), renderers)

    cells = [f"{row}{number}" for row in "kv" for number in range(1, 61)]
    assert "".join(cells) in squeezed(pdf_text(files["pdf"]))
    assert first_missing(cells, words(word_text(files["docx"]))) is None
    assert first_missing(cells, words(Page(files["html"]).text)) is None


def test_a_paragraph_of_100_000_characters_without_a_space_is_refused_as_one_word(checked: Check):
    text = sizeable("syfte: |\n  " + "x" * 100_000 + "\n")

    [finding] = errors(checked(text))

    assert finding.rule == "S012"
    assert (finding.line, finding.column) == (6, 3)
    assert (finding.end_line, finding.end_column) == (6, 100_003)


def test_a_list_too_deep_is_refused_where_its_fourth_level_begins(checked: Check):
    levels = "".join(f"  {'  ' * depth}- nivå {depth + 1}\n" for depth in range(6))

    [finding] = errors(checked(sizeable(f"syfte: |\n{levels}")))

    assert finding.rule == "S011"
    assert finding.line == 9
    row = sizeable(f"syfte: |\n{levels}").split("\n")[8]
    assert finding.column <= row.index("-") + 1
