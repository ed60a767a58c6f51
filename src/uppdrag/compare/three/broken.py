"""Lines of a base that one of two split or merged in; the same lines as both made them out.

They are compared as one text, in which the end of a line is a sign like another. So a paragraph can
be split by one and reworded by the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from uppdrag.compare.fates import Fate, fate
from uppdrag.compare.line import Line, joined, text_of
from uppdrag.compare.marked import MarkedLine
from uppdrag.compare.three.lines import taken_away
from uppdrag.compare.three.makers import OURS, SIDES, THEIRS, Authored
from uppdrag.compare.three.marks import TAKEN_AWAY, clash_in, clashing, noted
from uppdrag.compare.three.settle import Settling
from uppdrag.compare.three.stretches import Texts
from uppdrag.compare.three.words import BREAK, atoms, plain_text
from uppdrag.document.tree import Inlines, Run


def broken_lines(settling: Settling, first: int, last: int) -> list[Authored]:
    """Return the lines of the base from the first to before the last, as both made them."""
    base = settling.base[first:last]
    made = [list(course.within(first, last)) for course in settling.courses]
    ours, theirs = (_text(lines or base) for lines in made)
    texts = (_text(base), ours, theirs)
    by = settling.names.of(side for side in SIDES if texts[side + 1] != texts[0])
    lines = list(_lines(settling, (base, *made), texts))
    gone = [side for side in SIDES if not made[side]]
    if gone:
        return _kept_by_one(settling, lines, gone[0], texts)
    clash = next(filter(None, (clash_in(line.cells) for line in lines)), 0)
    return [Authored(line, _own(line) or by, clash) for line in lines]


def _lines(
    settling: Settling, three: Sequence[Sequence[Line]], texts: Texts
) -> Iterator[MarkedLine]:
    flat = [text_of(text) for text in texts]
    row: list[Run] = []
    for atom in atoms(texts, settling.names, settling.clashes):
        if atom.run.text != BREAK:
            row.append(atom.run)
            continue
        old, ours, theirs = (
            None if at is None or not lines else lines[text.count(BREAK, 0, at)]
            for at, text, lines in zip(atom.at, flat, three, strict=True)
        )
        yield MarkedLine(old, _new(settling, old, ours, theirs), (joined(row),))
        row = []
    old, ours, theirs = (lines[-1] if lines else None for lines in three)
    yield MarkedLine(old, _new(settling, old, ours, theirs), (joined(row),))


def _new(
    settling: Settling, old: Line | None, ours: Line | None, theirs: Line | None
) -> Line | None:
    """Return the line that the merged document has at an end of a line, if it has one there."""
    if ours is None and theirs is None:
        return None
    if old is not None:
        return settling.standing(old, (ours, theirs))
    side, line = (OURS, ours) if ours is not None else (THEIRS, theirs)
    assert line is not None  # noqa: S101 - one of the two has it
    return settling.placed(side, line)


def _kept_by_one(
    settling: Settling, lines: Sequence[MarkedLine], gone: int, texts: Texts
) -> list[Authored]:
    """Return lines that one took away and the other changed: they stay, and clash."""
    base, *others = map(plain_text, texts)
    others[gone] = ""
    clash = settling.clashes.add(taken_away(base, others[OURS], others[THEIRS], settling.names))
    by = settling.names.of([gone])
    found = [replace(line, cells=clashing(line.cells, clash)) for line in lines]
    at = 0 if gone == OURS else -1
    found[at] = replace(found[at], cells=noted(found[at].cells, by, clash, TAKEN_AWAY, at))
    return [Authored(line, settling.names.of([1 - gone]), clash) for line in found]


def _own(line: MarkedLine) -> str:
    """Return who alone added, or took away, a line that both have none of."""
    makers = {run.mark.by for cell in line.cells for run in cell if run.mark}
    is_whole = fate(line) in {Fate.CAME, Fate.GONE}
    return makers.pop() if is_whole and len(makers) == 1 else ""


def _text(lines: Sequence[Line]) -> Inlines:
    runs: list[Run] = []
    for index, line in enumerate(lines):
        if index:
            runs.append(Run(BREAK))
        runs.extend(line.cells[0])
    return tuple(runs)
