"""One revision by any of its names: a file, a group, a group and a day, standard input."""

from __future__ import annotations

from contextlib import chdir
from pathlib import Path

import pytest
from tests.working_folder import DRAFT, write

from uppdrag.findings import UppdragError
from uppdrag.workspace.naming import find_revision
from uppdrag.workspace.resources import find_folder

FIRST, SECOND = "mandates/rad/2024-01-01.yaml", "mandates/rad/2026-01-01.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, {FIRST: DRAFT, SECOND: DRAFT, "mandates/annan/2020-01-01.yml": DRAFT})
    return tmp_path


def found(folder: Path, name: str, place: str = ".") -> str:
    with chdir(folder / place):
        file = find_revision(find_folder(Path.cwd()), name)
        return file.path.resolve().relative_to(folder).as_posix() if file.path else file.name


def refused(folder: Path, name: str) -> str:
    with pytest.raises(UppdragError) as caught:
        found(folder, name)
    return caught.value.message


@pytest.mark.parametrize(
    ("name", "path"),
    [
        (FIRST, FIRST),
        ("rad", SECOND),
        ("mandates/rad", SECOND),
        ("mandates/rad/", SECOND),
        ("rad/2024-01-01", FIRST),
        ("mandates/rad/2024-01-01", FIRST),
        ("rad\\2024-01-01", FIRST),
        ("annan/2020-01-01", "mandates/annan/2020-01-01.yml"),
        ("-", "standard input"),
    ],
)
def test_a_revision_has_many_names(folder: Path, name: str, path: str) -> None:
    assert found(folder, name) == path


def test_names_are_read_from_where_one_stands(folder: Path) -> None:
    assert found(folder, "2024-01-01.yaml", "mandates/rad") == FIRST
    assert found(folder, "rad/2024-01-01", "mandates") == FIRST
    assert found(folder, "annan/2020-01-01", "mandates/rad") == "mandates/annan/2020-01-01.yml"


def test_the_day_in_a_file_goes_before_its_name(folder: Path) -> None:
    write(folder, {"mandates/rad/ny.yaml": DRAFT + "datum: 2025-05-05\n"})
    assert found(folder, "rad/2025-05-05") == "mandates/rad/ny.yaml"
    assert found(folder, "rad") == SECOND


def test_what_has_no_day_yet_is_the_latest(folder: Path) -> None:
    write(folder, {"mandates/rad/utkast.yaml": DRAFT})
    assert found(folder, "rad") == "mandates/rad/utkast.yaml"


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("2024-01-01", "Skriv GRUPP/2024-01-01."),
        ("rad/2025-01-01", "Det som finns är 2024-01-01 och 2026-01-01."),
        ("raad/2025-01-01", "Menade du rad?"),
        ("raad", "Menade du rad?"),
        ("mandates", "flera grupper"),
        ("", "tom"),
        ("finns-inte.yaml", "finns inte"),
        ("a\x00b", "finns inte"),
    ],
)
def test_a_name_that_means_nothing_or_too_much_is_refused(
    folder: Path, name: str, told: str
) -> None:
    assert told in refused(folder, name)


def test_a_meeting_plan_is_no_revision(folder: Path) -> None:
    write(folder, {"mandates/rad/moten/2026.yaml": "möten: []\n"})
    assert "mötesplan" in refused(folder, "mandates/rad/moten/2026.yaml")
    assert found(folder, "rad") == SECOND
