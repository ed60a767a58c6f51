"""A revision as Word's tracked changes: what a person sees in Word, drawn as lines."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import TypeAlias

import pytest
from hypothesis import given
from tests.render.docx.redlined import part, redlined
from tests.strategies import mandates

from uppdrag.compare import compare
from uppdrag.compare.marked import Marked, marked_as
from uppdrag.document import compose
from uppdrag.document.tree import (
    Block,
    Document,
    Fact,
    Facts,
    Heading,
    Item,
    Letterhead,
    ListBlock,
    Metadata,
    Note,
    Paragraph,
    Row,
    Run,
    Table,
)
from uppdrag.findings import UppdragError
from uppdrag.model import Uppdragshandling
from uppdrag.render.docx import CompiledTemplate, compile_template, render
from uppdrag.render.docx.package import pack, unpack
from uppdrag.render.docx.redline import Moves, Stamp, redline
from uppdrag.render.theme import Theme

Lines: TypeAlias = Callable[..., list[str]]

STAMP = Stamp("Granskaren", "2026-06-16")


def document(*blocks: Block, title: str = "Prov") -> Document:
    return Document(Metadata(title, "Uppdragshandling"), blocks)


def p(text: str, target: str | None = None) -> Paragraph:
    """Return a paragraph; `*word*` is bold, and `[word]` leads to the target."""
    runs = []
    for piece in re.split(r"(\*[^*]+\*|\[[^]]+\])", text):
        if piece.startswith("*"):
            runs.append(Run(piece[1:-1], bold=True))
        elif piece.startswith("["):
            runs.append(Run(piece[1:-1], target=target))
        elif piece:
            runs.append(Run(piece))
    return Paragraph(tuple(runs))


def h(text: str) -> Heading:
    return Heading(2, (Run(text),))


def bullets(*texts: str, ordered: bool = False) -> ListBlock:
    return ListBlock(tuple(Item((p(text),)) for text in texts), ordered)


def table(*rows: Sequence[str]) -> Table:
    made = [Row(tuple((Run(text),) for text in row)) for row in rows]
    return Table(made[0], tuple(made[1:]))


@pytest.fixture
def lines(theme: Theme, template: CompiledTemplate) -> Lines:
    def draw(old: Document, new: Document, moves: Moves = Moves.NATIVE) -> list[str]:
        return redlined(
            redline(
                compare(old, new),
                old,
                new,
                theme=theme,
                template=template,
                stamp=STAMP,
                moves=moves,
            )
        )

    return draw


EXAMPLES = {
    "words": (
        [p("Ordföranden utses av koncernledningen.")],
        [p("Ordföranden utses av ledningsgruppen.")],
        ["Normal | Ordföranden utses av [-koncernledningen-]{+ledningsgruppen+}."],
    ),
    "a word in a link": (
        [p("Se [gamla rutinen] här.", "https://a.example")],
        [p("Se [nya rutinen] här.", "https://a.example")],
        ["Normal | Se ([-gamla-]{+nya+} rutinen) här."],
    ),
    "where a link leads": (
        [p("Se [rutinen] här.", "https://a.example")],
        [p("Se [rutinen] här.", "https://b.example")],
        ["Normal | Se ([-rutinen-])({+rutinen+}) här."],
    ),
    "only the form": (
        [p("Tre *viktiga* ord.")],
        [p("Tre viktiga ord.")],
        ["Normal | Tre ~viktiga~ ord."],
    ),
    "a point between points": (
        [bullets("ett", "tre")],
        [bullets("ett", "två", "tre")],
        ["ListBullet | ett", "ListBullet | {+två+} ¶+", "ListBullet | tre"],
    ),
    "the last point of all": (
        [bullets("ett", "två")],
        [bullets("ett", "två", "tre")],
        ["ListBullet | ett", "ListBullet | två ¶+", "ListBullet | {+tre+}"],
    ),
    "the last point gone": (
        [bullets("ett", "två", "tre")],
        [bullets("ett", "två")],
        ["ListBullet | ett", "ListBullet | två ¶-", "ListBullet | [-tre-]"],
    ),
    "all of the last paragraph": (
        [p("Detta står först."), p("Allt annat gällde förut.")],
        [p("Detta står först."), p("Nya ord har kommit hit.")],
        [
            "Normal | Detta står först.",
            "Normal | [-Allt annat gällde förut.-]{+Nya ord har kommit hit.+}",
        ],
    ),
    "a last paragraph in another form": (
        [p("Detta står först."), p("Allt annat gällde förut.")],
        [p("Detta står först."), bullets("nya ord i en punkt")],
        [
            "Normal | Detta står först.",
            "ListBullet | [-Allt annat gällde förut.-]{+nya ord i en punkt+} was Normal",
        ],
    ),
    "a paragraph before a table": (
        [p("Först."), table(["a", "b"], ["c", "d"]), p("Sist.")],
        [p("Först."), p("Nytt."), table(["a", "b"], ["c", "d"]), p("Sist.")],
        [
            *("Normal | Först. ¶+", "Normal | {+Nytt.+}", "row", "Tabellrubrik | a"),
            *("Tabellrubrik | b", "row", "Tabelltext | c", "Tabelltext | d", "Normal | Sist."),
        ],
    ),
    "a row": (
        [table(["a", "b"], ["c", "d"]), p("Sist.")],
        [table(["a", "b"], ["c", "d"], ["e", "f"]), p("Sist.")],
        [
            *("row", "Tabellrubrik | a", "Tabellrubrik | b", "row", "Tabelltext | c"),
            *(
                "Tabelltext | d",
                "row+",
                "Tabelltext | {+e+} ¶+",
                "Tabelltext | {+f+} ¶+",
                "Normal | Sist.",
            ),
        ],
    ),
    "a column: whole rows": (
        [table(["a"], ["c"]), p("Sist.")],
        [table(["a", "b"], ["c", "d"]), p("Sist.")],
        [
            *(
                "row-",
                "Tabellrubrik | [-a-] ¶-",
                "row-",
                "Tabelltext | [-c-] ¶-",
                "Tabellskiljare | ",
            ),
            *("row+", "Tabellrubrik | {+a+} ¶+", "Tabellrubrik | {+b+} ¶+"),
            *("row+", "Tabelltext | {+c+} ¶+", "Tabelltext | {+d+} ¶+", "Normal | Sist."),
        ],
    ),
    "a paragraph that moved": (
        [p("Första stycket är kort."), p("Andra stycket är mycket längre än så."), p("Sist.")],
        [p("Andra stycket är mycket längre än så."), p("Första stycket är kort."), p("Sist.")],
        [
            *("(moveFromRangeStart flytt2)", "Normal | <<Första stycket är kort.<< ¶<"),
            "Normal | Andra stycket är mycket längre än så.",
            *("(moveToRangeStart flytt2)", "Normal | >>Första stycket är kort.>> ¶>"),
            "Normal | Sist.",
        ],
    ),
    "a paragraph in two": (
        [p("Ordföranden leder mötet. Sekreteraren för anteckningar vid det."), p("Sist.")],
        [p("Ordföranden leder mötet."), p("Sekreteraren för anteckningar vid det."), p("Sist.")],
        [
            "Normal | Ordföranden leder mötet.[- -] ¶+",
            "Normal | Sekreteraren för anteckningar vid det.",
            "Normal | Sist.",
        ],
    ),
    "two paragraphs as one": (
        [p("Ordföranden leder mötet."), p("Sekreteraren för anteckningar vid det."), p("Sist.")],
        [p("Ordföranden leder mötet. Sekreteraren för anteckningar vid det."), p("Sist.")],
        [
            "Normal | Ordföranden leder mötet. ¶-",
            "Normal | {+ +}Sekreteraren för anteckningar vid det.",
            "Normal | Sist.",
        ],
    ),
    "a paragraph that became a point": (
        [p("Rådet följer upp avtalen."), p("Sist.")],
        [bullets("Rådet följer upp avtalen."), p("Sist.")],
        ["ListBullet | Rådet följer upp avtalen. was Normal", "Normal | Sist."],
    ),
    "a heading": (
        [h("Samband"), p("Sist.")],
        [h("Samband och gränser"), p("Sist.")],
        ["Heading2 | Samband{+ och gränser+}", "Normal | Sist."],
    ),
    "a fact": (
        [Facts((Fact((Run("Grupp:", bold=True),), ((Run("Rådet"),),)),)), p("Sist.")],
        [
            Facts(
                (
                    Fact((Run("Grupp:", bold=True),), ((Run("Rådet"),),)),
                    Fact((Run("Organ:", bold=True),), ((Run("Kontoret"),),)),
                )
            ),
            p("Sist."),
        ],
        ["Fakta | Grupp:→Rådet", "Fakta | {+Organ:+}{+→+}{+Kontoret+} ¶+", "Normal | Sist."],
    ),
}


@pytest.mark.parametrize("name", EXAMPLES)
def test_what_word_shows(name: str, lines: Lines):
    old, new, expected = EXAMPLES[name]
    assert lines(document(*old), document(*new)) == expected


def test_what_word_shows_the_other_way_round_is_exact_too(theme: Theme, template: CompiledTemplate):
    for old, new, _ in EXAMPLES.values():
        pair = document(*new), document(*old)
        assert redline(compare(*pair), *pair, theme=theme, template=template, stamp=STAMP)


def test_moves_can_be_written_as_removed_and_inserted(lines: Lines):
    old, new, _ = EXAMPLES["a paragraph that moved"]
    assert lines(document(*old), document(*new), Moves.PLAIN) == [
        "Normal | [-Första stycket är kort.-] ¶-",
        "Normal | Andra stycket är mycket längre än så.",
        "Normal | {+Första stycket är kort.+} ¶+",
        "Normal | Sist.",
    ]


def test_a_letterhead_with_the_same_facts_is_changed_within_and_else_as_a_row(lines: Lines):
    def head(*facts: tuple[str, ...]) -> Letterhead:
        return Letterhead(
            tuple(
                Fact((Run(label),) if label else (), tuple((Run(v),) for v in values))
                for label, *values in facts
            )
        )

    old = document(head(("Datum", "2024-02-12"), ("", "Regionen")), p("Sist."))
    new = document(head(("Datum", "2026-06-16"), ("", "Regionen", "Kontoret")), p("Sist."))
    assert lines(old, new)[:6] == [
        "row",
        "Brevhuvudetikett | Datum",
        "Brevhuvud | [-2024-02-12-]{+2026-06-16+}",
        "Brevhuvud | Regionen ¶+",
        "Brevhuvud | {+Kontoret+}",
        "Normal | Sist.",
    ]
    more = document(head(("Datum", "2024-02-12"), ("Nummer", "7"), ("", "Regionen")), p("Sist."))
    assert [line for line in lines(old, more) if line.startswith("row")] == ["row-", "row+"]


def test_numbers_run_on_through_what_came_and_what_went(theme: Theme, template: CompiledTemplate):
    old = document(bullets("ett", "två", "tre", ordered=True), p("Sist."))
    new = document(bullets("ett", "tre", "fyra", ordered=True), p("Sist."))
    root = part(redline(compare(old, new), old, new, theme=theme, template=template, stamp=STAMP))
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    used = {n.get(f"{w}val") for n in root.iter(f"{w}numId")}
    assert len(used) == 1


def test_words_of_a_paragraph_without_changes_are_byte_for_byte_as_a_build_writes_them(
    theme: Theme, template: CompiledTemplate
):
    old = document(h("A"), p("Oförändrat, *helt* och [hållet].", "https://a.example"), p("x y"))
    new = document(h("A"), p("Oförändrat, *helt* och [hållet].", "https://a.example"), p("x z"))
    body = _document(
        redline(compare(old, new), old, new, theme=theme, template=template, stamp=STAMP)
    )
    plain = _document(render(new, theme, template))
    paragraphs = re.findall(r"<w:p>.*?</w:p>", plain)
    assert paragraphs[0] in body
    assert paragraphs[1] in body


def _document(data: bytes) -> str:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return archive.read("word/document.xml").decode("utf-8")


def test_the_head_of_the_pages_is_tracked_too(theme: Theme, template: CompiledTemplate):
    old = replace(document(p("a")), metadata=Metadata("Gammal titel", "Uppdragshandling"))
    new = replace(document(p("a")), metadata=Metadata("Ny titel", "Uppdragshandling"))
    data = redline(compare(old, new), old, new, theme=theme, template=template, stamp=STAMP)
    shown = redlined(data, "word/header1.xml")
    assert any("[-Gammal-]{+Ny+} titel" in line for line in shown)


def test_a_field_of_the_users_own_template_is_tracked_too(theme: Theme, template_file: Path):
    parts = unpack(template_file.read_bytes())
    own = "<w:p><w:r><w:t>Daterad {{ datum }}</w:t></w:r></w:p><w:sectPr"
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"<w:sectPr", own.encode(), 1)
    template = compile_template(pack(parts))
    old = replace(document(p("a")), metadata=Metadata("T", "U", date="2024-02-12"))
    new = replace(document(p("b")), metadata=Metadata("T", "U", date="2026-06-16"))
    shown = redlined(
        redline(compare(old, new), old, new, theme=theme, template=template, stamp=STAMP)
    )
    assert "Normal | Daterad [-2024-02-12-]{+2026-06-16+}" in shown


def test_changes_have_author_and_day_and_ids_of_their_own_in_the_whole_file(
    theme: Theme, template: CompiledTemplate
):
    old, new, _ = EXAMPLES["a paragraph that moved"]
    pair = (
        replace(document(*old), metadata=Metadata("Gammal", "U")),
        replace(document(*new), metadata=Metadata("Ny", "U")),
    )
    data = redline(compare(*pair), *pair, theme=theme, template=template, stamp=STAMP)
    ids, authors, days = [], set(), set()
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            text = archive.read(name).decode("utf-8", errors="replace")
            pattern = r'<w:(\w+) w:id="(\d+)" w:author="([^"]*)" w:date="([^"]*)"'
            for _, number, author, day in re.findall(pattern, text):
                ids.append(number)
                authors.add(author)
                days.add(day)
    assert len(ids) == len(set(ids)) > 4
    assert (authors, days) == ({"Granskaren"}, {"2026-06-16T00:00:00Z"})


def test_tracking_is_on_so_that_what_the_reader_changes_is_tracked_too(
    theme: Theme, template: CompiledTemplate
):
    old, new, _ = EXAMPLES["words"]
    pair = document(*old), document(*new)
    data = redline(compare(*pair), *pair, theme=theme, template=template, stamp=STAMP)
    settings = part(data, "word/settings.xml")
    names = [child.tag.rpartition("}")[2] for child in settings]
    assert "trackRevisions" in names
    assert names.index("trackRevisions") < names.index("compat")


def test_a_redline_has_no_right_to_the_fingerprint_of_the_decided_document(
    theme: Theme, template: CompiledTemplate
):
    metadata = Metadata("T", "U", fingerprint="sha256:" + "ab" * 32)
    pair = document(p("a")), replace(document(p("b")), metadata=metadata)
    data = redline(compare(*pair), *pair, theme=theme, template=template, stamp=STAMP)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert "sha256:" not in archive.read("docProps/core.xml").decode("utf-8")


def test_the_same_two_documents_give_the_same_bytes(
    theme: Theme, template: CompiledTemplate, sample: Document
):
    other = document(*sample.blocks[::-1])
    first = redline(
        compare(sample, other), sample, other, theme=theme, template=template, stamp=STAMP
    )
    assert first == redline(
        compare(sample, other), sample, other, theme=theme, template=template, stamp=STAMP
    )


def test_a_document_without_changes_has_no_tracked_change(
    theme: Theme, template: CompiledTemplate, sample: Document
):
    data = redline(
        compare(sample, sample), sample, sample, theme=theme, template=template, stamp=STAMP
    )
    assert not re.search(r"<w:(ins|del|moveFrom|moveTo|rPrChange|pPrChange)\b", _document(data))


def test_a_redline_that_is_not_exact_is_refused(theme: Theme, template: CompiledTemplate):
    old, new = document(p("Ett två tre."), p("Sist.")), document(p("Ett fyra tre."), p("Sist."))
    marked = compare(old, new)
    for spoilt in _spoilt(marked):
        with pytest.raises(UppdragError, match="inte exakt"):
            redline(spoilt, old, new, theme=theme, template=template, stamp=STAMP)


def _spoilt(marked: Marked) -> list[Marked]:
    """Return comparisons that tell something wrong: a word unmarked, or one that never was."""
    first, *rest = marked.lines
    runs = first.cells[0]
    unmarked = tuple(replace(run, mark=None) for run in runs)
    invented = (*runs, *marked_as([Run(" och mer")], next(r.mark for r in runs if r.mark)))
    return [
        replace(marked, lines=(replace(first, cells=(cell,)), *rest))
        for cell in (unmarked, invented)
    ]


def test_a_note_with_points_keeps_what_leads_their_words_tracked(lines: Lines):
    inner = Item((p("ett"), p("mer om ett")))
    old = document(p("Först."), p("Sist."))
    new = document(p("Först."), Note((ListBlock((inner,)),)), p("Sist."))
    assert "{+→+}" in "\n".join(lines(old, new))


@pytest.mark.parametrize("moves", Moves)
@given(mandates(), mandates())
def test_any_two_mandates_give_an_exact_redline(
    theme: Theme,
    template: CompiledTemplate,
    moves: Moves,
    one: Uppdragshandling,
    other: Uppdragshandling,
):
    pair = compose(one), compose(other)
    assert redline(compare(*pair), *pair, theme=theme, template=template, stamp=STAMP, moves=moves)


def test_content_is_never_markup(theme: Theme, template: CompiledTemplate):
    hostile = '<w:del w:id="1"/> &amp; {{ innehåll }} {% raw %} </w:p>'
    old, new = document(p("ofarligt här")), document(p(f"ofarligt {hostile} här"))
    shown = redlined(
        redline(compare(old, new), old, new, theme=theme, template=template, stamp=STAMP)
    )
    assert shown == [f"Normal | ofarligt {{+{hostile} +}}här"]
