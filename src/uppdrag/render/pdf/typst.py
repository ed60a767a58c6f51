"""Document trees in, the bytes of PDF files (PDF/A-2a and PDF/UA-1) out, through Typst.

A file that carries its source is PDF/A-3a.

One compiler stays for many documents and is replaced now and then, which keeps memory level. The
content goes in as data; the template may be a user's own and is kept within its folder.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

import typst

from uppdrag.document.tree import Document, Heading, Metadata, Paragraph, Run
from uppdrag.render.faults import typst_fault
from uppdrag.render.pdf import attachment
from uppdrag.render.pdf.data import (
    document_json,
    logo_json,
    revision_json,
    stated_date,
    theme_json,
)
from uppdrag.render.pdf.error import RenderError
from uppdrag.render.pdf.template import refuse_packages
from uppdrag.render.pdf.workshop import DOCUMENT, LOGO, THEME, Workshop
from uppdrag.render.svg import refuse_active
from uppdrag.render.theme import Theme

if TYPE_CHECKING:
    from uppdrag.compare.revision import Comparison

STANDARDS: list[typst.PDFStandard] = ["a-2a", "ua-1"]
"""ISO 19005-2 level A and ISO 14289-1, both in one file."""


@dataclass(frozen=True, slots=True)
class Make:
    """What kind of file is made: the standards it meets, and what stands last in the template."""

    standards: tuple[typst.PDFStandard, ...]
    closing: str = ""


ALONE = Make(tuple(STANDARDS))
"""The document, and nothing else in the file."""

CARRYING = Make(("a-3a", "ua-1"), attachment.ATTACHING)
"""The document with its source attached (ISO 19005-3 level A)."""

DOCUMENTS_PER_COMPILER = 500

_PROOF = Document(
    Metadata("Prov", "Uppdragshandling"),
    (Heading(1, (Run("Prov"),)), Paragraph((Run("Prov"),))),
)

_PLACE = re.compile(r"┌─ (.+):(\d+):(\d+)$", re.MULTILINE)
_TEXT_IN_SVG = re.compile(rb"<(?:\w+:)?text[\s>]")
_CHARACTER = re.compile(r'(?:the text|codepoint) `"(.+?)"`')


class PdfRenderer:
    """Renders documents with one template, one theme and the fonts of some folders.

    No other fonts are used: neither the system's nor the compiler's own. `logo` is a PNG, JPEG or
    SVG file. `scratch` is where the renderer may keep its working folder; without one it has its
    own place among the system's temporary files. `make` says what kind of file is made. One
    renderer serves one thread. Raises `RenderError` where the template cannot be read or would
    fetch packages, and where the theme's font family is not there.
    """

    def __init__(
        self,
        template: Path,
        fonts: tuple[Path, ...],
        theme: Theme,
        logo: bytes | None = None,
        scratch: Path | None = None,
        *,
        make: Make = ALONE,
    ) -> None:
        refuse_packages(template)
        self._template = template.resolve()
        self._fonts = typst.Fonts(
            include_system_fonts=False,
            include_embedded_fonts=False,
            font_paths=[str(folder) for folder in fonts],
        )
        _require_family(theme.fonts.pdf, self._fonts.families())
        refuse_active(logo or b"")
        if logo and _TEXT_IN_SVG.search(logo):
            raise RenderError(
                "tema.yaml: logotypen har text i sig, som försvinner utan sitt typsnitt. "
                "Gör om texten till kurvor i ritprogrammet och spara filen på nytt."
            )
        self._theme = theme
        self._has_logo = bool(logo)
        self._make = make
        self._workshop = Workshop(self._template, scratch)
        if make.closing:
            self._workshop.append(make.closing)
            self._workshop.lay(attachment.NAME, "")
        self._workshop.lay(THEME, theme_json(theme))
        self._workshop.lay(LOGO, logo_json(logo or b""))
        self._compiler = self._new_compiler()
        self._compiled = 0

    def render(self, document: Document) -> bytes:
        """Return the PDF file; the same document gives the same bytes on any day.

        Raises `RenderError` for a character that the font lacks and for everything that Typst
        fails at or warns of: a warning may mean that text is missing.
        """
        return self._compile(document_json(document, self._theme), document.metadata)

    def render_with(self, source: str, document: Document) -> bytes:
        """Return the PDF file with the YAML that the document was made of attached.

        For a renderer that makes files `CARRYING` it. Raises `RenderError` as `render` does.
        """
        self._workshop.lay(attachment.NAME, source)
        return self.render(document)

    def render_revision(self, comparison: Comparison) -> bytes:
        """Return the PDF file of a comparison: its changes in words, then the marked document.

        The same comparison gives the same bytes on any day. Raises `RenderError` as `render` does,
        and where the template is an own one that cannot show marks.
        """
        from uppdrag.render.pdf.revision import revision_pages  # noqa: PLC0415 - for this need only

        pages = revision_pages(comparison)
        try:
            return self._compile(revision_json(pages, self._theme), pages.metadata)
        except RenderError as error:
            if "”blocks”" not in str(error):
                raise
            raise RenderError(
                f"{self._template.name}: mallen kan inte visa vad som är ändrat. Utgå från "
                "programmets egen mall, eller välj ett annat format för jämförelsen."
            ) from None

    def _compile(self, data: str, metadata: Metadata) -> bytes:
        if self._compiled >= DOCUMENTS_PER_COMPILER:
            self._compiler = self._new_compiler()
            self._compiled = 0
        self._compiled += 1
        self._workshop.lay(DOCUMENT, data)
        midnight = datetime.combine(stated_date(metadata), time(), UTC)
        try:
            content, warnings = self._compiler.compile_with_warnings(
                format="pdf", pdf_standards=[*self._make.standards], timestamp=midnight
            )
        except typst.TypstError as error:
            raise self._fault(error) from None
        if warnings:
            raise self._fault(warnings[0])
        if not isinstance(content, bytes):
            raise RenderError(f"{self._template.name}: mallen gav ingen PDF-fil.")
        return content

    def prove(self) -> None:
        """Compile a document with next to nothing in it.

        Raises `RenderError` where the template would fail for any document.
        """
        self.render(_PROOF)

    def _new_compiler(self) -> typst.Compiler:
        return typst.Compiler(
            str(self._workshop.template),
            root=str(self._workshop.root),
            font_paths=self._fonts,
            ignore_system_fonts=True,
        )

    def _fault(self, fault: typst.TypstError | typst.TypstWarning) -> RenderError:
        """Return our error for one of Typst's: the character, or the template's file and line."""
        if character := _CHARACTER.search(fault.message):
            return RenderError(
                f"PDF-filen kan inte visa ”{character[1]}”: typsnittet {self._theme.fonts.pdf} "
                "saknar det. Skriv det med ord, eller ta bort det."
            )
        if self._has_logo and "image" in fault.message:
            return RenderError(
                "tema.yaml: logotypen går inte att läsa som bild. "
                "Spara den som PNG, JPEG eller SVG."
            )
        where = self._template.name
        if place := _PLACE.search(fault.diagnostic):
            where = f"{Path(place[1]).name}:{place[2]}:{place[3]}"
        return RenderError(
            f"{where}: mallen för PDF går inte att använda: {typst_fault(fault.message)}. "
            "Rätta mallen, eller ta bort den ur templates/ så används programmets egen."
        )


def _require_family(family: str, families: list[str]) -> None:
    """Raise where the fonts lack the family: Typst would only warn, and leave the text out."""
    if family not in families:
        found = ", ".join(sorted(families)) or "inga typsnitt alls"
        raise RenderError(
            f"tema.yaml: typsnittet {family} till PDF finns inte. Lägg typsnittets filer i "
            f"templates/fonts/ eller ange ett som finns där: {found}."
        )
