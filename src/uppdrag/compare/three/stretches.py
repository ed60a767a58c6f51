"""A text and two edits of it in; the stretches that nobody, one or both changed out.

As in diff3: edits that do not touch go side by side; edits that do are one stretch, in which both
say the same or clash.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import TypeAlias

from uppdrag.compare.line import joined, text_of
from uppdrag.compare.pairing.align import ALIKE_IN_SECTION
from uppdrag.compare.words.cuts import Cut
from uppdrag.compare.words.hunks import Hunk, cut, hunks
from uppdrag.compare.words.tokens import is_word, tokens
from uppdrag.document.tree import Inlines, Run

Span: TypeAlias = tuple[int, int]
"""From and to, in characters, the last excluded."""

Texts: TypeAlias = tuple[Inlines, Inlines, Inlines]
"""What stood there, and what each of two made of it."""

_Places: TypeAlias = tuple[int, int, int]

_END = sys.maxsize
_SENTENCE_END = re.compile(r"[.?!]\s*\Z")


class Verdict(Enum):
    """Who changed a stretch. In turn: both added sentences, and there is room for both."""

    KEPT = auto()
    OURS = auto()
    THEIRS = auto()
    ALIKE = auto()
    IN_TURN = auto()
    CLASH = auto()


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch: where it stands in the base, in ours and in theirs."""

    verdict: Verdict
    base: Span
    ours: Span
    theirs: Span


def stretches(texts: Texts) -> Iterator[Stretch]:
    """Yield the stretches in order; they cover each of the three texts without a gap."""
    base, ours, theirs = texts
    one, other = _Side(hunks(base, ours)), _Side(hunks(base, theirs))
    at: _Places = (0, 0, 0)
    while (start := min(one.next, other.next)) != _END:
        begin = (start, start + one.shift, start + other.shift)
        if at[0] < start:
            yield _stretch(Verdict.KEPT, at, begin)
        end = start
        taken = one.taken, other.taken
        while min(one.next, other.next) <= end:
            end = max(end, one.take(end), other.take(end))
        at = (end, end + one.shift, end + other.shift)
        if other.taken == taken[1]:
            yield _stretch(Verdict.OURS, begin, at)
        elif one.taken == taken[0]:
            yield _stretch(Verdict.THEIRS, begin, at)
        else:
            yield from _of_both(texts, begin, at)
    length = sum(len(run.text) for run in base)
    if at[0] < length:
        end_of_all = (length, length + one.shift, length + other.shift)
        yield _stretch(Verdict.KEPT, at, end_of_all)


def part(runs: Inlines, span: Span) -> Inlines:
    """Return the runs between two characters."""
    return tuple(run for run, _ in parts(runs, span))


def parts(runs: Inlines, span: Span) -> Iterator[tuple[Run, int]]:
    """Yield the runs between two characters, each with the place of its first."""
    start, end = span
    at = 0
    for run in runs:
        first, last = max(start, at), min(end, at + len(run.text))
        if first < last:
            text = run.text[first - at : last - at]
            yield Run(text, run.bold, run.italic, run.target, run.origin), first
        at += len(run.text)


class _Side:
    """Hands out the edits of one side, and knows how far its text has shifted by them."""

    def __init__(self, found: Sequence[Hunk]) -> None:
        self.hunks = found
        self.taken = 0
        self.shift = 0

    @property
    def next(self) -> int:
        return self.hunks[self.taken].old_start if self.taken < len(self.hunks) else _END

    def take(self, end: int) -> int:
        """Take the next edit if it begins no later than a stretch ends; return where it ends."""
        if self.next > end:
            return end
        hunk = self.hunks[self.taken]
        self.taken += 1
        self.shift = hunk.new_end - hunk.old_end
        return hunk.old_end


def _stretch(verdict: Verdict, begin: _Places, end: _Places) -> Stretch:
    spans = zip(begin, end, strict=True)
    return Stretch(verdict, *spans)


def _of_both(texts: Texts, begin: _Places, end: _Places) -> Iterator[Stretch]:
    ours, theirs = (part(texts[n], (begin[n], end[n])) for n in (1, 2))
    if joined(ours) == joined(theirs):
        yield _stretch(Verdict.ALIKE, begin, end)
    elif begin[0] < end[0]:
        yield _stretch(Verdict.CLASH, begin, end)
    elif _are_sentences(part(texts[0], (0, begin[0])), ours, theirs):
        yield _stretch(Verdict.IN_TURN, begin, end)
    else:
        yield from _added(cut(ours), cut(theirs), begin, end)


def _are_sentences(before: Inlines, ours: Inlines, theirs: Inlines) -> bool:
    """Tell whether both added sentences of their own, of which neither is the other reworded."""
    lead, one, other = text_of(before), text_of(ours), text_of(theirs)
    if lead and not _SENTENCE_END.search(lead):
        return False
    if not (_SENTENCE_END.search(one) and _SENTENCE_END.search(other)):
        return False
    words, other_words = _bag(one), _bag(other)
    common = (words & other_words).total()
    return 2 * common < ALIKE_IN_SECTION * (words.total() + other_words.total())


def _bag(text: str) -> Counter[str]:
    return Counter(token for token in tokens(text) if is_word(token))


def _added(ours: Cut, theirs: Cut, begin: _Places, end: _Places) -> Iterator[Stretch]:
    """Yield what both added at one place: where they begin and end alike they do not clash."""
    least = min(len(ours), len(theirs))
    ahead = _alike(ours, theirs, range(least))
    behind = _alike(ours, theirs, range(-1, ahead - least - 1, -1))
    after = [side.starts[ahead] for side in (ours, theirs)]
    until = [side.starts[len(side) - behind] for side in (ours, theirs)]
    first = (begin[0], begin[1] + after[0], begin[2] + after[1])
    last = (begin[0], begin[1] + until[0], begin[2] + until[1])
    if ahead:
        yield _stretch(Verdict.ALIKE, begin, first)
    yield _stretch(Verdict.CLASH, first, last)
    if behind:
        yield _stretch(Verdict.ALIKE, last, end)


def _alike(ours: Cut, theirs: Cut, places: range) -> int:
    """Return how many tokens are the same, counted to the last word among them."""
    count = 0
    for number, place in enumerate(places, start=1):
        if ours.keys[place] != theirs.keys[place]:
            break
        if is_word(ours.texts[place]):
            count = number
    return count
