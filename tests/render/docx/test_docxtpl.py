"""The compiled route gives what docxtpl itself gives of the same template and fields."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from docxtpl import DocxTemplate
from hypothesis import HealthCheck, given, settings
from markupsafe import Markup
from tests.render.docx.parts import W, document, paragraph_text, xml
from tests.render.strategies import documents

from uppdrag.document.tree import Document
from uppdrag.render.docx import CompiledTemplate, render
from uppdrag.render.docx.body import BodyWriter
from uppdrag.render.docx.fields import word_fields
from uppdrag.render.docx.runs import RunWriter, text
from uppdrag.render.theme import Theme

FURNITURE = ("word/header1.xml", "word/footer1.xml", "word/footer2.xml")


def outline(data: bytes) -> list[tuple[str, str]]:
    """Return the style and text of every paragraph, and those of the pages' heads and feet."""
    roots = [document(data), *(xml(data, name) for name in FURNITURE)]
    return [
        ("".join(style.get(f"{W}val") for style in p.iter(f"{W}pStyle")), paragraph_text(p))
        for root in roots
        for p in root.iter(f"{W}p")
    ]


@given(tree=documents())
@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_styles_and_text_are_those_of_docxtpl_in_the_same_order(
    tree: Document, theme: Theme, template: CompiledTemplate, template_file: Path
) -> None:
    body = BodyWriter(theme, template.prepared, RunWriter(template.prepared.styles))
    fields = {
        "brevhuvud": "",
        "innehåll": Markup(body.markup(tree.blocks)),  # noqa: S704 - markup of the writer's own
        "avsändare": Markup(f"<w:r>{text(theme.sender.organisation)}</w:r>"),  # noqa: S704 - ditto
        "sidfot": "",
        "fingeravtryck": "",
    }
    reference = DocxTemplate(template_file)
    reference.render(fields | word_fields(tree), autoescape=True)
    buffer = BytesIO()
    reference.save(buffer)
    assert outline(render(tree, theme, template)) == outline(buffer.getvalue())
