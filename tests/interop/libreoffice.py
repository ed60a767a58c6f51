"""Word files in, what LibreOffice makes of them out: PDF files, plain text or Word files."""

import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

from referees import RefereeError, program, run

# Named, or LibreOffice would open a broken Word file as plain text and be content.
WORD_FILTER = "MS Word 2007 XML"
TEXT_FILTER = "txt:Text (encoded):UTF8"
FLAT_FILTER = "fodt:OpenDocument Text Flat XML"
# Tags tell the document's words from the page's furniture.
PDF_FILTER = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'


def to_pdf(paths: Iterable[Path], outdir: Path) -> dict[Path, Path]:
    """Lay out Word files as tagged PDF files in outdir; the result maps Word file to PDF file."""
    return _convert(list(paths), outdir, PDF_FILTER)


def to_text(paths: Iterable[Path], outdir: Path) -> dict[Path, Path]:
    """Write the body of Word files as UTF-8 text in outdir; maps Word file to text file."""
    return _convert(list(paths), outdir, TEXT_FILTER)


def to_flat(paths: Iterable[Path], outdir: Path) -> dict[Path, Path]:
    """Write Word files as OpenDocument in one XML file each, in outdir; maps Word file to it."""
    return _convert(list(paths), outdir, FLAT_FILTER)


def to_word(paths: Iterable[Path], outdir: Path) -> dict[Path, Path]:
    """Save Word files anew as Word files in outdir; the result maps each to the new one."""
    return _convert(list(paths), outdir, f"docx:{WORD_FILTER}")


def read_text(path: Path) -> str:
    """Return the text of a file that to_text wrote."""
    return path.read_text(encoding="utf-8-sig")


def _convert(paths: list[Path], outdir: Path, output_filter: str) -> dict[Path, Path]:
    """Convert all files in one LibreOffice; raise RefereeError when one of them is refused."""
    if not paths:
        return {}
    soffice = program("soffice")
    outdir.mkdir(parents=True, exist_ok=True)
    suffix = output_filter.partition(":")[0]
    with tempfile.TemporaryDirectory(prefix="uppdrag-libreoffice-") as scratch:
        # Two mandates decided the same day have the same file name: number the copies.
        staged = [Path(scratch) / f"{number:04}{path.suffix}" for number, path in enumerate(paths)]
        for path, copy in zip(paths, staged, strict=True):
            shutil.copyfile(path, copy)
        log = run(
            [
                soffice,
                # A profile of its own, or a LibreOffice already running would take the files.
                f"-env:UserInstallation={(Path(scratch) / 'profile').as_uri()}",
                "--headless",
                "--norestore",
                f"--infilter={WORD_FILTER}",
                "--convert-to",
                output_filter,
                "--outdir",
                str(outdir.resolve()),
                *map(str, staged),
            ],
            timeout=120 + 10 * len(paths),
        )
    made = {
        path: outdir / f"{copy.stem}.{suffix}" for path, copy in zip(paths, staged, strict=True)
    }
    refused = [str(path) for path, output in made.items() if not output.is_file()]
    if refused:
        raise RefereeError(f"LibreOffice cannot open {', '.join(refused)}:\n{log}")
    return made
