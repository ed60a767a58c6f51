"""A document's metadata in; the core properties of its Word file out."""

from __future__ import annotations

from datetime import date

from uppdrag.document.tree import Metadata
from uppdrag.render.docx.markup import escape
from uppdrag.render.running import keywords

UNDATED = "1980-01-01"
"""The date of a document without one: a fixed day, so that the same input gives the same bytes."""


def core_properties(metadata: Metadata) -> str:
    """Return the part; a title may be of any length."""
    when = f"{_day(metadata.date)}T00:00:00Z"
    values = (
        ("dc:title", "", metadata.title),
        ("dc:subject", "", metadata.subject),
        ("dc:creator", "", ", ".join(metadata.organisation)),
        ("dc:identifier", "", metadata.identifier or ""),
        ("dc:language", "", metadata.language),
        ("cp:keywords", "", keywords(metadata)),
        ("cp:contentStatus", "", metadata.status),
        ("dcterms:created", ' xsi:type="dcterms:W3CDTF"', when),
        ("dcterms:modified", ' xsi:type="dcterms:W3CDTF"', when),
    )
    elements = (f"<{tag}{kind}>{escape(value)}</{tag}>" for tag, kind, value in values if value)
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        "<cp:coreProperties"
        ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{''.join(elements)}</cp:coreProperties>"
    )


def _day(written: str | None) -> str:
    """Return the day, the first one of a month or year; `UNDATED` for what is no date."""
    padded = f"{written or ''}-01-01"[:10]
    try:
        return date.fromisoformat(padded).isoformat()
    except ValueError:
        return UNDATED
