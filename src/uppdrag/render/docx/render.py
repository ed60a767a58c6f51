"""A document tree, a theme and a template in; the bytes of a Word file out."""

from __future__ import annotations

from itertools import takewhile

from uppdrag.document.tree import Document, Letterhead
from uppdrag.render.docx.body import BodyWriter
from uppdrag.render.docx.fields import BODY, FOOTER_LINE, LETTERHEAD, SENDER, Fields, word_fields
from uppdrag.render.docx.package import CORE, NUMBERING, RELATIONS, pack
from uppdrag.render.docx.properties import core_properties
from uppdrag.render.docx.runs import RunWriter, text
from uppdrag.render.docx.template import CompiledTemplate
from uppdrag.render.theme import Theme


def render(document: Document, theme: Theme, template: CompiledTemplate) -> bytes:
    """Return the document as a Word file; the same input gives the same bytes.

    `theme` is the one that the template wears (`apply_theme`). Raises `UppdragError` for what Word
    cannot hold: a table of more than 63 columns.
    """
    prepared = template.prepared
    runs = RunWriter(prepared.styles)
    body = BodyWriter(theme, prepared, runs)
    head = list(takewhile(lambda block: isinstance(block, Letterhead), document.blocks))
    if not template.has_letterhead_apart:
        head = []
    footer = theme.sender.footer
    markup = {
        LETTERHEAD: body.markup(head),
        BODY: body.markup(document.blocks[len(head) :]),
        SENDER: template.logo or f"<w:r>{text(theme.sender.organisation)}</w:r>",
        FOOTER_LINE: f"<w:r><w:br/>{text(footer)}</w:r>" if footer else "",
    }
    fields = Fields(word_fields(document), markup)
    before, after = template.numbering
    drawn = {name: draw(fields) for name, draw in template.drawers.items()}
    return pack(
        {
            **drawn,
            RELATIONS: f"{template.relations}{runs.links.relations()}</Relationships>",
            NUMBERING: f"{before}{''.join(body.instances)}{after}",
            CORE: core_properties(document.metadata),
        },
        onto=template.constant,
    )
