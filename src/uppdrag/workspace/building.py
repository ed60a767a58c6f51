"""Checked mandates in; Word, PDF and other files under a folder, and what was found, out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from pathlib import Path

from uppdrag.document.tree import Document
from uppdrag.findings import Finding, Severity, UppdragError
from uppdrag.findings.refusal import explain_os_error
from uppdrag.workspace.annex import annex
from uppdrag.workspace.checking import Checked, Held, check_file, held_to
from uppdrag.workspace.mandates import MandateFile
from uppdrag.workspace.rendering import REVIEW, Renderers
from uppdrag.workspace.resources import Folder
from uppdrag.workspace.sharing import share
from uppdrag.workspace.writing import write_whole

WORTH_PROCESSES = 48
"""From so many documents on, several processes win back what it costs to start them."""


class Changes(Enum):
    """Whether a mandate that replaces another ends with a list of what has changed since."""

    LEFT_OUT = "left-out"
    ANNEXED = "annexed"


class SourceText(Enum):
    """Whether a Word file or PDF carries the YAML that it was made of."""

    LEFT_OUT = "left-out"
    EMBEDDED = "embedded"


@dataclass(frozen=True, slots=True)
class Order:
    """What to build: the formats, where to, and by which engine the PDF is made."""

    folder: Folder
    formats: tuple[str, ...]
    output: Path
    pdf_engine: str = "typst"
    scratch: Path | None = None
    """A folder for what is needed while building; whoever gives it takes it away."""
    changes: Changes = Changes.LEFT_OUT
    source: SourceText = SourceText.LEFT_OUT

    def open(self) -> Callable[[MandateFile], Built]:
        """Return the function that builds one file, with everything loaded that it needs."""
        builder = Builder(self)
        builder.renderers.prepare(self.formats)
        return builder.build


@dataclass(frozen=True, slots=True)
class Built:
    """What came of one file: the paths written, the findings, and a refusal if there was one.

    `note` tells what is not as it was ordered, in a sentence.
    """

    file: MandateFile
    written: tuple[Path, ...] = ()
    findings: tuple[Finding, ...] = ()
    refusal: str | None = None
    note: str = ""

    @property
    def has_errors(self) -> bool:
        """Tell whether anything of error severity was found in the file."""
        return any(item.severity is Severity.ERROR for item in self.findings)


@dataclass(slots=True)
class Builder:
    """Builds one file after another with what is loaded once."""

    order: Order
    renderers: Renderers = field(init=False)
    held: Held = field(init=False)

    def __post_init__(self) -> None:
        order = self.order
        self.renderers = Renderers(order.folder, order.pdf_engine, order.scratch)
        self.held = held_to(order.folder)

    def build(self, file: MandateFile) -> Built:
        """Check a file and write what was ordered of it, each file whole or not at all.

        Nothing is written before everything is rendered.
        """
        checked = check_file(file, self.held)
        if checked.document is None:
            return Built(file, (), checked.told)
        document, note = self._annexed(file, checked, checked.document)
        base = self.order.output / file.output
        written: list[Path] = []
        try:
            rendered = [
                (base.with_name(f"{base.name}.{name}"), self._made(checked, document, name))
                for name in self.order.formats
            ]
            for path, made in rendered:
                write_whole(path, made)
                written.append(path)
        except UppdragError as error:
            return Built(file, (), checked.told, str(error))
        except OSError as error:
            return Built(file, tuple(written), checked.told, explain_os_error(error))
        return Built(file, tuple(written), checked.told, note=note)

    def _annexed(
        self, file: MandateFile, checked: Checked, document: Document
    ) -> tuple[Document, str]:
        """Return the document with the annex that was ordered, and what is to say of it."""
        if self.order.changes is Changes.LEFT_OUT or checked.handling is None:
            return document, ""
        made = annex(file, checked.handling, document, self.order.folder, self.held.schema)
        return replace(document, blocks=(*document.blocks, *made.blocks)), made.note

    def _made(self, checked: Checked, document: Document, name: str) -> bytes:
        if name == REVIEW:
            return self.renderers.review(document, checked.source, checked.told)
        if self.order.source is SourceText.EMBEDDED:
            return self.renderers.render_with(checked.source.text, document, name)
        return self.renderers.render(document, name)


def build_all(
    order: Order, files: Sequence[MandateFile], advance: Callable[[], None]
) -> Iterator[Built]:
    """Yield what came of each file, in order; many files are shared among processes.

    Raises `UppdragError` when nothing can be built at all (a broken template, schema or theme).
    """
    from_standard_input = any(file.path is None for file in files)
    worth = len(files) + 1 if from_standard_input else WORTH_PROCESSES
    yield from share(order, order.open(), files, worth, advance)
