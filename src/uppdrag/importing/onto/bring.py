"""A mandate, the Word file that was made of it and the same file edited in; the new YAML out.

The result is proved: read and composed again it has to give the lines that the edited file shows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import unified_diff

from uppdrag.compare.lines import Line, Shape, lines_of
from uppdrag.document import compose
from uppdrag.document.tree import Document, Run
from uppdrag.findings import UppdragError
from uppdrag.importing.onto.assemble import Base, assemble
from uppdrag.importing.onto.gather import gather
from uppdrag.importing.onto.inlines import words_of
from uppdrag.importing.onto.merge import Merging, Prefer
from uppdrag.importing.onto.page import PageLine, page_lines
from uppdrag.importing.onto.pairs import base_marks, partners
from uppdrag.importing.onto.slots import slots
from uppdrag.importing.onto.yaml_values import Data
from uppdrag.importing.word.file import WordFile
from uppdrag.model import Uppdragshandling, read
from uppdrag.model.handling import Path


@dataclass(frozen=True, slots=True)
class Origin:
    """The mandate that a Word file was made of, and that file as it was when it was made."""

    data: Mapping[str, Data]
    handling: Uppdragshandling
    document: Document
    file: WordFile


@dataclass(frozen=True, slots=True)
class Brought:
    """The data that the edited file says, comments at their values, and what is to be told.

    `differs` are the lines that the result would print otherwise than the edited file does.
    """

    data: dict[str, Data]
    remarks: Mapping[Path, Sequence[str]]
    told: tuple[str, ...]
    differs: tuple[str, ...]


def bring(base: Origin, edited: WordFile) -> Brought:
    """Return what a mandate's data is with the edits of a Word file."""
    page = page_lines(base.file)
    lines = _as_shown(lines_of(base.document), page)
    new = page_lines(edited)
    found = slots(base.handling, lines)
    pairs = partners(lines, base_marks(page), new)
    gathered = gather(found, list(base.data), new, pairs)
    known = Base(base.data, base.handling.typ, found, page)
    made = assemble(known, gathered, new, pairs)
    data = _but_for_what_is_misread(known, made.data)
    remarks: dict[Path, list[str]] = {}
    for at, one in enumerate(new):
        for remark in one.remarks:
            who = ", ".join(filter(None, (remark.author, remark.day)))
            about = f" om ”{remark.about}”" if remark.about else ""
            words = " ".join(f"Granskning ({who}){about}: {remark.text}".split())
            remarks.setdefault(gathered.places.get(at, ()), []).append(words)
    return Brought(data, remarks, made.told, tuple(differing(data, new)))


def _but_for_what_is_misread(base: Base, made: dict[str, Data]) -> dict[str, Data]:
    """Return the data without what is read otherwise of the file as it was, before any edit."""
    same = list(range(len(base.page)))
    untouched = gather(base.slots, list(base.data), base.page, same)
    misread = assemble(base, untouched, base.page, same).data
    if misread == base.data and list(misread) == list(base.data):
        return made
    merged: dict[str, Data] = Merging(Prefer.WORD).merge(misread, made, dict(base.data))
    return merged


def differing(data: Mapping[str, Data], new: Sequence[PageLine]) -> list[str]:
    """Return the lines that data would print otherwise than a page shows them."""
    wanted = [_shown(one.line) for one in new]
    made = [_shown(line) for line in lines_of(compose(read(data))) if _is_shown(line)]
    rows = unified_diff(made, wanted, n=0, lineterm="")
    return [row for row in rows if not row.startswith(("---", "+++", "@@"))]


def _is_shown(line: Line) -> bool:
    return any(words_of(cell).strip() for cell in line.cells)


def _as_shown(lines: Sequence[Line], page: Sequence[PageLine]) -> list[Line]:
    """Return the lines that Word shows, as many as it shows: those without words it does not."""
    if len(lines) == len(page):
        return list(lines)
    shown = [line for line in lines if _is_shown(line)]
    if len(shown) != len(page):
        message = (
            f"Handlingen har {len(shown)} rader, men dess Word-fil {len(page)}. Ändringarna kan "
            "inte föras hem säkert. Ändra i YAML-filen i stället."
        )
        raise UppdragError(message)
    return shown


def _shown(line: Line) -> str:
    """Return a line as text: what it is, where it stands, and its words with their form."""
    frames = ".".join(
        f"{f.kind.value}{'#' if f.ordered else ''}" for f in line.frames if f.kind.value != "fact"
    )
    role = line.role.value if line.role.value.startswith(("signer", "decision")) else ""
    shape = "value" if line.shape is Shape.FACT else line.shape.value
    cells = " | ".join("".join(map(_formed, cell)) for cell in line.cells)
    return f"{shape}{line.level or ''} {frames} {role}: {cells}"


def _formed(run: Run) -> str:
    target = f"<{run.target}>" if run.target else ""
    return f"{'*' * run.bold}{'/' * run.italic}{run.text}{target}"
