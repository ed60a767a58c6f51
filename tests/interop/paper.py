"""A PDF file in, its words out: as printed, and as a screen reader reads them."""

import re
import tempfile
from pathlib import Path
from typing import Any

from pypdf import PageObject, PdfWriter
from pypdf.generic import ContentStream, DictionaryObject
from referees import RefereeError, program, run

_PAGES = re.compile(r"^Pages:\s+(\d+)$", re.MULTILINE)
_TEXT = re.compile(r'\s*"(.*)"')
_INSIDE_A_BLOCK = re.compile(r"\s*(?:/|Object \d|.*\(inline\):?$)")
# LibreOffice tags a list item's bullet as its first text, Typst as a block of its own.
_BULLETS = frozenset("•◦▪‣·–-o")


def page_count(path: Path) -> int:
    """Return the number of pages."""
    found = _PAGES.search(run([program("pdfinfo"), str(path)], timeout=60))
    if found is None:
        raise RefereeError(f"pdfinfo counts no pages in {path}")
    return int(found[1])


def pdf_text(path: Path) -> str:
    """Return all that is printed, page furniture too, in the order of the content streams."""
    command = [program("pdftotext"), "-raw", "-enc", "UTF-8", str(path), "-"]
    return run(command, timeout=60)


def reading_text(path: Path) -> str:
    """Return what a screen reader reads: the text of the tags, one line a block.

    Page headers and footers are artifacts (ISO 14289-1, 7.8) and thus not in it. Within a block,
    tabs and forced line breaks leave no trace.
    """
    blocks: list[list[str]] = [[]]
    for line in _tags(path).split("\n"):
        text = _TEXT.fullmatch(line)
        if text:
            blocks[-1].append(text[1])
        elif not _INSIDE_A_BLOCK.match(line):
            blocks.append([])
    return "\n".join(_joined(block) for block in blocks if block)


def _tags(path: Path) -> str:
    with tempfile.TemporaryDirectory(prefix="uppdrag-tags-") as scratch:
        copy = Path(scratch) / "copy.pdf"
        writer = PdfWriter(clone_from=path)
        for page in writer.pages:
            _flatten(page, writer)
        writer.write(copy)
        return run([program("pdfinfo"), "-struct-text", str(copy)], timeout=60)


def _flatten(page: PageObject, writer: PdfWriter) -> None:
    """Take away the marks within tagged content, such as a no-break space's /ActualText.

    Poppler 22.12 forgets which tag it is in when one of them ends, and drops the rest of the line.
    """
    contents = page.get_contents()
    if contents is None:
        return
    stream = ContentStream(contents, writer)
    kept: list[tuple[list[Any], bytes]] = []
    inside: list[str] = []
    for operands, operator in stream.operations:
        keep = True
        if operator in {b"BDC", b"BMC"}:
            keep = "tag" not in inside or _has_number(operands)
            inside.append("tag" if _has_number(operands) else "kept" if keep else "dropped")
        elif operator == b"EMC":
            keep = inside.pop() != "dropped"
        if keep:
            kept.append((operands, operator))
    stream.operations = kept
    page.replace_contents(stream)


def _has_number(operands: list[Any]) -> bool:
    properties = operands[-1]
    return isinstance(properties, DictionaryObject) and "/MCID" in properties


def _joined(block: list[str]) -> str:
    first, *rest = block
    return "".join(rest if first.strip() in _BULLETS else block)
