"""A text and two edits of it in; all of it as one text with marks that tell who, out.

What clashes holds both: what stood there once, then ours, then theirs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeAlias

from uppdrag.compare.line import joined, text_of
from uppdrag.compare.three.makers import OURS, SIDES, THEIRS, Clash, Clashes, Names
from uppdrag.compare.three.stretches import Stretch, Texts, Verdict, part, parts, stretches
from uppdrag.document.tree import Inlines, Mark, MarkKind, Run

BREAK = "\0"
"""Stands for the end of a line where several lines are one text; no text holds it."""

OR = " / "
"""Stands between two texts that clash."""

_At: TypeAlias = tuple[int | None, int | None, int | None]


@dataclass(frozen=True, slots=True)
class Atom:
    """A run with its mark, and where it begins in the base, ours and theirs, if it is there."""

    run: Run
    at: _At = (None, None, None)


def merged_words(texts: Texts, names: Names, clashes: Clashes) -> Inlines:
    """Return three texts as one."""
    if texts[0] == texts[1] == texts[2]:
        return texts[1]
    return joined(atom.run for atom in atoms(texts, names, clashes))


def atoms(texts: Texts, names: Names, clashes: Clashes) -> Iterator[Atom]:
    """Yield the runs of three texts as one; none is of two forms in any of them."""
    writer = _Writer(texts, names, clashes)
    for stretch in stretches(texts):
        yield from writer.of(stretch)


def plain_text(runs: Iterable[Run]) -> str:
    """Return the words of runs, a line each, without the spaces around them."""
    text = text_of(runs).replace(BREAK, "\n")
    return text.strip(" ") or text


@dataclass(slots=True)
class _Writer:
    texts: Texts
    names: Names
    clashes: Clashes

    def of(self, stretch: Stretch) -> Iterator[Atom]:
        match stretch.verdict:
            case Verdict.KEPT:
                yield from self._kept(stretch)
            case Verdict.OURS:
                yield from self._replaced(stretch, self.names.ours, OURS)
            case Verdict.THEIRS:
                yield from self._replaced(stretch, self.names.theirs, THEIRS)
            case Verdict.ALIKE:
                yield from self._replaced(stretch, self.names.both, OURS)
            case Verdict.IN_TURN:
                yield from self._both(stretch, 0, " ")
            case Verdict.CLASH:
                base, ours, theirs = (
                    plain_text(part(text, span))
                    for text, span in zip(self.texts, _spans(stretch), strict=True)
                )
                yield from self._both(stretch, self.clashes.add(Clash(base, ours, theirs)), OR)

    def _replaced(self, stretch: Stretch, by: str, side: int) -> Iterator[Atom]:
        yield from self._gone(stretch, Mark(MarkKind.DELETED, by=by))
        yield from self._came(stretch, Mark(MarkKind.INSERTED, by=by), side)

    def _both(self, stretch: Stretch, clash: int, between: str) -> Iterator[Atom]:
        yield from self._gone(stretch, Mark(MarkKind.DELETED, clash, by=self.names.both))
        one, other = (
            list(
                self._came(stretch, Mark(MarkKind.INSERTED, clash, by=self.names.of([side])), side)
            )
            for side in SIDES
        )
        yield from one
        between = _between(one[-1].run.text, other[0].run.text, between) if one and other else ""
        if between:
            mark = Mark(MarkKind.INSERTED, clash, by=self.names.theirs)
            yield Atom(Run(between, mark=mark))
        yield from other

    def _gone(self, stretch: Stretch, mark: Mark) -> Iterator[Atom]:
        for run, at in parts(self.texts[0], stretch.base):
            yield Atom(replace(run, mark=mark), (at, None, None))

    def _came(self, stretch: Stretch, mark: Mark, side: int) -> Iterator[Atom]:
        for run, at in parts(self.texts[side + 1], _spans(stretch)[side + 1]):
            place: _At = (None, at, None) if side == OURS else (None, None, at)
            yield Atom(replace(run, mark=mark), place)

    def _kept(self, stretch: Stretch) -> Iterator[Atom]:
        """Yield words that stay, in the form that either gave them."""
        spans = _spans(stretch)
        starts = {
            at - span[0]
            for text, span in zip(self.texts, spans, strict=True)
            for _, at in parts(text, span)
        }
        length = stretch.base[1] - stretch.base[0]
        for first, last in pairwise([*sorted(starts), length]):
            three = [
                next(parts(text, (span[0] + first, span[0] + last)))
                for text, span in zip(self.texts, spans, strict=True)
            ]
            places = (three[0][1], three[1][1], three[2][1])
            yield Atom(self._formed(*(run for run, _ in three)), places)

    def _formed(self, base: Run, ours: Run, theirs: Run) -> Run:
        bold = ours.bold if ours.bold is not base.bold else theirs.bold
        italic = ours.italic if ours.italic is not base.italic else theirs.italic
        mark = None
        if (bold, italic) != (base.bold, base.italic):
            was = base.bold, base.italic
            sides = [
                side
                for side, run in ((OURS, ours), (THEIRS, theirs))
                if (run.bold, run.italic) != was
            ]
            mark = Mark(MarkKind.REFORMATTED, 0, *was, by=self.names.of(sides))
        return Run(ours.text, bold, italic, ours.target, ours.origin, mark)


def _between(one: str, other: str, between: str) -> str:
    """Return what parts two texts, with no more white space than there has to be."""
    if one[-1] == BREAK or other[0] == BREAK:
        return ""
    if one[-1].isspace():
        between = between.lstrip()
    return between.rstrip() if other[0].isspace() else between


def _spans(stretch: Stretch) -> tuple[tuple[int, int], tuple[int, int], tuple[int, int]]:
    return stretch.base, stretch.ours, stretch.theirs
