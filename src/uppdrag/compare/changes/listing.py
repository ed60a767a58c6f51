"""A marked document in; the list of its changes, without markup, out.

Every output counts and tells these, and no other: what a person reads in the browser is what a
program reads in JSON.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from uppdrag.compare.changes.addresses import both_sides, with_addresses
from uppdrag.compare.changes.cell_context import CELLS, in_row, is_row
from uppdrag.compare.changes.change import Change, Kind
from uppdrag.compare.changes.forms import form_note, form_words
from uppdrag.compare.changes.sections import HEAD, Place, places_of
from uppdrag.compare.changes.sentences import STOPS, words_after, words_before
from uppdrag.compare.changes.substance import Matter, matter, matter_of_whole
from uppdrag.compare.changes.touched import touched
from uppdrag.compare.fates import Fate, fate
from uppdrag.compare.line import Container, Line, Shape, text_of
from uppdrag.compare.marked import (
    IN_NEW,
    Marked,
    MarkedLine,
    kind_of,
    new_lines,
    old_lines,
)
from uppdrag.compare.words.tokens import words
from uppdrag.document.tree import Inlines, Mark, MarkKind, Role
from uppdrag.model.handling import Path

HEADING = "Rubrik"
"""What a change within the heading of a section is about."""


def changes_of(marked: Marked) -> tuple[Change, ...]:
    """Return the changes in reading order."""
    numbers: dict[int, list[int]] = defaultdict(list)
    for at, line in enumerate(marked.lines):
        for number in dict.fromkeys(_numbers(line)):
            numbers[number].append(at)
    places = places_of(marked)
    return tuple(
        _change(number, [marked.lines[at] for at in at_lines], [places[at] for at in at_lines])
        for number, at_lines in sorted(numbers.items())
    )


def _numbers(line: MarkedLine) -> Iterator[int]:
    if line.change:
        yield line.change
    for cell in line.cells:
        for run in cell:
            if run.mark is not None:
                yield run.mark.change


def _change(number: int, lines: Sequence[MarkedLine], places: Sequence[Place]) -> Change:
    first = lines[0]
    fates = {fate(line) for line in lines if line.change == number}
    if Fate.MOVED_HERE in fates or Fate.MOVED_AWAY in fates:
        return _moved(number, lines, places)
    if Fate.BROKEN in fates:
        return _broken(number, lines, places[0])
    if Fate.CAME in fates or Fate.GONE in fates:
        return _whole(number, lines, places[0])
    if first.change == number and form_note(first):
        return _reformatted(number, first, places[0])
    return _reworded(number, first, places[0])


def _whole(number: int, lines: Sequence[MarkedLine], place: Place) -> Change:
    came = fate(lines[0]) is Fate.CAME
    text = _text(line.line for line in lines)
    path = lines[0].line.origin.path
    if sum(line.line.shape is Shape.FACT for line in lines) > 1:
        place = Place(HEAD, HEAD)
    return Change(
        number,
        Kind.INSERTED if came else Kind.DELETED,
        place.section,
        path,
        "" if came else text,
        text if came else "",
        matter_of_whole(path),
        place.subject,
        _what([line.line for line in lines]),
    )


def _moved(number: int, lines: Sequence[MarkedLine], places: Sequence[Place]) -> Change:
    away = [line for line in lines if line.new is None]
    here = [line for line in lines if line.old is None]
    told = _line_text if away[0].line.shape is here[0].line.shape else _without_label
    old, new = ("\n".join(told(line.line) for line in end) for end in (away, here))
    went, came = (places[lines.index(end[0])] for end in (away, here))
    path = here[0].line.origin.path
    return Change(
        number,
        Kind.MOVED,
        came.section,
        path,
        old,
        new,
        _matter(path, old, new),
        came.subject,
        _what([line.line for line in here]),
        before=f"från {went.section}" if went.section != came.section else "",
    )


def _broken(number: int, lines: Sequence[MarkedLine], place: Place) -> Change:
    old, new = (
        "\n".join(text_of(line.cells[0]) for line in side)
        for side in (old_lines(lines), new_lines(lines))
    )
    last = lines[-1].line
    return Change(
        number,
        Kind.SPLIT if lines[0].old is None else Kind.MERGED,
        place.section,
        last.origin.path,
        old,
        new,
        _matter(last.origin.path, old, new),
        place.subject,
        form_words(last),
    )


def _reformatted(number: int, line: MarkedLine, place: Place) -> Change:
    text, path = _line_text(line.line), line.line.origin.path
    return Change(
        number,
        Kind.REFORMATTED,
        place.section,
        path,
        text,
        text,
        subject=place.subject,
        what=form_note(line),
    )


def _reworded(number: int, line: MarkedLine, place: Place) -> Change:
    """Return the change of a stretch of words within a line: their form, or the words."""
    cell, first, last = _stretch(number, line)
    stretch = cell[first:last]
    path = _stretch_path(stretch, line)
    old, new = both_sides(stretch)
    subject = HEADING if _is_of_section(line.line) else place.subject
    marks = [run.mark for run in stretch if run.mark]
    if all(mark.kind is MarkKind.REFORMATTED for mark in marks):
        what = _emphasis(marks[0])
        return Change(number, Kind.REFORMATTED, place.section, path, old, new, None, subject, what)
    before = words_before(_new_text(cell[:first]).removeprefix(place.label))
    after = words_after(_new_text(cell[last:]))
    is_sentence = not (old and new) and not before and (old or new).endswith(STOPS)
    if is_row(line):
        before, after = in_row(line, cell, before, after)
    return Change(
        number,
        Kind.REWORDED,
        place.section,
        path,
        *with_addresses(stretch, old, new),
        matter_of_whole(path) if is_sentence else _matter(path, old, new),
        subject,
        before=before,
        after=after,
    )


def _stretch(number: int, line: MarkedLine) -> tuple[Inlines, int, int]:
    """Return the cell that a change of words is in, and its first run and the one after its last.

    What is marked in more than one cell is told of in the first.
    """
    found = (
        (cell, [at for at, run in enumerate(cell) if run.mark and run.mark.change == number])
        for cell in line.cells
    )
    cell, places = next((cell, places) for cell, places in found if places)
    return cell, places[0], places[-1] + 1


def _new_text(runs: Inlines) -> str:
    return text_of(run for run in runs if kind_of(run) in IN_NEW)


def _emphasis(mark: Mark) -> str:
    forms = (("fet", mark.bold), ("kursiv", mark.italic))
    names = [name for name, had in forms if had]
    return f"tidigare {' och '.join(names)}" if names else "tidigare utan betoning"


def _matter(path: Path, old: str, new: str) -> Matter | None:
    """Return what it matters to that one text became another; None where no word differs."""
    changed = touched(words(old), words(new))
    return matter(path, changed) if changed else None


def _text(lines: Iterable[Line]) -> str:
    return "\n".join(map(_line_text, lines))


def _line_text(line: Line) -> str:
    gap = CELLS if line.shape in {Shape.HEADER, Shape.ROW} else " "
    return gap.join(filter(None, (text_of(cell).strip() for cell in line.cells)))


def _without_label(line: Line) -> str:
    """Return what a line says; of a fact its value, for it may have become its second one."""
    return text_of(line.cells[-1]).strip() if line.shape is Shape.FACT else _line_text(line)


def _what(lines: Sequence[Line]) -> str:
    first = lines[0]
    if first.shape is Shape.HEADING:
        return "avsnitt" if len(lines) > 1 else form_words(first)
    if len(lines) > 1:
        if first.role in _SIGNERS:
            return "beslutsfattare"
        kinds = {frame.kind for frame in first.frames}
        names = [name for kind, name in _WHOLES.items() if kind in kinds]
        if names:
            return names[0]
        return f"{len(lines)} {_PLURALS.get(form_words(first), 'stycken')}"
    return "stycke" if first.role is Role.LEAD else form_words(first)


_SIGNERS = frozenset({Role.SIGNER_NAME, Role.SIGNER_TITLE})
_WHOLES: Mapping[Container, str] = {
    Container.NOTE: "anmärkning",
    Container.TABLE: "tabell",
    Container.SIGNATURE: "beslut",
}
_PLURALS = {"punkt": "punkter", "numrerad punkt": "numrerade punkter", "uppgift": "uppgifter"}


def _stretch_path(stretch: Inlines, line: MarkedLine) -> Path:
    """Return the path of the first words that came or got another form, else of the line."""
    for run in stretch:
        if run.mark is not None and run.mark.kind is not MarkKind.DELETED and run.origin.path:
            return _leading_on(run.origin.path, line.line.origin.path)
    return line.line.origin.path


def _leading_on(path: Path, of_line: Path) -> Path:
    """Return the path of the line where it leads on from a path, which may be of its label."""
    return of_line if of_line[: len(path)] == path else path


def _is_of_section(line: Line) -> bool:
    return line.shape is Shape.HEADING and line.level > 1
