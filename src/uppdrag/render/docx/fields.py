"""A document and its theme in; the fields that a Word template may hold out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from uppdrag.document.tree import Document
from uppdrag.render.running import running_head, shortened

BODY: Final = "innehåll"
LETTERHEAD: Final = "brevhuvud"
SENDER: Final = "avsändare"
FOOTER_LINE: Final = "sidfot"
FINGERPRINT: Final = "fingeravtryck"

BLOCK_FIELDS: Final = frozenset({BODY, LETTERHEAD})
"""Fields that are whole paragraphs: `{{p innehåll }}`."""

RUN_FIELDS: Final = frozenset({SENDER, FOOTER_LINE, FINGERPRINT})
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


@dataclass(frozen=True, slots=True)
class Fields:
    """What stands in for the fields: plain words, and markup that is already safe."""

    words: Mapping[str, str]
    markup: Mapping[str, str]


def word_fields(document: Document) -> dict[str, str]:
    """Return the plain words for a document; a field without a value is empty."""
    metadata = document.metadata
    return {
        "titel": metadata.title,
        "titel_kort": shortened(metadata.title),
        "dokumenttyp": metadata.document_type,
        "diarienummer": metadata.identifier or "",
        "datum": metadata.date or "",
        "organisation": ", ".join(metadata.organisation),
        "status": metadata.status,
        "sidhuvud": running_head(metadata),
    }
