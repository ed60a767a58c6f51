"""A folder of documents is read whole, planned, and written without taking any file's place."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.working_folder import DECIDED, write

from uppdrag.findings import UppdragError
from uppdrag.importing.folder.step import Fate, Step
from uppdrag.workspace import import_folder
from uppdrag.workspace.import_folder import (
    Reading,
    existing,
    list_folder,
    named_places,
    plan_folder,
    write_plan,
)
from uppdrag.workspace.resources import Folder

PURPOSE = "Rådet ska samordna vården i länet och följa upp gemensamma avtal."


def document(group: str, day: str, purpose: str = PURPOSE) -> str:
    """Return the text of a decided document, as it is copied out of Word."""
    return (
        f"Uppdragshandling\n\nDatum {day}\n\nUppdragshandling för {group.lower()}\n\n"
        f"Grupp: {group}\n\nSyfte\n{purpose}\n\nDatum för beslut: {day}\n\n"
        "Kim Exempelsson\nDirektör\n"
    )


def steps_of(root: Path, *places: str) -> dict[str, Step]:
    listed = list_folder(root / "in")
    reading = Reading(Folder(root), root / "in")
    named = named_places(places, listed)
    steps = plan_folder(reading, listed, root / "mandates", named, lambda: None)
    return {step.name: step for step in steps}


def test_what_cannot_be_imported_is_told_and_never_read(tmp_path: Path) -> None:
    write(
        tmp_path / "in",
        {
            "a.txt": "x",
            "under/b.DOCX": "x",
            "~$a.docx": "x",
            ".~lock.a.odt#": "x",
            ".git/c.txt": "x",
            "gammal.doc": "x",
            "bild.jpg": "x",
        },
    )
    listed = list_folder(tmp_path / "in")
    assert listed.names == ("a.txt", "under/b.DOCX")
    assert {step.name: step.told[0] for step in listed.passed} == {
        ".git": "Dold fil eller mapp.",
        ".~lock.a.odt#": "Tillfällig fil från ett öppet dokument.",
        "bild.jpg": "Format som inte kan importeras.",
        "gammal.doc": "Äldre Word-format. Öppna filen i Word och spara den som .docx.",
        "~$a.docx": "Tillfällig fil från ett öppet dokument.",
    }


def test_a_link_is_told_and_not_followed(tmp_path: Path) -> None:
    write(tmp_path, {"utanför.txt": "x", "in/a.txt": "x"})
    try:
        (tmp_path / "in" / "länk.txt").symlink_to(tmp_path / "utanför.txt")
    except OSError:
        pytest.skip("this system makes no links")
    assert list_folder(tmp_path / "in").names == ("a.txt",)


def test_a_folder_with_too_much_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_folder, "MOST_FILES", 2)
    write(tmp_path / "in", {f"{n}.txt": "x" for n in range(3)})
    with pytest.raises(UppdragError, match="fler än 2 dokument"):
        list_folder(tmp_path / "in")


def test_many_files_are_read_by_several_processes_to_the_same_plan(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(
        tmp_path / "in",
        {f"{n}.txt": document(f"Samordningsråd {n}", "2024-02-12") for n in range(20)},
    )
    shared = steps_of(tmp_path)
    monkeypatch.setattr(import_folder, "WORTH_PROCESSES", 100)
    assert steps_of(tmp_path) == shared
    assert [step.place for step in shared.values()] == sorted(
        f"samordningsrad-{n}/2024-02-12" for n in range(20)
    )


def test_what_is_written_is_a_history_and_nothing_is_written_over(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "in/ny.txt": document("Rådet ett", "2026-06-16", "Nytt syfte med rådet."),
            "in/gammal.txt": document("Rådet ett", "2024-02-12"),
        },
    )
    steps = steps_of(tmp_path)
    mandates = tmp_path / "mandates"
    taken = mandates / "radet-ett" / "2024-02-12.yaml"
    write(taken.parent, {taken.name: "någon annans"})
    results = {step.name: (path, told) for step, path, told in write_plan(steps.values(), mandates)}
    assert results["gammal.txt"][0] is None
    assert results["gammal.txt"][1].endswith("finns redan.")
    assert taken.read_text(encoding="utf-8") == "någon annans"
    written = results["ny.txt"][0]
    assert written == mandates / "radet-ett" / "2026-06-16.yaml"
    text = written.read_text(encoding="utf-8")
    assert "status: beslutad\nrevidering:\n  ersätter: 2024-02-12\n" in text


def test_the_group_and_days_that_are_there_are_known(tmp_path: Path) -> None:
    write(
        tmp_path / "mandates",
        {
            "vfe/2026-01-12.yaml": f"{DECIDED}grupp: Vårdforum Exempel\n",
            "vfe/utkast.yaml": "status: utkast\n",
            "trasig/2020-01-01.yaml": "a: [",
        },
    )
    known = existing(tmp_path / "mandates")
    assert known.days == {
        "vfe": {"2026-01-12": "beslutad", "utkast": "utkast"},
        "trasig": {"2020-01-01": ""},
    }
    assert known.names == {"vardforum-exempel": "vfe"}
    assert existing(tmp_path / "finns-inte").days == {}


def test_a_file_that_is_there_already_is_told_with_whether_it_says_the_same(
    tmp_path: Path,
) -> None:
    write(
        tmp_path / "in",
        {
            "ett.txt": document("Rådet ett", "2024-02-12"),
            "två.txt": document("Rådet två", "2024-02-12"),
        },
    )
    list(write_plan(steps_of(tmp_path).values(), tmp_path / "mandates"))
    write(tmp_path / "in", {"två.txt": document("Rådet två", "2024-02-12", "Något annat.")})
    again = steps_of(tmp_path)
    assert {step.fate for step in again.values()} == {Fate.TAKEN}
    assert "med samma text" in again["ett.txt"].told[-1]
    assert "med en annan text" in again["två.txt"].told[-1]


def test_a_file_that_cannot_be_read_stops_no_other(tmp_path: Path) -> None:
    write(
        tmp_path / "in",
        {"trasig.docx": b"PK\x03\x04 halv", "hel.txt": document("Rådet ett", "2024-02-12")},
    )
    steps = steps_of(tmp_path)
    assert steps["hel.txt"].fate is Fate.NEW
    assert steps["trasig.docx"].fate is Fate.UNREADABLE
    assert steps["trasig.docx"].told[0]


def test_a_file_that_takes_too_long_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_folder, "SECONDS", 0.01)
    write(tmp_path / "in", {"a.txt": document("Rådet ett", "2024-02-12")})
    step = steps_of(tmp_path)["a.txt"]
    assert step.fate is Fate.UNREADABLE
    assert step.told[0].startswith("Det tog mer än")


@pytest.mark.parametrize(
    "said", ["a.txt", "a.txt=grupp", "a.txt=/2024-02-12", "a.txt=g/2024-13-01", "=g/2024-02-12"]
)
def test_a_place_that_is_none_is_refused(tmp_path: Path, said: str) -> None:
    write(tmp_path / "in", {"a.txt": "x"})
    with pytest.raises(UppdragError):
        named_places([said], list_folder(tmp_path / "in"))


def test_a_place_for_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    write(tmp_path / "in", {"a.txt": "x"})
    with pytest.raises(UppdragError, match=r"”b.txt” finns inte"):
        named_places(["b.txt=rad/2024-02-12"], list_folder(tmp_path / "in"))


def test_a_named_place_stays_below_the_folder_of_the_mandates(tmp_path: Path) -> None:
    write(tmp_path / "in", {"a.txt": document("Rådet ett", "2024-02-12")})
    place = steps_of(tmp_path, "a.txt=../../Utanför Mappen/2024-02-12")["a.txt"].place
    assert place == "utanfor-mappen/2024-02-12"
