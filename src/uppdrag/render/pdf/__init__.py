"""The document tree in; the bytes of a PDF file (PDF/A-2a and PDF/UA-1) out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from uppdrag.render.pdf.typst import PdfRenderer

__all__ = ["PdfRenderer"]


def __getattr__(name: str) -> Any:
    """Load the engine when it is asked for: a check needs only to know which characters it has."""
    if name == "PdfRenderer":
        from uppdrag.render.pdf.typst import PdfRenderer  # noqa: PLC0415 - see above

        return PdfRenderer
    raise AttributeError(name)
