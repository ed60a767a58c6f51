"""A document's metadata in; what stands at the head and foot of its pages out, for every format."""

from __future__ import annotations

from uppdrag.document.tree import Metadata
from uppdrag.model.fingerprint import shown

FINGERPRINT = "Fingeravtryck"

SMALLER = 5 / 6
"""Share of the foot's size that the fingerprint has: it is for those who look for it."""

LONGEST_TITLE = 60
"""Characters of the title at the head of the following pages."""


def running_head(metadata: Metadata) -> str:
    """Return document type, status, number and title on one line; what is missing is left out."""
    parts = (
        metadata.document_type,
        metadata.status,
        metadata.identifier,
        shortened(metadata.title),
    )
    return " · ".join(filter(None, parts))


def fingerprint_words(metadata: Metadata) -> str:
    """Return the fingerprint as people read it at the foot of a page; empty where there is none."""
    return f"{FINGERPRINT} {shown(metadata.fingerprint)}" if metadata.fingerprint else ""


def keywords(metadata: Metadata) -> str:
    """Return the whole fingerprint as the file's keywords carry it; empty where there is none."""
    return f"{FINGERPRINT} {metadata.fingerprint}" if metadata.fingerprint else ""


def shortened(title: str) -> str:
    """Return the title, cut at a space where it is long."""
    if len(title) <= LONGEST_TITLE:
        return title
    kept = title[:LONGEST_TITLE]
    return f"{(kept.rpartition(' ')[0] or kept).rstrip(' ,;:.–-')} …"
