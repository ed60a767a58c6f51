"""What group and what day a document is of, and how sure that is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.importing.folder.documents import found

from uppdrag.importing.folder.day import propose_day
from uppdrag.importing.folder.group import is_near, near_names, propose_group
from uppdrag.importing.folder.proposed import Basis, Proposed


@pytest.mark.parametrize(
    ("name", "facts", "expected"),
    [
        ("a 2020-01-01.txt", {"datum": "2026-06-16"}, ("2026-06-16", Basis.DAY, "")),
        ("a.txt", {"beslut": "2026-06-17"}, ("2026-06-17", Basis.DECISION, "")),
        (
            "a 2020-01-01.txt",
            {"titel": "Uppdrag, reviderad juni 2026"},
            ("2026-06-01", Basis.TITLE, "dagen framgår inte"),
        ),
        (
            "a 2026-06-16.txt",
            {"titel": "Uppdrag, reviderad juni 2026"},
            ("2026-06-16", Basis.FILE, ""),
        ),
        ("a.txt", {"titel": "Uppdrag beslutat 12 februari 2024"}, ("2024-02-12", Basis.TITLE, "")),
        ("arkiv/rehab_20240212.docx", {}, ("2024-02-12", Basis.FILE, "")),
        ("rehab 2024-02.docx", {}, ("2024-02-01", Basis.FILE, "dagen framgår inte")),
        ("rehab maj 2024.docx", {}, ("2024-05-01", Basis.FILE, "dagen framgår inte")),
        ("rehab-2025.txt", {}, ("2025-01-01", Basis.FILE, "bara året framgår")),
    ],
)
def test_the_day_is_the_one_that_is_surest(
    name: str, facts: dict[str, str], expected: tuple[str, Basis, str]
) -> None:
    assert propose_day(found(name, **facts).handling, name) == Proposed(*expected)


@pytest.mark.parametrize(
    "name", ["rehab.docx", "RS 2024-00784.docx", "2024-13-45.docx", "12345678.pdf", "nr 20245.pdf"]
)
def test_what_is_no_day_is_taken_for_none(name: str) -> None:
    day = propose_day(found(name).handling, name)
    assert day is None or day.note == "bara året framgår"


@pytest.mark.parametrize(
    ("facts", "group", "basis"),
    [
        ({"grupp": "Samordningsråd rehab", "titel": "Annat"}, "Samordningsråd rehab", Basis.GROUP),
        ({"titel": "Uppdragshandling för samordningsråd x"}, "Samordningsråd x", Basis.TITLE),
        (
            {"titel": "Uppdragshandling för samordningsråd hälso- och sjukvård, rev. juni 2026"},
            "Samordningsråd hälso- och sjukvård",
            Basis.TITLE,
        ),
        (
            {"titel": "Uppdragshandling för Vårdforum Exempel (VFE)"},
            "Vårdforum Exempel",
            Basis.TITLE,
        ),
        ({"titel": "Vårduppdraget: med vården som nav"}, "Vårduppdraget", Basis.TITLE),
        ({"titel": "Uppdragshandling", "ansvarsområde": "Rehab"}, "Rehab", Basis.FIELD),
        ({"titel": "Uppdragshandling"}, "Råd rehab", Basis.FILE),
    ],
)
def test_the_group_is_what_the_document_says_that_it_is_about(
    facts: dict[str, str], group: str, basis: Basis
) -> None:
    name = "Uppdragshandling råd_rehab 2024-02-12.docx"
    assert propose_group(found(name, **facts).handling, name) == Proposed(group, basis)


def test_only_what_the_document_itself_says_is_certain() -> None:
    assert Proposed("2026-06-16", Basis.DAY).is_certain
    assert not Proposed("2026-06-16", Basis.DECISION).is_certain
    assert not Proposed("2026-06-01", Basis.TITLE, "dagen framgår inte").is_certain


@pytest.mark.parametrize(
    ("one", "other", "are_near"),
    [
        ("samordningsrad-rehabilitering", "samordningsradet-for-rehabilitering", True),
        ("samordningsrad-halso-och-sjukvard", "samordningsrad-halso-sjukvard", True),
        ("samordningsrad-rehabilitering", "samordningsrad-rehabilitring", True),
        ("samordningsrad-psykiatri", "samordningsrad-pediatri", False),
        ("samordningsrad-norr", "samordningsrad-nord", False),
        ("omrade-1", "omrade-11", False),
        ("samordningsrad-omrade12", "samordningsrad-omrade13", False),
        ("samordningsrad-hud", "samordningsrad-hud-och-kon", False),
        ("samordningsrad-rehab", "samordningsgrupp-rehab", False),
    ],
)
def test_names_are_near_by_endings_and_slips_only(one: str, other: str, are_near: bool) -> None:  # noqa: FBT001 - a column of the table
    assert is_near(one, other) is is_near(other, one) is are_near


NAMES = st.lists(
    st.sampled_from(["rad", "radet", "rehabilitering", "rehabilitring", "for", "1", "2"]),
    min_size=1,
    max_size=4,
).map("-".join)


@given(st.lists(NAMES, max_size=6), st.lists(NAMES, max_size=4))
def test_a_name_leads_to_one_that_stands_and_known_names_are_never_moved(
    folders: list[str], known: list[str]
) -> None:
    meant = near_names(folders, known)
    assert not set(meant) & set(known)
    assert not set(meant) & set(meant.values())
    assert all(is_near(name, other) for name, other in meant.items())
