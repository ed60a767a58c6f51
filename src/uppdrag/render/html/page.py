"""A document, a theme and a compiled template in; the bytes of a web page out."""

from __future__ import annotations

from uppdrag.document.tree import Document
from uppdrag.render.html.body import body
from uppdrag.render.html.outline import outline
from uppdrag.render.html.template import HtmlTemplate
from uppdrag.render.theme import Theme

SECTION_LEVEL = 2

FEWEST_LISTED = 3
"""Sections; with fewer a table of contents says no more than the page itself."""


def render(document: Document, theme: Theme, template: HtmlTemplate) -> bytes:
    """Return the page as UTF-8: the template's shell around the tree's words, in their order.

    The same document, theme and template give the same bytes. Raises `UppdragError` where the
    template cannot be filled in.
    """
    found = outline(document)
    sections = [entry for entry in found if entry.level == SECTION_LEVEL]
    page = template.fill(
        metadata=document.metadata,
        theme=theme,
        body=body(document, found),
        sections=sections if len(sections) >= FEWEST_LISTED else [],
    )
    return page.encode("utf-8")
