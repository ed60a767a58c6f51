"""Files that carry their source, before referees, and after LibreOffice has saved them anew."""

import subprocess
import sys
from pathlib import Path

import libreoffice
import pytest
from referees import CARRYING, REPOSITORY, ooxml, verapdf
from word_references import unseen_errors

from uppdrag.render.docx.carried import source_in
from uppdrag.render.pdf import attachment

pytestmark = pytest.mark.interop

MANDATES = REPOSITORY / "mandates"


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("embedded")
    formats = ("--format", "docx", "--format", "pdf")
    subprocess.run(
        [sys.executable, "-m", "uppdrag", "build", "--embed-source", *formats, "-o", str(folder)],
        cwd=REPOSITORY,
        capture_output=True,
        check=True,
    )
    return folder


def source_of(made: Path) -> str:
    path = MANDATES / made.parent.name / f"{made.stem}.yaml"
    return path.read_bytes().decode("utf-8")


def test_every_pdf_with_its_source_is_pdf_ua_1_and_pdf_a_3a_to_verapdf(output: Path) -> None:
    made = sorted(output.rglob("*.pdf"))
    verdicts = verapdf(made, CARRYING)
    failures = [f"{path}: {failure}" for path, found in verdicts.items() for failure in found]
    assert made
    assert not failures, "\n".join(failures)
    assert all(attachment.source_in(path.read_bytes()) == source_of(path) for path in made)


def test_every_word_file_with_its_source_is_valid_to_microsofts_validator(output: Path) -> None:
    made = sorted(output.rglob("*.docx"))
    verdicts = ooxml(made)
    errors = [f"{path}: {error}" for path, found in verdicts.items() for error in found]
    assert made
    assert not errors, "\n".join(errors)
    assert not [error for path in made for error in unseen_errors(path)]


def test_the_source_is_the_same_after_libreoffice_has_saved_the_file(
    output: Path, tmp_path: Path
) -> None:
    made = sorted(output.rglob("*.docx"))
    saved = libreoffice.to_word(made, tmp_path)
    assert [source_in(saved[path].read_bytes()) for path in made] == list(map(source_of, made))
