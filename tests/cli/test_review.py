"""`uppdrag build --review`: what was found, as comments in a Word file of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.render.docx.commented import comments

MANDATE = """\
format: 1
typ: samverkansorgan
status: utkast
titel: Uppdrag för prövogruppen
syfte: Att läsa [reglerna](regler.se) – och pröva.
uppdragsbeskrivning: |
  • Pröva åäö.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "mandates" / "provgrupp"
    place.mkdir(parents=True)
    (place / "2026-01-02.yaml").write_text(MANDATE, encoding="utf-8", newline="\n")
    return tmp_path


def build(folder: Path, *arguments: str) -> tuple[int, str]:
    environment = {**os.environ, "COLUMNS": "100"}
    done = subprocess.run(
        [sys.executable, "-m", "uppdrag", "build", *arguments],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        env=environment,
        check=False,
    )
    assert "Traceback" not in done.stderr.decode("utf-8")
    return done.returncode, done.stdout.decode("utf-8")


def made(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "build").rglob("*.*"))


def test_what_is_found_is_commented_at_its_words(folder: Path) -> None:
    code, out = build(folder, "--review", "--format", "txt")
    assert (code, out) == (0, "1 handling blev text och Word med kommentarer i build.\n")
    assert made(folder) == ["2026-01-02.granskning.docx", "2026-01-02.txt"]
    found = comments((folder / "build/provgrupp/2026-01-02.granskning.docx").read_bytes())
    told = {comment.paragraphs[0]: comment for comment in found}
    assert told["Varning L001"].words == "reglerna"
    assert told["Varning L001"].paragraphs[2] == "Gäller rad 5 i filen: ”regler.se”"
    assert told["Varning T001"].words == "•"


def test_without_the_option_there_is_no_such_file(folder: Path) -> None:
    build(folder, "--format", "docx")
    assert made(folder) == ["2026-01-02.docx"]


def test_the_ordinary_word_file_is_the_same_beside_it(folder: Path) -> None:
    build(folder, "--format", "docx", "-o", "build/utan")
    build(folder, "--format", "docx", "--review", "-o", "build/med")
    name = "provgrupp/2026-01-02.docx"
    ordinary, beside = (folder / "build" / out / name for out in ("utan", "med"))
    assert ordinary.read_bytes() == beside.read_bytes()


def test_a_mandate_that_cannot_be_built_has_no_such_file_and_is_told_of(folder: Path) -> None:
    bad = folder / "mandates/annan/2026-01-02.yaml"
    bad.parent.mkdir()
    bad.write_text("titel: [", encoding="utf-8")
    code, out = build(folder, "--review", "--format", "txt")
    assert code == 1
    assert "Ej gjorda: mandates/annan/2026-01-02.yaml." in out
    assert made(folder) == ["2026-01-02.granskning.docx", "2026-01-02.txt"]
    assert not (folder / "build/annan").exists()


def test_help_tells_of_it(folder: Path) -> None:
    assert "--review" in build(folder, "--help")[1]
