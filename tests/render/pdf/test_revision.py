"""What a reader of a comparison's PDF sees: the changes in words, and the text with its marks."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.render.pdf.pages import page_texts, read, squeezed, tags
from tests.render.pdf.revisions import NEW_NAME, OLD_NAME, compared
from tests.render.pdf.strategies import printable_documents
from tests.render.pdf.trees import (
    EVERYTHING,
    METADATA,
    bullets,
    fact,
    heading,
    numbers,
    paragraph,
    signature,
    table,
)

from uppdrag.compare import Comparison, revision, side
from uppdrag.compare.marked import IN_NEW, IN_OLD
from uppdrag.compare.telling.describe import count_sentence
from uppdrag.document.text import block_lines, inline_text
from uppdrag.document.tree import (
    Block,
    Document,
    Facts,
    Letterhead,
    Mark,
    MarkKind,
    Paragraph,
    Run,
)
from uppdrag.model import read as read_mandate
from uppdrag.render.pdf import PdfRenderer
from uppdrag.render.pdf.error import RenderError
from uppdrag.render.pdf.legend import HEADING
from uppdrag.render.pdf.revision import revision_pages
from uppdrag.render.pdf.signs import signed
from uppdrag.render.theme import Theme

HEAD = "Jämförelse · RS 2030-00001 · Ändringar i Uppdrag för rådet för provtext"
FOOT = "Västra Götalandsregionen"
THIN = "\u202f"

RAPPORT = "Gruppen lämnar en årlig rapport om läget"
TEKNIK = "Gruppen bereder frågor om digital teknik"
PATIENTER = "Gruppen samlar in synpunkter från patienter"


def shown(comparison: Comparison) -> list[str]:
    """Return the lines of the marked document with their signs."""
    document = signed(comparison.displayed, comparison.changes)
    lines = (line for block in document.blocks for line in block_lines(block))
    return [line.replace(THIN, " ") for line in lines]


def changed_words(old: str, new: str) -> str:
    (line,) = shown(compared([paragraph(old)], [paragraph(new)]))
    return line


# ---- the signs among the words -------------------------------------------------------------------


def test_what_went_stands_before_what_came_each_in_brackets_with_sign_and_number():
    assert (
        changed_words(
            "Ordföranden utses av koncernledning hälso- och sjukvård.",
            "Ordföranden utses av ledningsgrupp hälso- och sjukvård.",
        )
        == "Ordföranden utses av [−1 koncernledning] [+1 ledningsgrupp] hälso- och sjukvård."
    )


def test_the_spaces_around_added_words_stand_outside_the_brackets():
    assert (
        changed_words("Rådet får adjungera deltagare.", "Rådet får adjungera högst tre deltagare.")
        == "Rådet får adjungera [+1 högst tre] deltagare."
    )


def test_a_space_that_became_another_is_named():
    line = changed_words("Numret är RS\u00a02030 i dag här.", "Numret är RS 2030 i dag här.")

    assert "hårt mellanslag" in line
    assert "+1" in line


def test_a_link_that_leads_elsewhere_shows_both_addresses():
    old, new = (
        Paragraph((Run("Se "), Run("rutinen", target=f"https://exempel.se/{name}"), Run(" i dag.")))
        for name in ("gammal", "ny")
    )

    (line,) = shown(compared([old], [new]))

    assert "[−1 rutinen (länk till https://exempel.se/gammal)]" in line
    assert "[+1 rutinen (länk till https://exempel.se/ny)]" in line


def test_an_address_that_is_gone_is_no_link_any_more():
    old = Paragraph((Run("Se "), Run("rutinen", target="https://exempel.se/"), Run(" i dag.")))
    comparison = compared([old], [Paragraph((Run("Se planen i dag."),))])

    runs = list(marked_runs(signed(comparison.displayed, comparison.changes).blocks))

    assert not any(run.target for run in runs if run.text == "rutinen")


def test_what_moved_says_so_in_both_places():
    other = [paragraph(f"{text} och det är mycket att göra där.") for text in (TEKNIK, PATIENTER)]

    lines = shown(compared([paragraph(RAPPORT), *other], [*other, paragraph(RAPPORT)]))

    assert lines[0] == f"[1 flyttat härifrån: {RAPPORT}]"
    assert lines[-1] == f"[1 flyttat hit: {RAPPORT}]"


def test_a_paragraph_that_was_split_shows_where():
    one, other = "Rådet samordnar vården i länet.", "Det lämnar varje år en rapport om arbetet."

    lines = shown(compared([paragraph(f"{one} {other}")], [paragraph(one), paragraph(other)]))

    assert lines == [f"{one} [+1 ¶]", other]


def test_a_form_that_changed_is_told_in_words():
    old = (paragraph(RAPPORT), heading(3, "Delar"))
    new = (Paragraph((Run("Gruppen", bold=True), Run(RAPPORT[7:]))), heading(2, "Delar"))

    assert shown(compared(old, new)) == [
        f"[1 tidigare utan betoning: Gruppen]{RAPPORT[7:]}",
        "[2 tidigare rubrik på nivå 3] Delar",
    ]


def test_who_made_a_change_and_a_conflict_are_named():
    comparison = compared([paragraph("Rådet har tre möten.")], [paragraph("Rådet har fyra möten.")])
    (block,) = comparison.displayed.blocks
    assert isinstance(block, Paragraph)
    named = tuple(
        replace(run, mark=run.mark and replace(run.mark, by="Kim")) for run in block.inlines
    )
    document = Document(METADATA, (Paragraph(named),))
    changes = [replace(change, conflict=2) for change in comparison.changes]

    (drawn,) = signed(document, changes).blocks

    assert inline_text(drawn.inlines).replace(THIN, " ") == (
        "Rådet har [−1 Kim, konflikt 2: tre] [+1 Kim, konflikt 2: fyra] möten."
    )


# ---- the file ------------------------------------------------------------------------------------

OLD = (
    Letterhead((fact("Datum", "2030-05-17"), fact("Diarienummer", "RS\u00a02030-00001"))),
    heading(1, METADATA.title),
    Facts((fact("Uppdragsgivare:", "Direktör"), fact("Uppdragstagare:", "Ordförande"))),
    heading(2, "Uppgifter"),
    numbers(1, RAPPORT, TEKNIK, PATIENTER, (paragraph("Gruppen leder:"), bullets("ett", "två"))),
    heading(2, "Plan"),
    table(("Del", "Ansvar"), ("Kartläggning", "Direktören"), ("Remiss", "Alla förvaltningar")),
    signature("Kim Exempelsson"),
)
NEW = (
    Letterhead((fact("Datum", "2031-05-17"), fact("Diarienummer", "RS\u00a02030-00001"))),
    heading(1, METADATA.title),
    Facts((fact("Uppdragsgivare i dag:", "Chef"), fact("Uppdragstagare:", "Ordförande"))),
    heading(2, "Uppgifter"),
    numbers(1, RAPPORT, PATIENTER, (paragraph("Gruppen leder:"), bullets("ett", "tre", "fyra"))),
    heading(2, "Plan"),
    table(("Del", "Ansvar"), ("Kartläggning", "Rådet"), ("Remiss", "Alla förvaltningar")),
    signature("Lo Provsson"),
)


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return compared(OLD, NEW)


@pytest.fixture(scope="module")
def pdf(renderer: PdfRenderer, comparison: Comparison) -> bytes:
    return renderer.render_revision(comparison)


def test_the_first_page_counts_the_changes_and_explains_the_signs(
    pdf: bytes, comparison: Comparison
):
    text = " ".join(read(pdf).pages[0].extract_text().split())

    assert text.startswith(f"Ändringar i {METADATA.title}")
    assert count_sentence(comparison.changes) in text
    assert text.index(HEADING) < text.index("Ändringar i sak")
    assert "[+ ny text] tillagt" in text
    assert "flyttat" not in text


def test_the_document_begins_on_a_page_of_its_own(pdf: bytes):
    pages = read(pdf).pages
    first = next(n for n, page in enumerate(pages) if "Diarienummer" in page.extract_text())

    body = pages[first].extract_text()
    assert first > 0
    assert "Övriga ändringar" not in body
    assert "[−1 2030-05-17] [+1 2031-05-17]" in body.replace(THIN, " ")


def test_what_is_gone_is_struck_through_and_what_came_is_underlined(
    pdf: bytes, comparison: Comparison
):
    drawn = Counter(map(str, decorations(pdf)))

    kinds = Counter(
        run.mark.kind
        for run in marked_runs(signed(comparison.displayed, comparison.changes).blocks)
        if run.mark and not run.mark.note
    )
    links = len(comparison.changes)
    example = 1
    assert drawn["/LineThrough"] == kinds[MarkKind.DELETED] + example
    assert drawn["/Underline"] == kinds[MarkKind.INSERTED] + example + links


def test_each_number_in_the_list_leads_to_its_change(pdf: bytes, comparison: Comparison):
    links = [link for page in read(pdf).pages for link in page.get("/Annots", [])]

    assert len(links) == len(comparison.changes)
    assert all(link.get_object()["/Contents"].startswith("sida ") for link in links)


def test_a_point_that_is_gone_takes_no_number_of_the_new_document(pdf: bytes):
    text = squeezed(read(pdf).pages[-1].extract_text())

    expected = f"1.{RAPPORT}[−4{TEKNIK}]2.{PATIENTER}3.Gruppen leder:ett"
    assert squeezed(expected) in text


def test_a_numbered_list_that_is_gone_keeps_its_numbers(renderer: PdfRenderer):
    before = [paragraph("Före listan står det här stycket."), numbers(4, TEKNIK, PATIENTER)]

    pdf = renderer.render_revision(compared(before, before[:1]))

    text = read(pdf).pages[-1].extract_text()
    assert re.search(rf"4\.\s*\[−1\s{TEKNIK}", text)
    assert re.search(rf"5\.\s*\[−\d\s{PATIENTER}", text)


def test_a_bar_stands_in_the_margin_beside_what_changed_and_nothing_else(
    renderer: PdfRenderer, theme: Theme
):
    old = [paragraph("Ett stycke som står kvar."), paragraph("Rådet har tre möten varje år.")]
    new = [old[0], paragraph("Rådet har fyra möten varje år.")]

    page = read(renderer.render_revision(compared(old, new))).pages[-1]

    assert len(list(lines_left_of(page, theme.page.left * 72 / 25.4))) == 1


def test_the_file_is_no_copy_of_the_mandate(renderer: PdfRenderer):
    decided = replace(METADATA, fingerprint="sha256:" + "ab" * 32)
    comparison = compared(OLD, NEW)
    marked = replace(comparison.marked, new=decided)

    pdf = renderer.render_revision(replace(comparison, marked=marked))

    info = read(pdf).metadata
    assert "Fingeravtryck" not in read(pdf).pages[0].extract_text()
    assert info is not None
    assert info.get("/Keywords") is None
    assert info.title == f"Ändringar i {METADATA.title}"


def test_the_same_comparison_gives_the_same_bytes(
    pdf: bytes, template: Path, fonts: tuple[Path, ...], theme: Theme
):
    other = PdfRenderer(template, fonts, theme)
    other.render(EVERYTHING)

    assert other.render_revision(compared(OLD, NEW)) == pdf


def test_two_equal_documents_have_no_legend_and_no_marks(renderer: PdfRenderer):
    pdf = renderer.render_revision(compared(OLD, OLD))

    assert "Inga ändringar." in read(pdf).pages[0].extract_text()
    assert HEADING not in read(pdf).pages[0].extract_text()
    assert "/LineThrough" not in set(decorations(pdf))


# ---- refusals ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [("Vård \u4e2d", "Vård", OLD_NAME), ("Vård", "Vård \u4e2d", NEW_NAME)],
)
def test_a_character_that_the_font_lacks_is_refused_with_the_file_that_has_it(
    renderer: PdfRenderer, old: str, new: str, where: str
):
    with pytest.raises(RenderError) as caught:
        renderer.render_revision(compared([paragraph(old)], [paragraph(new)]))

    assert str(caught.value).startswith(f"{where}: tecknet ”\u4e2d” (U+4E2D) kan inte tryckas")


def test_a_value_that_no_mandate_prints_is_told_whatever_its_characters(renderer: PdfRenderer):
    data = {"format": "1", "typ": "samordningsråd", "titel": "Uppdrag", "status": "utkast"}
    old, new = (
        side(name, read_mandate(data | {"kortnamn": [value]}))
        for name, value in ((OLD_NAME, "Rådet"), (NEW_NAME, "Rådet \u4e2d"))
    )

    pdf = renderer.render_revision(revision(old, new))

    assert "Rådet [U+4E2D]" in read(pdf).pages[0].extract_text()


def test_a_template_that_cannot_show_marks_is_refused(
    tmp_path: Path, fonts: tuple[Path, ...], theme: Theme, comparison: Comparison
):
    own = tmp_path / "templates" / "egen.typ"
    own.parent.mkdir()
    own.write_text(
        '#set text(font: "Carlito", lang: "sv")\n#json("handling.json").blocks.len()',
        encoding="utf-8",
    )

    with pytest.raises(RenderError, match=r"egen\.typ: mallen kan inte visa vad som är ändrat"):
        PdfRenderer(own, fonts, theme).render_revision(comparison)


# ---- any two documents ---------------------------------------------------------------------------


@st.composite
def pairs(draw: st.DrawFn) -> tuple[list[Block], list[Block]]:
    """Return the blocks of a document, and some of them with others among them in any order."""
    old, other = draw(printable_documents()).blocks, draw(printable_documents()).blocks
    new = draw(st.permutations([*old, *other]))
    return list(old), new[: draw(st.integers(0, len(new)))]


# Each example is a file that is made and read again.
@settings(max_examples=settings().max_examples // 5, suppress_health_check=[HealthCheck.too_slow])
@given(pair=pairs())
def test_no_word_of_either_document_is_lost(
    renderer: PdfRenderer, pair: tuple[list[Block], list[Block]]
):
    comparison = compared(*pair)
    pages = revision_pages(comparison)

    drawn = "".join(page_texts(renderer.render_revision(comparison), HEAD, FOOT))

    assert lettered(drawn) == lettered(words((*pages.front, *pages.document)))
    own = [run for run in all_runs(pages.document) if not (run.mark and run.mark.note)]
    for blocks, kinds in zip(pair, (IN_OLD, IN_NEW), strict=True):
        kept = "".join(run.text for run in own if (run.mark and run.mark.kind) in kinds)
        assert Counter(squeezed(kept)) == Counter(
            squeezed("".join(run.text for run in all_runs(blocks)))
        )


def lettered(text: str) -> str:
    """Return the text without numbers: those of lists are drawn by the new document."""
    return re.sub(r"[\d.]", "", squeezed(text))


def words(blocks: Iterable[Block]) -> str:
    return "".join(line for block in blocks for line in block_lines(block))


def all_runs(blocks: Iterable[Block]) -> Iterator[Run]:
    """Yield every run of some blocks, in reading order."""
    for block in blocks:
        yield from _runs_of(block)


def marked_runs(blocks: Iterable[Block]) -> Iterator[Run]:
    return (run for run in all_runs(blocks) if run.mark is not None)


def _runs_of(value: Any) -> Iterator[Run]:
    if isinstance(value, Run):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _runs_of(part)
    elif hasattr(value, "__dataclass_fields__") and not isinstance(value, Mark):
        for name in value.__dataclass_fields__:
            if name != "origin":
                yield from _runs_of(getattr(value, name))


def decorations(pdf: bytes) -> Iterator[str]:
    """Yield the kind of line of every stretch of text that has one."""
    for element in tags(pdf):
        given = element.get("/A", [])
        for attributes in given if isinstance(given, list) else [given]:
            kind = attributes.get_object().get("/TextDecorationType")
            if kind is not None:
                yield str(kind)


def lines_left_of(page: Any, margin: float) -> Iterator[float]:
    """Yield where the lines that begin left of the margin stand, in points."""
    drawing = page.get_contents().get_data().decode("latin-1")
    for left, _ in re.findall(r"1 0 0 -1 ([\d.]+) ([\d.]+) cm[^\n]* l\n", drawing):
        if float(left) < margin:
            yield float(left)
