"""The project's own mandates in, built by its public command, and what LibreOffice makes of them."""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import libreoffice
import pytest
from referees import REPOSITORY

MANDATES = (REPOSITORY / "mandates", Path(__file__).parent / "mandates")


@dataclass(frozen=True, slots=True)
class Built:
    """One revision of a mandate in its formats, and what LibreOffice read in the Word file."""

    word: Path
    pdf: Path
    text: str
    libreoffice_text: str
    libreoffice_pdf: Path


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> list[Built]:
    output = tmp_path_factory.mktemp("built")
    formats = [part for name in ("docx", "pdf", "html", "txt") for part in ("--format", name)]
    sources = [str(folder) for folder in MANDATES if folder.is_dir()]
    done = subprocess.run(
        [sys.executable, "-m", "uppdrag", "build", *formats, "-o", str(output), *sources],
        cwd=REPOSITORY,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    made = sorted(output.rglob("*.docx"))
    assert made, "uppdrag build made no Word file"
    assert {path.with_suffix(".pdf") for path in made} == set(output.rglob("*.pdf"))
    texts = libreoffice.to_text(made, tmp_path_factory.mktemp("libreoffice-text"))
    pdfs = libreoffice.to_pdf(made, tmp_path_factory.mktemp("libreoffice-pdf"))
    return [
        Built(
            word=path,
            pdf=path.with_suffix(".pdf"),
            text=path.with_suffix(".txt").read_text(encoding="utf-8"),
            libreoffice_text=libreoffice.read_text(texts[path]),
            libreoffice_pdf=pdfs[path],
        )
        for path in made
    ]
