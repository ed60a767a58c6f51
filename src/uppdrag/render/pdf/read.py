"""The bytes of a PDF file in; what it says, page by page, and the fingerprint it bears, out."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from itertools import takewhile
from typing import Any

from pypdf import PdfReader

from uppdrag.render.copy import Copy, CopyError, short_in, whole_in
from uppdrag.render.running import FINGERPRINT

MOST_PAGES = 500

_NO_REMARK = {"/Link", "/Widget", "/Popup"}
_NUMBER = re.compile(r"\d+")
_OF = re.compile(r"\(\d+\)")
_GROUPS = 4
_FEWEST_PAGES = 2


def read_copy(data: bytes) -> Copy:
    """Return the file as it reads. Raises `CopyError` where it cannot be read.

    The file may be anyone's: whoever calls sees to it that the time for it is limited.
    """
    log = logging.getLogger("pypdf")
    log.addHandler(logging.NullHandler())
    log.propagate = False
    try:
        return _copy(PdfReader(BytesIO(data)))
    except CopyError:
        raise
    except Exception as error:
        # A stranger's file may break whatever a parser trusts.
        raise CopyError("PDF-filen går inte att läsa: den är skadad eller inte hel.") from error


def _copy(reader: PdfReader) -> Copy:
    if reader.is_encrypted:
        raise CopyError("PDF-filen är låst med lösenord. Spara den utan lösenord.")
    if not reader.pages:
        raise CopyError("PDF-filen har inga sidor.")
    if len(reader.pages) > MOST_PAGES:
        raise CopyError(f"PDF-filen har fler än {MOST_PAGES} sidor. Är det rätt fil?")
    pages = tuple(page.extract_text() for page in reader.pages)
    about = {key: str(value) for key, value in (reader.metadata or {}).items()}
    maker = f"{about.get('/Producer', '')} {about.get('/Creator', '')}".strip()
    remarks = sum(1 for page in reader.pages for _ in _remarks(page))
    keywords = f"{about.get('/Keywords', '')} {_description(reader)}"
    return Copy(pages, whole_in(keywords), short_in(*pages), maker, remarks)


def body_words(pages: Sequence[str], head: str, foot: str) -> list[str]:
    """Return the words of the pages between the head, from the second page on, and the foot.

    `foot` is what stands before the fingerprint and the page number.
    """
    end = foot.split()
    return [word for words in _pages(pages, head) for word in _without_end(words, end)]


def repeated_foot(pages: Sequence[str]) -> str:
    """Return the words that every page ends with, the fingerprint and the page number left out.

    One page alone does not tell its foot from its text.
    """
    ends = [words[::-1] for words in _pages(pages, "")]
    if len(ends) < _FEWEST_PAGES:
        return ""
    alike = takewhile(lambda words: len(set(words)) == 1, zip(*ends, strict=False))
    return " ".join([words[0] for words in alike][::-1])


def _pages(pages: Sequence[str], head: str) -> Iterator[list[str]]:
    """Yield the words of each page without its head, its page number and its fingerprint."""
    for number, page in enumerate(pages):
        words = page.split()
        begin = head.split() if number else []
        if words[: len(begin)] == begin:
            words = words[len(begin) :]
        if len(words) > 1 and _NUMBER.fullmatch(words[-2]) and _OF.fullmatch(words[-1]):
            words = words[:-2]
        if words[-_GROUPS - 1 : -_GROUPS] == [FINGERPRINT]:
            words = words[: -_GROUPS - 1]
        yield words


def _without_end(words: list[str], end: list[str]) -> list[str]:
    kept = len(words) - len(end)
    return words[:kept] if words[max(0, kept) :] == end else words


def _description(reader: PdfReader) -> str:
    """Return the file's own description of itself, which is XML, or nothing."""
    stream = reader.root_object.get("/Metadata")
    if stream is None:
        return ""
    content: bytes = stream.get_object().get_data()
    return content.decode("utf-8", errors="replace")


def _remarks(page: Any) -> Iterator[Any]:
    """Yield the annotations of a page that add something to see."""
    found: Iterable[Any] = page.get("/Annots") or ()
    for annotation in found:
        if annotation.get_object().get("/Subtype") not in _NO_REMARK:
            yield annotation
