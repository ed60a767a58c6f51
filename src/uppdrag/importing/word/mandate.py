"""The bytes of a Word file in; the mandate that it holds, and the notes about reading it, out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from uppdrag.findings import Severity
from uppdrag.importing.lines import FIXED_HYPHEN, SOFT_HYPHEN, Line
from uppdrag.importing.lowering import marked
from uppdrag.importing.note import Imported, Note
from uppdrag.importing.page import Maker, Page, Told
from uppdrag.importing.page_import import import_page
from uppdrag.importing.reading import HYPHENS, import_blocks, import_text
from uppdrag.importing.tracked import Changes
from uppdrag.importing.word.beside import Beside, beside
from uppdrag.importing.word.blocks import placed
from uppdrag.importing.word.file import Fate, WordFile, WordNote, WordParagraph
from uppdrag.importing.word.guessing import heading_levels
from uppdrag.importing.word.read import read_word
from uppdrag.importing.word.tree import is_own, tree_of
from uppdrag.model import Uppdragshandling
from uppdrag.model.rubriker import SECTIONS

_HEADS = ("Sidhuvud", "Sidfot")
_SUMMARY = (
    "Avsnitt som är säkra: {certain}. Avsnitt som är gissade eller fick en egen nyckel: {guessed}. "
    "Ställen som behöver en människa: {person}."
)
_GUESSED = (
    "Filen märker inte ut sina rubriker med formatmallar. De har gissats av hur de ser ut; "
    "kontrollera avsnitten."
)


def import_word(data: bytes, name: str, changes: Changes) -> Imported:
    """Return the mandate that a Word file holds. Raises `UppdragError` as `read_word` does."""
    return understood(read_word(data, name, changes))


def understood(file: WordFile) -> Imported:
    """Return the mandate that a Word file holds; no word of its text is lost.

    A file in the styles of our own template means what it looks like. Of anyone else's the
    headings, lists and tables are certain where the file says so, and guessed where it does not.
    """
    if is_own(file):
        told = (Told(n.message, n.severity) for n in _own_notes(file))
        return import_page(Page(tree_of(file), tuple(told), Maker.OWN), file.name)
    whole = beside(file)
    if _has_no_form(whole.file):
        return _as_text(whole)
    found = placed(whole.file)
    rows = found.rows or ("",)
    imported = import_blocks(found.blocks, file.name, _line(rows, 1))
    notes = [*imported.notes]
    for note in (*whole.notes, *found.notes, *_hyphens(whole.file)):
        number = found.lines.get(note.block, len(rows)) if note.block is not None else 1
        notes.append(Note.at(_line(rows, number), note.message, note.severity))
    if found.are_guessed:
        notes.append(Note.at(_line(rows, 1), _GUESSED, Severity.WARNING))
    summary = _summary(imported.handling, notes, are_guessed=found.are_guessed)
    notes.append(Note.at(_line(rows, 1), summary))
    text = "".join(f"{row}\n" for row in rows)
    return Imported(imported.handling, tuple(sorted(set(notes))), text=text)


def _summary(handling: Uppdragshandling, notes: Sequence[Note], *, are_guessed: bool) -> str:
    """Return how much is certain, how much is guessed, and how much a person must look at."""
    known = sum(section.nyckel in SECTIONS for section in handling.avsnitt)
    certain = 0 if are_guessed else known
    return _SUMMARY.format(
        certain=certain,
        guessed=len(handling.avsnitt) - certain,
        person=sum(note.severity is Severity.WARNING for note in notes),
    )


def _has_no_form(file: WordFile) -> bool:
    """Tell whether a file has nothing but lines: no headings, lists or tables that Word knows."""
    paragraphs = [one for one in file.blocks if isinstance(one, WordParagraph)]
    is_plain = len(paragraphs) == len(file.blocks) and not any(one.item for one in paragraphs)
    return is_plain and not heading_levels(paragraphs).levels


def _as_text(whole: Beside) -> Imported:
    """Return the mandate of a file that is read as copied text is, each paragraph a line."""
    file = whole.file
    rows = [
        line
        for one in file.paragraphs()
        for line in (marked(one.runs) if any(r.bold or r.target for r in one.runs) else one.text)
        .replace("\r", " ")
        .split("\n")
    ]
    text = "".join(f"{row}\n" for row in rows)
    imported = import_text(text, file.name)
    told = [Note.at(_line(rows or [""], 1), n.message, n.severity) for n in whole.notes]
    guessed = Note.at(_line(rows or [""], 1), _GUESSED, Severity.WARNING)
    notes = sorted({*imported.notes, *told, guessed})
    return Imported(imported.handling, tuple(notes), imported.dropped, text)


def _own_notes(file: WordFile) -> Iterator[WordNote]:
    """Yield the notes about a file of our own; what its page heads repeat is no news."""
    for note in beside(file).notes:
        if note.message.startswith(_HEADS):
            if Fate.TOLD.value in note.message:
                yield replace(note, severity=Severity.INFO)
        else:
            yield note


def _hyphens(file: WordFile) -> Iterator[WordNote]:
    for sign in (SOFT_HYPHEN, FIXED_HYPHEN):
        if any(sign in run.text for one in file.paragraphs() for run in one.runs):
            yield WordNote(HYPHENS[sign])


def _line(rows: Sequence[str], number: int) -> Line:
    number = min(max(number, 1), len(rows))
    words = rows[number - 1]
    return Line(number, 1, len(words) + 1, words)
