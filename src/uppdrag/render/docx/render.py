"""A document tree, a theme and a template in; the bytes of a Word file out."""

from __future__ import annotations

from itertools import takewhile

from uppdrag.document.identity import identity
from uppdrag.document.tree import Document, Letterhead
from uppdrag.render.docx.body import BodyWriter
from uppdrag.render.docx.fields import (
    BODY,
    FINGERPRINT,
    FOOTER_LINE,
    LETTERHEAD,
    SENDER,
    Fields,
    word_fields,
)
from uppdrag.render.docx.marks import Marks
from uppdrag.render.docx.package import CORE, NUMBERING, RELATIONS, pack
from uppdrag.render.docx.properties import core_properties
from uppdrag.render.docx.runs import RunWriter, text
from uppdrag.render.docx.template import CompiledTemplate
from uppdrag.render.running import SMALLER, fingerprint_words
from uppdrag.render.theme import Theme

_GAP = " " * 5


def render(document: Document, theme: Theme, template: CompiledTemplate) -> bytes:
    """Return the document as a Word file; the same input gives the same bytes.

    `theme` is the one that the template wears (`apply_theme`). Raises `UppdragError` for what Word
    cannot hold: a table of more than 63 columns.
    """
    runs = RunWriter(template.prepared.styles)
    return pack(draw(document, theme, template, runs), onto=template.constant)


def draw(
    document: Document, theme: Theme, template: CompiledTemplate, runs: RunWriter
) -> dict[str, str]:
    """Return the parts of a Word file that are the document's own, its runs written by `runs`."""
    body = BodyWriter(theme, template.prepared, runs, marks=Marks(identity(document)))
    head = list(takewhile(lambda block: isinstance(block, Letterhead), document.blocks))
    if not template.has_letterhead_apart:
        head = []
    letterhead = body.markup(head)
    content = body.markup(document.blocks[len(head) :])
    return filled(document, theme, template, body, letterhead=letterhead, content=content)


def filled(
    document: Document,
    theme: Theme,
    template: CompiledTemplate,
    body: BodyWriter,
    *,
    letterhead: str,
    content: str,
) -> dict[str, str]:
    """Return the parts of a Word file with this letterhead and content as markup.

    `body` is what wrote them: it knows their numbering and links.
    """
    footer = theme.sender.footer
    markup = {
        LETTERHEAD: letterhead,
        BODY: content,
        SENDER: template.logo or f"<w:r>{text(theme.sender.organisation)}</w:r>",
        FOOTER_LINE: f"<w:r><w:br/>{text(footer)}</w:r>" if footer else "",
        FINGERPRINT: _fingerprint(fingerprint_words(document.metadata), theme),
    }
    fields = Fields(word_fields(document), markup)
    before, after = template.numbering
    drawn = {name: drawer(fields) for name, drawer in template.drawers.items()}
    return {
        **drawn,
        RELATIONS: f"{template.relations}{body.runs.links.relations()}</Relationships>",
        NUMBERING: f"{before}{''.join(body.instances)}{after}",
        CORE: core_properties(document.metadata),
    }


def _fingerprint(words: str, theme: Theme) -> str:
    """Return the fingerprint on one line, and the space before the page number that follows."""
    if not words:
        return ""
    half_points = round(theme.sizes.footer * SMALLER * 2)
    size = f'<w:rPr><w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/></w:rPr>'
    unbroken = words.replace(" ", "\u00a0")
    return f"<w:r>{size}{text(unbroken)}</w:r><w:r>{text(_GAP)}</w:r>"
