"""The bytes of a PDF in; what it shows out: by its structure where it has one, else by its look."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO

from pypdf import PdfReader

from uppdrag.document.tree import Block, Heading
from uppdrag.findings import UppdragError
from uppdrag.importing.alike import alike_blocks
from uppdrag.importing.page import Maker, Page, Told
from uppdrag.importing.pdf.layout import layout
from uppdrag.importing.pdf.own import grouped
from uppdrag.importing.pdf.piece import ARTIFACT, Piece, pieces_of
from uppdrag.importing.pdf.tagged import Structure

MOST_BYTES = 50 * 1024 * 1024
MOST_PAGES = 200
MOST_CHARACTERS = 2_000_000
FEWEST_WORDS = 3
"""Words; a file with fewer is a picture of a text."""

_ENOUGH = 0.98
"""How much of the text the structure has to tell of to be trusted."""

_WORD = re.compile(r"\w+")
_SHORT = 60


@dataclass(frozen=True, slots=True)
class PdfText:
    """The text of a PDF that states no structure, its headings in bold, and what was left out."""

    text: str
    told: tuple[Told, ...]


def read_pdf(data: bytes, name: str) -> Page | PdfText:
    """Return what a PDF shows. Raises `UppdragError` for one that cannot be read.

    The file may be anyone's: whoever calls sees to it that the time for it is limited.
    """
    if len(data) > MOST_BYTES:
        message = f"{name} är för stor: högst {MOST_BYTES // 1024 // 1024} MiB kan importeras."
        raise UppdragError(message)
    log = logging.getLogger("pypdf")
    log.addHandler(logging.NullHandler())
    log.propagate = False
    try:
        return _read(PdfReader(BytesIO(data)), name)
    except UppdragError:
        raise
    except Exception as error:
        # A stranger's file may break whatever a parser trusts.
        message = f"{name} går inte att läsa: PDF-filen är skadad eller inte hel."
        raise UppdragError(message) from error


def _read(reader: PdfReader, name: str) -> Page | PdfText:
    _refuse(reader, name)
    pieces: list[Piece] = []
    length = 0
    for number, page in enumerate(reader.pages):
        found = pieces_of(page, number)
        length += sum(len(piece.text) for piece in found)
        if length > MOST_CHARACTERS:
            message = f"{name} har för mycket text för att vara en handling. Är det rätt fil?"
            raise UppdragError(message)
        pieces.extend(found)
    words = sum(len(_WORD.findall(piece.text)) for piece in pieces)
    if words < FEWEST_WORDS:
        message = (
            f"{name} har ingen text att läsa: sidorna är bilder. Läs in texten med OCR först, "
            "eller importera filen som PDF:en gjordes av."
        )
        raise UppdragError(message)
    if "/StructTreeRoot" in reader.root_object:
        structure = Structure(reader, pieces, name)
        blocks = structure.blocks()
        if structure.covers >= _ENOUGH and any(isinstance(block, Heading) for block in blocks):
            return _tagged(reader, blocks, pieces)
    found_layout = layout([piece for piece in pieces if piece.mark != ARTIFACT])
    told = [*_left_out(found_layout.running), *_artifacts(pieces)]
    return PdfText(found_layout.text, tuple(told))


def _refuse(reader: PdfReader, name: str) -> None:
    if reader.is_encrypted:
        message = f"{name} är låst med lösenord. Spara PDF-filen utan lösenord och importera den."
        raise UppdragError(message)
    if not reader.pages:
        message = f"{name} har inga sidor."
        raise UppdragError(message)
    if len(reader.pages) > MOST_PAGES:
        message = f"{name} har fler än {MOST_PAGES} sidor. Är det rätt fil?"
        raise UppdragError(message)


def _tagged(reader: PdfReader, blocks: tuple[Block, ...], pieces: list[Piece]) -> Page:
    about: Mapping[str, object] = reader.metadata or {}
    is_own = str(about.get("/Creator", "")).startswith("Typst") and "/Subject" in about
    told = tuple(_artifacts(pieces))
    if not is_own:
        return Page(blocks, told, Maker.OTHER)
    return Page(tuple(alike_blocks(list(grouped(blocks)))), told, Maker.ALIKE)


def _artifacts(pieces: list[Piece]) -> Iterator[Told]:
    found = dict.fromkeys(
        " ".join(piece.text.split()) for piece in pieces if piece.mark == ARTIFACT
    )
    yield from _left_out(tuple(words for words in found if words))


def _left_out(running: tuple[str, ...]) -> Iterator[Told]:
    words = " ".join(running)
    if words:
        shown = words if len(words) <= _SHORT else f"{words[:_SHORT].rstrip()} …"
        message = f"Sidhuvud, sidfot och sidnummer är inte med i handlingen: ”{shown}”."
        yield Told(message)
