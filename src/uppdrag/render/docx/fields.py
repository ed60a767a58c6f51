"""A document and its theme in; the fields that a Word template may hold out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from uppdrag.document.tree import Document, Metadata
from uppdrag.render.docx.measure import width
from uppdrag.render.theme import Theme

BODY: Final = "innehåll"
LETTERHEAD: Final = "brevhuvud"
SENDER: Final = "avsändare"
FOOTER_LINE: Final = "sidfot"

BLOCK_FIELDS: Final = frozenset({BODY, LETTERHEAD, FOOTER_LINE})
"""Fields that are whole paragraphs: `{{p innehåll }}`."""

RUN_FIELDS: Final = frozenset({SENDER})
"""Fields that are runs of their own: `{{r avsändare }}`."""

WORD_FIELDS: Final = frozenset(
    {
        "titel",
        "titel_kort",
        "dokumenttyp",
        "diarienummer",
        "datum",
        "organisation",
        "status",
        "sidhuvud",
    }
)
"""Fields that are plain words: `{{ titel }}`."""

SEPARATOR = " · "


@dataclass(frozen=True, slots=True)
class Fields:
    """What stands in for the fields: plain words, and markup that is already safe."""

    words: Mapping[str, str]
    markup: Mapping[str, str]


def word_fields(document: Document, theme: Theme) -> dict[str, str]:
    """Return the plain words for a document; a field without a value is empty."""
    metadata = document.metadata
    short = _shortened(metadata, theme)
    return {
        "titel": metadata.title,
        "titel_kort": short,
        "dokumenttyp": metadata.document_type,
        "diarienummer": metadata.identifier or "",
        "datum": metadata.date or "",
        "organisation": ", ".join(metadata.organisation),
        "status": metadata.status,
        "sidhuvud": SEPARATOR.join(filter(None, (*_before_title(metadata), short))),
    }


def _before_title(metadata: Metadata) -> tuple[str, ...]:
    return metadata.status, metadata.document_type, (metadata.identifier or "").replace(" ", "\u00a0")


def _shortened(metadata: Metadata, theme: Theme) -> str:
    """Return the title cut at a word, so that the head of the page stays on one line."""
    page = theme.page
    room = (page.width - page.left - page.right) * 72 / 25.4
    size = theme.sizes.header
    room -= width(SEPARATOR.join(filter(None, _before_title(metadata))) + SEPARATOR, size)
    if width(metadata.title, size) <= room:
        return metadata.title
    kept: list[str] = []
    for word in metadata.title.split():
        if width(" ".join((*kept, word)) + " …", size) > room:
            break
        kept.append(word)
    return " ".join((*kept, "…")) if kept else ""
