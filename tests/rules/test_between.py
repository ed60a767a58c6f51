"""The rules between documents: what they find in several files, and what they leave alone."""

from pathlib import Path

import pytest

from .between_files import findings, mandate, plan, told

OLD, NEW, NEWEST = (f"vardforum/{day}.yaml" for day in ("2024-02-12", "2025-03-10", "2026-06-10"))
OTHER = "omsorgsforum/2026-01-10.yaml"
OTHERS_TITLE = "Uppdragshandling för Omsorgsforum Exempel"


def replaces(day: str) -> str:
    return f"revidering: {{ersätter: {day}}}\n"


def old(status: str = "beslutad", more: str = "") -> str:
    return mandate(status=status, beslut="2024-02-12", more=more)


def new(status: str = "beslutad", more: str = "") -> str:
    return mandate(status=status, beslut="2025-03-10", more=more)


def newest(status: str = "beslutad", more: str = "") -> str:
    return mandate(status=status, beslut="2026-06-10", more=more)


def test_each_older_one_in_force_is_told_of_once(tmp_path: Path) -> None:
    files = {OLD: old(), NEW: new(), NEWEST: newest()}
    found = told(tmp_path, files)
    assert found == [("R001", OLD, "beslutad"), ("R001", NEW, "beslutad")]


def test_of_two_in_force_the_one_that_says_that_it_replaces_is_named(tmp_path: Path) -> None:
    files = {OLD: old(), NEW: new("utkast"), NEWEST: newest(more=replaces("2024-02-12"))}
    (found,) = findings(tmp_path, files)
    assert f"ersätts av mandates/{NEWEST}" in found.message


@pytest.mark.parametrize(
    "later",
    [
        newest("utkast", replaces("2024-02-12")),
        newest("remiss", replaces("2024-02-12")),
        newest("upphävd"),
        newest(more="giltighet: {från: 2026-07-02}\n"),
    ],
    ids=["draft", "under review", "repealed", "not begun"],
)
def test_a_later_one_that_is_not_in_force_is_no_other(tmp_path: Path, later: str) -> None:
    assert told(tmp_path, {OLD: old(), NEWEST: later}) == []


def test_on_its_first_day_the_later_one_is_in_force(tmp_path: Path) -> None:
    files = {OLD: old(), NEWEST: newest(more="giltighet: {från: 2026-07-02}\n")}
    assert told(tmp_path, files, today="2026-07-02") == [("R001", OLD, "beslutad")]


def test_one_whose_time_is_over_is_not_in_force_beside_the_next(tmp_path: Path) -> None:
    files = {OLD: old(more="giltighet: {till: 2026-06-09}\n"), NEWEST: newest()}
    assert [item.rule for item in told(tmp_path, files)] == ["R007"]
    files[OLD] = old(more="giltighet: {till: 2026-06-10}\n")
    assert [item.rule for item in told(tmp_path, files)] == ["R001"]


def test_two_files_of_one_day_are_two_documents(tmp_path: Path) -> None:
    copy = "vardforum/2024-02-12-kopia.yaml"
    assert told(tmp_path, {OLD: old(), copy: old()}) == [("R001", copy, "beslutad")]


def test_documents_of_different_groups_may_be_in_force_at_once(tmp_path: Path) -> None:
    files = {OLD: old(), OTHER: mandate(OTHERS_TITLE, nummer="RS 2026-00018")}
    assert told(tmp_path, files) == []


def test_two_in_force_can_be_excused_in_the_older(tmp_path: Path) -> None:
    excuse = "undantag:\n  - {regel: R001, motivering: Båda gäller under övergången.}\n"
    assert told(tmp_path, {OLD: old(more=excuse), NEWEST: newest()}) == []


def test_what_is_replaced_answers_to_its_date_and_to_the_name_of_its_file(tmp_path: Path) -> None:
    files = {"vardforum/2024-02-01.yaml": old("ersatt"), NEWEST: newest()}
    for day in ("2024-02-01", "2024-02-12"):
        files[NEWEST] = newest(more=replaces(day))
        assert told(tmp_path, files) == []


def test_what_is_replaced_is_there_though_it_cannot_be_read(tmp_path: Path) -> None:
    files = {OLD: "titel: [\n", NEWEST: newest(more=replaces("2024-02-12"))}
    assert told(tmp_path, files, f"mandates/{NEWEST}") == []


def test_where_nothing_is_replaced_the_others_of_the_group_are_named(tmp_path: Path) -> None:
    files = {
        OLD: old("ersatt"),
        NEW: new("ersatt"),
        NEWEST: newest(more=replaces("2020-01-01")),
    }
    (found,) = findings(tmp_path, files)
    assert (found.rule, found.words) == ("R002", "2020-01-01")
    assert "Gruppen har handlingar från 2024-02-12 och 2025-03-10." in found.message


def test_what_is_replaced_is_seen_though_only_the_later_is_asked_about(tmp_path: Path) -> None:
    files = {OLD: old("ersatt"), NEWEST: newest(more=replaces("2024-02-12"))}
    assert told(tmp_path, files, f"mandates/{NEWEST}") == []


def test_a_document_of_another_group_is_not_replaced(tmp_path: Path) -> None:
    files = {
        "omsorgsforum/2024-02-12.yaml": mandate(OTHERS_TITLE, "ersatt", nummer="RS 2024-00018"),
        NEWEST: newest(more=replaces("2024-02-12")),
    }
    assert told(tmp_path, files) == [("R002", NEWEST, "2024-02-12")]


def test_a_chain_of_revisions_that_ends_is_good(tmp_path: Path) -> None:
    files = {
        OLD: old("ersatt"),
        NEW: new("ersatt", replaces("2024-02-12")),
        NEWEST: newest(more=replaces("2025-03-10")),
    }
    assert told(tmp_path, files) == []


def test_two_revisions_may_replace_the_same(tmp_path: Path) -> None:
    files = {
        OLD: old("ersatt"),
        NEW: new("upphävd", replaces("2024-02-12")),
        NEWEST: newest(more=replaces("2024-02-12")),
    }
    assert told(tmp_path, files) == []


def test_a_ring_is_told_of_once_in_the_oldest(tmp_path: Path) -> None:
    files = {
        OLD: old("ersatt", replaces("2025-03-10")),
        NEW: new("ersatt", replaces("2024-02-12")),
        NEWEST: newest(more=replaces("2025-03-10")),
    }
    assert told(tmp_path, files) == [("R003", OLD, "2025-03-10")]


def test_a_corrected_copy_of_the_same_day_replaces_the_first(tmp_path: Path) -> None:
    files = {
        OLD: old("ersatt"),
        "vardforum/2024-02-12-rattad.yaml": old(more=replaces("2024-02-12")),
    }
    assert told(tmp_path, files) == []


def test_revisions_of_a_group_may_change_their_title(tmp_path: Path) -> None:
    files = {OLD: old("ersatt"), NEWEST: mandate("Uppdrag för Vårdforum", beslut="2026-06-10")}
    assert told(tmp_path, files) == []


@pytest.mark.parametrize(
    "title",
    [
        "Uppdragshandling för Vårdforum Exempel",
        "Uppdragshandling Vårdforum Exempel",
        "uppdragshandling för vårdforum",
        "Uppdragshandling för Vårdforum Exempel, reviderad juni 2026",
        "Uppdrag för Vårdforum",
    ],
)
def test_a_reference_may_use_any_title_that_the_matter_has_had(tmp_path: Path, title: str) -> None:
    files = {
        OLD: old("ersatt"),
        NEWEST: mandate("Uppdrag för Vårdforum", beslut="2026-06-10"),
        OTHER: mandate(
            OTHERS_TITLE,
            nummer="RS 2026-00018",
            more=f"samband: |\n  Se ”{title}” (RS 2026-00017).\n",
        ),
    }
    assert told(tmp_path, files) == []


def test_each_place_where_a_number_has_another_title_is_told_of(tmp_path: Path) -> None:
    samband = "samband: |\n  Se ”Rutin för val av ordförande”, RS 2026-00017.\n"
    other = mandate(OTHERS_TITLE, nummer="RS 2026-00018", more=samband)
    third = other.replace("Omsorgsforum", "Skolforum").replace("00018", "00019")
    files = {OLD: old(), OTHER: other, "skolforum/2026-01-10.yaml": third}
    found = told(tmp_path, files)
    assert [item.file for item in found] == [OTHER, "skolforum/2026-01-10.yaml"]
    assert {item[::2] for item in found} == {("D002", "RS 2026-00017")}


@pytest.mark.parametrize(
    "under",
    [
        "utgår_från: {grupp: vardforum}\n",
        "utgår_från: {titel: Uppdragshandling för Vårdforum, diarienummer: RS 2026-00017}\n",
    ],
)
def test_a_group_may_share_the_number_of_its_common_document(tmp_path: Path, under: str) -> None:
    files = {OLD: old(), OTHER: mandate(OTHERS_TITLE, more=under)}
    assert told(tmp_path, files) == []


def test_a_group_with_only_a_meeting_plan_has_no_document(tmp_path: Path) -> None:
    files = {
        OTHER: mandate(OTHERS_TITLE, "utkast", more="utgår_från: {grupp: vardforum}\n"),
        "vardforum/moten/2026.yaml": plan("2026-01-22"),
    }
    assert told(tmp_path, files) == [("R006", OTHER, "vardforum")]


def test_a_common_document_is_there_though_it_cannot_be_read(tmp_path: Path) -> None:
    files = {
        OTHER: mandate(OTHERS_TITLE, "utkast", more="utgår_från: {grupp: vardforum}\n"),
        OLD: "titel: [\n",
    }
    assert told(tmp_path, files, "omsorgsforum") == []


def test_the_name_of_a_group_may_have_letters_with_dots(tmp_path: Path) -> None:
    files = {
        OTHER: mandate(OTHERS_TITLE, "utkast", more="utgår_från: {grupp: vårdforum}\n"),
        "vårdforum/2026-01-10.yaml": mandate(),
    }
    assert told(tmp_path, files) == []


def test_on_the_day_of_review_it_is_in_time(tmp_path: Path) -> None:
    files = {OLD: old(more="giltighet: {översyn: 2026-07-01}\n")}
    assert told(tmp_path, files) == []
    assert told(tmp_path, files, today="2026-07-02") == [("R007", OLD, "2026-07-01")]


@pytest.mark.parametrize("status", ["utkast", "ersatt", "upphävd"])
def test_only_what_is_in_force_is_to_be_reviewed(tmp_path: Path, status: str) -> None:
    files = {OLD: old(status, "giltighet: {översyn: 2025-01-31}\n")}
    assert told(tmp_path, files) == []


def test_a_decided_successor_is_the_review(tmp_path: Path) -> None:
    files = {
        OLD: old(more="giltighet: {översyn: 2026-01-31}\n"),
        NEWEST: newest(more="giltighet: {från: 2027-01-01}\n"),
    }
    assert told(tmp_path, files) == []


def test_past_the_last_day_it_is_told_which_document_follows(tmp_path: Path) -> None:
    files = {OLD: old(more="giltighet: {till: 2025-12-31}\n"), NEWEST: newest()}
    (found,) = findings(tmp_path, files)
    assert (found.rule, found.words) == ("R007", "2025-12-31")
    assert f"Skriv ”status: ersatt”: den följs av mandates/{NEWEST}." in found.message
