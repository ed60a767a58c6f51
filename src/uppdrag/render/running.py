"""A document's metadata in; the words at the head of its following pages out, for Word and PDF."""

from __future__ import annotations

from uppdrag.document.tree import Metadata

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


def shortened(title: str) -> str:
    """Return the title, cut at a space where it is long."""
    if len(title) <= LONGEST_TITLE:
        return title
    kept = title[:LONGEST_TITLE]
    return f"{(kept.rpartition(' ')[0] or kept).rstrip(' ,;:.–-')} …"
