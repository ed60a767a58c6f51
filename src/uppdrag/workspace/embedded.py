"""A Word file or PDF in; the YAML that it carries, and whether it shows the same, out.

Whoever has edited such a file has edited what it shows, and the source in it is then an old one. So
the source is rendered again and the words are compared in their order, as `verify` does.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from uppdrag.findings import UppdragError
from uppdrag.workspace.apart import Limited, apart
from uppdrag.workspace.resources import Folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from uppdrag.document.tree import Document
    from uppdrag.importing.word import WordBlock
    from uppdrag.model import Uppdragshandling
    from uppdrag.render.wording import Difference
    from uppdrag.workspace.rendering import Renderers

_SECONDS = 60
_START = 1024
_SOME = 60
"""Characters of a difference that are told."""


@dataclass(frozen=True, slots=True)
class Embedded:
    """The source in a file: its text, the mandate where it agrees, and what to say of it."""

    yaml: str
    handling: Uppdragshandling | None = None
    told: tuple[str, ...] = ()


@dataclass
class EmbeddedReader:
    """Reads the sources of one file after another, with what is loaded once.

    `limited` is how a stranger's file is read: in a process of its own, unless this is one.
    """

    folder: Folder
    limited: Limited = apart

    def read(self, data: bytes, name: str) -> Embedded | None:
        """Return the source in a file, which may be anyone's; None where it has none.

        It has a mandate only where the file shows what the source says.
        """
        kind = _kind(data)
        yaml = _source(data, kind, self.limited)
        if not yaml:
            return None
        try:
            return self._held_to(data, kind, name, yaml)
        except UppdragError as error:
            return Embedded(yaml, None, (f"{_NOT_USED} {error.message}",))

    def _held_to(self, data: bytes, kind: str, name: str, yaml: str) -> Embedded:
        # What nearly every file, which has no source in it, does not wait for.
        from uppdrag.source import load  # noqa: PLC0415 - see above
        from uppdrag.workspace.mandates import MandateFile  # noqa: PLC0415 - see above
        from uppdrag.workspace.predecessor import revision_of  # noqa: PLC0415 - see above
        from uppdrag.workspace.schemas import mandate_schema  # noqa: PLC0415 - see above

        source = load(yaml, name)
        revision = revision_of(source, MandateFile(None, name, ""), mandate_schema(self.folder))
        made = self._renderers.render_with(source.text, revision.document, kind)
        whole = Embedded(yaml, revision.handling)
        return whole if made == data else self._compared(whole, data, revision.document, made)

    def _compared(self, whole: Embedded, data: bytes, document: Document, made: bytes) -> Embedded:
        """Return the source as far as a file that is not ours to the byte shows the same."""
        from uppdrag.workspace.copies import read_anyones  # noqa: PLC0415 - see above
        from uppdrag.workspace.verifying import differences_from  # noqa: PLC0415 - see above

        file = read_anyones(data, self.limited)
        different, _ = differences_from(document, made, file, self.folder)
        if different:
            return replace(whole, handling=None, told=(_other_words(different[0]),))
        if file.kind == "docx" and _forms(made) != _forms(data):
            return replace(whole, handling=None, told=(_OTHER_FORM,))
        return replace(whole, told=(_REMARKS,) if file.copy.remarks else ())

    @cached_property
    def _renderers(self) -> Renderers:
        from uppdrag.workspace.rendering import Renderers  # noqa: PLC0415 - see above

        return Renderers(self.folder, "typst")


def _kind(data: bytes) -> str:
    if data.startswith(b"PK\x03\x04"):
        return "docx"
    return "pdf" if b"%PDF-" in data[:_START] else ""


def _source(data: bytes, kind: str, limited: Limited) -> str | None:
    # A zip file has the names of its parts in plain letters.
    if kind == "docx" and b"customXml/item" in data:
        from uppdrag.render.docx import carried  # noqa: PLC0415 - for a file that has such a part

        return carried.source_in(data)
    # Objects may be packed together; where none are, a file without attachments shows that it is.
    if kind == "pdf" and (b"/EmbeddedFile" in data or b"/ObjStm" in data):
        from uppdrag.render.pdf import attachment  # noqa: PLC0415 - for a PDF with attachments

        return limited(attachment.source_in, data, _SECONDS)
    return None


def _forms(data: bytes) -> list[object]:
    """Return what a Word file shows beside its words: headings, lists, bold, italics and links.

    Raises `UppdragError` for tracked changes, which say something else than the words do.
    """
    from uppdrag.importing.word import Changes, read_word  # noqa: PLC0415 - for a Word file

    return list(_form(read_word(data, "", Changes.REFUSE).blocks))


def _form(blocks: Iterable[WordBlock]) -> Iterator[object]:
    from uppdrag.compare.line import joined  # noqa: PLC0415 - for a Word file
    from uppdrag.importing.word import WordTable  # noqa: PLC0415 - for a Word file

    for block in blocks:
        if isinstance(block, WordTable):
            for row in block.rows:
                yield len(row)
                for cell in row:
                    yield from _form(cell)
        else:
            item = block.item and (block.item.depth, block.item.number)
            yield block.heading, item, joined(block.runs)


def _other_words(difference: Difference) -> str:
    """Return the sentence about a source that says something else than its file shows."""
    shown, written = (_short(part) for part in (difference.found, difference.expected))
    where = _short(difference.before[-_SOME:])
    place = f" efter ”{where}”" if where else " i början"
    return (
        f"{_NOT_USED} Filen visar annat än källan{place}: ”{shown}” i texten, ”{written}” i "
        "källan. Texten som visas importeras."
    )


def _short(words: str) -> str:
    return f"{words[:_SOME]} …" if len(words) > _SOME else words


_NOT_USED = "Filen bär sin källa, men den används inte."
_OTHER_FORM = (
    f"{_NOT_USED} Orden är desamma, men rubriker, listor, fetstil eller länkar är ändrade. Texten "
    "som visas importeras."
)
_REMARKS = (
    "Handlingen är hämtad ur källan i filen. Filen har kommentarer eller stämplar som inte följer "
    "med: läs dem där."
)
