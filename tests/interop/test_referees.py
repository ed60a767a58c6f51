"""Each referee, given good and bad files: a green run means something only if it can be red."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import libreoffice
import pytest
import referees
import typst
from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement
from paper import page_count, pdf_text, reading_text
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject
from referees import RefereeError, RefereeMissingError, ooxml, run, verapdf
from word_references import unseen_errors
from wording import difference, first_missing, words

if TYPE_CHECKING:
    from typst import PDFStandards

pytestmark = pytest.mark.interop

TYPST = """
#set document(title: "Uppdrag åt gruppen", date: datetime(year: 2026, month: 6, day: 16))
#set text(lang: "sv", region: "SE", hyphenate: false)
#set page(header: [Sidhuvud], footer: context counter(page).display("1 (1)", both: true))
= Uppdrag åt gruppen
Gruppen (RS\u00a02026-00001) träffas 6–10 gånger/år om *e-hälsa*, se #link("https://example.org/")[rutinen].
- Första \\ raden
- Andra
#table(columns: 2, table.header([Mottagare], [För]), [Rådet], [kännedom])
#pagebreak()
Slut.
"""
READ = """Uppdrag åt gruppen
Gruppen (RS\u00a02026-00001) träffas 6–10 gånger/år om e-hälsa, se rutinen.
- Första raden
- Andra
Mottagare | För
Rådet | kännedom
Slut."""


def written_pdf(path: Path, *, standards: "PDFStandards", source: str = TYPST) -> Path:
    path.write_bytes(
        typst.compile(
            source.encode(), format="pdf", pdf_standards=standards, ignore_system_fonts=True
        )
    )
    return path


def written_word(path: Path, text: str = READ) -> Path:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Sidhuvud"
    for line in text.splitlines():
        if line.startswith("- "):
            document.add_paragraph(line.removeprefix("- "), style="List Bullet")
        elif "|" in line:
            table = document.add_table(rows=1, cols=2)
            for cell, content in zip(table.rows[0].cells, line.split(" | "), strict=True):
                cell.text = content
        else:
            document.add_paragraph(line)
    document.save(str(path))
    return path


@pytest.fixture(scope="module")
def good_pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pdf") / "rådets uppdrag.pdf"
    return written_pdf(path, standards=["a-2a", "ua-1"])


@pytest.fixture(scope="module")
def good_word(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written_word(tmp_path_factory.mktemp("word") / "rådets uppdrag.docx")


def without(good: Path, bad: Path, name: str) -> Path:
    """Write the PDF file good as bad without one entry of its catalog."""
    writer = PdfWriter(clone_from=PdfReader(good))
    del writer.root_object[NameObject(name)]
    writer.write(bad)
    return bad


def test_verapdf_passes_a_good_pdf_and_fails_each_bad_one(good_pdf: Path, tmp_path: Path) -> None:
    claimed = good_pdf.read_bytes()
    lies = tmp_path / "lies.pdf"
    lies.write_bytes(claimed.replace(b"<pdfuaid:part>1<", b"<pdfuaid:part>2<"))
    assert lies.read_bytes() != claimed
    torn = tmp_path / "torn.pdf"
    torn.write_bytes(claimed[:200])
    bad = {
        "neither standard": written_pdf(tmp_path / "plain.pdf", standards=[]),
        "no archive": written_pdf(tmp_path / "ua.pdf", standards=["ua-1"]),
        "a claim in XMP that is not true": lies,
        "no tags": without(good_pdf, tmp_path / "tags.pdf", "/StructTreeRoot"),
        "no language": without(good_pdf, tmp_path / "language.pdf", "/Lang"),
        "no metadata": without(good_pdf, tmp_path / "metadata.pdf", "/Metadata"),
        "half a file": torn,
        "no file": tmp_path / "none.pdf",
    }
    verdicts = verapdf([good_pdf, *bad.values()])
    assert verdicts[good_pdf] == []
    profiles = {why: {failure.profile for failure in verdicts[bad[why]]} for why in bad}
    assert profiles == {
        "neither standard": {"ua1", "2a"},
        "no archive": {"2a"},
        "a claim in XMP that is not true": {"ua1"},
        "no tags": {"ua1", "2a"},
        "no language": {"ua1"},
        "no metadata": {"ua1", "2a"},
        "half a file": {"ua1", "2a"},
        "no file": {"ua1", "2a"},
    }


def xml(element: str) -> BaseOxmlElement:
    return parse_xml(element.replace(" ", f" {nsdecls('w', 'r')} ", 1))


def unknown_element(document: Document) -> None:
    document.paragraphs[0]._p.append(OxmlElement("w:finnsInte"))


def properties_after_the_text(document: Document) -> None:
    paragraph = document.paragraphs[0]._p
    paragraph.append(paragraph.get_or_add_pPr())


def two_insertions_with_one_id(document: Document) -> None:
    for paragraph in document.paragraphs[:2]:
        paragraph._p.append(xml('<w:ins w:id="1" w:author="A" w:date="2026-06-16T00:00:00Z"/>'))


def link_to_no_relationship(document: Document) -> None:
    document.paragraphs[0]._p.append(xml('<w:hyperlink r:id="rId99"/>'))


def unknown_style(document: Document) -> None:
    document.paragraphs[0]._p.get_or_add_pPr().get_or_add_pStyle().val = "FinnsInte"


def unknown_numbering(document: Document) -> None:
    document.paragraphs[0]._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = 999


def text_in_a_deletion(document: Document) -> None:
    deletion = xml('<w:del w:id="1" w:author="A" w:date="2026-06-16T00:00:00Z"/>')
    run = document.paragraphs[0].runs[0]._r
    run.addprevious(deletion)
    deletion.append(run)


def move_to_nowhere(document: Document) -> None:
    paragraph = document.paragraphs[0]._p
    paragraph.addprevious(xml('<w:moveFromRangeStart w:id="1" w:name="flytt" w:author="A"/>'))
    paragraph.addnext(xml('<w:moveFromRangeEnd w:id="1"/>'))


def damaged(good: Path, bad: Path, damage: Callable[[Document], None]) -> Path:
    document = docx.Document(str(good))
    damage(document)
    document.save(str(bad))
    return bad


def test_microsofts_validator_passes_a_good_word_file_and_fails_each_bad_one(
    good_word: Path, tmp_path: Path
) -> None:
    damages = [
        unknown_element,
        properties_after_the_text,
        two_insertions_with_one_id,
        link_to_no_relationship,
    ]
    bad = [damaged(good_word, tmp_path / f"{damage.__name__}.docx", damage) for damage in damages]
    torn = tmp_path / "torn.docx"
    torn.write_bytes(good_word.read_bytes()[:1000])
    verdicts = ooxml([good_word, *bad, torn, tmp_path / "none.docx"])
    assert [path for path, errors in verdicts.items() if not errors] == [good_word]


@pytest.mark.parametrize(
    ("damage", "error"),
    [
        (unknown_style, "no style FinnsInte"),
        (unknown_numbering, "no numbering 999"),
        (text_in_a_deletion, "w:t in w:del: Uppdrag åt gruppen"),
        (move_to_nowhere, "a move without its other end"),
    ],
)
def test_what_microsofts_validator_does_not_see_is_seen(
    damage: Callable[[Document], None], error: str, good_word: Path, tmp_path: Path
) -> None:
    assert unseen_errors(good_word) == []
    assert unseen_errors(damaged(good_word, tmp_path / "bad.docx", damage)) == [error]


def test_libreoffice_reads_every_word_of_files_with_the_same_name(
    good_word: Path, tmp_path: Path
) -> None:
    (tmp_path / "other").mkdir()
    other = written_word(tmp_path / "other" / good_word.name, "Ett annat uppdrag.")
    texts = libreoffice.to_text([good_word, other], tmp_path / "out")
    assert words(libreoffice.read_text(texts[good_word])) == words(READ)
    assert words(libreoffice.read_text(texts[other])) == ["Ett", "annat", "uppdrag."]


@pytest.mark.parametrize("content", [b"Bara text.", b"PK\x03\x04 halv"])
def test_libreoffice_refuses_what_is_no_word_file(
    content: bytes, good_word: Path, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.docx"
    bad.write_bytes(content)
    with pytest.raises(RefereeError, match=r"bad\.docx"):
        libreoffice.to_text([good_word, bad], tmp_path / "out")


def test_words_are_the_same_in_the_pdf_and_the_word_file_laid_out(
    good_pdf: Path, good_word: Path, tmp_path: Path
) -> None:
    laid_out = libreoffice.to_pdf([good_word], tmp_path)[good_word]
    for path in (good_pdf, laid_out):
        assert "Sidhuvud" in pdf_text(path)
        assert difference(READ, reading_text(path)) == ""
        assert first_missing(READ, pdf_text(path)) == ""
    assert (page_count(good_pdf), page_count(laid_out)) == (2, 1)


def test_a_pdf_without_a_word_is_found_out(tmp_path: Path) -> None:
    source = TYPST.replace("Andra", "")
    path = written_pdf(tmp_path / "lost.pdf", standards=["a-2a", "ua-1"], source=source)
    assert "Andra-]" in difference(READ, reading_text(path))
    assert first_missing(READ, pdf_text(path)) == "rutinen . Första raden Andra Mottagare För Rådet"


def test_a_text_outside_the_tags_is_printed_but_not_read(tmp_path: Path) -> None:
    source = TYPST.replace("Slut.", "#pdf.artifact[Slut.]")
    path = written_pdf(tmp_path / "hidden.pdf", standards=["a-2a", "ua-1"], source=source)
    assert first_missing(READ, pdf_text(path)) == ""
    assert "[-Slut .-]" in difference(READ, reading_text(path))


def test_a_word_moved_or_changed_is_a_difference_but_a_line_break_is_not() -> None:
    assert difference("• Ett råd – två", "Ett råd\ntvå") == ""
    assert difference("e-hälsa nu", "e-\nhälsa nu") == ""
    assert difference("ett två", "två ett")
    assert difference("Ett råd.", "Ett råd")
    assert first_missing("ett två", "två ett")


def test_a_referee_that_hangs_is_stopped_with_all_it_started() -> None:
    started = time.monotonic()
    with pytest.raises(RefereeError, match="took more than"):
        run(["sh", "-c", "sleep 60 & wait"], timeout=0.2)
    assert time.monotonic() - started < 30


def test_a_missing_referee_is_an_error_that_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, good_pdf: Path, good_word: Path, tmp_path: Path
) -> None:
    monkeypatch.setattr(referees, "INSTALLED", tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    asked: list[Callable[[], object]] = [
        lambda: verapdf([good_pdf]),
        lambda: ooxml([good_word]),
        lambda: libreoffice.to_pdf([good_word], tmp_path),
        lambda: pdf_text(good_pdf),
    ]
    for ask in asked:
        with pytest.raises(RefereeMissingError, match="run tools/interop/install"):
            ask()
