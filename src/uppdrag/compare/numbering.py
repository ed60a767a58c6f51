"""Marked lines in; the same with the number of the change that each mark belongs to out.

A change is what a reader would call one: a few words that became others, a point that was added, a
section that moved with all that stands in it. Numbers follow the reading order, from 1.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import accumulate

from uppdrag.compare.changes.sentences import SENTENCE_END
from uppdrag.compare.fates import Fate, fate
from uppdrag.compare.lines import Container, Line, Shape
from uppdrag.compare.marked import MarkedLine
from uppdrag.compare.words.tokens import is_word, tokens
from uppdrag.document.tree import Inlines, Mark, MarkKind, Role, Run

WORDS_BETWEEN = 2
"""Unchanged words; stretches of a line with no more between them are one change."""

_WHOLE = frozenset(
    {
        Container.NOTE,
        Container.TABLE,
        Container.LETTERHEAD,
        Container.FACT,
        Container.ITEM,
        Container.SIGNATURE,
    }
)
"""Containers that come, or go, as one change."""


_APART = frozenset({Container.NOTE, Container.SIGNATURE})
_OF_SIGNER = frozenset({Role.SIGNER_NAME, Role.SIGNER_TITLE})


def numbered(lines: Iterable[MarkedLine]) -> tuple[MarkedLine, ...]:
    """Return the lines with their changes numbered."""
    return tuple(_Numbering(list(lines)).lines())


class _Numbering:
    def __init__(self, lines: Sequence[MarkedLine]) -> None:
        self.given = lines
        self.count = 0
        self.fates = [fate(line) for line in lines]
        self.by_move: dict[int, int] = {}
        self.lists_seen: set[int] = set()
        self.away = self._moves(Fate.MOVED_AWAY)
        self.here = self._moves(Fate.MOVED_HERE)
        self.by_rank = {rank: move for move, rank in self.away.items()}
        self.kept_old = _frames_kept(line.old for line in lines if line.new or line.move)
        self.kept_new = _frames_kept(line.new for line in lines if line.old or line.move)
        self.scope: tuple[Fate, int] | None = None

    def _moves(self, end: Fate) -> dict[int, int]:
        """Return, by move, how many lines stand before it; what came or went is not counted."""
        ranks = accumulate(found not in {Fate.CAME, Fate.GONE} for found in self.fates)
        each = zip(self.given, self.fates, ranks, strict=True)
        return {line.move: rank for line, found, rank in each if found is end}

    def lines(self) -> list[MarkedLine]:
        out: list[MarkedLine] = []
        broken = False
        for at, line in enumerate(self.given):
            match self.fates[at]:
                case Fate.PAIR if broken:
                    out.append(_with_number(line, self.count))
                case Fate.PAIR:
                    out.append(self._pair(line))
                case Fate.BROKEN:
                    number = self.count if broken else self._next()
                    out.append(_with_number(line, number))
                case Fate.CAME | Fate.GONE:
                    number = self.count if self._continues(at) else self._next()
                    out.append(_with_number(line, number))
                case Fate.MOVED_AWAY | Fate.MOVED_HERE:
                    out.append(_with_number(line, self._move(at)))
            broken = self.fates[at] is Fate.BROKEN
            self._see(at)
        return out

    def _next(self) -> int:
        self.count += 1
        return self.count

    def _see(self, at: int) -> None:
        """Note the heading that what follows belongs to, if it came or went as that did."""
        line = self.given[at].line
        if self.scope is not None and self.scope[0] is not self.fates[at]:
            self.scope = None
        if line.shape is Shape.HEADING:
            is_within = self.scope is not None and line.level > self.scope[1]
            if not is_within:
                whole = self.fates[at] in {Fate.CAME, Fate.GONE}
                self.scope = (self.fates[at], line.level) if whole else None

    def _continues(self, at: int) -> bool:
        """Tell whether a line that came or went belongs to the change of the one before."""
        if at == 0 or self.fates[at - 1] is not self.fates[at]:
            return False
        line, before = self.given[at].line, self.given[at - 1].line
        if _stands_apart(line, before):
            return False
        if self.scope is not None and not (0 < line.level <= self.scope[1]):
            return True
        kept = self.kept_new if self.fates[at] is Fate.CAME else self.kept_old
        whole = {f.number for f in before.frames if f.kind in _WHOLE and f.number not in kept}
        return any(frame.number in whole for frame in line.frames) or _is_of_signer(line, before)

    def _move(self, at: int) -> int:
        move = self.given[at].move
        number = self.by_move.get(move)
        if number is None:
            number = self._moved_before(at) or self._next()
            self.by_move[move] = number
        return number

    def _moved_before(self, at: int) -> int:
        """Return the change of what stood before a moved line if both moved together, else 0."""
        move = self.given[at].move
        before = self.by_rank.get(self.away[move] - 1, 0)
        is_together = before and self.here[before] == self.here[move] - 1
        return self.by_move.get(before, 0) if is_together else 0

    def _pair(self, line: MarkedLine) -> MarkedLine:
        change = self._next() if self._is_reformatted(line) else 0
        if not change and not line.is_changed:
            return line
        cells = tuple(map(self._stretches, line.cells))
        return replace(line, cells=cells, change=change)

    def _is_reformatted(self, line: MarkedLine) -> bool:
        if line.old is None or line.new is None:
            return False
        if line.old.form != line.new.form:
            return True
        return any(
            was.start != now.start and self._first_of(now.number)
            for was, now in zip(line.old.frames, line.new.frames, strict=True)
            if now.kind is Container.LIST and now.ordered
        )

    def _first_of(self, number: int) -> bool:
        is_first = number not in self.lists_seen
        self.lists_seen.add(number)
        return is_first

    def _stretches(self, cell: Inlines) -> Inlines:
        """Return a cell with a number for each stretch of marks that reads as one change."""
        out: list[Run] = []
        between = WORDS_BETWEEN + 1
        is_form = False
        for run in cell:
            if run.mark is None:
                ends = SENTENCE_END.search(run.text) is not None
                between += WORDS_BETWEEN + 1 if ends else sum(map(is_word, tokens(run.text)))
                out.append(run)
                continue
            was_form, is_form = is_form, run.mark.kind is MarkKind.REFORMATTED
            if between > WORDS_BETWEEN or was_form is not is_form:
                self._next()
            between = 0
            out.append(_numbered_run(run, self.count))
        return tuple(out)


def _stands_apart(line: Line, before: Line) -> bool:
    """Tell whether a line begins what belongs to no section, though it stands after one."""
    first = line.frames[:1]
    return first != before.frames[:1] and any(frame.kind in _APART for frame in first)


def _is_of_signer(line: Line, before: Line) -> bool:
    """Tell whether a line gives the title of the one whom the line before names."""
    is_title = line.role is Role.SIGNER_TITLE and before.role in _OF_SIGNER
    return is_title and line.origin.path[:-1] == before.origin.path[:-1]


def _frames_kept(lines: Iterable[Line | None]) -> set[int]:
    return {frame.number for line in lines if line is not None for frame in line.frames}


def _with_number(line: MarkedLine, number: int) -> MarkedLine:
    cells = tuple([tuple([_numbered_run(run, number) for run in cell]) for cell in line.cells])
    return MarkedLine(line.old, line.new, cells, number, line.move)


def _numbered_run(run: Run, number: int) -> Run:
    mark = run.mark
    if mark is None:
        return run
    # Not `replace`, which takes ten times as long.
    new = Mark(mark.kind, number, mark.bold, mark.italic, mark.note, mark.by)
    return Run(run.text, run.bold, run.italic, run.target, run.origin, new)
