"""A PDF file in; its words, lines, tags and metadata out, read with pypdf."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pypdf import PdfReader

from uppdrag.document.text import lines
from uppdrag.document.tree import Document

_MARKERS = re.compile("[•–◦|-]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: where it begins, in points from the left and from the top."""

    text: str
    left: float
    baseline: float


def read(pdf: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(pdf))


def squeezed(text: str) -> str:
    """Return the text without white space, list markers and the bars between cells."""
    return _MARKERS.sub("", re.sub(r"\s", "", text))


def tree_text(document: Document) -> str:
    return squeezed("".join(lines(document)))


def page_texts(pdf: bytes, head: str, foot: str) -> list[str]:
    """Return the squeezed text of each page without its head and foot, which must be there."""
    texts = []
    pages = read(pdf).pages
    for number, page in enumerate(pages, 1):
        text = squeezed(page.extract_text())
        expected_head = squeezed(head) if number > 1 else ""
        expected_foot = squeezed(f"{foot}{number} ({len(pages)})")
        assert text.startswith(expected_head)
        assert text.endswith(expected_foot)
        texts.append(text[len(expected_head) : len(text) - len(expected_foot)])
    return texts


def page_lines(pdf: bytes) -> list[list[Line]]:
    """Return the lines between head and foot of each page, from the top down."""
    return [_lines_of(page) for page in read(pdf).pages]


def _lines_of(page: Any) -> list[Line]:
    height = float(page.mediabox.height)
    found: dict[float, list[tuple[float, str]]] = {}

    def visit(text: str, cm: list[float], tm: list[float], *_: object) -> None:
        if text.strip():
            left = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
            top = height - (tm[4] * cm[1] + tm[5] * cm[3] + cm[5])
            found.setdefault(round(top, 1), []).append((left, text.strip("\n")))

    page.extract_text(visitor_text=visit)
    body = {top: parts for top, parts in found.items() if 60 < top < height - 60}
    return [
        Line("".join(text for _, text in sorted(parts)).strip(), min(parts)[0], top)
        for top, parts in sorted(body.items())
    ]


def tags(pdf: bytes) -> Iterator[Any]:
    """Yield every element of the structure tree, in reading order."""
    root = read(pdf).trailer["/Root"]["/StructTreeRoot"]
    yield from _elements(root)


def tag_names(pdf: bytes) -> list[str]:
    return [str(element["/S"]) for element in tags(pdf)]


def _elements(element: Any) -> Iterator[Any]:
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        inner = kid.get_object()
        if isinstance(inner, dict) and "/S" in inner:
            yield inner
            yield from _elements(inner)
