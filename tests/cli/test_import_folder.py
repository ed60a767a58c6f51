"""`uppdrag import FOLDER`: a plan is shown; only a person who agrees gets files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.command import uppdrag
from tests.working_folder import write
from tests.workspace.test_import_folder import document


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(
        tmp_path / "gamla",
        {
            "rad 2019.txt": document("Rådet ett", "2019-01-01", "Rådet ska ge råd."),
            "rad 2024.txt": document("Rådet ett", "2024-02-12"),
            "kopia.txt": document("Rådet ett", "2024-02-12"),
        },
    )
    return tmp_path


def test_the_plan_is_shown_and_nothing_is_written(folder: Path) -> None:
    gave = uppdrag(folder, "import", "gamla")
    assert gave.code == 0
    assert gave.out == (
        "radet-ett\n"
        "  2019-01-01  ersatt    rad 2019.txt\n"
        "              1 osäker uppgift i texten.\n"
        "  2024-02-12  beslutad  kopia.txt (ersätter 2019-01-01)\n"
        "              1 osäker uppgift i texten.\n"
        "  2024-02-12  kopia: rad 2024.txt\n"
        "              Samma text som kopia.txt.\n"
        "\n"
        "2 handlingar i 1 grupp, 1 kopia.\n"
    )
    assert gave.err == "Inget är skrivet. Lägg till --write för att skriva till mandates.\n"
    assert not (folder / "mandates").exists()


def test_what_is_agreed_to_is_written_and_can_be_checked(folder: Path) -> None:
    gave = uppdrag(folder, "import", "gamla", "--write", "-v")
    assert gave.code == 0
    written = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.yaml"))
    assert written == [
        "mandates/radet-ett/2019-01-01.yaml",
        "mandates/radet-ett/2024-02-12.yaml",
    ]
    assert all(path in gave.err for path in written)
    assert "Skrev 2 handlingar i mandates." in gave.err
    listed = uppdrag(folder, "list", "--format", "json")
    assert [item["status"] for item in json.loads(listed.out)["mandates"]] == ["ersatt", "beslutad"]


def test_a_second_time_everything_is_there_already(folder: Path) -> None:
    uppdrag(folder, "import", "gamla", "--write")
    gave = uppdrag(folder, "import", "gamla", "--write")
    assert gave.code == 0
    assert "Inga nya handlingar, 1 kopia, 2 som redan finns." in gave.out
    assert gave.err == ""


def test_another_folder_can_be_written_to(folder: Path) -> None:
    uppdrag(folder, "import", "gamla", "--write", "-o", "förslag", "-q")
    assert len(list((folder / "förslag" / "radet-ett").iterdir())) == 2


def test_a_program_gets_json(folder: Path) -> None:
    gave = uppdrag(folder, "import", "gamla", "--format", "json")
    assert [item["fate"] for item in json.loads(gave.out)["files"]] == ["new", "new", "copy"]


def test_a_file_without_a_place_gives_code_1_until_it_is_named(folder: Path) -> None:
    write(folder / "gamla", {"utan.txt": "Uppdragshandling för rådet tre\n\nSyfte\nRådet ger råd."})
    gave = uppdrag(folder, "import", "gamla")
    assert gave.code == 1
    assert "utan.txt=radet-tre/ÅÅÅÅ-MM-DD" in gave.out
    named = uppdrag(folder, "import", "gamla", "--place", "utan.txt=radet-tre/2020-01-01")
    assert named.code == 0


def test_a_file_that_cannot_be_read_gives_code_2_and_the_others_are_written(folder: Path) -> None:
    write(folder / "gamla", {"trasig.docx": b"PK\x03\x04 halv"})
    gave = uppdrag(folder, "import", "gamla", "--write")
    assert gave.code == 2
    assert "trasig.docx" in gave.out
    assert "Skrev 2 handlingar" in gave.err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["gamla", "--force"], "skrivs ingen fil över"),
        (["gamla/kopia.txt", "--write"], "gäller en mapp"),
        (["gamla", "--place", "kopia.txt"], "är ingen plats"),
    ],
)
def test_what_does_not_go_together_is_refused(
    folder: Path, arguments: list[str], told: str
) -> None:
    gave = uppdrag(folder, "import", *arguments)
    assert gave.code == 2
    assert told in gave.err


def test_an_empty_folder_is_said_to_be_empty(tmp_path: Path) -> None:
    (tmp_path / "tom").mkdir()
    gave = uppdrag(tmp_path, "import", "tom")
    assert (gave.code, gave.out) == (0, "\nMappen har inga filer som kan importeras.\n")
