"""A marked document in; the list of its changes, without markup, out.

Every output counts and tells these, and no other: what a person reads in the browser is what a
program reads in JSON.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from uppdrag.compare.display import form_note, form_words
from uppdrag.compare.lines import Line, Shape, text_of
from uppdrag.compare.marked import (
    IN_NEW,
    IN_OLD,
    Marked,
    MarkedLine,
    new_runs,
    old_runs,
)
from uppdrag.compare.numbering import Fate, fate
from uppdrag.compare.sections import Place, places_of
from uppdrag.compare.substance import Matter, matter
from uppdrag.compare.tokens import words
from uppdrag.compare.touched import touched
from uppdrag.document.tree import Inlines, MarkKind, Run
from uppdrag.model.handling import Path

CONTEXT = 5
"""Words of the sentence that are told before and after a change within it."""

CELLS = " | "
"""What parts the cells of a table's row in the text of a change."""


class Kind(StrEnum):
    """What kind of change it is."""

    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED = "moved"
    REWORDED = "reworded"
    SPLIT = "split"
    MERGED = "merged"
    REFORMATTED = "reformatted"


@dataclass(frozen=True, slots=True)
class Change:
    """One change, in words.

    `section` names the headings and label that it stands under, `path` the value in the file. `old`
    and `new` are the words that went and came; several lines are parted by line breaks. `before`
    and `after` are words of the same sentence around them. `what` says what came or went whole
    (`punkt`), or what form there was. `is_printed` is False for data that the document does not
    show. `by` is who made the change, where several did, and `conflict` the number of the conflict
    (from 1) that it is one side of.
    """

    number: int
    kind: Kind
    section: str
    path: Path
    old: str
    new: str
    matter: Matter | None = None
    subject: str = ""
    what: str = ""
    before: str = ""
    after: str = ""
    is_printed: bool = True
    by: str = ""
    conflict: int = 0

    @property
    def saklig(self) -> bool:
        """Tell whether the change is one of substance."""
        return self.matter is not None


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


def substantial_first(changes: Iterable[Change]) -> list[Change]:
    """Return the changes by weight: those of substance first, by what they matter to."""
    order = {found: index for index, found in enumerate(Matter)}
    return sorted(
        changes,
        key=lambda change: (
            order[change.matter] if change.matter is not None else len(order),
            change.number,
        ),
    )


def counts(changes: Iterable[Change]) -> dict[str, int]:
    """Return how many changes there are of each kind, in all, and of substance."""
    listed = list(changes)
    found = Counter(change.kind for change in listed)
    return {
        **{kind.value: found[kind] for kind in Kind},
        "total": len(listed),
        "saklig": sum(change.saklig for change in listed),
    }


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
    text = "\n".join(_line_text(line.line) for line in lines)
    path = _path(lines[0].line)
    what = _what([line.line for line in lines])
    return Change(
        number,
        Kind.INSERTED if came else Kind.DELETED,
        place.section,
        path,
        "" if came else text,
        text if came else "",
        matter(path, words(text), is_whole=True),
        place.subject,
        what,
    )


def _moved(number: int, lines: Sequence[MarkedLine], places: Sequence[Place]) -> Change:
    away = [line for line in lines if line.new is None]
    here = [line for line in lines if line.old is None]
    at = lines.index(here[0])
    old = "\n".join(_line_text(line.line) for line in away)
    new = "\n".join(_line_text(line.line) for line in here)
    came, went = places[at], places[lines.index(away[0])]
    path = _path(here[0].line)
    what = _what([line.line for line in here])
    changed = _touched(old, new)
    found = matter(path, changed, is_whole=False) if changed else None
    before = f"från {went.section}" if went.section != came.section else ""
    return Change(
        number, Kind.MOVED, came.section, path, old, new, found, came.subject, what, before
    )


def _broken(number: int, lines: Sequence[MarkedLine], place: Place) -> Change:
    is_split = lines[0].old is None
    old = "\n".join(_joined_lines(lines, is_new=False))
    new = "\n".join(_joined_lines(lines, is_new=True))
    path = _path(lines[-1].line)
    changed = _touched(old, new)
    found = matter(path, changed, is_whole=False) if changed else None
    kind = Kind.SPLIT if is_split else Kind.MERGED
    what = form_words(lines[-1].line)
    return Change(number, kind, place.section, path, old, new, found, place.subject, what)


def _reformatted(number: int, line: MarkedLine, place: Place) -> Change:
    new = _line_text(line.line)
    what = form_note(line)
    path = _path(line.line)
    return Change(
        number, Kind.REFORMATTED, place.section, path, new, new, None, place.subject, what
    )


def _reworded(number: int, line: MarkedLine, place: Place) -> Change:
    cell = next(
        cell for cell in line.cells if any(run.mark and run.mark.change == number for run in cell)
    )
    at = [n for n, run in enumerate(cell) if run.mark and run.mark.change == number]
    stretch = cell[at[0] : at[-1] + 1]
    path = _cell_path(stretch, line)
    old, new = _shown(stretch, IN_OLD), _shown(stretch, IN_NEW)
    if all(run.mark is None or run.mark.kind is MarkKind.REFORMATTED for run in stretch):
        what = _emphasis(stretch[0])
        return Change(
            number, Kind.REFORMATTED, place.section, path, old, new, None, place.subject, what
        )
    before = _before(text_of(new_runs(cell[: at[0]])), place.label)
    after = _after(text_of(new_runs(cell[at[-1] + 1 :])))
    is_sentence = not (old and new) and not before and (old or new).endswith((".", "?", "!"))
    changed = _touched(old, new)
    found = matter(path, changed, is_whole=is_sentence) if changed or is_sentence else None
    return Change(
        number,
        Kind.REWORDED,
        place.section,
        path,
        old,
        new,
        found,
        place.subject,
        before=before,
        after=after,
    )


def _shown(stretch: Inlines, kinds: frozenset[MarkKind | None]) -> str:
    """Return the words of one side; an address where only that tells the two sides apart."""
    runs = [run for run in stretch if (run.mark.kind if run.mark else None) in kinds]
    text = text_of(runs).strip(" ")
    other = text_of(run for run in stretch if run.mark is None or run not in runs)
    targets = {run.target for run in stretch if run.mark is not None}
    if text and len(targets) > 1 and text == other.strip(" "):
        address = next((run.target for run in runs if run.mark is not None and run.target), None)
        return f"{text} ({address})" if address else text
    return text or text_of(runs)


def _emphasis(run: Run) -> str:
    mark = run.mark
    assert mark is not None  # noqa: S101 - only marked runs get here
    names = [
        name
        for name, was in (("fet", mark.bold), ("kursiv", mark.italic))
        if was
    ]
    return f"tidigare {' och '.join(names)}" if names else "tidigare utan betoning"


def _before(text: str, label: str) -> str:
    """Return the last words of the sentence before a change; a label in front is told apart."""
    if label and text.startswith(label):
        text = text[len(label) :]
    sentence = _last_sentence(text)
    return " ".join(sentence.split(" ")[-CONTEXT - 1 :]).strip(" ") if sentence.strip() else ""


def _last_sentence(text: str) -> str:
    for at in range(len(text) - 2, -1, -1):
        if text[at] in ".?!" and text[at + 1] == " ":
            return text[at + 2 :]
    return text


def _after(text: str) -> str:
    for at in range(len(text) - 1):
        if text[at] in ".?!" and text[at + 1] == " ":
            text = text[: at + 1]
            break
    return " ".join(text.strip(" ").split(" ")[:CONTEXT])


def _touched(old: str, new: str) -> list[str]:
    """Return the words that only one of two texts has, in order."""
    return touched(words(old), words(new))


def _joined_lines(lines: Sequence[MarkedLine], *, is_new: bool) -> Iterator[str]:
    carried = ""
    for line in lines:
        runs = new_runs(line.cells[0]) if is_new else old_runs(line.cells[0])
        carried += text_of(runs)
        if (line.new if is_new else line.old) is not None:
            yield carried
            carried = ""


def _line_text(line: Line) -> str:
    gap = CELLS if line.shape in {Shape.HEADER, Shape.ROW} else " "
    return gap.join(filter(None, (text_of(cell).strip() for cell in line.cells)))


def _what(lines: Sequence[Line]) -> str:
    first = lines[0]
    if first.shape is Shape.HEADING:
        return "avsnitt" if len(lines) > 1 else form_words(first)
    if len(lines) > 1:
        kinds = {frame.kind for frame in first.frames}
        names = [name for kind, name in _WHOLES.items() if kind in kinds]
        if names:
            return names[0]
        return f"{len(lines)} {_PLURALS.get(form_words(first), 'stycken')}"
    return form_words(first)


_WHOLES: Mapping[str, str] = {
    "note": "anmärkning",
    "table": "tabell",
    "signature": "beslut",
}
_PLURALS = {"punkt": "punkter", "numrerad punkt": "numrerade punkter", "uppgift": "uppgifter"}


def _path(line: Line) -> Path:
    return line.origin.path


def _cell_path(stretch: Inlines, line: MarkedLine) -> Path:
    for run in stretch:
        if run.mark is not None and run.mark.kind is not MarkKind.DELETED and run.origin.path:
            return run.origin.path
    return line.line.origin.path
