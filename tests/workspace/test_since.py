"""What was decided at a revision of git and is not so any more is a finding in the files' order."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from tests.working_folder import DECIDED, DRAFT, ask, write

from uppdrag.findings import UppdragError

A, B, C = (f"mandates/{group}/2026-01-12.yaml" for group in "abc")


def git(place: Path, *arguments: str) -> None:
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    names = ("-c", "user.name=Kim", "-c", "user.email=kim@exempel.se")
    subprocess.run(
        ["git", *names, *arguments], cwd=place, env=environment, check=True, capture_output=True
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a repository with three decided mandates of three groups, and a draft."""
    for number, path in enumerate((A, B, C)):
        write(tmp_path, {path: DECIDED.replace("00017", f"0001{number}")})
    write(tmp_path, {"mandates/d/2026.yaml": DRAFT})
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-q", "-m", "Allt")
    return tmp_path


def changed(folder: Path, *names: str) -> list[tuple[str, int, int, str]]:
    """Return the file, line and column of each R005, and the first words of it."""
    found = ask(folder, *names, base="main").findings
    return [
        (item.file, item.line, item.column, " ".join(item.message.split()[:5]))
        for item in found
        if item.rule == "R005"
    ]


def test_what_stands_as_it_was_is_right(folder: Path) -> None:
    write(folder, {"mandates/d/2026.yaml": DRAFT.replace("länet", "regionen")})
    assert changed(folder) == []


def test_without_a_revision_nothing_is_compared(folder: Path) -> None:
    write(folder, {A: DECIDED.replace("länet", "regionen")})
    assert "R005" not in {item.rule for item in ask(folder).findings}


def test_each_change_is_told_of_at_its_place_in_the_files_order(folder: Path) -> None:
    text = (folder / C).read_text(encoding="utf-8")
    write(folder, {C: "# överst\n" + text.replace("länet", "regionen"), A: "titel: [\n"})
    (folder / B).unlink()
    assert changed(folder) == [
        (A, 1, 1, "Den beslutade handlingen går inte"),
        (B, 1, 1, "Den beslutade handlingen är borttagen."),
        (C, 4, 9, "Innehållet i den beslutade handlingen"),
    ]


def test_a_decided_one_that_is_a_draft_again_is_told_of_at_its_status(folder: Path) -> None:
    text = (folder / A).read_text(encoding="utf-8").replace("beslutad", "utkast")
    write(folder, {A: text})
    (found,) = [item for item in ask(folder, base="main").findings if item.rule == "R005"]
    assert (found.words, found.severity.value, found.path) == ("utkast", "error", "/status")


def test_only_what_is_asked_about_is_told_of(folder: Path) -> None:
    for path in (A, B):
        write(folder, {path: (folder / path).read_text(encoding="utf-8").replace("länet", "x")})
    (folder / C).unlink()
    assert [file for file, *_ in changed(folder, "a")] == [A]
    assert [file for file, *_ in changed(folder, B)] == [B]
    assert changed(folder, "d") == []
    assert [file for file, *_ in changed(folder)] == [A, B, C]


def test_one_that_is_gone_is_told_of_with_what_is_left_of_its_group(folder: Path) -> None:
    write(folder, {"mandates/a/2027-01-01.yaml": DRAFT, "mandates/a/2028-01-01.yaml": DRAFT})
    (folder / A).unlink()
    assert changed(folder, "a")[0][0] == A
    assert changed(folder, "mandates/a/2027-01-01.yaml") == []
    assert changed(folder, "mandates/a") == changed(folder)


def test_when_all_is_gone_all_is_told_of(folder: Path) -> None:
    for path in folder.rglob("mandates/*/*.yaml"):
        path.unlink()
    assert [file for file, *_ in changed(folder)] == [A, B, C]


@pytest.mark.parametrize("place", ["mandates", "mandates/a"])
def test_it_works_from_inside_the_folder(folder: Path, place: str) -> None:
    write(folder, {A: (folder / A).read_text(encoding="utf-8").replace("länet", "regionen")})
    ((file, *_),) = changed(folder / place, str(folder / A))
    assert (folder / place / file).resolve() == folder / A


def test_standard_input_and_files_outside_are_not_compared(folder: Path, tmp_path: Path) -> None:
    (folder / A).unlink()
    write(tmp_path, {"utanför/x.yaml": DRAFT})
    assert changed(folder, "utanför/x.yaml") == []


def test_a_revision_that_does_not_exist_stops_the_run(folder: Path) -> None:
    with pytest.raises(UppdragError, match="”finns-inte” finns inte i git"):
        ask(folder, base="finns-inte")
