"""A source in a file is used where the file shows the same, and only there."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import docx
import pytest
from docx.document import Document
from docx.text.paragraph import Paragraph
from tests.working_folder import DECIDED, DRAFT

from uppdrag.document import compose
from uppdrag.model import read
from uppdrag.render.docx.carried import source_in, with_source
from uppdrag.schema import prune
from uppdrag.source import load
from uppdrag.workspace.embedded import Embedded, EmbeddedReader
from uppdrag.workspace.rendering import Renderers
from uppdrag.workspace.resources import Folder

COMMENTED = f"# Granskad av Kim Exempelsson\r\n{DRAFT}".replace("\n", "\r\n").replace("\r\r", "\r")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    return Folder(tmp_path_factory.mktemp("mapp"))


@pytest.fixture(scope="module")
def renderers(folder: Folder) -> Renderers:
    return Renderers(folder, "typst")


def made(renderers: Renderers, yaml: str, kind: str, shown: str = "") -> bytes:
    """Return a file that carries a source, and shows it or another."""
    data = load(shown or yaml, "handling").data()
    assert isinstance(data, dict)
    return renderers.render_with(yaml, compose(read(prune(data).data)), kind)


def found(folder: Folder, data: bytes) -> Embedded:
    embedded = EmbeddedReader(folder).read(data, "fil")
    assert embedded is not None
    return embedded


@pytest.mark.parametrize("kind", ["docx", "pdf"])
@pytest.mark.parametrize("yaml", [DRAFT, DECIDED, COMMENTED])
def test_what_is_built_with_its_source_gives_it_back_to_the_letter(
    folder: Folder, renderers: Renderers, yaml: str, kind: str
) -> None:
    embedded = found(folder, made(renderers, yaml, kind))
    assert embedded.yaml == yaml
    assert embedded.handling is not None
    assert embedded.told == ()


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_a_source_that_says_something_else_than_the_file_shows_is_not_used(
    folder: Folder, renderers: Renderers, kind: str
) -> None:
    other = DRAFT.replace("samordna", "besluta om")
    embedded = found(folder, made(renderers, other, kind, shown=DRAFT))
    assert embedded.handling is None
    assert "”samordna” i texten, ”besluta om” i källan" in embedded.told[0]


@pytest.mark.parametrize("kind", ["docx", "pdf"])
@pytest.mark.parametrize("yaml", ["format: 1\n", "a: [", "- bara en lista", "format: 7\ntyp: x\n"])
def test_a_source_that_is_no_mandate_is_told_and_not_used(
    folder: Folder, renderers: Renderers, yaml: str, kind: str
) -> None:
    embedded = found(folder, made(renderers, yaml, kind, shown=DRAFT))
    assert embedded.handling is None
    assert embedded.told[0].startswith("Filen bär sin källa, men den används inte.")


def edited(data: bytes, edit: Callable[[Document, Paragraph], object]) -> bytes:
    document = docx.Document(BytesIO(data))
    edit(document, next(p for p in document.paragraphs if p.text.startswith("Forumet")))
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def nothing(_document: Document, _paragraph: Paragraph) -> None:
    """Save the file anew, by another program."""


def reworded(_document: Document, paragraph: Paragraph) -> None:
    paragraph.runs[0].text = paragraph.runs[0].text.replace("vården", "omsorgen")


def in_bold(_document: Document, paragraph: Paragraph) -> None:
    paragraph.runs[0].bold = True


def made_a_heading(document: Document, paragraph: Paragraph) -> None:
    paragraph.style = document.styles["Heading 2"]


def commented(document: Document, paragraph: Paragraph) -> None:
    document.add_comment(paragraph.runs[0], text="Stämmer det?", author="Kim Exempelsson")


@pytest.mark.parametrize(
    ("edit", "is_used", "told"),
    [
        (nothing, True, ""),
        (commented, True, "kommentarer"),
        (reworded, False, "”omsorgen” i texten, ”vården” i källan"),
        (in_bold, False, "Orden är desamma, men"),
        (made_a_heading, False, "Orden är desamma, men"),
    ],
)
def test_what_someone_has_edited_in_word_is_never_passed_over(
    folder: Folder,
    renderers: Renderers,
    edit: Callable[[Document, Paragraph], object],
    is_used: bool,  # noqa: FBT001 - a column of the table
    told: str,
) -> None:
    embedded = found(folder, edited(made(renderers, DRAFT, "docx"), edit))
    assert (embedded.handling is not None) is is_used
    assert told in " ".join(embedded.told)


@pytest.mark.parametrize(
    "data", [b"", b"text", b"PK\x03\x04 halv", b"%PDF-1.7 /EmbeddedFile halv", b"<html></html>"]
)
def test_a_file_without_a_source_has_none(folder: Folder, data: bytes) -> None:
    assert EmbeddedReader(folder).read(data, "fil") is None


def test_an_ordinary_build_has_none(folder: Folder, renderers: Renderers) -> None:
    data = load(DRAFT, "handling").data()
    assert isinstance(data, dict)
    document = compose(read(prune(data).data))
    for kind in ("docx", "pdf"):
        assert EmbeddedReader(folder).read(renderers.render(document, kind), "fil") is None


def test_a_source_of_another_tool_does_not_hide_ours(renderers: Renderers) -> None:
    data = made(renderers, DECIDED, "docx")
    assert source_in(with_source(data, "en annan")) == DECIDED
