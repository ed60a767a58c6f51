"""The theme in; the Word template that ships, and what is prepared beside it, out.

Run it after a change of the theme's defaults or of the styles: `python tools/wordmall.py`. What a
communications officer has changed in Word is then lost: the template is theirs, this made it.
"""

from __future__ import annotations

import argparse
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import yaml
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Twips

import wordmall_formatmallar as formatmallar
from uppdrag.document.tree import Metadata
from uppdrag.render.docx import dress, prepare
from uppdrag.render.docx.look import page_settings, style_settings
from uppdrag.render.docx.package import (
    CONTENT_TYPES,
    CORE,
    DOCUMENT,
    NUMBERING,
    STYLES,
    pack,
    unpack,
)
from uppdrag.render.docx.properties import core_properties
from uppdrag.render.theme import Theme, read_theme

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import _Footer
    from docx.text.paragraph import Paragraph

TEMPLATES = Path(__file__).parents[1] / "templates"
NAME = "uppdragshandling.docx"
SETTINGS = "word/settings.xml"
APP = "docProps/app.xml"

_UNWANTED = ("stylesWithEffects", "/theme", "/webSettings", "/customXml", "/fontTable")
_APP = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>Microsoft Office Word</Application><AppVersion>16.0000</AppVersion></Properties>"
)
_SELF = Metadata("Mall för uppdragshandling", "Mall", subject="Mall")


def main() -> None:
    """Write the template and what is prepared beside it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-o", "--output", type=Path, default=TEMPLATES)
    folder: Path = parser.parse_args().output
    template = make(shipped_theme())
    (folder / NAME).write_bytes(template)
    kept = prepare.dump(prepare.prepare(unpack(template)), template)
    (folder / NAME).with_suffix(".compiled.json").write_bytes(kept.encode())
    print(f"{folder / NAME}: {len(template)} byte")


def shipped_theme() -> Theme:
    """Return the theme that ships."""
    text = (TEMPLATES / "tema.yaml").read_text("utf-8")
    return read_theme(yaml.load(text, Loader=yaml.BaseLoader))  # noqa: S506 - only makes strings


def make(theme: Theme) -> bytes:
    """Return the template in a theme."""
    document = docx.Document()
    _drop_unwanted(document)
    _write_frame(document)
    buffer = BytesIO()
    document.save(buffer)
    parts = unpack(buffer.getvalue())
    settings = list(style_settings(theme))
    parts[STYLES] = dress.dress_styles(formatmallar.styles().encode(), settings)
    parts[NUMBERING] = formatmallar.numbering().encode()
    ids = prepare.prepare(parts).styles
    parts[NUMBERING] = dress.dress_numbering(parts[NUMBERING], dict(ids), settings)
    parts[SETTINGS] = formatmallar.settings().encode()
    parts[APP] = _APP.encode()
    parts[CORE] = core_properties(_SELF).encode()
    pages = dress.dress_pages(parts[DOCUMENT].decode(), page_settings(theme))
    parts[DOCUMENT] = pages.encode()
    rest = sorted(parts.keys() - {CONTENT_TYPES, CORE})
    return pack({name: parts[name] for name in (CONTENT_TYPES, *rest, CORE)})


def _drop_unwanted(document: Document) -> None:
    """Drop what python-docx' own template carries along and no part of ours refers to."""
    for relations in (document.part.rels, document.part.package.rels):
        for key, relation in list(relations.items()):
            if any(word in relation.reltype for word in (*_UNWANTED, "thumbnail")):
                relations.pop(key)


def _write_frame(document: Document) -> None:
    """Write the fields: letterhead and content, the head of later pages, the foot of all."""
    document.add_paragraph("{{p brevhuvud }}")
    document.add_paragraph("{{p innehåll }}")
    section = document.sections[0]
    section.gutter = Twips(0)
    section.different_first_page_header_footer = True
    section.header.is_linked_to_previous = False
    section.header.paragraphs[0].add_run("{{ sidhuvud }}")
    for footer in (section.footer, section.first_page_footer):
        _write_footer(footer)


def _write_footer(footer: _Footer) -> None:
    footer.is_linked_to_previous = False
    paragraph = footer.paragraphs[0]
    paragraph.add_run("{{r avsändare }}")
    paragraph.add_run("{{r sidfot }}")
    paragraph.add_run("\t")
    paragraph.add_run("{{r fingeravtryck }}")
    _add_field(paragraph, "PAGE")
    paragraph.add_run(" (")
    _add_field(paragraph, "NUMPAGES")
    paragraph.add_run(")")


def _add_field(paragraph: Paragraph, instruction: str) -> None:
    for kind in ("begin", "separate", "end"):
        run = paragraph.add_run()
        mark = OxmlElement("w:fldChar")
        mark.set(qn("w:fldCharType"), kind)
        run._r.append(mark)  # noqa: SLF001 - python-docx has no fields of its own
        if kind == "begin":
            words = OxmlElement("w:instrText")
            words.set(qn("xml:space"), "preserve")
            words.text = f" {instruction} "
            paragraph.add_run()._r.append(words)  # noqa: SLF001 - as above
        elif kind == "separate":
            paragraph.add_run("1")


if __name__ == "__main__":
    main()
