"""One mandate in many layouts, as others write Word files: every word kept, sections right."""

import pytest
from tests.importing.reading_back import first_missing, in_file, loaded, words

from uppdrag.importing.word import Changes, import_word

from .content import FACTS, KEYS, LEAD, TITLE, all_words
from .layouts import LAYOUTS, tracked

FLOOR = 0.98
"""The share of sections that must get their key in all layouts together."""


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_word_of_a_layout_is_kept_in_its_order(name: str):
    imported = import_word(LAYOUTS[name](), f"{name}.docx", Changes.REFUSE)
    assert first_missing(words(all_words()), in_file(imported.handling)) is None
    assert loaded(imported.handling) == imported.handling


@pytest.mark.parametrize("name", LAYOUTS)
def test_the_head_of_a_layout_is_understood(name: str):
    handling = import_word(LAYOUTS[name](), f"{name}.docx", Changes.REFUSE).handling
    facts = dict(FACTS)
    assert handling.titel == TITLE
    assert handling.datum == facts["Datum"]
    assert handling.diarienummer == facts["Diarienummer"]
    assert handling.ansvarsomrade == facts["Ansvarsområde"]
    assert handling.uppdragsgivare is not None
    assert handling.uppdragsgivare.parter[0].roll == facts["Uppdragsgivare"]
    assert handling.ingress is not None
    assert " ".join(handling.ingress.text.split()) == LEAD
    assert handling.beslut is not None
    assert handling.beslut.datum == "2026-03-12"


def test_sections_get_their_keys():
    right = wanted = made = 0
    for name, build in LAYOUTS.items():
        handling = import_word(build(), f"{name}.docx", Changes.REFUSE).handling
        found = [key for key in handling.ordning if key in KEYS or key.startswith("avsnitt_")]
        right += sum(key in KEYS for key in found)
        made += len(found)
        wanted += len(KEYS)
    print(f"sections right: {right} of {wanted} in {len(LAYOUTS)} layouts; {made} made")  # noqa: T201 - the figure
    assert right / wanted >= FLOOR
    assert right / made >= FLOOR


def test_there_are_as_many_layouts_as_promised():
    assert len(LAYOUTS) >= 20


def test_tracked_insertions_count_when_they_are_accepted_and_not_when_rejected():
    accepted = import_word(tracked(), "a.docx", Changes.ACCEPT).handling
    assert first_missing(words(all_words()), in_file(accepted)) is None
    rejected = import_word(tracked(), "a.docx", Changes.REJECT).handling
    assert rejected.titel == TITLE
    assert not {section.nyckel for section in rejected.avsnitt} & set(KEYS)
