"""At the command line a document says which mandate it is, and whether it is what was decided."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import docx
import pytest

from uppdrag.workspace.deciding import sealed

DECIDED = """\
format: 1
typ: samverkansorgan
status: beslutad
datum: 2026-01-02
diarienummer: RS 2026-00001
titel: Uppdrag för prövogruppen
syfte: Att pröva.
uppdragsbeskrivning: |
  - Pröva åäö – ”så här”.
beslut:
  datum: 2026-01-03
  beslutsfattare: {namn: Kim Exempelsson, titel: Direktör}
sändlista:
  - Registrator
"""
BUILT = "build/provgrupp/2026-01-02"


def uppdrag(folder: Path, *arguments: str) -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, "-m", "uppdrag", *arguments],
        cwd=folder,
        capture_output=True,
        env={**os.environ, "COLUMNS": "100"},
        check=False,
    )
    out, err = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    assert "Traceback" not in out + err
    return done.returncode, out, err


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a working folder with a decided mandate, built."""
    place = tmp_path_factory.mktemp("arbetsmapp")
    path = place / "mandates" / "provgrupp" / "2026-01-02.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(sealed(DECIDED.encode()), encoding="utf-8", newline="\n")
    assert uppdrag(place, "build", "-q")[0] == 0
    return place


def test_what_was_built_is_unaltered(folder: Path) -> None:
    code, out, err = uppdrag(folder, "verify", f"{BUILT}.docx", f"{BUILT}.pdf", f"{BUILT}.html")
    assert (code, err) == (0, "")
    assert out.count("oförändrad, byte för byte") == 3
    assert out.startswith(
        f"{BUILT}.docx: oförändrad, byte för byte\n"
        "    Uppdrag för prövogruppen, 2026-01-02, RS 2026-00001, beslutad\n"
        "    mandates/provgrupp/2026-01-02.yaml, fingeravtryck "
    )


def test_a_changed_word_is_shown_among_its_neighbours(folder: Path) -> None:
    document = docx.Document(io.BytesIO((folder / f"{BUILT}.docx").read_bytes()))
    paragraph = next(p for p in document.paragraphs if "Pröva åäö" in p.text)
    paragraph.runs[0].text = paragraph.runs[0].text.replace("Pröva", "Avgöra")
    document.save(folder / "ändrad.docx")
    code, out, _ = uppdrag(folder, "verify", "ändrad.docx")
    assert code == 1
    assert out.startswith("ändrad.docx: ändrad\n")
    assert "[-Pröva-] {+Avgöra+} åäö – ”så här”." in out
    code, out, _ = uppdrag(folder, "verify", "ändrad.docx", "--format", "json")
    (told,) = json.loads(out)["files"]
    assert (code, told["result"], told["mandate"]) == (
        1,
        "altered",
        "mandates/provgrupp/2026-01-02.yaml",
    )
    assert told["differences"][0]["found"] == "Avgöra"


def test_a_file_that_cannot_be_read_stops_no_other(folder: Path) -> None:
    (folder / "trasig.pdf").write_bytes((folder / f"{BUILT}.pdf").read_bytes()[:9000])
    code, out, err = uppdrag(folder, "verify", "trasig.pdf", f"{BUILT}.pdf")
    assert (code, err) == (2, "")
    assert "trasig.pdf: går inte att läsa\n" in out
    assert "oförändrad, byte för byte" in out


def test_a_file_has_to_be_named(folder: Path) -> None:
    code, out, err = uppdrag(folder, "verify")
    assert (code, out) == (2, "")
    assert err.startswith("Fel: ")


@pytest.mark.parametrize("name", ["finns-inte.pdf", "."])
def test_what_is_no_file_stops_no_other(folder: Path, name: str) -> None:
    code, out, err = uppdrag(folder, "verify", name, f"{BUILT}.pdf")
    assert (code, err) == (2, "")
    assert f"{name}: går inte att läsa\n    '{name}' " in out
    assert "oförändrad, byte för byte" in out


def test_outside_the_folder_of_the_mandates_nothing_is_known(folder: Path, tmp_path: Path) -> None:
    code, _, err = uppdrag(tmp_path, "verify", str(folder / f"{BUILT}.pdf"))
    assert (code, "mandates" in err) == (2, True)
