"""What a user names becomes files, each once, and never outside what was named."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uppdrag.findings import UppdragError
from uppdrag.workspace.mandates import ascii_name, find_mandates, groups, refuse_clashes
from uppdrag.workspace.resources import Folder, find_folder


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    for name in ("rad/2025-01-01.yaml", "rad/2026-01-01.yaml", "grupp/2026-01-01.yml"):
        path = tmp_path / "mandates" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("titel: T\n", encoding="utf-8")
    plan = tmp_path / "mandates" / "rad" / "moten" / "2026.yaml"
    plan.parent.mkdir()
    plan.write_text("", encoding="utf-8")
    (tmp_path / "mandates" / "rad" / "anteckning.txt").write_text("", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return Folder(tmp_path)


def outputs(folder: Folder, *named: str) -> list[str]:
    return [file.output for file in find_mandates(folder, named)]


def test_no_name_means_every_mandate_but_no_meeting_plan(folder: Folder) -> None:
    assert outputs(folder) == ["grupp/2026-01-01", "rad/2025-01-01", "rad/2026-01-01"]


def test_a_group_a_folder_and_a_file_can_be_named(folder: Folder) -> None:
    assert outputs(folder, "rad") == ["rad/2025-01-01", "rad/2026-01-01"]
    assert outputs(folder, "mandates/grupp") == ["grupp/2026-01-01"]
    assert outputs(folder, "mandates/rad/2026-01-01.yaml") == ["rad/2026-01-01"]


def test_a_file_named_twice_comes_once(folder: Folder) -> None:
    assert outputs(folder, "rad", "mandates/rad", "mandates/rad/2026-01-01.yaml") == [
        "rad/2025-01-01",
        "rad/2026-01-01",
    ]


def test_messages_call_a_file_by_its_path_from_here(folder: Folder) -> None:
    (file,) = find_mandates(folder, [str(folder.root / "mandates/rad/2026-01-01.yaml")])
    assert file.name == "mandates/rad/2026-01-01.yaml"


def test_an_unknown_name_is_refused_with_the_nearest_group(folder: Folder) -> None:
    with pytest.raises(UppdragError, match="Menade du grupp"):
        find_mandates(folder, ["grup"])


def test_a_group_name_cannot_lead_out_of_the_mandates(folder: Folder) -> None:
    (folder.root / "annat").mkdir()
    with pytest.raises(UppdragError, match="finns inte"):
        find_mandates(folder, ["../mandates/../annat2"])


def test_a_folder_without_mandates_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(UppdragError, match="uppdrag new"):
        find_mandates(Folder(tmp_path), [])


def test_two_files_that_would_be_made_into_one_are_found_but_not_made(folder: Folder) -> None:
    other = folder.root / "kopia" / "rad" / "2026-01-01.yaml"
    other.parent.mkdir(parents=True)
    other.write_text("", encoding="utf-8")
    files = find_mandates(folder, ["rad", "kopia"])
    assert len(files) == 3
    with pytest.raises(UppdragError, match="samma fil"):
        refuse_clashes(files)


def test_the_folder_is_found_from_inside_it(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder.root / "mandates" / "rad")
    assert find_folder(Path.cwd()).root == folder.root.resolve()
    assert groups(folder) == ("grupp", "rad")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("samordningsråd hälso- och sjukvård", "samordningsrad-halso-och-sjukvard"),
        ("2026-06-16", "2026-06-16"),
        ("a_b.c", "a_b.c"),
        ("лес", "handling"),
        ("..", "handling"),
    ],
)
def test_what_is_made_has_an_ascii_name(name: str, expected: str) -> None:
    assert ascii_name(name) == expected


@given(st.text(max_size=40))
def test_any_name_becomes_one_plain_ascii_name(name: str) -> None:
    made = ascii_name(name)
    assert made
    assert made.isascii()
    assert "/" not in made
    assert "\\" not in made
    assert made not in {".", ".."}


@pytest.mark.parametrize("name", ["mandates/rad/moten/2026.yaml", "mandates/rad/moten"])
def test_a_meeting_plan_is_no_mandate(folder: Folder, name: str) -> None:
    with pytest.raises(UppdragError, match="är en mötesplan, ingen handling"):
        find_mandates(folder, [name])


def test_a_group_may_be_named_with_the_slash_that_a_shell_adds(tmp_path: Path) -> None:
    (tmp_path / "mandates" / "rad").mkdir(parents=True)
    path = tmp_path / "mandates" / "rad" / "2026-06-16.yaml"
    path.write_text("format: 1\n", encoding="utf-8")

    assert [file.path for file in find_mandates(Folder(tmp_path), ["rad/"])] == [path]


def test_a_folder_that_may_not_be_read_is_not_passed_by(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = os.scandir

    def refused(path: str) -> object:
        if Path(path).name == "rad":
            raise PermissionError(13, "denied", path)
        return listed(path)

    monkeypatch.setattr(os, "scandir", refused)
    with pytest.raises(PermissionError):
        find_mandates(folder, [])
