"""A Word file carries the text that it was made of, to the letter, and nothing hostile is read."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uppdrag.render.docx.carried import NAMESPACE, source_in, with_source
from uppdrag.render.docx.package import CONTENT_TYPES, RELATIONS, pack

BARE = pack(
    {
        CONTENT_TYPES: "<Types></Types>",
        RELATIONS: "<Relationships></Relationships>",
        "word/document.xml": "<w/>",
    }
)
SIGNS = st.text(st.sampled_from("abcåäö \t\n\r:&<>\"'#|-]\u00a0–”\U0001f600"), min_size=1)


@given(SIGNS)
def test_every_letter_and_line_break_comes_back(yaml: str) -> None:
    made = with_source(BARE, yaml)
    assert source_in(made) == yaml
    assert with_source(BARE, yaml) == made


def test_the_other_parts_are_as_they_were() -> None:
    with zipfile.ZipFile(BytesIO(with_source(BARE, "format: 1"))) as archive:
        assert archive.read("word/document.xml") == b"<w/>"
        assert archive.namelist() == [
            CONTENT_TYPES,
            RELATIONS,
            "word/document.xml",
            "customXml/item1.xml",
            "customXml/itemProps1.xml",
            "customXml/_rels/item1.xml.rels",
        ]


def test_a_part_of_a_template_is_not_written_over() -> None:
    theirs = "<b:Sources xmlns:b='urn:andras'/>"
    with zipfile.ZipFile(BytesIO(BARE)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    made = with_source(pack({**parts, "customXml/item1.xml": theirs}), "format: 1")
    with zipfile.ZipFile(BytesIO(made)) as archive:
        assert archive.read("customXml/item1.xml") == theirs.encode()
    assert source_in(made) == "format: 1"


@pytest.mark.parametrize(
    "part",
    [
        f'<!DOCTYPE x [<!ENTITY a "b">]><handling xmlns="{NAMESPACE}">&a;</handling>',
        f'<handling xmlns="{NAMESPACE}">halv',
        f'<handling xmlns="{NAMESPACE}"><annat/></handling>',
        f'<annat xmlns="{NAMESPACE}">x</annat>',
        '<handling xmlns="urn:annat">x</handling>',
        f'<handling xmlns="{NAMESPACE}">{"x" * 13_000_000}</handling>',
    ],
)
def test_what_is_not_our_part_is_no_source(part: str) -> None:
    assert source_in(pack({"customXml/item1.xml": part})) is None


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", BARE, BARE[:-30]])
def test_a_file_without_the_part_has_no_source(data: bytes) -> None:
    assert source_in(data) is None
