"""What of a Markdown file becomes a mandate."""

from uppdrag.importing.formats import import_bytes
from uppdrag.importing.note import Imported
from uppdrag.importing.tracked import Changes
from uppdrag.model import Prosa, Status, dump


def read(text: str) -> Imported:
    return import_bytes(text.encode(), "fil.md", Changes.REFUSE)


def purpose(text: str) -> str:
    section = read(f"# Uppdrag för råd\n\n## Syfte\n\n{text}\n").handling.section("syfte")
    assert section is not None
    (found,) = section.innehall
    assert isinstance(found, Prosa)
    return found.text


def test_lists_links_and_tables_are_kept():
    text = "Lek *mycket* på [sidan](https://exempel.se/).\n\n1. ett\n   - under\n2. två"
    assert purpose(text) == text
    table = "| A | B |\n| --- | --- |\n| c | d |"
    assert purpose(table) == table


def test_what_github_escapes_is_the_words_themselves():
    assert purpose(r"a\_b \<b\> &amp; 1 \* 2") == r"a_b <b> & 1 \* 2"


def test_facts_and_a_decision_on_lines_of_their_own_are_data():
    found = read(
        "# Uppdrag för råd\n\n**Ansvarsområde:** lek  \n**Uppdragsgivare:** Lekdirektör\n\n"
        "## Syfte\n\nLek.\n\n**Datum för beslut:** 2026-03-01  \nKim Exempelsson  \nLekdirektör\n"
    ).handling
    assert found.ansvarsomrade == "lek"
    assert found.uppdragsgivare is not None
    assert found.beslut is not None
    assert found.beslut.datum == "2026-03-01"
    assert found.beslut.beslutsfattare[0].namn == "Kim Exempelsson"
    assert found.status is Status.BESLUTAD


def test_a_comment_is_left_out_and_told():
    found = read("# Uppdrag för råd\n\n<!-- ta bort -->\n\n## Syfte\n\nLek.\n")
    assert "ta bort" not in dump(found.handling)
    assert any("Kommentarer" in note.message for note in found.notes)


def test_markup_within_markdown_is_read_as_a_page():
    assert purpose("<p>Lek <b>mer</b></p>\n<script>ont()</script>") == "Lek **mer**"
