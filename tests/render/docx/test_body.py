"""How blocks become Word's own headings, lists, tables and labels."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest
from tests.render.docx.parts import R, W, document, find, paragraph_text, xml

from uppdrag.document.tree import (
    Block,
    Document,
    Fact,
    Facts,
    Heading,
    Inlines,
    Item,
    Letterhead,
    ListBlock,
    Metadata,
    Note,
    Origin,
    Paragraph,
    Role,
    Row,
    Run,
    Signature,
    Table,
)
from uppdrag.findings.error import UppdragError
from uppdrag.render.docx import CompiledTemplate, render
from uppdrag.render.docx.read import read_lines
from uppdrag.render.theme import Theme

SWEDISH = {
    "Normal": "Brödtext",
    "heading ": "Rubrik ",
    "List Bullet": "Punktlista",
    "List Number": "Numrerad lista",
    "List Continue": "Listfortsättning",
}


def plain(text: str) -> Inlines:
    return (Run(text),)


def paragraph(text: str, role: Role = Role.BODY) -> Paragraph:
    return Paragraph(plain(text), role)


def items(*texts: str) -> tuple[Item, ...]:
    return tuple(Item((paragraph(text),)) for text in texts)


def numbered(*texts: str, start: int = 1) -> ListBlock:
    return ListBlock(items(*texts), ordered=True, start=start)


class Drawn:
    """The body of a Word file drawn of blocks."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.paragraphs = {paragraph_text(p): p for p in document(data).iter(f"{W}p")}

    def asked(self, text: str, path: str) -> list[str]:
        """Return what a paragraph says at a path under it."""
        return find(self.paragraphs[text], path)


Draw: TypeAlias = Callable[..., Drawn]


@pytest.fixture
def draw(theme: Theme, template: CompiledTemplate) -> Draw:
    def drawn(*blocks: Block) -> Drawn:
        metadata = Metadata("Titel", "Uppdragshandling")
        return Drawn(render(Document(metadata, blocks), theme, template))

    return drawn


def swedish(style: str) -> str:
    for name, word in SWEDISH.items():
        style = style.replace(name, word)
    return style


def test_a_whole_document_reads_as_expected(
    sample: Document, theme: Theme, template: CompiledTemplate
) -> None:
    lines = read_lines(render(sample, theme, template))
    projected = [f"{swedish(line.style)} | {line.text}".replace("\n", " / ") for line in lines]
    expected = Path(__file__).with_name("exempel.word.txt").read_text(encoding="utf-8")
    assert "\n".join(projected).replace("\t", " → ") + "\n" == expected


def test_numbered_lists_begin_where_they_say_and_begin_anew(draw: Draw) -> None:
    drawn = draw(numbered("tre", "fyra", start=3), paragraph("mellan"), numbered("ett"))
    numbers = [
        drawn.asked(text, "w:pPr/w:numPr/w:numId/@w:val")[0] for text in ("tre", "fyra", "ett")
    ]
    assert numbers[0] == numbers[1] != numbers[2]
    root = xml(drawn.data, "word/numbering.xml")
    starts = [
        find(root, f"w:num[@w:numId='{n}']/w:lvlOverride[@w:ilvl='0']/w:startOverride/@w:val")
        for n in numbers[1:]
    ]
    assert starts == [["3"], ["1"]]


def test_a_numbered_list_under_a_bullet_counts_on_its_own_level(draw: Draw) -> None:
    inner = Item((paragraph("yttre"), numbered("inre", start=5)))
    drawn = draw(ListBlock((inner,)))
    assert drawn.asked("inre", "w:pPr/w:pStyle/@w:val") == ["ListNumber2"]
    assert drawn.asked("inre", "w:pPr/w:numPr/w:ilvl/@w:val") == ["1"]
    root = xml(drawn.data, "word/numbering.xml")
    assert find(root, "w:num/w:lvlOverride[@w:ilvl='1']/w:startOverride/@w:val") == ["5"]


def test_bullets_are_bound_by_style_alone(draw: Draw) -> None:
    drawn = draw(ListBlock(items("punkt", "sista")))
    assert drawn.asked("punkt", "w:pPr/w:pStyle/@w:val") == ["ListBullet"]
    assert drawn.asked("punkt", "w:pPr/w:numPr") == []


def test_numbers_wider_than_the_indent_move_all_the_text_of_their_list(draw: Draw) -> None:
    drawn = draw(numbered("nio", "tio", start=99))
    lefts = [int(drawn.asked(text, "w:pPr/w:ind/@w:left")[0]) for text in ("nio", "tio")]
    assert lefts[0] == lefts[1] > 340


def test_an_introduction_stays_with_its_list(draw: Draw) -> None:
    drawn = draw(paragraph("Gruppen ska:", Role.INTRODUCTION), ListBlock(items("leka")))
    assert len(drawn.asked("Gruppen ska:", "w:pPr/w:keepNext")) == 1


def test_only_the_last_item_of_a_list_has_the_space_after_a_paragraph(draw: Draw) -> None:
    drawn = draw(ListBlock(items("ett", "två")), paragraph("efter"))
    assert drawn.asked("ett", "w:pPr/w:spacing") == []
    assert drawn.asked("två", "w:pPr/w:spacing/@w:after") == ["140"]


def test_a_value_stands_at_the_column_and_behind_a_label_too_wide_for_it(draw: Draw) -> None:
    wide = "En etikett som är bredare än sin spalt:"
    drawn = draw(
        Facts(
            (
                Fact(plain("Kort:"), (plain("värde"), plain("mer"))),
                Fact(plain(wide), (plain("värde"),)),
                Fact((), (plain("utan etikett"),)),
            )
        )
    )
    assert {"Kort:\tvärde", "mer", f"{wide} värde", "utan etikett"} <= drawn.paragraphs.keys()
    assert drawn.asked("mer", "w:pPr/w:pStyle/@w:val") == ["Faktafortsattning"]
    assert drawn.asked("utan etikett", "w:pPr/w:pStyle/@w:val") == ["Faktafortsattning"]


def test_a_letterhead_is_one_row_with_small_labels_above_the_values(draw: Draw) -> None:
    kind, date = (
        Fact((), (plain("Uppdragshandling"),)),
        Fact(plain("Datum"), (plain("2030-01-02"),)),
    )
    drawn = draw(Letterhead((kind, date)), Heading(1, plain("Titel")))
    cells = find(document(drawn.data), "//w:tbl/w:tr/w:tc")
    texts = [[paragraph_text(p) for p in cell.iter(f"{W}p")] for cell in cells]
    assert texts == [["Uppdragshandling"], ["Datum", "2030-01-02"]]
    assert drawn.asked("Datum", "w:pPr/w:pStyle/@w:val") == ["Brevhuvudetikett"]
    assert drawn.asked("Titel", "w:pPr/w:spacing/@w:before") == ["540"]


def test_a_table_repeats_its_header_and_keeps_rows_whole(draw: Draw) -> None:
    table = Table(
        Row((plain("Tid"), plain("Händelse"))), (Row((plain("2030-01"), plain("Start " * 40))),)
    )
    drawn = draw(table, paragraph("efter"))
    head, row = find(document(drawn.data), "//w:tr")
    assert len(find(head, "w:trPr/w:tblHeader")) == 1
    assert [len(find(r, "w:trPr/w:cantSplit")) for r in (head, row)] == [1, 1]
    narrow, wide = map(int, find(document(drawn.data), "//w:gridCol/@w:w"))
    assert narrow < wide / 5
    assert drawn.asked("efter", "w:pPr/w:spacing/@w:before") == ["140"]


def test_a_table_with_more_columns_than_word_opens_is_refused_at_its_place(draw: Draw) -> None:
    header = Row(tuple(plain(str(n)) for n in range(64)))
    with pytest.raises(UppdragError, match=r"syfte.*64 kolumner"):
        draw(Table(header, (), Origin(("syfte",))))


def test_a_signature_is_kept_together_with_room_above_each_name(draw: Draw) -> None:
    lines = (
        paragraph("Datum för beslut: 2030-01-03", Role.DECISION_DATE),
        paragraph("Kim Exempelsson", Role.SIGNER_NAME),
        paragraph("Direktör", Role.SIGNER_TITLE),
    )
    drawn = draw(Signature(lines), Heading(2, plain("Uppdraget skickas till")))
    keeps = "w:pPr/w:keepNext[not(@w:val)]"
    assert [len(drawn.asked(text, keeps)) for text in list(drawn.paragraphs)[:3]] == [1, 1, 0]
    styles = xml(drawn.data, "word/styles.xml")
    assert find(styles, "//w:style[@w:styleId='Namn']/w:pPr/w:spacing/@w:before") == ["600"]


def test_a_signer_without_a_name_has_room_above_the_title(draw: Draw) -> None:
    date = paragraph("Datum för beslut: 2030-01-03", Role.DECISION_DATE)
    drawn = draw(Signature((date, paragraph("Direktör", Role.SIGNER_TITLE))))
    assert drawn.asked("Direktör", "w:pPr/w:spacing/@w:before") == ["600"]


def test_a_remark_is_one_box_and_its_list_keeps_its_markers(draw: Draw) -> None:
    deep = Item((paragraph("yttre"), ListBlock(items("inre")), paragraph("mer")))
    drawn = draw(Note((paragraph("Obs:"), ListBlock((deep,)), numbered("ett"))))
    styles = {drawn.asked(text, "w:pPr/w:pStyle/@w:val")[0] for text in drawn.paragraphs if text}
    assert styles == {"Anmarkning"}
    levels = [
        drawn.asked(t, "w:pPr/w:numPr/w:ilvl/@w:val") for t in ("Obs:", "yttre", "inre", "ett")
    ]
    assert levels == [[], ["0"], ["1"], ["0"]]
    lefts = {
        int(left) - int(hanging)
        for p in list(drawn.paragraphs.values())[1:5]
        for left, hanging in [find(p, "w:pPr/w:ind/@*")]
    }
    assert lefts == {200}


def test_a_link_goes_round_all_its_runs_and_an_address_is_stored_once(draw: Draw) -> None:
    target = "https://exempel.se/a b?c=1&d=ö"
    linked = (Run("Se "), Run("reg", target=target), Run("ler", bold=True, target=target))
    drawn = draw(Paragraph(linked), Paragraph((Run("Igen", target=target),)))
    links = find(document(drawn.data), "//w:hyperlink")
    assert ["".join(link.itertext()) for link in links] == ["regler", "Igen"]
    assert len({link.get(f"{R}id") for link in links}) == 1
    relations = xml(drawn.data, "word/_rels/document.xml.rels")
    targets = [r.get("Target") for r in relations if r.get("TargetMode") == "External"]
    assert targets == ["https://exempel.se/a%20b?c=1&d=ö"]


@pytest.mark.parametrize(
    "target",
    ["http://", "https://exempel.se:port/", "https://[trasig", "https://a.se/" + "x" * 2100],
)
def test_a_link_that_word_could_not_open_is_only_its_text(draw: Draw, target: str) -> None:
    drawn = draw(Paragraph((Run("länk", target=target),)))
    assert "länk" in drawn.paragraphs
    assert find(document(drawn.data), "//w:hyperlink") == []


@pytest.mark.parametrize(
    ("written", "stated"),
    [("2030-02", "2030-02-01"), (None, "1980-01-01"), ("snart", "1980-01-01")],
)
def test_a_file_states_the_day_of_its_mandate(
    written: str | None, stated: str, theme: Theme, template: CompiledTemplate
) -> None:
    metadata = Metadata("T" * 300, "Uppdragshandling", date=written)
    core = xml(render(Document(metadata, ()), theme, template), "docProps/core.xml")
    assert f"{stated}T00:00:00Z" in "".join(core.itertext())
    assert "T" * 300 in "".join(core.itertext())
