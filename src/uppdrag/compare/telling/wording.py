"""A marked document and a change in; the wording before and after it, sentences whole, out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from uppdrag.compare.changes.cell_context import CELLS, beside, is_row
from uppdrag.compare.changes.change import Change, Kind
from uppdrag.compare.marked import (
    IN_NEW,
    IN_OLD,
    Marked,
    MarkedLine,
    kind_of,
    new_runs,
    old_runs,
)
from uppdrag.compare.telling.nouns import is_whole_sentence
from uppdrag.compare.telling.told import spelled
from uppdrag.document.tree import Inlines, MarkKind, Run

_SENTENCE_ENDS = re.compile(r"[.?!] ")


@dataclass(frozen=True, slots=True)
class Wording:
    """What was said and what is said instead; the words that differ are bold."""

    old: Inlines
    new: Inlines


def wordings(marked: Marked) -> dict[int, Wording]:
    """Return the sentences around each change of words within a line, by the change's number."""
    return {
        number: Wording(
            _in_row(line, cell, _side(cell, number, IN_OLD), old_runs),
            _in_row(line, cell, _side(cell, number, IN_NEW), new_runs),
        )
        for line in marked.lines
        for cell in line.cells
        for number in _numbers(cell)
    }


def worded(change: Change, found: Mapping[int, Wording]) -> Wording:
    """Return the wording of a change of words: its sentences, or only what came and went."""
    alone = Wording(_plain(change.old, change.new), _plain(change.new, change.old))
    wording = found.get(change.number)
    if change.kind is not Kind.REWORDED or wording is None or is_whole_sentence(change):
        return alone
    if (_bold(wording.old), _bold(wording.new)) != (change.old, change.new):
        return alone
    if any(map(_is_kept, (*wording.old, *wording.new))):
        return wording
    return Wording(_unmarked(wording.old), _unmarked(wording.new))


def _is_kept(run: Run) -> bool:
    """Tell whether a run is words that stand in both wordings, not only a full stop."""
    return not run.bold and any(map(str.isalnum, run.text))


def _unmarked(inlines: Inlines) -> Inlines:
    return (Run("".join(run.text for run in inlines)),) if inlines else ()


def _in_row(
    line: MarkedLine, cell: Inlines, words: Inlines, side: Callable[[Inlines], Inlines]
) -> Inlines:
    """Return words of a cell among the other cells of its row, so that the row is known."""
    if not words or not is_row(line):
        return words
    left, right = beside(line, cell, side)
    return (
        *(Run(f"{text}{CELLS}") for text in left),
        *words,
        *(Run(f"{CELLS}{text}") for text in right),
    )


def _numbers(cell: Inlines) -> set[int]:
    return {run.mark.change for run in cell if run.mark is not None}


def _side(cell: Inlines, number: int, kinds: frozenset[MarkKind | None]) -> Inlines:
    """Return the sentences of one side that a change touches, its words in bold."""
    marked = [at for at, run in enumerate(cell) if run.mark and run.mark.change == number]
    runs: list[Run] = []
    length = first = last = 0
    for at, run in enumerate(_without_label(cell)):
        is_changed = marked[0] <= at <= marked[-1]
        if at == marked[0]:
            first = length
        if kind_of(run) in kinds:
            runs.append(Run(run.text, bold=is_changed))
            length += len(run.text)
        if at == marked[-1]:
            last = length
    text = "".join(run.text for run in runs)
    return tuple(_cut(runs, *_sentences(text, first, last)))


def _without_label(cell: Inlines) -> Iterator[Run]:
    """Yield the runs, the label that the section's name tells without its words."""
    label = cell[0]
    is_label = label.bold and label.mark is None and label.text.rstrip().endswith((":", "?"))
    for at, run in enumerate(cell):
        if is_label and at == 0:
            yield replace(run, text="")
        else:
            yield replace(run, text=run.text.lstrip(" ")) if is_label and at == 1 else run


def _sentences(text: str, first: int, last: int) -> tuple[int, int]:
    """Return where the sentences begin and end that hold the characters from first to last."""
    start = max((found.end() for found in _SENTENCE_ENDS.finditer(text, 0, first)), default=0)
    ends = _SENTENCE_ENDS.search(text, max(last - 1, start))
    return start, ends.start() + 1 if ends else len(text)


def _cut(runs: Sequence[Run], start: int, end: int) -> Iterator[Run]:
    at = 0
    for run in runs:
        text = run.text[max(0, start - at) : max(0, end - at)]
        at += len(run.text)
        if text:
            yield replace(run, text=text)


def _bold(inlines: Inlines) -> str:
    return "".join(run.text for run in inlines if run.bold).strip(" ")


def _plain(text: str, other: str) -> Inlines:
    return (Run(spelled(text, other)),) if text else ()
