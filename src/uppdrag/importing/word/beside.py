"""What stands beside the text of a Word file in; facts that the text lacks, and notes, out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from uppdrag.document.tree import Inlines
from uppdrag.findings import Severity
from uppdrag.importing.facts import bare_label, facts_in
from uppdrag.importing.places import is_document_type
from uppdrag.importing.word.file import (
    Aside,
    AsideKind,
    Fate,
    WordBlock,
    WordComment,
    WordFile,
    WordNote,
    WordParagraph,
)
from uppdrag.importing.words import words

LONGEST = 300
_HEADS = frozenset({AsideKind.HEADER, AsideKind.FOOTER})
_TOLD = "{kind} {fate}: ”{text}”."
_COMMENT = "Kommentar av {author}{day}{about}: ”{text}” Den är inte med i handlingen."
_REVISED = "Filens sidhuvud har {what} som texten saknar. Det lades först i handlingen."


@dataclass(frozen=True, slots=True)
class Beside:
    """The file with the facts of its page heads in its text, and the notes about all of it."""

    file: WordFile
    notes: tuple[WordNote, ...]


def beside(file: WordFile) -> Beside:
    """Return the file with what its text lacks, and what became of all that stands beside it."""
    body = set(words(" ".join(one.text for one in file.paragraphs())))
    missing = tuple(_missing(file, body))
    asides = [replace(aside, fate=_fate(aside, body, missing)) for aside in file.asides]
    notes = [*_aside_notes(asides), *_comments(file.blocks)]
    shift = len(missing)
    if missing:
        what = ", ".join(" ".join(block.text.split()) for block in missing)
        notes.append(WordNote(_REVISED.format(what=f"”{what}”"), Severity.WARNING, -shift))
    moved = replace(file, blocks=(*missing, *file.blocks), asides=tuple(asides))
    shifted = tuple(
        note if note.block is None else replace(note, block=note.block + shift)
        for note in (*notes, *file.notes)
    )
    return Beside(moved, shifted)


def _missing(file: WordFile, body: set[str]) -> Iterator[WordParagraph]:
    """Yield the lines of page heads that say a fact with a word that the text does not have."""
    lines = [one for block in file.heads for one in _paragraphs(block) if one.text.strip()]
    seen: set[str] = set()
    label: WordParagraph | None = None
    for one in lines:
        text = " ".join(one.text.split())
        if label is not None:
            one = replace(one, runs=(*label.runs, *one.runs))  # noqa: PLW2901 - label and value
            one = replace(one, runs=_with_colon(label, one))  # noqa: PLW2901
            text = " ".join(one.text.split())
            label = None
        elif bare_label(text) is not None:
            label = one
            continue
        is_fact = bool(facts_in(text)) or is_document_type(text)
        if is_fact and text not in seen and not set(words(text)) <= body:
            seen.add(text)
            yield replace(one, heading=None, item=None)


def _with_colon(label: WordParagraph, both: WordParagraph) -> Inlines:
    runs = list(both.runs)
    at = len(label.runs) - 1
    runs[at] = replace(runs[at], text=runs[at].text.strip().removesuffix(":") + ": ")
    return tuple(runs)


def _paragraphs(block: WordBlock) -> Iterator[WordParagraph]:
    if isinstance(block, WordParagraph):
        yield block
        return
    for row in block.rows:
        for cell in row:
            yield from cell


def _fate(aside: Aside, body: set[str], missing: Sequence[WordParagraph]) -> Fate:
    if aside.kind not in _HEADS:
        return aside.fate
    added = {word for one in missing for word in words(one.text)}
    said = [word for word in words(aside.text) if not word.isdigit() or word in body]
    return Fate.REPEATED if set(said) <= body | added else Fate.TOLD


def _aside_notes(asides: Sequence[Aside]) -> Iterator[WordNote]:
    for aside in asides:
        if aside.kind in {AsideKind.COMMENT, AsideKind.TEXT_BOX}:
            continue
        text = aside.text if len(aside.text) <= LONGEST else f"{aside.text[:LONGEST]} …"
        kind = aside.kind.value.capitalize()
        weight = Severity.WARNING if aside.fate is Fate.TOLD else Severity.INFO
        yield WordNote(_TOLD.format(kind=kind, fate=aside.fate.value, text=text), weight)


def _comments(blocks: Sequence[WordBlock]) -> Iterator[WordNote]:
    for at, block in enumerate(blocks):
        for one in _paragraphs(block):
            for comment in one.comments:
                yield WordNote(_said(comment), Severity.WARNING, at)


def _said(comment: WordComment) -> str:
    return _COMMENT.format(
        author=comment.author or "okänd",
        day=f" {comment.date}" if comment.date else "",
        about=f" om ”{comment.about[:80]}”" if comment.about else "",
        text=comment.text,
    )
