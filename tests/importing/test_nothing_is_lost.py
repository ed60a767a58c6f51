"""Every word of a source is in the file and in the tree, in its order, whatever the source is."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.strategies import mandates

from uppdrag.document import compose
from uppdrag.importing import import_text
from uppdrag.model import Uppdragshandling, dump
from uppdrag.render.plain import render
from uppdrag.schema import load_schema, prune, validate
from uppdrag.source import load

from .reading_back import assert_nothing_is_lost

ROOT = Path(__file__).resolve().parents[2]
OWN = sorted((Path(__file__).parent / "texts").glob("*.txt"))
GIVEN = ROOT.parent / "shared" / "documents"
NAMES = (
    "uppdragshandling-samordningsgrupp-primarvardsrad-2025.txt",
    "uppdragshandling-samordningsrad-halso-och-sjukvard-2026.txt",
    "primarvardsuppdraget-webbsida-2021.txt",
)
SCHEMA = load_schema(
    (ROOT / "schemas" / "uppdragshandling.schema.json").read_text(encoding="utf-8"), "schemat"
)

LINES = Path(__file__).with_name("lines.txt").read_text(encoding="utf-8").splitlines()
"""Lines that mean something to the import."""


def schema_errors(handling: Uppdragshandling) -> list[str]:
    """Return what the schema has against the form of a file; what it lacks is another matter."""
    source = load(dump(handling), "prov.yaml")
    assert source.defects == ()
    data = source.data()
    assert isinstance(data, dict)
    found = validate(source, prune(data), SCHEMA)
    return [finding.message for finding in found if not finding.rule.startswith("F")]


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.stem)
def test_a_text_of_our_own_keeps_every_word(path: Path):
    imported = assert_nothing_is_lost(path.read_text(encoding="utf-8"))
    assert schema_errors(imported.handling) == []


@pytest.mark.parametrize("name", NAMES)
def test_a_real_document_keeps_every_word(name: str):
    path = GIVEN / name
    if not path.is_file():
        pytest.skip("handlingarna som projektet utgick från finns inte här")
    imported = assert_nothing_is_lost(path.read_text(encoding="utf-8"))
    assert schema_errors(imported.handling) == []
    is_page = "webbsida" in name
    assert [line.number for line in imported.dropped] == ([1, 2] if is_page else [])


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.stem)
def test_the_plain_text_of_an_imported_mandate_reads_as_a_mandate_with_the_same_sections(
    path: Path,
):
    handling = import_text(path.read_text(encoding="utf-8"), path.name).handling
    again = assert_nothing_is_lost(render(compose(handling))).handling
    assert [a.nyckel for a in again.avsnitt] == [a.nyckel for a in handling.avsnitt]
    assert again.beslut == handling.beslut
    assert again.sandlista == handling.sandlista


ends = st.sampled_from(["\n", "\n\n", "\n\n\n", "\r\n", "\r", " ", "\t", "\f", "\u2028"])
lines = st.sampled_from(LINES) | st.sampled_from(LINES) | st.text(max_size=20)
texts = st.lists(st.tuples(lines, ends), max_size=30).map(
    lambda pairs: "".join(line + end for line, end in pairs)
)


@settings(max_examples=250, deadline=None)
@given(texts)
def test_lines_that_mean_something_keep_every_word_in_any_company(text: str):
    imported = assert_nothing_is_lost(text)
    assert schema_errors(imported.handling) == []


headings = st.sampled_from(["Arbetsorganisation", "Beslutsordning", "Tidplan", "Bilagor"])


@settings(max_examples=120, deadline=None)
@given(st.lists(st.tuples(headings, st.lists(st.sampled_from(LINES), max_size=4)), max_size=6))
def test_sections_that_come_again_make_a_file_that_the_schema_takes(
    parts: list[tuple[str, list[str]]],
):
    text = "\n\n".join("\n\n".join((heading, *under)) for heading, under in parts)
    imported = assert_nothing_is_lost(text)
    assert schema_errors(imported.handling) == []


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300))
def test_any_text_at_all_keeps_every_word(text: str):
    imported = assert_nothing_is_lost(text)
    assert imported.handling.titel


@settings(max_examples=80, deadline=None)
@given(mandates())
def test_the_plain_text_of_any_mandate_keeps_every_word(handling: Uppdragshandling):
    assert_nothing_is_lost(render(compose(handling)))


@settings(max_examples=100, deadline=None)
@given(texts)
def test_the_notes_stand_inside_the_text_and_in_its_order(text: str):
    notes = import_text(text, "prov.txt").notes
    rows = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert list(notes) == sorted(notes)
    for note in notes:
        assert 1 <= note.line <= len(rows)
        assert 1 <= note.column <= note.end_column <= len(rows[note.line - 1]) + 1
        assert note.message.endswith((".", "fel."))
