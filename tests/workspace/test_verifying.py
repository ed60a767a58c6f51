"""A copy of a decided mandate is known again, and what has been done to it is found."""

import io
import re
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText

from uppdrag.document import compose
from uppdrag.render.copy import CopyError
from uppdrag.render.docx.copy import read_copy as read_word
from uppdrag.render.html.read import read_copy as read_page
from uppdrag.render.pdf.read import read_copy as read_pdf
from uppdrag.schema import compile_schema
from uppdrag.workspace.deciding import Decision, decided
from uppdrag.workspace.mandates import find_mandates
from uppdrag.workspace.predecessor import read_revision
from uppdrag.workspace.rendering import Renderers
from uppdrag.workspace.resources import Folder
from uppdrag.workspace.verifying import How, Result, Verdict, Verifier

LONG = "\n\n".join(
    f"  Förvaltning {number} ska samordna vården i länet och bereda frågor åt rådet, så att alla "
    "som behöver vård får den i tid och på lika villkor."
    for number in range(40)
)
DRAFT = f"""\
format: 1
typ: samordningsråd
status: utkast
dokumenttyp: Uppdragshandling
datum: 2030-01-02
titel: Uppdrag för rådet
syfte: |
{LONG}
arbetsorganisation:
  mötesfrekvens: {{minst: 4, högst: 8, per: år}}
sändlista:
  - Registrator
"""
PATH = "mandates/rådet/2030-01-02.yaml"
KINDS = ("docx", "pdf", "html")
Change = Callable[[str], str]


def as_it_is(text: str) -> str:
    return text


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a working folder with one decided mandate."""
    folder = tmp_path_factory.mktemp("arbetsmapp")
    (folder / PATH).parent.mkdir(parents=True)
    decision = Decision("2030-01-03", "Kim Exempelsson", "Direktör", "RS 2030-00001")
    (folder / PATH).write_text(decided(DRAFT.encode(), decision), encoding="utf-8", newline="\n")
    return folder


@pytest.fixture(scope="module")
def verifier(place: Path, tmp_path_factory: pytest.TempPathFactory) -> Verifier:
    return Verifier(Folder(place), tmp_path_factory.mktemp("skrap"))


Build = Callable[[str, Change], bytes]


@pytest.fixture(scope="module")
def build(place: Path, tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Return a function that builds the mandate with its text changed, its seal as it is."""
    other = tmp_path_factory.mktemp("annan")
    renderers = Renderers(Folder(place), "typst", tmp_path_factory.mktemp("skrap"))
    path = other / PATH
    path.parent.mkdir(parents=True)

    def built(kind: str, change: Change) -> bytes:
        text = change((place / PATH).read_text(encoding="utf-8"))
        path.write_text(text, encoding="utf-8", newline="\n")
        file = find_mandates(Folder(other), [str(path)])[0]
        return renderers.render(compose(read_revision(file, ANY).handling), kind)

    return built


ANY = compile_schema({})


@pytest.fixture
def verify(verifier: Verifier, tmp_path: Path) -> Callable[[bytes], Verdict]:
    def verified(data: bytes) -> Verdict:
        path = tmp_path / "dokument"
        path.write_bytes(data)
        return verifier.verify(path)

    return verified


Verify = Callable[[bytes], Verdict]


@pytest.mark.parametrize("kind", KINDS)
def test_what_was_built_is_known_again_byte_for_byte(
    kind: str, verify: Verify, build: Build
) -> None:
    verdict = verify(build(kind, as_it_is))
    assert (verdict.result, verdict.how, verdict.reasons) == (Result.UNALTERED, How.BYTES, ())
    assert verdict.match is not None
    assert verdict.match.file.output == "radet/2030-01-02"


@pytest.mark.parametrize("kind", KINDS)
def test_a_changed_number_is_found_at_its_place(kind: str, verify: Verify, build: Build) -> None:
    verdict = verify(build(kind, lambda text: text.replace("högst: 8", "högst: 9")))
    assert (verdict.result, verdict.how) == (Result.ALTERED, How.NONE)
    difference, *more = verdict.differences
    assert (difference.expected, difference.found, more) == ("4–8", "4–9", [])
    assert difference.before.endswith("Mötesfrekvens:")
    assert difference.after.startswith("gånger per år")


@pytest.mark.parametrize("kind", KINDS)
def test_a_copy_from_before_the_mandate_was_replaced_is_still_right(
    kind: str, verify: Verify, build: Build
) -> None:
    verdict = verify(build(kind, lambda text: text.replace("beslutad", "ersatt")))
    assert (verdict.result, verdict.how) == (Result.UNALTERED, How.BYTES)


def test_a_word_changed_in_word_is_found(verify: Verify, build: Build) -> None:
    document = docx.Document(io.BytesIO(build("docx", as_it_is)))
    paragraph = next(p for p in document.paragraphs if "Förvaltning 7" in p.text)
    paragraph.runs[0].text = paragraph.runs[0].text.replace("samordna", "leda")
    verdict = verify(saved(document))
    assert verdict.result is Result.ALTERED
    assert [(d.expected, d.found) for d in verdict.differences] == [("samordna", "leda")]


def test_a_file_that_word_has_saved_again_has_the_same_words(verify: Verify, build: Build) -> None:
    verdict = verify(saved(docx.Document(io.BytesIO(build("docx", as_it_is)))))
    assert (verdict.result, verdict.how) == (Result.UNALTERED, How.WORDS)


def test_a_tracked_insertion_is_a_change(verify: Verify, build: Build) -> None:
    run = "<w:r><w:t>Tillägg.</w:t></w:r>"
    added = f'<w:p><w:ins w:id="1" w:author="Kim">{run}</w:ins></w:p><w:sectPr'
    data = with_part(
        build("docx", as_it_is),
        "word/document.xml",
        lambda part: part.replace("<w:sectPr", added, 1),
    )
    assert [d.found for d in verify(data).differences] == ["Tillägg."]


def test_a_word_file_without_its_properties_is_known_by_its_foot(
    verify: Verify, build: Build
) -> None:
    data = with_part(
        build("docx", as_it_is),
        "docProps/core.xml",
        lambda part: re.sub("<cp:keywords>.*</cp:keywords>", "", part),
    )
    verdict = verify(data)
    assert (verdict.result, verdict.how) == (Result.UNALTERED, How.WORDS)


def test_a_fingerprint_at_the_foot_that_is_another_is_a_change(
    verify: Verify, build: Build
) -> None:
    data = with_part(
        build("docx", as_it_is),
        "word/footer1.xml",
        lambda part: re.sub("Fingeravtryck\u00a0....", "Fingeravtryck\u00a00000", part),
    )
    verdict = verify(data)
    assert verdict.result is Result.ALTERED
    assert "flera fingeravtryck" in " ".join(verdict.reasons)


def test_a_signature_after_the_end_of_a_pdf_leaves_it_unaltered(
    verify: Verify, build: Build
) -> None:
    made = build("pdf", as_it_is)
    writer = PdfWriter(io.BytesIO(made), incremental=True)
    writer.add_metadata({"/Signerad": "ja"})
    signed = written(writer)
    assert signed.startswith(made)
    verdict = verify(signed)
    assert (verdict.result, verdict.how, verdict.reasons) == (Result.UNALTERED, How.APPENDED, ())


def test_a_stamp_on_a_pdf_is_pointed_out(verify: Verify, build: Build) -> None:
    writer = PdfWriter(io.BytesIO(build("pdf", as_it_is)), incremental=True)
    writer.add_annotation(0, FreeText(text="Gäller ej", rect=(50, 550, 200, 650)))
    verdict = verify(written(writer))
    assert verdict.how is How.APPENDED
    assert "stämplar" in " ".join(verdict.reasons)


def test_what_is_put_after_the_end_to_change_a_page_is_found(verify: Verify, build: Build) -> None:
    made = build("pdf", as_it_is)
    other = PdfReader(io.BytesIO(build("pdf", lambda text: text.replace("bereda", "avgöra"))))
    writer = PdfWriter(io.BytesIO(made), incremental=True)
    writer.insert_page(other.pages[0], 0)
    writer.remove_page(1)
    changed = written(writer)
    assert changed.startswith(made)
    verdict = verify(changed)
    assert verdict.result is Result.ALTERED
    assert verdict.differences[0].found == "avgöra"


def test_a_pdf_without_one_of_its_pages_is_found(verify: Verify, build: Build) -> None:
    writer = PdfWriter(clone_from=io.BytesIO(build("pdf", as_it_is)))
    assert len(writer.pages) > 2
    writer.remove_page(1)
    verdict = verify(written(writer))
    assert verdict.result is Result.ALTERED
    assert "Förvaltning" in verdict.differences[0].expected


def test_another_look_with_other_pages_has_the_same_words(
    place: Path, verify: Verify, tmp_path: Path
) -> None:
    theme = tmp_path / "templates" / "tema.yaml"
    theme.parent.mkdir()
    theme.write_text("format: 1\nstorlek: {brödtext: 14}\n", encoding="utf-8")
    file = find_mandates(Folder(place), [str(place / PATH)])[0]
    document = compose(read_revision(file, ANY).handling)
    made = Renderers(Folder(tmp_path), "typst").render(document, "pdf")
    assert verify(made).how is How.WORDS


def test_another_foot_on_every_page_is_told_and_is_no_change_of_the_words(
    place: Path, verify: Verify, tmp_path: Path
) -> None:
    theme = tmp_path / "templates" / "tema.yaml"
    theme.parent.mkdir()
    theme.write_text("format: 1\navsändare: {sidfot: 010-441 00 00}\n", encoding="utf-8")
    file = find_mandates(Folder(place), [str(place / PATH)])[0]
    document = compose(read_revision(file, ANY).handling)
    verdict = verify(Renderers(Folder(tmp_path), "typst").render(document, "pdf"))
    assert (verdict.result, verdict.how) == (Result.UNALTERED, How.WORDS)
    assert "”Västra Götalandsregionen 010-441 00 00”" in verdict.reasons[0]


def test_a_mandate_that_was_changed_itself_proves_nothing(
    place: Path, build: Build, tmp_path: Path
) -> None:
    text = (place / PATH).read_text(encoding="utf-8")
    path = tmp_path / PATH
    path.parent.mkdir(parents=True)
    path.write_text(text.replace("samordna", "leda"), encoding="utf-8")
    copy = tmp_path / "kopia.pdf"
    copy.write_bytes(build("pdf", as_it_is))
    verdict = Verifier(Folder(tmp_path), tmp_path).verify(copy)
    assert verdict.result is Result.ALTERED
    assert "själv ändrats" in " ".join(verdict.reasons)


def test_a_mandate_that_has_lost_its_seal_is_still_found_by_its_content(
    place: Path, build: Build, tmp_path: Path
) -> None:
    text = (place / PATH).read_text(encoding="utf-8")
    path = tmp_path / PATH
    path.parent.mkdir(parents=True)
    path.write_text(re.sub("fingeravtryck:.*\n", "", text), encoding="utf-8")
    copy = tmp_path / "kopia.docx"
    copy.write_bytes(build("docx", as_it_is))
    verdict = Verifier(Folder(tmp_path), tmp_path).verify(copy)
    assert (verdict.result, verdict.how) == (Result.UNALTERED, How.WORDS)


def test_of_two_mandates_with_its_fingerprint_the_unaltered_one_is_found(
    place: Path, build: Build, tmp_path: Path
) -> None:
    text = (place / PATH).read_text(encoding="utf-8")
    for group, content in (("annan", text.replace("samordna", "leda")), ("rådet", text)):
        path = tmp_path / "mandates" / group / "2030-01-02.yaml"
        path.parent.mkdir(parents=True)
        path.write_text(content, encoding="utf-8")
    copy = tmp_path / "kopia.html"
    copy.write_bytes(build("html", as_it_is))
    verdict = Verifier(Folder(tmp_path), tmp_path).verify(copy)
    assert verdict.how is How.BYTES
    assert verdict.match is not None
    assert verdict.match.file.output == "radet/2030-01-02"


def test_a_mandate_that_can_no_longer_be_read_is_said(
    place: Path, build: Build, tmp_path: Path
) -> None:
    text = (place / PATH).read_text(encoding="utf-8")
    path = tmp_path / PATH
    path.parent.mkdir(parents=True)
    path.write_text(text.replace("samordningsråd", "samordningsro"), encoding="utf-8")
    copy = tmp_path / "kopia.docx"
    copy.write_bytes(build("docx", as_it_is))
    verdict = Verifier(Folder(tmp_path), tmp_path).verify(copy)
    assert verdict.result is Result.UNKNOWN
    assert "uppdrag check" in verdict.reasons[0]


@pytest.mark.parametrize("kind", KINDS)
def test_a_draft_and_a_stranger_are_unknown(kind: str, verify: Verify, build: Build) -> None:
    draft = verify(build(kind, lambda text: re.sub("fingeravtryck:.*\n", "", text)))
    assert (draft.result, draft.claim) == (Result.UNKNOWN, "")
    other = f"fingeravtryck: sha256:{'0' * 64}\n"
    stranger = verify(build(kind, lambda text: re.sub("fingeravtryck:.*\n", other, text)))
    assert (stranger.result, stranger.claim) == (Result.UNKNOWN, "0000 0000 0000 0000")


@pytest.mark.parametrize("data", [b"", b"titel: T\n", b"%PDF-1.7\n", b"PK\x03\x04resten"])
def test_what_is_no_document_cannot_be_read(data: bytes, verify: Verify) -> None:
    assert verify(data).result is Result.UNREADABLE


def test_a_locked_pdf_says_so(verify: Verify, build: Build) -> None:
    writer = PdfWriter(clone_from=io.BytesIO(build("pdf", as_it_is)))
    writer.encrypt("hemligt", algorithm="RC4-128")
    assert "lösenord" in verify(written(writer)).reasons[0]


def test_tables_within_tables_are_no_long_wait(build: Build) -> None:
    inner = "<w:p><w:r><w:t>innerst</w:t></w:r></w:p>"
    for _ in range(60):
        inner = f"<w:tbl><w:tr><w:tc>{inner}<w:p/></w:tc></w:tr></w:tbl>"
    data = with_part(
        build("docx", as_it_is),
        "word/document.xml",
        lambda part: part.replace("<w:sectPr", f"{inner}<w:sectPr", 1),
    )
    began = time.monotonic()
    assert "".join(read_word(data).pages).count("innerst") == 1
    assert time.monotonic() - began < 5


def test_a_word_file_that_unpacks_to_far_too_much_is_refused(build: Build) -> None:
    buffer = io.BytesIO(build("docx", as_it_is))
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/footnotes.xml", bytes(40_000_000))
    with pytest.raises(CopyError, match="för stor"):
        read_word(buffer.getvalue())


ACTING = (
    "<script>document.body.innerHTML = 'Nytt beslut'</script>",
    '<script src="https://exempel.se/a.js"></script>',
    '<iframe srcdoc="Nytt beslut"></iframe>',
    '<link rel="stylesheet" href="https://exempel.se/a.css">',
    '<meta http-equiv="refresh" content="0; url=https://exempel.se">',
    '<p onclick="byt()"></p>',
    '<a href=" java\nscript:byt()"></a>',
)


@pytest.mark.parametrize("added", ACTING)
@pytest.mark.parametrize("before", ["</head>", "<main", "</main>", "</footer>", "</html>"])
def test_what_can_show_other_words_is_a_change_of_a_web_page(
    added: str, before: str, verify: Verify, build: Build
) -> None:
    page = build("html", as_it_is).decode("utf-8").replace(before, added + before, 1)
    assert verify(page.encode("utf-8")).result is Result.ALTERED


def test_a_web_page_with_another_look_has_the_same_words_and_says_so(
    verify: Verify, build: Build
) -> None:
    page = build("html", as_it_is).decode("utf-8")
    for changed in (
        page.replace("</style>", "main p {display: none}</style>", 1),
        page.replace("<main", "<main hidden", 1),
    ):
        verdict = verify(changed.encode("utf-8"))
        assert (verdict.result, verdict.how) == (Result.UNALTERED, How.WORDS)
        assert "Utseendet är ett annat" in " ".join(verdict.reasons)


def test_hidden_words_in_a_word_file_are_told(verify: Verify, build: Build) -> None:
    data = with_part(
        build("docx", as_it_is),
        "word/document.xml",
        lambda part: part.replace("<w:t", "<w:rPr><w:vanish/></w:rPr><w:t", 1),
    )
    verdict = verify(data)
    assert (verdict.result, verdict.how) == (Result.UNALTERED, How.WORDS)
    assert "kan dölja ord" in " ".join(verdict.reasons)


def test_words_around_the_document_of_a_web_page_are_told(verify: Verify, build: Build) -> None:
    page = build("html", as_it_is).decode("utf-8")
    for before in ("<header", "</header>", "<main", "</footer>"):
        verdict = verify(page.replace(before, f"<p>Upphävt</p>{before}", 1).encode("utf-8"))
        told = " ".join(verdict.reasons)
        assert verdict.result is Result.ALTERED or "Runt handlingen" in told
        assert "Upphävt" in told or "Upphävt" in str(verdict.differences)


def test_a_word_file_with_words_that_each_program_reads_in_its_own_way_is_refused(
    build: Build,
) -> None:
    data = with_part(
        build("docx", as_it_is),
        "word/document.xml",
        lambda part: re.sub(
            r"(<w:document)(.*?)(</w:t>)",
            r'<!DOCTYPE x [<!ENTITY nya "nya ord">]>\1\2&nya;\3',
            part,
            count=1,
            flags=re.DOTALL,
        ),
    )
    with pytest.raises(CopyError, match="går inte att läsa"):
        read_word(data)


def test_a_file_that_is_not_there_is_told_as_one_of_many(
    verifier: Verifier, tmp_path: Path
) -> None:
    verdict = verifier.verify(tmp_path / "borta.pdf")
    assert verdict.result is Result.UNREADABLE
    assert "finns inte" in verdict.reasons[0]


@given(data=st.data())
@settings(
    max_examples=40,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
    deadline=None,
)
@pytest.mark.parametrize("kind", KINDS)
def test_a_damaged_file_is_read_or_refused_and_nothing_else(
    kind: str, build: Build, data: st.DataObject
) -> None:
    damaged = bytearray(build(kind, as_it_is))
    for _ in range(data.draw(st.integers(1, 5))):
        at = data.draw(st.integers(0, len(damaged) - 1))
        damaged[at : at + data.draw(st.integers(0, 40))] = data.draw(st.binary(max_size=40))
    read = {"docx": read_word, "pdf": read_pdf, "html": read_page}[kind]
    try:
        copy = read(bytes(damaged))
    except CopyError:
        return
    assert copy.pages


def saved(document: docx.document.Document) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def written(writer: PdfWriter) -> bytes:
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def with_part(data: bytes, name: str, change: Change) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for info in old.infolist():
            content = old.read(info)
            if info.filename == name:
                content = change(content.decode("utf-8")).encode("utf-8")
                assert content != old.read(info)
            new.writestr(info.filename, content)
    return buffer.getvalue()
