"""A Word file, PDF or web page in; which decided mandate it is, and whether it is unaltered, out.

The file bears a fingerprint. The mandate that has it is rendered again in the same format: equal
bytes settle the matter, else the words decide, in their order. Pictures, looks and the numbers that
a program counts itself are not compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from uppdrag.document import compose
from uppdrag.document.tree import Document
from uppdrag.findings import UppdragError
from uppdrag.model import Status, Uppdragshandling
from uppdrag.model.fingerprint import fingerprint, shown
from uppdrag.render.copy import Copy, CopyError
from uppdrag.render.running import running_head
from uppdrag.render.wording import Difference, differences
from uppdrag.schema import prune
from uppdrag.source import load
from uppdrag.workspace.apart import apart
from uppdrag.workspace.mandates import MandateFile, find_mandates
from uppdrag.workspace.predecessor import read_revision
from uppdrag.workspace.rendering import Renderers
from uppdrag.workspace.resources import Folder
from uppdrag.workspace.schemas import mandate_schema
from uppdrag.workspace.theming import load_theme

LARGEST = 50 * 1024 * 1024
SECONDS = 60
"""What a file may take to be read; a mandate takes a second."""

_DECIDED = (Status.BESLUTAD, Status.ERSATT, Status.UPPHAVD)
_START = 1024


class Result(StrEnum):
    """What is known of a file."""

    UNALTERED = "unaltered"
    ALTERED = "altered"
    UNKNOWN = "unknown"
    UNREADABLE = "unreadable"


class How(StrEnum):
    """By what a file is known to be unaltered."""

    BYTES = "bytes"
    APPENDED = "appended"
    WORDS = "words"
    NONE = ""


@dataclass(frozen=True, slots=True)
class Match:
    """The mandate that has the fingerprint, and whether it is still what was decided."""

    file: MandateFile
    handling: Uppdragshandling
    is_intact: bool


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is known of one file, what it is a copy of, and why."""

    name: str
    result: Result
    how: How = How.NONE
    reasons: tuple[str, ...] = ()
    claim: str = ""
    match: Match | None = None
    differences: tuple[Difference, ...] = ()


@dataclass
class Verifier:
    """Verifies one file after another against the mandates of a folder."""

    folder: Folder
    scratch: Path
    _renderers: dict[str, Renderers] = field(default_factory=dict)

    def verify(self, path: Path) -> Verdict:
        """Return what is known of a file. Raises `OSError` where it cannot be opened."""
        name = path.as_posix()
        try:
            data = _read(path)
            kind = _kind(data)
            copy = apart(_READERS[kind], data, SECONDS)
        except UppdragError as error:
            return Verdict(name, Result.UNREADABLE, reasons=(error.message,))
        if not copy.claims:
            return Verdict(name, Result.UNKNOWN, reasons=(_NO_CLAIM,))
        claim = copy.claims[0]
        if (match := self._match(copy)) is None:
            reason = f"Ingen handling i mappen har fingeravtrycket {claim}."
            return Verdict(name, Result.UNKNOWN, reasons=(reason,), claim=claim)
        verdict = Verdict(name, Result.ALTERED, claim=claim, match=match)
        try:
            compared = self._compared(verdict, match, _Given(kind, data, copy))
        except UppdragError as error:
            reason = f"Handlingen kan inte byggas för jämförelse. {error.message}"
            return replace(verdict, result=Result.UNKNOWN, reasons=(reason,))
        return _doubted(compared, match, copy)

    def _match(self, copy: Copy) -> Match | None:
        """Return the mandate that records the fingerprint, else the one whose content has it."""
        wanted = set(copy.whole) or set(copy.short)
        computed = None
        schema = mandate_schema(self.folder)
        for file, recorded, now in _fingerprints(self.folder, copy.claims[0]):
            seen = {recorded, now} if copy.whole else {shown(recorded), shown(now)}
            if not seen & wanted:
                continue
            handling = read_revision(file, schema).handling
            if recorded in wanted or shown(recorded) in wanted:
                return Match(file, handling, is_intact=recorded == now)
            computed = computed or Match(file, handling, is_intact=True)
        return computed

    def _compared(self, verdict: Verdict, match: Match, given: _Given) -> Verdict:
        """Return the verdict of the comparison with the mandate as it is printed in any standing.

        A decided mandate may since have been replaced or revoked, which shows on its pages.
        """
        renderers = self._renderers_for(given)
        found: list[tuple[Document, bytes]] = []
        for document in _printings(match.handling):
            made = renderers.render(document, given.kind)
            if made == given.data:
                return replace(verdict, result=Result.UNALTERED, how=How.BYTES)
            found.append((document, made))
        told: list[tuple[Difference, ...]] = []
        for document, made in found:
            different = self._differences(document, made, given)
            if not different:
                is_longer = given.kind == "pdf" and given.data.startswith(made)
                how = How.APPENDED if is_longer else How.WORDS
                return replace(verdict, result=Result.UNALTERED, how=how)
            told.append(different)
        return replace(verdict, reasons=(_DIFFERENT,), differences=min(told, key=len))

    def _differences(
        self, document: Document, made: bytes, given: _Given
    ) -> tuple[Difference, ...]:
        expected = self._words(document, given.kind, _READERS[given.kind](made))
        return differences(expected, self._words(document, given.kind, given.copy))

    def _words(self, document: Document, kind: str, copy: Copy) -> Sequence[str]:
        if kind != "pdf":
            return "\n".join(copy.pages).split()
        from uppdrag.render.pdf.read import body_words  # noqa: PLC0415 - only for PDF

        sender = load_theme(self.folder).sender
        foot = sender.footer if sender.logo else f"{sender.organisation} {sender.footer}"
        return body_words(copy.pages, running_head(document.metadata), foot)

    def _renderers_for(self, given: _Given) -> Renderers:
        engine = "libreoffice" if "LibreOffice" in given.copy.maker else "typst"
        if engine not in self._renderers:
            self._renderers[engine] = Renderers(self.folder, engine, self.scratch)
        return self._renderers[engine]


@dataclass(frozen=True, slots=True)
class _Given:
    """The file that is verified."""

    kind: str
    data: bytes
    copy: Copy


def _doubted(verdict: Verdict, match: Match, copy: Copy) -> Verdict:
    """Return the verdict with what speaks against it beside the comparison, and what to know."""
    against = []
    if not match.is_intact:
        against.append(_MANDATE_ALTERED)
    if len(copy.claims) > 1:
        listed = ", ".join(copy.claims)
        against.append(f"Filen bär flera fingeravtryck som inte stämmer med varandra: {listed}.")
    remarks = (_REMARKS,) if copy.remarks else ()
    result = Result.ALTERED if against else verdict.result
    return replace(verdict, result=result, reasons=(*verdict.reasons, *against, *remarks))


def _printings(handling: Uppdragshandling) -> Iterator[Document]:
    """Yield the document as it is printed now, and as it was in any other decided standing."""
    seen = set()
    for status in (handling.status, *_DECIDED):
        if status not in seen:
            seen.add(status)
            yield compose(replace(handling, status=status))


def _fingerprints(folder: Folder, claim: str) -> Iterator[tuple[MandateFile, str, str]]:
    """Yield each mandate that can be read, with the fingerprint it records and that of its content.

    Those in which the claimed one is written come first: the others are hardly ever looked at.
    """
    digits = claim.replace(" ", "").encode("ascii")
    others = []
    for file in find_mandates(folder, ()):
        try:
            content = file.read()
        except OSError:
            continue
        if digits in content:
            yield from _both(file, content)
        else:
            others.append(file)
    for file in others:
        yield from _both(file, file.read())


def _both(file: MandateFile, content: bytes) -> Iterator[tuple[MandateFile, str, str]]:
    data = load(content, file.name).data()
    if isinstance(data, dict):
        pruned = prune(data).data
        yield file, str(pruned.get("fingeravtryck", "")).strip(), fingerprint(pruned)


def _read(path: Path) -> bytes:
    if path.is_file() and path.stat().st_size > LARGEST:
        message = f"Filen är större än {LARGEST // 1024 // 1024} MB. Är det rätt fil?"
        raise CopyError(message)
    return path.read_bytes()


def _kind(data: bytes) -> str:
    start = data[:_START]
    if b"%PDF-" in start:
        return "pdf"
    if start.startswith(b"PK\x03\x04"):
        return "docx"
    if b"<html" in start.lower():
        return "html"
    message = "Filen är varken Word, PDF eller webbsida, som är det som kan prövas."
    raise CopyError(message)


def _read_pdf(data: bytes) -> Copy:
    from uppdrag.render.pdf.read import read_copy  # noqa: PLC0415 - only for PDF

    return read_copy(data)


def _read_word(data: bytes) -> Copy:
    from uppdrag.render.docx.copy import read_copy  # noqa: PLC0415 - only for Word

    return read_copy(data)


def _read_page(data: bytes) -> Copy:
    from uppdrag.render.html.read import read_copy  # noqa: PLC0415 - only for a web page

    return read_copy(data)


_READERS = {"pdf": _read_pdf, "docx": _read_word, "html": _read_page}

_NO_CLAIM = (
    "Filen har inget fingeravtryck: den är gjord av ett utkast, innan handlingen fick sitt, eller "
    "av något annat."
)
_DIFFERENT = "Orden är inte handlingens."
_MANDATE_ALTERED = (
    "Handlingen har själv ändrats sedan beslutet, så den kan inte visa om filen är rätt. Återställ "
    "handlingen först."
)
_REMARKS = (
    "Filen har kommentarer eller stämplar. De ingår inte i jämförelsen och kan täcka text: titta "
    "på dem."
)
