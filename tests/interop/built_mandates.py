"""The project's mandates in, what `uppdrag build` and LibreOffice make of them out."""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import libreoffice
from referees import REPOSITORY

MANDATES = (REPOSITORY / "mandates", Path(__file__).parent / "mandates")
FORMATS = ("docx", "pdf", "html", "txt")


@dataclass(frozen=True, slots=True)
class Built:
    """One revision of a mandate in its formats, and what LibreOffice read in the Word file."""

    word: Path
    pdf: Path
    text: str
    libreoffice_text: str
    libreoffice_pdf: Path


def build(scratch: Path) -> list[Built]:
    """Build every mandate with the public command, then hand the Word files to LibreOffice."""
    output = scratch / "built"
    formats = [part for name in FORMATS for part in ("--format", name)]
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
    for name in FORMATS:
        assert {path.with_suffix(f".{name}") for path in made} == set(output.rglob(f"*.{name}"))
    texts = libreoffice.to_text(made, scratch / "libreoffice")
    pdfs = libreoffice.to_pdf(made, scratch / "libreoffice")
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
