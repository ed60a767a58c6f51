"""A document and what was found in it in; a Word file with the findings as comments out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import takewhile

from lxml import etree

from uppdrag.document.tree import Document, Letterhead
from uppdrag.findings import Finding
from uppdrag.render.docx.comments import CommentedRuns, comments, marked
from uppdrag.render.docx.dress import W
from uppdrag.render.docx.fields import LETTERHEAD
from uppdrag.render.docx.package import DOCUMENT, pack
from uppdrag.render.docx.placing import place
from uppdrag.render.docx.render import draw
from uppdrag.render.docx.review_template import ReviewTemplate, written
from uppdrag.render.theme import Theme
from uppdrag.source import Source


def render_review(
    document: Document,
    source: Source,
    findings: Iterable[Finding],
    theme: Theme,
    review: ReviewTemplate,
) -> bytes:
    """Return the document as `render` draws it, with each finding as a comment at its words.

    The same input gives the same bytes.
    """
    head = tuple(takewhile(lambda block: isinstance(block, Letterhead), document.blocks))
    # Word has no comments in the head of a page, where a template may have its letterhead.
    head = head if set(review.template.parts_with(LETTERHEAD)) - {DOCUMENT} else ()
    body = replace(document, blocks=document.blocks[len(head) :])
    placements = place(body, source, findings)
    body = marked(body, placements, review.free)
    document = replace(document, blocks=(*head, *body.blocks))
    root = etree.fromstring(review.comments)
    new = comments(placements, review.free, review.styles)
    root.extend(etree.fromstring(f'<w:comments xmlns:w="{W}">{new}</w:comments>'))
    parts = draw(document, theme, review.template, CommentedRuns(review.styles))
    return pack({**parts, review.name: written(root)}, onto=review.template.constant)
