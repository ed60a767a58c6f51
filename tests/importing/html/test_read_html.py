"""What of a stranger's web page becomes a mandate, what is left out, and what is refused."""

import pytest

from uppdrag.findings import UppdragError
from uppdrag.importing.formats import import_bytes
from uppdrag.importing.html.element import MOST_ELEMENTS
from uppdrag.importing.note import Imported
from uppdrag.importing.tracked import Changes
from uppdrag.model import Prosa, dump

PAGE = """<!doctype html><html><head><title>x</title><script>document.write("ont")</script></head>
<body><nav><a href="/">Start</a> Om oss</nav>
<main><h1>Uppdragshandling för samordningsråd lek</h1>
<dl><dt>Datum</dt><dd>2026-03-01</dd><dt>Uppdragsgivare</dt><dd>Lekdirektör</dd></dl>
<h2>Syfte</h2><p>Rådet ska <b>främja</b> lek i <a href="https://exempel.se/lek">parker</a>.
<h2>Uppdragsbeskrivning</h2><p>Rådet ska<ul><li>leka<li>vila<ol><li>länge<li>ofta</ol></ul>
<h2>Våra gungor</h2><table><tr><th>Sort</th><th>Antal</th></tr><tr><td>Däck</td>
<td>4</td></tr></table>
</main><footer>Kontakta oss</footer></body></html>"""


def page(body: str) -> Imported:
    return import_bytes(f"<!doctype html><body>{body}".encode(), "sida.html", Changes.REFUSE)


def text(imported: Imported, key: str) -> str:
    section = imported.handling.section(key)
    assert section is not None
    (found,) = section.innehall
    assert isinstance(found, Prosa)
    return found.text


def test_the_main_part_of_a_page_becomes_sections_lists_and_tables():
    found = import_bytes(PAGE.encode(), "sida", Changes.REFUSE)
    assert found.handling.titel == "Uppdragshandling för samordningsråd lek"
    assert found.handling.datum == "2026-03-01"
    assert [a.nyckel for a in found.handling.avsnitt] == [
        "syfte",
        "uppdragsbeskrivning",
        "avsnitt_våra_gungor",
    ]
    assert text(found, "syfte") == ("Rådet ska **främja** lek i [parker](https://exempel.se/lek).")
    assert text(found, "uppdragsbeskrivning") == (
        "Rådet ska\n\n- leka\n- vila\n  1. länge\n  2. ofta"
    )
    assert text(found, "avsnitt_våra_gungor") == "| Sort | Antal |\n|---|---|\n| Däck | 4 |"


def test_menus_and_footers_are_left_out_and_told():
    found = import_bytes(PAGE.encode(), "sida", Changes.REFUSE)
    told = " ".join(note.message for note in found.notes)
    assert "Start Om oss Kontakta oss" in told
    assert "skript" in told
    assert "Om oss" not in dump(found.handling)
    assert "ont" not in dump(found.handling).split()


def test_hidden_text_is_left_out_and_told():
    found = page(
        '<h1>Uppdrag för råd</h1><p style="display: none">Hemligt</p><h2>Syfte</h2><p>Lek.'
    )
    assert "Hemligt" not in dump(found.handling)
    assert any("”Hemligt”" in note.message for note in found.notes)


@pytest.mark.parametrize(
    ("choice", "words"), [(Changes.ACCEPT, "Att leka nu."), (Changes.REJECT, "Att leka sen.")]
)
def test_tracked_changes_of_a_page_are_settled_by_choice(choice: Changes, words: str):
    data = "<h1>Uppdrag för råd</h1><h2>Syfte</h2><p>Att leka <del>sen</del><ins>nu</ins>.".encode()
    assert text(import_bytes(data, "x", choice), "syfte") == words


def test_tracked_changes_without_a_choice_are_refused():
    with pytest.raises(UppdragError, match=r"2 spårade ändringar.*--changes accept"):
        page("<h1>Uppdrag</h1><p>Att leka <del>sen</del><ins>nu</ins>.")


def test_a_layout_table_is_no_table():
    found = page("<table><tr><td><h1>Uppdrag för råd</h1><h2>Syfte</h2><p>Lek.</td></tr></table>")
    assert text(found, "syfte") == "Lek."


def test_a_page_without_text_is_refused_with_what_to_do():
    with pytest.raises(UppdragError, match="visar ingen text"):
        page("<div id=app></div><script src=app.js></script>")


def test_a_page_of_too_many_elements_is_refused():
    with pytest.raises(UppdragError, match=r"element\. Är det rätt fil"):
        page("<b></b>" * (MOST_ELEMENTS + 1))


def test_elements_within_one_another_without_end_are_read():
    assert "djupt" in dump(page("<div>" * 50_000 + "<p>djupt ned i sidan").handling)


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-8-sig"])
def test_a_page_is_read_in_the_encoding_that_it_is_saved_in(encoding: str):
    data = "<html><h1>Råd för åäö</h1><h2>Syfte</h2><p>Må väl.</html>".encode(encoding)
    assert import_bytes(data, "x.html", Changes.REFUSE).handling.titel == "Råd för åäö"
