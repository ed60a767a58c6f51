"""`uppdrag readability` as a user meets it: figures on the way out, exit codes, messages."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

GOOD = """\
format: 1
typ: samverkansorgan
status: utkast
titel: Uppdrag för prövogruppen
datum: 2026-01-02
syfte: Att pröva.
uppdragsbeskrivning: |
  Gruppen ska pröva hur mått på text visas, och den ska göra det så att var och en som läser
  förstår vad som står där. Det är allt.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "mandates" / "provgrupp"
    place.mkdir(parents=True)
    (place / "2026-01-02.yaml").write_text(GOOD, encoding="utf-8", newline="\n")
    return tmp_path


def uppdrag(folder: Path, *arguments: str, stdin: bytes = b"") -> tuple[int, str, str]:
    environment = {**os.environ, "COLUMNS": "80"}
    environment.pop("FORCE_COLOR", None)
    done = subprocess.run(
        [sys.executable, "-m", "uppdrag", "readability", *arguments],
        cwd=folder,
        input=stdin,
        capture_output=True,
        env=environment,
        check=False,
    )
    out, err = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    assert "Traceback" not in out + err
    return done.returncode, out, err


def test_every_mandate_is_measured_and_compared_with_the_one_before(folder: Path) -> None:
    later = GOOD.replace("2026-01-02", "2026-03-04").replace("Det är allt", "Mer är det inte")
    (folder / "mandates/provgrupp/2026-03-04.yaml").write_text(later, encoding="utf-8")
    code, out, err = uppdrag(folder)
    assert (code, err) == (0, "")
    assert out.count("Uppdrag för prövogruppen") == 2
    assert "Jämfört med mandates/provgrupp/2026-01-02.yaml." in out
    found = json.loads(uppdrag(folder, "provgrupp", "--format", "json")[1])["mandates"]
    assert [item["earlier"] for item in found] == [None, "mandates/provgrupp/2026-01-02.yaml"]
    assert [item["total"]["words"] for item in found] == [30, 31]


def test_standard_input_is_measured_alone(folder: Path) -> None:
    code, out, err = uppdrag(folder, "-", "--format", "markdown", stdin=GOOD.encode())
    assert (code, err) == (0, "")
    assert "standard input. Ingen tidigare revision" in out


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_measured(folder: Path) -> None:
    (folder / "mandates/provgrupp/2025-01-01.yaml").write_text("titel: [", encoding="utf-8")
    code, out, err = uppdrag(folder)
    assert code == 1
    assert "prövogruppen" in out
    assert err == (
        "mandates/provgrupp/2025-01-01.yaml går inte att läsa som en handling. "
        "Kör uppdrag check och rätta den.\n"
    )


def test_a_revision_before_that_cannot_be_read_leaves_the_figures_alone(folder: Path) -> None:
    (folder / "mandates/provgrupp/2025-01-01.yaml").write_text("titel: [", encoding="utf-8")
    code, out, err = uppdrag(folder, "mandates/provgrupp/2026-01-02.yaml")
    assert (code, "2025-01-01.yaml går inte att läsa" in err) == (1, True)
    assert "Hela handlingen" in out
    assert "Ändring" not in out


def test_where_nothing_can_be_read_programs_still_get_json(folder: Path) -> None:
    code, out, _ = uppdrag(folder, "-", "--format", "json", stdin=b"titel: [")
    assert (code, json.loads(out)) == (1, {"mandates": []})
    assert uppdrag(folder, "-", stdin=b"titel: [")[:2] == (1, "")


@pytest.mark.parametrize("arguments", [("finns-inte",), ("--format", "exe")])
def test_what_cannot_be_run_ends_with_2(folder: Path, arguments: tuple[str, ...]) -> None:
    code, out, err = uppdrag(folder, *arguments)
    assert (code, out) == (2, "")
    assert err.startswith("Fel: ")


def test_a_draft_that_lacks_what_only_a_decision_has_is_measured(folder: Path) -> None:
    decided = GOOD.replace("utkast", "beslutad")
    assert uppdrag(folder, "-", stdin=decided.encode())[0] == 0
