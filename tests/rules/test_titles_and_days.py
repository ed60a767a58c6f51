"""B008–B010: the title, the revision and the days of a mandate agree."""

import pytest

from .told import words

HEAD = "typ: samverkansorgan\nstatus: utkast\n"


def titled(title: str, more: str = "datum: 2026-06-16\n") -> str:
    return f"{HEAD}titel: Uppdragshandling för Vårdforum Exempel{title}\n{more}"


@pytest.mark.parametrize(
    ("title", "found"),
    [
        (", reviderad juni 2026", ["reviderad"]),
        (" (Reviderad)", ["Reviderad"]),
        (", revidering 2026", ["revidering"]),
        (", revision 3", ["revision"]),
        (" (rev. 2026)", ["rev."]),
        (", rev 2026-05-01", ["rev"]),
        (", omarbetad maj 2026", ["omarbetad"]),
        (" för revisorer", []),
        (" Rev", []),
        (", reviderade uppdrag", ["reviderade"]),
        (", oreviderad", []),
        ("", []),
        (" och intern revisionsbyrå", []),
    ],
)
def test_a_revised_mandate_says_what_it_replaces(title: str, found: list[str]) -> None:
    assert words("B008", titled(title)) == found
    assert words("B008", titled(title, "revidering: {ersätter: 2024-02-12}\n")) == []


def test_the_cause_of_a_revision_is_not_enough() -> None:
    assert words("B008", titled(", reviderad", "revidering: {orsak: Ny ledning}\n")) != []


@pytest.mark.parametrize(
    ("title", "found"),
    [
        (", reviderad juni 2026", []),
        (", reviderad Juni 2026", []),
        (", reviderad 17 juni 2026", []),
        (", reviderad den 17 juni 2026", []),
        (", reviderad i juni", []),
        (", juni 2026", []),
        (" (juni 2026)", []),
        (", reviderad 2026", []),
        (" inför maj 2027", []),
        (" april 2026 till maj 2027", []),
        (", reviderad maj 2026", ["maj 2026"]),
        (", Reviderad Maj 2026", ["Maj 2026"]),
        (", reviderad juni 2025", ["juni 2025"]),
        (", reviderad 17 maj 2026", ["maj 2026"]),
        (", reviderad i maj", ["maj"]),
        (", fastställd den 1 december 2025", ["december 2025"]),
        (", maj 2026", ["maj 2026"]),
        (" (maj 2026)", ["maj 2026"]),
        (" – oktober 2026", ["oktober 2026"]),
    ],
)
def test_the_month_in_the_title_is_the_documents(title: str, found: list[str]) -> None:
    assert words("B009", titled(title)) == found


def test_the_month_of_the_decision_counts_before_the_documents() -> None:
    decided = "datum: 2026-06-28\nbeslut: {datum: 2026-07-02}\n"
    assert words("B009", titled(", reviderad juli 2026", decided)) == []
    assert words("B009", titled(", reviderad juni 2026", decided)) == ["juni 2026"]


def test_without_a_day_the_month_is_not_judged() -> None:
    assert words("B009", titled(", reviderad juni 2026", "")) == []


@pytest.mark.parametrize(
    ("datum", "beslut", "found"),
    [
        ("2026-06-16", "2026-06-15", ["2026-06-15"]),
        ("2026-01-12", "2025-12-31", ["2025-12-31"]),
        ("2026-06-16", "2026-06-16", []),
        ("2026-06-16", "2026-06-17", []),
        ("2025-12-31", "2026-01-01", []),
    ],
)
def test_nothing_is_decided_before_it_is_dated(datum: str, beslut: str, found: list[str]) -> None:
    assert words("B010", titled("", f"datum: {datum}\nbeslut: {{datum: {beslut}}}\n")) == found
