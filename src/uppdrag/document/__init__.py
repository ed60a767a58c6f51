"""The document tree: a mandate in; headings, paragraphs, lists and tables with origins out."""

from uppdrag.document.compose import compose

__all__ = ["compose"]
