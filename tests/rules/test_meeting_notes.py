"""A meeting plan with a note: what is found in it, where, and what is left alone."""

from pathlib import Path

import pytest

from .between_files import findings, told

PLAN = "vardforum/moten/2026.yaml"


def note(*lines: str) -> dict[str, str]:
    indented = "".join(f"  {line}\n" for line in lines)
    return {PLAN: f"format: 1\nanteckning: |\n  Datum: 2026-03-19\n{indented}"}


@pytest.mark.parametrize(
    ("row", "word"),
    [
        ("Robin Exempelsson\tenhetschef, återbud sjuk", "sjuk"),
        ("Robin Exempelsson, enhetschef, återbud (VAB)", "VAB"),
        ("- Robin Exempelsson, sjukskriven", "sjukskriven"),
        ("| Robin Exempelsson | enhetschef | sjuk |", "sjuk"),
    ],
)
def test_a_word_of_health_beside_a_participant_is_found(
    tmp_path: Path, row: str, word: str
) -> None:
    assert told(tmp_path, note("Deltagare", row)) == [("P003", PLAN, word)]


@pytest.mark.parametrize(
    "agenda", ["Mötespunkt\tAnteckning", "Dagordning", "1. 13:00 Start", "§ 1."]
)
def test_what_stands_below_the_agenda_is_no_list_of_participants(
    tmp_path: Path, agenda: str
) -> None:
    below = "Kim Exempelsson, överläkare, hemma hos sjuka barn"
    assert told(tmp_path, note("Kim Exempelsson, överläkare", agenda, below)) == []


@pytest.mark.parametrize(
    "row",
    [
        "Robin Exempelsson, sjuksköterska, återbud",
        "Robin Exempelsson, hälso- och sjukvårdsdirektör",
        "Rådet för långvarigt sjuka barn",
        "Forumet talade om sjuka barn.",
    ],
)
def test_a_title_or_running_text_is_left_alone(tmp_path: Path, row: str) -> None:
    assert told(tmp_path, note("Deltagare", row)) == []


def test_it_can_be_excused_in_the_plan(tmp_path: Path) -> None:
    files = note("Robin Exempelsson, återbud sjuk")
    files[PLAN] += "undantag:\n  - {regel: P003, motivering: Namnet är påhittat.}\n"
    assert told(tmp_path, files) == []


def test_an_excuse_that_no_plan_can_have_is_refused(tmp_path: Path) -> None:
    files = note("Robin Exempelsson, enhetschef")
    files[PLAN] += "undantag:\n  - {regel: S005, motivering: Det får vara så.}\n"
    (found,) = findings(tmp_path, files)
    assert (found.rule, found.words, found.severity) == ("S014", "S005", "error")


@pytest.mark.parametrize(
    ("text", "rule", "words"),
    [
        ("format: 1\nmöten: [2026-02-30]\n", "S005", "2026-02-30"),
        ("format: 1\nmöten: [2026-2-3]\n", "S005", "2026-2-3"),
        ("format: 1\nmöten:\n  - datum: 3 mars\n", "S005", "3 mars"),
        ("format: 1\nmöten:\n  - tid: 13:00\n", "S003", "tid"),
        ("format: 1\nmöten: 2026-03-03\n", "S002", "2026-03-03"),
        ("format: 1\nmoten: [2026-03-03]\n", "S001", "moten"),
        ("format: 1\nmöten:\n  - {datum: 2026-03-03, inställt: kanske}\n", "S004", "kanske"),
        ("möten: [2026-03-03]\n", "S003", "[2026-03-03]"),
        ("- 2026-03-03\n", "Y006", "- 2026-03-03"),
    ],
)
def test_a_plan_that_is_wrong_in_form_is_told_of_once_at_its_words(
    tmp_path: Path, text: str, rule: str, words: str
) -> None:
    (found,) = findings(tmp_path, {PLAN: text})
    assert (found.rule, found.words) == (rule, words)
