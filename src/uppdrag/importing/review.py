"""The text of a file and the mandate made of it in; for each line where it went, and how, out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from uppdrag.compare.line import Line, text_of
from uppdrag.compare.lines import lines_of
from uppdrag.document import compose
from uppdrag.findings import Severity
from uppdrag.importing.note import Imported, Note
from uppdrag.importing.words import words
from uppdrag.model import dump, read
from uppdrag.source import load

REACH = 40
"""Lines of the mandate among which a line of the text is looked for."""


class Standing(StrEnum):
    """How sure it is where a line went."""

    CERTAIN = "säkert"
    GUESSED = "gissat"
    PERSON = "behöver ses över"
    LEFT_OUT = "inte med"


@dataclass(frozen=True, slots=True)
class Placed:
    """A line of the text: its number, its words, the keys that it went to, and what is said."""

    number: int
    words: str
    keys: tuple[str, ...]
    standing: Standing
    notes: tuple[str, ...]


def placed(imported: Imported, text: str) -> tuple[Placed, ...]:
    """Return every line that has words, in order."""
    # Only what has been read from a file knows the keys that it stands at.
    data = load(dump(imported.handling), "").data()
    handling = read(data) if isinstance(data, dict) else imported.handling
    lines = [(_words_of(line), _key(line)) for line in lines_of(compose(handling))]
    notes: dict[int, list[Note]] = {}
    for note in imported.notes:
        notes.setdefault(note.line, []).append(note)
    return tuple(_placed(text.splitlines(), lines, notes))


def _placed(
    rows: Sequence[str],
    lines: Sequence[tuple[list[str], str]],
    notes: dict[int, list[Note]],
) -> Iterator[Placed]:
    at = 0
    for number, row in enumerate(rows, 1):
        wanted = words(row)
        if not wanted:
            continue
        near = range(at, min(len(lines), at + REACH))
        found = next((i for i in near if _holds(lines[i][0], wanted)), None)
        if found is None:
            found = next((i for i in range(len(lines)) if _holds(lines[i][0], wanted)), None)
        key = lines[found][1] if found is not None else ""
        at = found if found is not None and found >= at else at
        said = notes.get(number, [])
        standing = _standing(said, key)
        yield Placed(number, row.strip(), (key,) if key else (), standing, _told(said))


def _words_of(line: Line) -> list[str]:
    return words(" ".join(map(text_of, line.cells)))


def _key(line: Line) -> str:
    path = line.origin.path or next((f.origin.path for f in line.frames if f.origin.path), ())
    return " › ".join(str(step) for step in path if isinstance(step, str))


def _holds(found: Sequence[str], wanted: Sequence[str]) -> bool:
    """Tell whether the words of one line stand together in the other."""
    shorter, longer = sorted((found, wanted), key=len)
    if not shorter:
        return False
    last = len(longer) - len(shorter)
    return any(longer[i : i + len(shorter)] == shorter for i in range(last + 1))


def _standing(notes: Sequence[Note], key: str) -> Standing:
    if any(note.severity is not Severity.INFO for note in notes):
        return Standing.PERSON
    if not key:
        return Standing.LEFT_OUT
    return Standing.GUESSED if notes else Standing.CERTAIN


def _told(notes: Sequence[Note]) -> tuple[str, ...]:
    return tuple(note.message for note in notes)
