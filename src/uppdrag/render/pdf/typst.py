"""Document trees in, the bytes of PDF files (PDF/A-2a and PDF/UA-1) out, through Typst.

One compiler stays for many documents and is replaced now and then, which keeps memory level. The
content goes in as data; the template may be a user's own and is kept within its folder.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, time
from pathlib import Path

import typst

from uppdrag.document.text import lines
from uppdrag.document.tree import Document
from uppdrag.render.pdf.data import document_json, logo_json, stated_date, theme_json
from uppdrag.render.pdf.error import RenderError
from uppdrag.render.pdf.glyphs import glyphs, too_long_words
from uppdrag.render.pdf.template import refuse_packages
from uppdrag.render.theme import Theme

STANDARDS: list[typst.PDFStandard] = ["a-2a", "ua-1"]
"""ISO 19005-2 level A and ISO 14289-1, both in one file."""

DOCUMENTS_PER_COMPILER = 200

_PLACE = re.compile(r"┌─ (.+):(\d+):(\d+)$", re.MULTILINE)


class PdfRenderer:
    """Renders documents with one template and the fonts of some folders; one for each thread.

    No other fonts are used: neither the system's nor the compiler's own. Raises `RenderError`
    where the template cannot be read or would fetch packages.
    """

    def __init__(self, template: Path, fonts: tuple[Path, ...]) -> None:
        refuse_packages(template)
        self._template = template.resolve()
        self._folders = fonts
        self._fonts = typst.Fonts(
            include_system_fonts=False,
            include_embedded_fonts=False,
            font_paths=[str(folder) for folder in fonts],
        )
        self._families = frozenset(self._fonts.families())
        self._compiler = self._new_compiler()
        self._compiled = 0

    def render(self, document: Document, theme: Theme, logo: bytes = b"") -> bytes:
        """Return the PDF file; the same document, theme and logo give the same bytes on any day.

        `logo` is a PNG, JPEG or SVG file. Raises `RenderError` for a font family that is not
        there, a character that it lacks, and everything that Typst warns of or fails at.
        """
        if theme.fonts.pdf not in self._families:
            found = ", ".join(sorted(self._families)) or "inga typsnitt alls"
            raise RenderError(
                f"tema.yaml: typsnittet {theme.fonts.pdf} till PDF finns inte. Lägg typsnittets "
                f"filer i templates/fonts/ eller ange ett av dem som finns där: {found}."
            )
        if self._compiled >= DOCUMENTS_PER_COMPILER:
            self._compiler = self._new_compiler()
            self._compiled = 0
        self._compiled += 1
        midnight = datetime.combine(stated_date(document.metadata), time(), UTC)
        try:
            content, warnings = self._compiler.compile_with_warnings(
                format="pdf",
                sys_inputs={
                    "document": document_json(document, theme),
                    "theme": theme_json(theme),
                    "logo": logo_json(logo),
                },
                pdf_standards=STANDARDS,
                timestamp=midnight,
            )
        except typst.TypstError as error:
            self._explain(document, theme)
            raise self._fault(error) from None
        if warnings:
            raise self._fault(warnings[0])
        if not isinstance(content, bytes):
            raise RenderError(f"{self._template.name}: mallen gav ingen PDF-fil.")
        return content

    def _new_compiler(self) -> typst.Compiler:
        return typst.Compiler(
            str(self._template),
            root=str(self._template.parent),
            font_paths=self._fonts,
            ignore_system_fonts=True,
        )

    def _explain(self, document: Document, theme: Theme) -> None:
        """Raise the error that names the text, where it is the text that stops the file."""
        known = glyphs(self._folders, theme.fonts.pdf)
        for line in (*lines(document), document.metadata.title):
            for at, character in known.unsupported(line):
                near = line[max(0, at - 20) : at].lstrip()
                raise RenderError(
                    f"PDF-filen kan inte visa tecknet U+{ord(character):04X} efter ”{near}”: "
                    f"typsnittet {known.family} har det inte. Skriv något annat i stället."
                )
            for start, _ in too_long_words(line):
                raise RenderError(
                    f"Ordet som börjar ”{line[start : start + 20]}” är för långt för en PDF-fil. "
                    "Dela det med mellanslag."
                )

    def _fault(self, fault: typst.TypstError | typst.TypstWarning) -> RenderError:
        """Return our error for one of Typst's: the file and line in the template, and its words."""
        where = self._template.name
        if place := _PLACE.search(fault.diagnostic):
            where = f"{Path(place[1]).name}:{place[2]}:{place[3]}"
        return RenderError(
            f"{where}: mallen för PDF går inte att använda. Typst säger: ”{fault.message}”. "
            "Rätta mallen, eller ta bort den ur templates/ så används programmets egen."
        )
