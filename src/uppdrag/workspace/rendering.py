"""A document tree and a format's name in; the bytes of a file in that format out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from uppdrag.document.tree import Document
from uppdrag.findings import UppdragError
from uppdrag.workspace.resources import Folder
from uppdrag.workspace.theming import THEME, font_folders, load_logo, load_theme, shipped_theme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from uppdrag.compare import Comparison
    from uppdrag.findings import Finding
    from uppdrag.render.docx import CompiledTemplate
    from uppdrag.render.docx.redline import Moves, Stamp
    from uppdrag.render.docx.review_template import ReviewTemplate
    from uppdrag.render.html import HtmlTemplate
    from uppdrag.render.html.revision_template import RevisionTemplate
    from uppdrag.render.pdf import PdfRenderer
    from uppdrag.render.pdf.typst import Make
    from uppdrag.render.theme import Theme
    from uppdrag.source import Source

WORD_TEMPLATE = "templates/uppdragshandling.docx"
PDF_TEMPLATE = "templates/uppdragshandling.typ"
PAGE_TEMPLATE = "templates/uppdragshandling.html.j2"
REVISION_TEMPLATE = "templates/jamforelse.html.j2"

REVIEW = "granskning.docx"
"""The format that shows, besides the document, what was found in it: as comments in Word."""


@dataclass
class Renderers:
    """Renders one document after another; templates are read once, each when it is needed."""

    folder: Folder
    pdf_engine: str
    scratch: Path | None = None

    def render(self, document: Document, format_: str) -> bytes:
        """Return the file of a document. Raises `UppdragError` when it cannot be made."""
        return self._by_format[format_](document)

    def render_with(self, source: str, document: Document, format_: str) -> bytes:
        """Return the file of a document with the YAML it was made of in it, where there is room.

        Word and PDF have room for it. Raises `UppdragError` when the file cannot be made.
        """
        if format_ == "docx":
            from uppdrag.render.docx.carried import with_source  # noqa: PLC0415 - for this need

            return with_source(self._docx(document), source)
        if format_ == "pdf":
            return self._pdf_carrying.render_with(source, document)
        return self.render(document, format_)

    def review(self, document: Document, source: Source, findings: Iterable[Finding]) -> bytes:
        """Return the Word file of a document with what was found in its source as comments."""
        from uppdrag.render.docx.review import render_review  # noqa: PLC0415 - for this need only

        return render_review(document, source, findings, self._theme, self._word_for_review)

    def redline(self, comparison: Comparison, stamp: Stamp, moves: Moves) -> bytes:
        """Return a comparison as a Word file with tracked changes."""
        from uppdrag.render.docx.redline import render_redline  # noqa: PLC0415 - for this need only

        return render_redline(comparison, self._theme, self._word, stamp, moves)

    def revision_pdf(self, comparison: Comparison) -> bytes:
        """Return a comparison as a PDF: its changes in words, then the marked document."""
        return self._pdf.render_revision(comparison)

    def revision_page(self, comparison: Comparison) -> bytes:
        """Return a comparison as a web page."""
        from uppdrag.render.html.revision import render_revision  # noqa: PLC0415 - for this only

        return render_revision(comparison, self._theme, self._revision_page)

    def branch_page(
        self, comparisons: Sequence[Comparison], title: str, notes: Sequence[str]
    ) -> bytes:
        """Return several comparisons as one web page, with sentences about what is beside them."""
        from uppdrag.render.html.revision import render_branch  # noqa: PLC0415 - for this need only

        return render_branch(comparisons, title, self._theme, self._revision_page, notes)

    @property
    def sender(self) -> str:
        """Return the name of the one who sends, as the theme has it."""
        return self._theme.sender.organisation

    def prepare(self, formats: Iterable[str]) -> None:
        """Load what the formats need. Raises `UppdragError` for a broken template or theme."""
        needed = {"docx": "_word", "pdf": "_pdf", "html": "_page", REVIEW: "_word_for_review"}
        if "pdf" in formats and self.pdf_engine == "libreoffice":
            needed["pdf"] = "_word"
        for format_ in formats:
            if format_ in needed:
                getattr(self, needed[format_])
        self._prove_own(formats)

    def _prove_own(self, formats: Iterable[str]) -> None:
        """Try the folder's own templates once, so that a fault in one is told once."""
        has_own_look = self.folder.own(THEME) is not None
        direct = "pdf" in formats and self.pdf_engine == "typst"
        if direct and (has_own_look or self.folder.own(PDF_TEMPLATE)):
            self._pdf.prove()
        if "html" in formats and (has_own_look or self.folder.own(PAGE_TEMPLATE)):
            self._page.prove(self._theme)

    @property
    def _by_format(self) -> Mapping[str, Callable[[Document], bytes]]:
        return {
            "docx": self._docx,
            "pdf": self._pdf_from_word if self.pdf_engine == "libreoffice" else self._pdf_direct,
            "html": self._html,
            "md": self._markdown,
            "txt": self._plain,
        }

    @cached_property
    def _theme(self) -> Theme:
        return load_theme(self.folder)

    @cached_property
    def _logo(self) -> bytes | None:
        return load_logo(self.folder, self._theme)

    @cached_property
    def _word(self) -> CompiledTemplate:
        from uppdrag.render import docx  # noqa: PLC0415 - only for Word

        template = docx.read_template(self.folder.resource(WORD_TEMPLATE))
        dressed = docx.apply_theme(template, shipped_theme(), self._theme)
        return docx.with_logo(dressed, self._theme, self._logo) if self._logo else dressed

    @cached_property
    def _word_for_review(self) -> ReviewTemplate:
        from uppdrag.render.docx.review_template import for_review  # noqa: PLC0415 - brings lxml

        return for_review(self._word)

    @cached_property
    def _pdf(self) -> PdfRenderer:
        from uppdrag.render.pdf.typst import ALONE  # noqa: PLC0415 - only for PDF

        return self._pdf_renderer(ALONE)

    @cached_property
    def _pdf_carrying(self) -> PdfRenderer:
        from uppdrag.render.pdf.typst import CARRYING  # noqa: PLC0415 - only for PDF

        return self._pdf_renderer(CARRYING)

    def _pdf_renderer(self, make: Make) -> PdfRenderer:
        from uppdrag.render.pdf import PdfRenderer  # noqa: PLC0415 - only for PDF

        return PdfRenderer(
            self.folder.resource(PDF_TEMPLATE),
            font_folders(self.folder),
            self._theme,
            self._logo,
            self.scratch,
            make=make,
        )

    @cached_property
    def _page(self) -> HtmlTemplate:
        from uppdrag.render.html import compile_template  # noqa: PLC0415 - only for the web page

        path = self.folder.resource(PAGE_TEMPLATE)
        return compile_template(_template(path), path.name, self._logo)

    @cached_property
    def _revision_page(self) -> RevisionTemplate:
        from uppdrag.render.html.revision_template import (  # noqa: PLC0415 - for this need only
            compile_revision_template,
        )

        path = self.folder.resource(REVISION_TEMPLATE)
        return compile_revision_template(_template(path), path.name, self._logo)

    def _docx(self, document: Document) -> bytes:
        from uppdrag.render import docx  # noqa: PLC0415 - only for Word

        return docx.render(document, self._theme, self._word)

    def _pdf_direct(self, document: Document) -> bytes:
        return self._pdf.render(document)

    def _pdf_from_word(self, document: Document) -> bytes:
        from uppdrag.render.pdf import libreoffice  # noqa: PLC0415 - only for this engine

        return libreoffice.to_pdf(self._docx(document))

    def _html(self, document: Document) -> bytes:
        from uppdrag.render import html  # noqa: PLC0415 - only for the web page

        return html.render(document, self._theme, self._page)

    def _markdown(self, document: Document) -> bytes:
        from uppdrag.render import markdown  # noqa: PLC0415 - only for Markdown

        return markdown.render(document).encode("utf-8")

    def _plain(self, document: Document) -> bytes:
        from uppdrag.render import plain  # noqa: PLC0415 - only for text

        return plain.render(document).encode("utf-8")


def _template(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"{path.name} är inte sparad i UTF-8. Spara om filen som UTF-8."
        raise UppdragError(message) from error
