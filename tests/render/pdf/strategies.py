"""Documents that the PDF can carry: the shared ones, with an x for what the font cannot show."""

from dataclasses import fields, is_dataclass, replace
from typing import Any
from unicodedata import normalize

from hypothesis import strategies as st
from tests.render.strategies import documents

from uppdrag.document.tree import Document, Item, Metadata, Origin, Paragraph, Run
from uppdrag.render.pdf.glyphs import unsupported

EMPTY = Item((Paragraph((Run("tom"),)),))


def printable_documents() -> st.SearchStrategy[Document]:
    """Return documents with nothing in them that a check would have refused."""
    return documents().map(_printable)


def _printable(value: Any) -> Any:
    if isinstance(value, str) and type(value) is str:
        text = list(normalize("NFC", value))
        for index, _ in unsupported("".join(text)):
            text[index] = "x"
        return "".join(text)
    if isinstance(value, tuple):
        return tuple(map(_printable, value))
    if value == Item(()):
        return EMPTY  # its number is drawn, and is in no line of the tree
    if is_dataclass(value) and not isinstance(value, Origin | type):
        made = {field.name: _printable(getattr(value, field.name)) for field in fields(value)}
        return replace(value, **made)
    return value


def running_head(metadata: Metadata) -> str:
    """Return what stands at the head of the following pages, for a title that is short."""
    parts = (metadata.document_type, metadata.status, metadata.identifier, metadata.title)
    return " · ".join(filter(None, parts))
