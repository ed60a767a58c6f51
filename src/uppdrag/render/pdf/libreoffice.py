"""A Word file in, the PDF that LibreOffice makes of it out: for those who have LibreOffice.

The file is not PDF/UA-1 and PDF/A-2a in one, as the one from Typst is, and its bytes differ from
time to time.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from uppdrag.render.pdf.error import RenderError

TIMEOUT = 120
"""Seconds; the first start of LibreOffice on a slow machine takes tens of them."""

# SelectPdfVersion 2 is PDF/A-2; tags and a title in the window are for accessibility.
_FILTER = (
    'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"},'
    '"UseTaggedPDF":{"type":"boolean","value":"true"},'
    '"DisplayPDFDocumentTitle":{"type":"boolean","value":"true"}}'
)


def to_pdf(docx: bytes, name: str = "uppdragshandling") -> bytes:
    """Return the PDF of a Word file; `name` is what an error calls it.

    LibreOffice runs with a profile of its own, so that an open window does not matter. Raises
    `RenderError` where it is not installed, gives up or takes more than `TIMEOUT` seconds.
    """
    program = find_program()
    with TemporaryDirectory(prefix="uppdrag-", ignore_cleanup_errors=True) as folder:
        source = Path(folder) / "dokument.docx"
        source.write_bytes(docx)
        command = [
            str(program),
            f"-env:UserInstallation={(Path(folder) / 'profil').as_uri()}",
            "--headless",
            "--norestore",
            "--convert-to",
            _FILTER,
            "--outdir",
            folder,
            str(source),
        ]
        try:
            done = subprocess.run(  # noqa: S603 - a list, no shell; the program is LibreOffice
                command, check=False, capture_output=True, timeout=TIMEOUT
            )
        except subprocess.TimeoutExpired:
            raise RenderError(
                f"{name}: LibreOffice blev inte klart med PDF-filen på {TIMEOUT} sekunder. "
                "Försök igen, eller gör PDF-filen utan LibreOffice."
            ) from None
        except OSError as error:
            raise RenderError(
                f"{name}: LibreOffice ({program}) går inte att starta: {error.strerror}. "
                "Installera om det, eller gör PDF-filen utan LibreOffice."
            ) from None
        made = source.with_suffix(".pdf")
        if not made.is_file():
            said = done.stderr.decode(errors="replace").strip().splitlines()
            raise RenderError(
                f"{name}: LibreOffice gjorde ingen PDF-fil ({said[-1] if said else 'utan skäl'}). "
                "Gör PDF-filen utan LibreOffice i stället."
            )
        return made.read_bytes()


def find_program() -> Path:
    """Return LibreOffice's program. Raises `RenderError` where there is none."""
    for name in ("soffice", "libreoffice"):
        if found := shutil.which(name):
            return Path(found)
    for place in _usual_places():
        if place.is_file():
            return place
    raise RenderError(
        "LibreOffice finns inte på datorn. Installera det från libreoffice.org, eller gör "
        "PDF-filen utan det: då behövs inget annat program."
    )


def _usual_places() -> list[Path]:
    """Return where the installers of Windows and macOS put the program, which is not in PATH."""
    folders = [os.environ.get(name) for name in ("ProgramFiles", "ProgramFiles(x86)")]
    windows = [
        Path(folder) / "LibreOffice" / "program" / "soffice.exe" for folder in folders if folder
    ]
    return [*windows, Path("/Applications/LibreOffice.app/Contents/MacOS/soffice")]
