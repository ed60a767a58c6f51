"""A marked document in; what one who edited made of each line of the base, and what came, out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile

from uppdrag.compare.fates import Fate, fate
from uppdrag.compare.frames import living_on
from uppdrag.compare.line import Container, Frame, Line
from uppdrag.compare.marked import Marked, MarkedLine


@dataclass(frozen=True, slots=True)
class Broken:
    """Lines of the base that were split or merged, and the new ones that they became."""

    base: range
    new: range


class Course:
    """Where the lines of the base went, by their numbers in the base and in the new document.

    `stays` and `moved` lead from a line of the base to the new one, `base_of` back. `inserted` are
    the new lines that stand before a line of the base, by its number; those that moved there are
    among them. `living` leads from a new container to that of the base which it is, `facts` from a
    fact of the base to the new one that has a value of it.
    """

    def __init__(self, marked: Marked) -> None:
        """Read what became of a document off its marked lines."""
        self.base: list[Line] = []
        self.new: list[Line] = []
        self.stays: dict[int, int] = {}
        self.moved: dict[int, int] = {}
        self.broken: list[Broken] = []
        self.inserted: dict[int, list[int]] = defaultdict(list)
        self.facts: dict[int, int] = {}
        self.living = {now.number: was for was, now in living_on(marked.lines).items()}
        self._read(marked)
        self.base_of = {n: i for found in (self.stays, self.moved) for i, n in found.items()}
        self.gap_of = {n: i for i, found in self.inserted.items() for n in found}
        self._before = self._nearest(range(len(self.new)))
        self._after = self._nearest(range(len(self.new) - 1, -1, -1))
        self.in_broken = {i: one for one in self.broken for i in one.base}

    def _read(self, marked: Marked) -> None:
        away: dict[int, int] = {}
        here: dict[int, int] = {}
        start: tuple[int, int] | None = None
        for line in marked.lines:
            i, n = len(self.base), len(self.new)
            what = fate(line)
            if what is Fate.BROKEN:
                start = start or (i, n)
            elif what is Fate.PAIR:
                self._see_pair(line, start or (i, n))
                start = None
            elif line.new is not None:
                self.inserted[i].append(n)
            if line.move:
                (here if line.old is None else away)[line.move] = n if line.old is None else i
            if line.old is not None:
                self.base.append(line.old)
            if line.new is not None:
                self.new.append(line.new)
        self.moved = {i: here[move] for move, i in away.items()}
        for i, n in self.moved.items():
            self._see_fact(self.base[i], self.new[n])

    def _see_pair(self, line: MarkedLine, start: tuple[int, int]) -> None:
        """Note a line that both documents have; it ends what was split or merged before it."""
        i, n = len(self.base), len(self.new)
        if start == (i, n):
            self.stays[i] = n
        else:
            self.broken.append(Broken(range(start[0], i + 1), range(start[1], n + 1)))
        if line.old is not None and line.new is not None:
            self._see_fact(line.old, line.new)

    def _see_fact(self, old: Line, new: Line) -> None:
        was, now = fact_of(old), fact_of(new)
        if was and now:
            self.facts.setdefault(was.number, now.number)

    def _nearest(self, order: Iterable[int]) -> dict[int, int | None]:
        """Return the last line of the base that comes before each new one, in the order given."""
        found: dict[int, int | None] = {}
        last = None
        for n in order:
            found[n] = last
            if n in self.base_of:
                last = n
        return found

    def line(self, i: int) -> Line | None:
        """Return what became of a line of the base that was neither split nor merged, if it is."""
        n = self.stays.get(i, self.moved.get(i))
        return None if n is None else self.new[n]

    def is_gone(self, i: int) -> bool:
        """Tell whether a line of the base is gone."""
        return i not in self.in_broken and self.line(i) is None

    def within(self, first: int, last: int) -> Iterator[Line]:
        """Yield what became in place of the lines from the first to before the last."""
        seen: set[range] = set()
        for i in range(first, last):
            one = self.in_broken.get(i)
            if one is None:
                if i in self.stays:
                    yield self.new[self.stays[i]]
            elif one.new not in seen:
                seen.add(one.new)
                yield from self.new[one.new.start : one.new.stop]

    def neighbours(self, n: int) -> Iterator[tuple[int, int]]:
        """Yield the nearest lines of the base around a new one, and the containers in common."""
        for beside in (self._before[n], self._after[n]):
            if beside is not None:
                yield self.base_of[beside], shared_frames(self.new[beside], self.new[n])


def fact_of(line: Line) -> Frame | None:
    """Return the fact that a line is a value of, if it is."""
    inner = line.frames[-1] if line.frames else None
    return inner if inner is not None and inner.kind is Container.FACT else None


def shared_frames(line: Line, other: Line) -> int:
    """Return in how many containers two lines of one document stand together."""
    pairs = zip(line.frames, other.frames, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0].number == pair[1].number, pairs))
