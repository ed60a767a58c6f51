"""A mandate and the lines of its document in; what each line stands for in the mandate out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from uppdrag.compare.lines import Container, Line, Shape
from uppdrag.model import Del, Motesfrekvens, Parter, Prosa, Uppdragshandling
from uppdrag.model.handling import Path
from uppdrag.model.rubriker import LABELS, SUBSECTIONS

TEXT_KEYS = frozenset({"anmärkning", "ingress"})
"""Keys whose value is running text and nothing else."""


class Kind(Enum):
    """What a line stands for."""

    FACT = auto()
    TITLE = auto()
    SECTION = auto()
    PART = auto()
    LABEL = auto()
    SENTENCE = auto()
    DECISION = auto()
    RECIPIENTS = auto()
    RECIPIENT = auto()
    TIMETABLE = auto()
    PROSE = auto()

    @property
    def opens(self) -> bool:
        """Tell whether what follows the line, up to the next that opens, belongs with it."""
        return self is not Kind.PROSE


@dataclass(frozen=True, slots=True)
class Slot:
    """What a line stands for: `path` is its value, `text` that of the running text in it.

    `is_worded` tells that the words after a label are made of data.
    """

    kind: Kind
    path: Path
    text: Path | None = None
    is_worded: bool = False


def slots(handling: Uppdragshandling, lines: Sequence[Line]) -> list[Slot]:
    """Return what each line stands for."""
    running = dict(_running(handling))
    labelled = dict(_labelled(handling))
    found = []
    for line in lines:
        slot = _slot(line, running, labelled)
        if slot.kind is Kind.LABEL:
            del labelled[slot.path]
        found.append(slot)
    return found


def canonical(path: Path) -> Path:
    """Return the path that a running text has when its section or part has other keys too."""
    if path[0] in TEXT_KEYS or path[-1] == "text":
        return path
    return (*path, "text")


def _slot(  # noqa: PLR0911 - one return a kind
    line: Line, running: dict[Path, Path], labelled: dict[Path, bool]
) -> Slot:
    kinds = {frame.kind for frame in line.frames}
    path = line.origin.path
    if kinds & {Container.FACTS, Container.LETTERHEAD}:
        values = line.cells[-1]
        own = values[0].origin.path if values else path
        return Slot(Kind.FACT, own if own == ("status",) else path[:1])
    if line.shape is Shape.HEADING:
        return _heading(line.level, path)
    if Container.SIGNATURE in kinds:
        return Slot(Kind.DECISION, path)
    if path == ("dokumenttyp",):
        return Slot(Kind.FACT, path)
    if line.shape in {Shape.HEADER, Shape.ROW} and "poster" in path[1:2]:
        return Slot(Kind.TIMETABLE, path)
    text = next((running[p] for p in _paths(line) if p in running), None)
    if path[:2] in labelled:
        return Slot(Kind.LABEL, path[:2], text, labelled[path[:2]])
    if text is not None:
        return Slot(Kind.PROSE, text, text)
    if path[:1] == ("sändlista",):
        return Slot(Kind.RECIPIENT, path)
    return Slot(Kind.SENTENCE, path[:2])


def _heading(level: int, path: Path) -> Slot:
    if level == 1:
        return Slot(Kind.TITLE, path)
    if path[0] == "sändlista":
        return Slot(Kind.RECIPIENTS, path[:1])
    return Slot(Kind.SECTION, path[:1]) if level == 2 else Slot(Kind.PART, path[:2])  # noqa: PLR2004 - Word's levels


def _paths(line: Line) -> Iterator[Path]:
    yield line.origin.path
    for cell in line.cells:
        yield from (run.origin.path for run in cell)


def _running(handling: Uppdragshandling) -> Iterator[tuple[Path, Path]]:
    """Yield the path of each running text, and its canonical path."""
    texts = [handling.anmarkning, handling.ingress]
    texts.append(handling.sandlista.text if handling.sandlista else None)
    for section in handling.avsnitt:
        for item in section.innehall:
            if isinstance(item, Prosa):
                texts.append(item)
            elif isinstance(item, Del | Motesfrekvens):
                texts.append(item.text)
    yield from ((t.path, canonical(t.path)) for t in texts if t is not None)


def _labelled(handling: Uppdragshandling) -> Iterator[tuple[Path, bool]]:
    """Yield the path of each part that begins with a label, and whether data follows it."""
    for section in handling.avsnitt:
        for item in section.innehall:
            if isinstance(item, Motesfrekvens | Parter):
                is_worded = isinstance(item, Parter) or item.text is None
                yield (section.nyckel, item.nyckel), is_worded
            elif isinstance(item, Del):
                has_heading = item.rubrik or (not item.etikett and item.nyckel in SUBSECTIONS)
                if item.etikett or (item.nyckel in LABELS and not has_heading):
                    yield (section.nyckel, item.nyckel), item.text is None
