"""M002: a plan with more meetings than the mandate in force allows, and what does not count."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uppdrag.rules.periods import period

from .between_files import findings, mandate, plan, told

MONDAYS = [str(dt.date(2026, 1, 5) + dt.timedelta(weeks=week)) for week in range(52)]
A_MONTH = [f"2026-{month:02}-15" for month in range(1, 13)]


def limit(words: str) -> str:
    return f"arbetsorganisation:\n  mötesfrekvens: {words}\n"


TWO = limit("{högst: 2, per: år}")
FILE, PLAN = "vardforum/2026-01-10.yaml", "vardforum/moten/2026.yaml"
OVER_NEW_YEAR = "vardforum/moten/vinter.yaml"
"""A plan that is not a year's: its days may lie in two."""


@pytest.mark.parametrize(
    ("per", "days", "words", "name"),
    [
        ("år", ["2026-01-01", "2026-12-31", "2026-06-06"], "2026-12-31", "under 2026"),
        ("termin", ["2026-01-01", "2026-03-03", "2026-06-30"], "2026-06-30", "under våren 2026"),
        ("halvår", ["2026-07-01", "2026-08-08", "2026-12-31"], "2026-12-31", "andra halvåret 2026"),
        ("kvartal", ["2026-04-01", "2026-05-05", "2026-06-30"], "2026-06-30", "kvartal 2 2026"),
        ("månad", ["2026-02-01", "2026-02-02", "2026-02-28"], "2026-02-28", "under februari 2026"),
        ("vecka", ["2026-12-28", "2027-01-02", "2027-01-03"], "2027-01-03", "vecka 53 2026"),
    ],
)
def test_more_than_the_limit_in_one_period_is_found(
    tmp_path: Path, per: str, days: list[str], words: str, name: str
) -> None:
    mandates = {FILE: mandate(beslut="2025-12-12", more=limit(f"{{högst: 2, per: {per}}}"))}
    (found,) = findings(tmp_path, mandates | {OVER_NEW_YEAR: plan(*days)})
    assert (found.rule, found.file, found.words) == ("M002", f"mandates/{OVER_NEW_YEAR}", words)
    assert name in found.message
    assert f"högst 2 per {per} (mandates/{FILE}:10)" in found.message


@pytest.mark.parametrize(
    ("per", "days"),
    [
        ("år", ["2026-01-22", "2026-12-31", "2027-01-01"]),
        ("termin", ["2026-05-05", "2026-06-30", "2026-07-01"]),
        ("halvår", ["2026-05-05", "2026-06-30", "2026-07-01"]),
        ("kvartal", ["2026-03-30", "2026-03-31", "2026-04-01"]),
        ("månad", ["2026-02-27", "2026-02-28", "2026-03-01"]),
        ("vecka", ["2026-02-01", "2026-02-02", "2026-02-03"]),
    ],
)
def test_meetings_on_both_sides_of_a_boundary_are_counted_apart(
    tmp_path: Path, per: str, days: list[str]
) -> None:
    mandates = {FILE: mandate(more=limit(f"{{högst: 2, per: {per}}}"))}
    assert told(tmp_path, mandates | {OVER_NEW_YEAR: plan(*days)}) == []


@pytest.mark.parametrize(
    "other",
    [
        mandate(more=limit("vid behov")),
        mandate(more=limit("{minst: 2, per: år}")),
        mandate(status="utkast", more=TWO),
        mandate(status="upphävd", more=TWO),
        mandate(more="giltighet: {till: 2026-02-01}\n" + TWO),
        mandate(more="giltighet: {från: 2026-03-01}\n" + TWO),
    ],
    ids=["as needed", "no upper limit", "draft", "repealed", "over", "not begun"],
)
def test_nothing_is_counted_under_a_mandate_without_a_limit_on_the_day(
    tmp_path: Path, other: str
) -> None:
    days = plan("2026-01-22", "2026-02-03", "2026-02-19")
    assert told(tmp_path, {FILE: other, PLAN: days}, today="2026-01-20") == []


def test_a_mandate_that_cannot_be_read_gives_no_finding_in_the_plan(tmp_path: Path) -> None:
    files = {
        "vardforum/2025-01-10.yaml": mandate(status="ersatt", beslut="2025-01-12", more=TWO),
        FILE: mandate(more=limit("{högst: många}")),
        PLAN: plan(*A_MONTH),
    }
    assert [item.rule for item in told(tmp_path, files)] == ["S002"]


def test_a_newer_mandate_without_a_limit_ends_the_older_limit(tmp_path: Path) -> None:
    files = {
        "vardforum/2025-01-10.yaml": mandate(status="ersatt", beslut="2025-01-12", more=TWO),
        FILE: mandate(),
        PLAN: plan(*A_MONTH[1:]),
    }
    assert told(tmp_path, files) == []


def test_only_the_meetings_after_the_decision_count_under_it(tmp_path: Path) -> None:
    files = {FILE: mandate(beslut="2026-06-15", more=TWO), PLAN: plan(*A_MONTH[3:8])}
    (found,) = findings(tmp_path, files)
    assert found.words == "2026-08-15"
    assert "3 möten under den del av 2026 då uppdraget gäller" in found.message
    assert "Stryk 1 möte," in found.message


def test_a_meeting_told_of_twice_counts_once_and_one_called_off_never(tmp_path: Path) -> None:
    note = "format: 1\nanteckning: |\n  Datum: 2026-01-22\n\n  2026-02-19 Möte\n  2026-03-19 Möte\n"
    files = {
        FILE: mandate(more=TWO),
        "vardforum/moten/2026-01-22.yaml": note,
        PLAN: plan("2026-01-22", "2026-01-22", "2026-02-19")
        + "  - {datum: 2026-03-19, inställt: ja}\n",
    }
    assert told(tmp_path, files) == []
    files[PLAN] = files[PLAN].replace("inställt: ja", "inställt: nej")
    assert told(tmp_path, files) == [("M002", PLAN, "2026-03-19")]


def test_a_group_under_a_common_mandate_is_held_to_its_limit(tmp_path: Path) -> None:
    own, other = "omsorgsforum/2026-02-01.yaml", "omsorgsforum/moten/2026.yaml"
    title = "Uppdragshandling för Omsorgsforum Exempel"
    under = "utgår_från: {grupp: vardforum}\n"
    files = {
        FILE: mandate(more=TWO),
        own: mandate(title, more=under, nummer="RS 2026-00018", beslut="2026-02-02"),
        other: plan(*A_MONTH[1:4]),
    }
    assert told(tmp_path, files, "omsorgsforum") == [("M002", other, "2026-04-15")]
    files[own] = mandate(title, more=under + limit("{högst: 4, per: år}"), nummer="RS 2026-00018")
    assert told(tmp_path, files, "omsorgsforum") == []


def test_a_plan_alone_is_held_to_the_group_that_it_names(tmp_path: Path) -> None:
    other = "omsorgsforum/moten/2026.yaml"
    files = {
        FILE: mandate(more=TWO),
        other: plan(*A_MONTH[1:4], more="utgår_från: vardforum\n"),
    }
    assert told(tmp_path, files, f"mandates/{other}") == [("M002", other, "2026-04-15")]


def test_an_excuse_in_the_plan_is_heard(tmp_path: Path) -> None:
    excuse = "undantag:\n  - regel: M002\n    motivering: Överenskommet med uppdragsgivaren.\n"
    files = {FILE: mandate(more=TWO), PLAN: plan(*A_MONTH[1:4], more=excuse)}
    assert told(tmp_path, files) == []
    files[PLAN] = plan(*A_MONTH[1:3], more=excuse)
    assert [item.rule for item in told(tmp_path, files)] == ["S015"]


def test_a_folder_called_with_dots_holds_plans_too(tmp_path: Path) -> None:
    files = {FILE: mandate(more=TWO), "vardforum/möten/2026.yaml": plan(*A_MONTH[1:4])}
    assert [item.rule for item in told(tmp_path, files)] == ["M002"]


@given(st.dates(), st.dates(), st.sampled_from(["år", "halvår", "kvartal", "månad", "vecka"]))
def test_days_share_a_period_only_with_the_days_between_them(
    one: dt.date, other: dt.date, per: str
) -> None:
    middle = str(one + (other - one) / 2)
    if period(str(one), per) == period(str(other), per):
        assert period(middle, per) == period(str(one), per)
        assert abs(one - other).days < {"år": 366, "halvår": 184, "kvartal": 92}.get(per, 31)
