"""What of a text document becomes a mandate, and which files are refused."""

import pytest
from tests.importing.opendocument import odt

from uppdrag.findings import UppdragError
from uppdrag.importing.formats import import_bytes
from uppdrag.importing.note import Imported
from uppdrag.importing.odt.package import LARGEST_PART
from uppdrag.importing.tracked import Changes
from uppdrag.model import Prosa, dump

TITLE = '<text:p text:style-name="T">Uppdragshandling för samordningsråd lek</text:p>'
HEADING = '<text:h text:outline-level="1">Syfte</text:h>'


def read(body: str, choice: Changes = Changes.REFUSE) -> Imported:
    return import_bytes(odt(TITLE + HEADING + body), "fil.odt", choice)


def purpose(found: Imported) -> str:
    section = found.handling.section("syfte")
    assert section is not None
    (text,) = section.innehall
    assert isinstance(text, Prosa)
    return text.text


def test_styles_headings_lists_and_links_are_read():
    found = read(
        '<text:p>Rådet <text:span text:style-name="B">främjar</text:span><text:s/>lek på '
        '<text:a xlink:href="https://exempel.se/">sidan</text:a>.</text:p>'
        '<text:list text:style-name="N"><text:list-item><text:p>ett</text:p><text:list>'
        "<text:list-item><text:p>under</text:p></text:list-item></text:list></text:list-item>"
        "<text:list-item><text:p>två</text:p></text:list-item></text:list>"
    )
    assert found.handling.titel == "Uppdragshandling för samordningsråd lek"
    assert purpose(found) == (
        "Rådet **främjar** lek på [sidan](https://exempel.se/).\n\n1. ett\n   - under\n2. två"
    )


def test_a_table_keeps_its_rows_and_a_letterhead_its_facts():
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    row = "<table:table-row>{}</table:table-row>"
    head = "<table:table>{}</table:table>".format(
        row.format(
            "<table:table-cell><text:p>Datum</text:p><text:p>2026-03-01</text:p>"
            "</table:table-cell>" + cell.format("Region Lek")
        )
    )
    body = "".join(row.format(cell.format(a) + cell.format(b)) for a, b in ("AB", "CD"))
    table = f"<table:table>{body}</table:table>"
    found = import_bytes(odt(head + TITLE + HEADING + table), "fil", Changes.REFUSE)
    assert found.handling.datum == "2026-03-01"
    assert found.handling.organisation == ("Region Lek",)
    assert purpose(found) == "| A | B |\n|---|---|\n| C | D |"


def test_a_footnote_stands_in_parentheses_and_a_comment_is_told():
    found = read(
        '<text:p>Lek<text:note text:note-class="footnote"><text:note-citation>1'
        "</text:note-citation><text:note-body><text:p>Barns lek.</text:p></text:note-body>"
        "</text:note> är bra.<office:annotation><dc:creator>Kim Exempelsson</dc:creator>"
        "<text:p>Varför?</text:p></office:annotation></text:p>"
    )
    assert purpose(found) == "Lek (Barns lek.) är bra."
    told = [note.message for note in found.notes]
    assert any("Kim Exempelsson" in words and "Varför?" in words for words in told)
    assert "Varför" not in dump(found.handling)


CHANGED = (
    '<text:tracked-changes><text:changed-region text:id="a"><text:insertion>'
    "<office:change-info><dc:creator>Kim Exempelsson</dc:creator></office:change-info>"
    '</text:insertion></text:changed-region><text:changed-region text:id="b"><text:deletion>'
    "<office:change-info/><text:p>sen</text:p></text:deletion></text:changed-region>"
    '</text:tracked-changes><text:p>Att leka <text:change text:change-id="b"/>'
    '<text:change-start text:change-id="a"/>nu<text:change-end text:change-id="a"/>.</text:p>'
)


@pytest.mark.parametrize(
    ("choice", "words"), [(Changes.ACCEPT, "Att leka nu."), (Changes.REJECT, "Att leka sen.")]
)
def test_tracked_changes_are_settled_by_choice(choice: Changes, words: str):
    assert purpose(read(CHANGED, choice)) == words


def test_tracked_changes_without_a_choice_are_refused_with_who_made_them():
    with pytest.raises(UppdragError, match=r"2 spårade ändringar \(av Kim Exempelsson"):
        read(CHANGED)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (odt("<text:p>x</text:p>")[:300], "skadad eller inte hel"),
        (odt("<text:p>x"), "skadad eller inte hel"),
        (odt("", {"content.xml": b"<a>" + b" " * LARGEST_PART + b"</a>"}), "packas upp"),
        (odt("", {"META-INF/manifest.xml": b"<encryption-data/>"}), "lösenord"),
        (odt("&e;", head='<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'), "utanför sig"),
    ],
    ids=["truncated", "broken", "bomb", "locked", "entity"],
)
def test_a_hostile_file_is_refused_in_words(data: bytes, message: str):
    with pytest.raises(UppdragError, match=message):
        import_bytes(data, "fil.odt", Changes.REFUSE)


def test_macros_are_told_and_not_run():
    data = odt(TITLE, {"Basic/Standard/Modul.xml": b"<x/>"})
    notes = import_bytes(data, "fil.odt", Changes.REFUSE).notes
    assert any("makron" in note.message for note in notes)
