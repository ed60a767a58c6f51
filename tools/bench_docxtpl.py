"""A folder of mandates in; a Word file of each by docxtpl as it is, for comparison, out.

The body is handed to docxtpl as finished markup, which is the fastest way to use it.
"""

from __future__ import annotations

import sys
from pathlib import Path

from docxtpl import DocxTemplate
from markupsafe import Markup

from uppdrag.render.docx import read_template
from uppdrag.render.docx.body import BodyWriter
from uppdrag.render.docx.fields import word_fields
from uppdrag.render.docx.runs import RunWriter, text
from uppdrag.workspace.checking import check, held_to
from uppdrag.workspace.mandates import MandateFile
from uppdrag.workspace.rendering import WORD_TEMPLATE
from uppdrag.workspace.resources import Folder
from uppdrag.workspace.theming import shipped_theme


def main() -> None:
    """Render every mandate of the first folder into the second."""
    mandates, out = map(Path, sys.argv[1:])
    folder = Folder(mandates)
    theme, held = shipped_theme(), held_to(folder)
    template = folder.resource(WORD_TEMPLATE)
    prepared = read_template(template).prepared
    for path in sorted(mandates.rglob("*.yaml")):
        tree = check(path.read_bytes(), MandateFile(path, path.name, path.stem), held).document
        if tree is None:
            continue
        body = BodyWriter(theme, prepared, RunWriter(prepared.styles))
        fields = {
            "brevhuvud": "",
            "innehåll": Markup(body.markup(tree.blocks)),  # noqa: S704 - markup of the writer's own
            "avsändare": Markup(f"<w:r>{text(theme.sender.organisation)}</w:r>"),  # noqa: S704 - ditto
            "sidfot": "",
        }
        document = DocxTemplate(template)
        document.render(fields | word_fields(tree), autoescape=True)
        document.save(out / f"{path.parent.name}.docx")


if __name__ == "__main__":
    main()
