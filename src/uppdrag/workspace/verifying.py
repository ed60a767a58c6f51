"""A Word file, PDF or web page in; which decided mandate it is, and whether it is unaltered, out.

The file bears a fingerprint. The mandate that has it is rendered again in the same format: equal
bytes settle the matter, else the words decide, in their order. What acts on a web page counts as
words, since it can show others. Pictures, looks and the numbers that a program counts itself are
not compared; a look that can hide words is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from uppdrag.document import compose
from uppdrag.document.tree import Document
from uppdrag.findings import UppdragError
from uppdrag.findings.refusal import explain_os_error
from uppdrag.model import Status, Uppdragshandling
from uppdrag.render.copy import Copy
from uppdrag.render.running import running_head
from uppdrag.render.wording import Difference, differences
from uppdrag.workspace.annex import annex
from uppdrag.workspace.copies import CopyFile, read_file, read_made
from uppdrag.workspace.predecessor import UnreadableError
from uppdrag.workspace.rendering import Renderers
from uppdrag.workspace.resources import Folder
from uppdrag.workspace.schemas import mandate_schema
from uppdrag.workspace.sealed import Match, find_sealed
from uppdrag.workspace.theming import load_theme

_DECIDED = (Status.BESLUTAD, Status.ERSATT, Status.UPPHAVD)


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
        """Return what is known of a file."""
        name = path.as_posix()
        try:
            file = read_file(path)
        except (OSError, UppdragError) as error:
            reason = explain_os_error(error) if isinstance(error, OSError) else error.message
            return Verdict(name, Result.UNREADABLE, reasons=(reason,))
        if not file.copy.claims:
            return Verdict(name, Result.UNKNOWN, reasons=(_NO_CLAIM,))
        unknown = Verdict(name, Result.UNKNOWN, claim=file.copy.claims[0])
        try:
            match = find_sealed(self.folder, file.copy)
        except UnreadableError as error:
            return replace(unknown, reasons=(error.message,))
        if match is None:
            reason = f"Ingen handling i mappen har fingeravtrycket {unknown.claim}."
            return replace(unknown, reasons=(reason,))
        try:
            compared = self._compared(replace(unknown, match=match), match, file)
        except UppdragError as error:
            reason = f"Handlingen kan inte byggas för jämförelse. {error.message}"
            return replace(unknown, match=match, reasons=(reason,))
        return _doubted(compared, match, file.copy)

    def _compared(self, verdict: Verdict, match: Match, file: CopyFile) -> Verdict:
        """Return the verdict of the comparison with the mandate as it is printed in any standing.

        A decided mandate may since have been replaced or revoked, which shows on its pages. The
        copy may also end with the list of what the mandate changed.
        """
        printings = list(_printings(match.handling))
        alone = self._held_to(printings, verdict, file)
        if alone.result is Result.UNALTERED:
            return alone
        schema = mandate_schema(self.folder)
        added = annex(match.file, match.handling, printings[0], self.folder, schema).blocks
        if not added:
            return alone
        longer = [replace(each, blocks=(*each.blocks, *added)) for each in printings]
        annexed = self._held_to(longer, verdict, file)
        annexed = replace(annexed, reasons=(*annexed.reasons, _ANNEXED))
        return min(annexed, alone, key=_distance)

    def _held_to(self, printings: Sequence[Document], verdict: Verdict, file: CopyFile) -> Verdict:
        """Return the verdict of the comparison with what the copy may be of."""
        renderers = self._renderers_for(file)
        found: list[tuple[Document, bytes]] = []
        for document in printings:
            made = renderers.render(document, file.kind)
            if made == file.data:
                return replace(verdict, result=Result.UNALTERED, how=How.BYTES)
            found.append((document, made))
        told: list[tuple[Difference, ...]] = []
        for document, made in found:
            different, remark = differences_from(document, made, file, self.folder)
            if not different:
                is_longer = file.kind == "pdf" and file.data.startswith(made)
                how = How.APPENDED if is_longer else How.WORDS
                reasons = (remark,) if remark else ()
                return replace(verdict, result=Result.UNALTERED, how=how, reasons=reasons)
            told.append(different)
        return replace(
            verdict,
            result=Result.ALTERED,
            reasons=(_DIFFERENT,),
            differences=min(told, key=len),
        )

    def _renderers_for(self, file: CopyFile) -> Renderers:
        engine = "libreoffice" if "LibreOffice" in file.copy.maker else "typst"
        if engine not in self._renderers:
            self._renderers[engine] = Renderers(self.folder, engine, self.scratch)
        return self._renderers[engine]


def differences_from(
    document: Document, made: bytes, file: CopyFile, folder: Folder
) -> tuple[tuple[Difference, ...], str]:
    """Return where the words of a file are not a document's, and what to know beside them.

    `made` is the document as the folder makes it in the file's format.
    """
    copy = read_made(file.kind, made)
    expected, found = copy.pages, file.copy.pages
    if file.kind != "pdf":
        return differences(_words(expected), _words(found)), _beside(copy, file.copy)
    from uppdrag.render.pdf.read import body_words, repeated_foot  # noqa: PLC0415 - for PDF

    sender = load_theme(folder).sender
    head = running_head(document.metadata)
    foot = sender.footer if sender.logo else f"{sender.organisation} {sender.footer}"
    wanted = body_words(expected, head, foot)
    told = differences(wanted, body_words(found, head, foot))
    other = repeated_foot(found)
    if told and not differences(wanted, body_words(found, head, other)):
        return (), f"Sidfoten är en annan än den är nu: ”{other}”."
    return told, ""


def _distance(verdict: Verdict) -> int:
    """Return how many characters differ from what a file claims to be."""
    return sum(len(each.expected) + len(each.found) for each in verdict.differences)


def _words(pages: Sequence[str]) -> list[str]:
    return "\n".join(pages).split()


def _beside(made: Copy, found: Copy) -> str:
    """Return what to know of a file whose own words are right."""
    told = []
    if made.around != found.around:
        words = f"{found.around[:_LONGEST]} …" if len(found.around) > _LONGEST else found.around
        told.append(f"Runt handlingen står annat än det gör nu: ”{words}”.")
    if made.look != found.look:
        told.append(_OTHER_LOOK)
    return " ".join(told)


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


_NO_CLAIM = (
    "Filen har inget fingeravtryck: den är gjord av ett utkast, innan handlingen fick sitt, eller "
    "av något annat."
)
_LONGEST = 200
"""How many characters of what stands around a document are told."""

_OTHER_LOOK = "Utseendet är ett annat än det är nu och kan dölja ord: öppna filen och jämför."
_DIFFERENT = "Orden är inte handlingens."
_ANNEXED = (
    "Filen är jämförd med handlingen och förteckningen ”Ändrat sedan föregående beslut”, så som "
    "de båda revisionerna är nu."
)
_MANDATE_ALTERED = (
    "Handlingen har själv ändrats sedan beslutet, så den kan inte visa om filen är rätt. Återställ "
    "handlingen först."
)
_REMARKS = (
    "Filen har kommentarer eller stämplar. De ingår inte i jämförelsen och kan täcka text: titta "
    "på dem."
)
