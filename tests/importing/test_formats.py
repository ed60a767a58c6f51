"""What a document becomes when it comes back from a web page, Markdown, a PDF or OpenDocument."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from tests.strategies import mandates

from uppdrag.document import compose
from uppdrag.document.text import lines
from uppdrag.findings import UppdragError
from uppdrag.importing.formats import Kind, import_bytes, kind_of_file
from uppdrag.importing.printed import printed_mandate
from uppdrag.importing.tracked import Changes
from uppdrag.model import Uppdragshandling

from .opendocument import odt
from .rendered import MANDATES, mandate, printed_data, printed_lines, rendered

REFUSE = Changes.REFUSE


def words(handling: Uppdragshandling) -> list[str]:
    return re.findall(r"\w+", " ".join(lines(compose(handling))))


@pytest.mark.parametrize("path", MANDATES, ids=lambda path: f"{path.parent.name}-{path.stem}")
@pytest.mark.parametrize("format_", ["html", "md", "pdf"])
def test_a_mandate_comes_back_with_every_line_as_it_was(path: Path, format_: str):
    handling = mandate(path)
    back = import_bytes(rendered(handling, format_), f"x.{format_}", REFUSE).handling
    assert printed_lines(back) == printed_lines(handling)


@pytest.mark.parametrize("path", MANDATES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_web_page_gives_the_keys_back_too(path: Path):
    handling = mandate(path)
    back = printed_data(import_bytes(rendered(handling, "html"), "x.html", REFUSE).handling)
    wanted = printed_data(handling)
    # A label does not tell the key of a part, nor a line where a role ends and a purpose begins.
    untold = {"arbetsorganisation", "uppdragsgivare", "uppdragstagare", "sändlista"}
    assert list(back) == list(wanted)
    assert {k: v for k, v in back.items() if k not in untold} == {
        k: v for k, v in wanted.items() if k not in untold
    }


@settings(max_examples=60, deadline=None)
@given(mandates())
def test_what_is_printed_is_a_mandate_that_prints_the_same(handling: Uppdragshandling):
    back = printed_mandate(compose(handling).blocks).handling
    assert printed_lines(back) == printed_lines(handling)


@settings(max_examples=40, deadline=None)
@given(mandates())
def test_any_mandate_comes_back_from_its_web_page(handling: Uppdragshandling):
    back = import_bytes(rendered(handling, "html"), "x.html", REFUSE).handling
    assert printed_lines(back) == printed_lines(handling)


@settings(max_examples=40, deadline=None)
@given(mandates())
def test_any_mandate_keeps_its_words_in_markdown(handling: Uppdragshandling):
    back = import_bytes(rendered(handling, "md"), "x.md", REFUSE).handling
    assert sorted(words(back)) == sorted(words(handling))


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7 ...", Kind.PDF),
        (b"\n junk %PDF-1.4", Kind.PDF),
        (b"PK\x03\x04" + b"x" * 40, Kind.WORD),
        (b"\xd0\xcf\x11\xe0", Kind.WORD),
        (b"<!DOCTYPE html><title>x</title>", Kind.HTML),
        (b"\xef\xbb\xbf<!-- x --><html>", Kind.HTML),
        (b"<h1>Uppdrag</h1>", Kind.HTML),
        (b"# Uppdrag\n\nText", Kind.MARKDOWN),
        ("Uppdrag för råd\n\nSyfte\n".encode(), Kind.TEXT),
    ],
)
def test_a_file_is_what_its_content_says_whatever_it_is_called(data: bytes, kind: Kind):
    assert kind_of_file(data, "fil") is kind


@pytest.mark.parametrize("name", ["handling.docx", "handling.PDF", "handling.odt"])
def test_an_empty_file_that_should_hold_a_document_is_refused(name: str):
    with pytest.raises(UppdragError, match="är tom"):
        kind_of_file(b"", name)


def test_an_opendocument_text_is_known_by_its_first_part():
    assert kind_of_file(odt("<text:p>x</text:p>"), "fil.docx") is Kind.ODT


def test_a_text_file_with_number_signs_is_the_text_that_its_name_says():
    assert kind_of_file(b"# Uppdrag\n", "fil.txt") is Kind.TEXT
    assert kind_of_file(b"Uppdrag\n", "fil.md") is Kind.MARKDOWN


@pytest.mark.parametrize("start", [b"\x89PNG\r\n", b"\xff\xd8\xff\xe0", b"GIF89a"])
def test_a_picture_is_refused_with_what_to_do(start: bytes):
    with pytest.raises(UppdragError, match=r"är en bild\. Läs in texten med OCR"):
        import_bytes(start, "skannad.png", REFUSE)
