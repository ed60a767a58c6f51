"""A change in; the words that it is told to a reader in out, for every output the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from uppdrag.compare.changes.cell_context import CELLS
from uppdrag.compare.changes.change import Change, Kind
from uppdrag.compare.changes.sentences import CONTEXT
from uppdrag.compare.telling.nouns import KINDS, event, is_whole_sentence

LONGEST_SHOWN = 200
"""Characters of a text that a summary shows; the document itself shows it whole."""

NO_BREAK = "\u00a0"
ARROW = " → "
_QUOTATION_MARK = "”"
_INNER_MARK = "’"
CUT = "…"

_CLOSED = (".", "?", "!", ":", ";")
_ENDS = (".", "?", "!", ":", ";", ",", "–")
_LEANS_LEFT = re.compile(r"[,.;:!?)\]%]|[”’](?!\w)")
_PUNCTUATION_FIRST = re.compile(r"([,;:.]) +(?=\S)")


class Part(Enum):
    """What a stretch of the telling of a change is, for an output to show in its own way."""

    LEAD = auto()
    KEPT = auto()
    OLD = auto()
    NEW = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the telling of a change."""

    part: Part
    text: str


@dataclass(frozen=True, slots=True)
class Told:
    """A change as a reader is told it.

    `subject` is what it is about, `event` what happened, where words did not only become others,
    `before` and `after` words around it, `old` and `new` what it replaced by what (either may be
    empty), `remark` anything else in words.
    """

    change: Change
    kind: str
    subject: str
    before: str
    old: str
    new: str
    after: str
    remark: str = ""
    event: str = ""

    @property
    def lead(self) -> str:
        """Return what stands first: `Ordförande utses av`, `Uppgifter, borttagen punkt`."""
        names = (self.change.by, self.subject, self.event)
        return ", ".join(filter(None, names))

    @property
    def is_among_words(self) -> bool:
        """Tell whether what came or went stands among other words, or in the place of some."""
        return bool(self.before or self.after or (self.old and self.new))

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Return the stretches of the telling; they read as one line as they are."""
        body = tuple(self._body())
        lead = Piece(Part.LEAD, f"{self.lead}:" if body else self.lead)
        gap = (Piece(Part.KEPT, " "),) if body else ()
        remark = (Piece(Part.KEPT, f" ({self.remark})"),) if self.remark else ()
        return (lead, *gap, *body, *remark)

    @property
    def sentence(self) -> str:
        """Return it on one line: `Ordförande utses av: koncernledning → ledningsgrupp`."""
        return "".join(piece.text for piece in self.pieces)

    def _body(self) -> Iterator[Piece]:
        if self.before:
            leans = _LEANS_LEFT.match(self.old or self.new)
            yield Piece(Part.KEPT, self.before if leans else f"{self.before} ")
        if self.old == self.new:
            if self.new:
                yield Piece(Part.KEPT, self.new)
        else:
            yield from self._substitution()
        if self.after:
            leans = _LEANS_LEFT.match(self.after)
            yield Piece(Part.KEPT, self.after if leans else f" {self.after}")

    def _substitution(self) -> Iterator[Piece]:
        """Yield what went and what came; in quotation marks where words stand around them."""
        mark = self._mark_around()
        if self.old:
            yield from _pieces((Part.KEPT, mark), (Part.OLD, self.old), (Part.KEPT, mark))
        if self.old and self.new:
            yield Piece(Part.KEPT, ARROW)
        if self.new:
            yield from _pieces((Part.KEPT, mark), (Part.NEW, self.new), (Part.KEPT, mark))

    def _mark_around(self) -> str:
        """Return the quotation mark: none where the words have their own, another within those."""
        around = self.before + self.after
        words = list(filter(None, (self.old, self.new)))
        if not around or all(text.startswith(_QUOTATION_MARK) for text in words):
            return ""
        is_within = any(_QUOTATION_MARK in text for text in (around, *words))
        return _INNER_MARK if is_within else _QUOTATION_MARK


def _pieces(*parts: tuple[Part, str]) -> Iterator[Piece]:
    return (Piece(part, text) for part, text in parts if text)


def told(change: Change, longest: int = LONGEST_SHOWN) -> Told:
    """Return a change as a reader is told it, long texts cut at a word."""
    old, new = texts(change)
    before, after = _around(change)
    old, new = spelled(old, new), spelled(new, old)
    if change.kind is Kind.MOVED and max(len(old), len(new)) > longest:
        old, new = _near_difference(old, new)
    if change.kind is Kind.REWORDED and not (old and new):
        before, old, new = _without_sign(before, old, new)
    return Told(
        change,
        KINDS[change.kind],
        change.subject or change.section,
        before,
        shortened(old, longest),
        shortened(new, longest),
        after,
        change.what if change.kind is Kind.REFORMATTED else "",
        _event(change),
    )


def texts(change: Change) -> tuple[str, str]:
    """Return what went and what came, without the name that the change is told under.

    What only moved, was split or got another form is the same on both sides.
    """
    old, new = change.old, change.new
    if change.kind in {Kind.INSERTED, Kind.DELETED, Kind.MOVED}:
        old, new = _unnamed(old, change), _unnamed(new, change)
    if change.kind in {Kind.SPLIT, Kind.MERGED} and old.split() == new.split():
        return new, new
    return old, new


def spelled(text: str, other: str) -> str:
    """Return a text on one line; where only white space differs from the other, it is named."""
    if text.split() == other.split() and text != other:
        named = text.replace(NO_BREAK, "[hårt mellanslag]").replace("\u202f", "[smalt mellanslag]")
        return named if named.strip() else "[mellanslag]" * bool(named)
    lines = list(filter(None, (line.strip() for line in text.split("\n"))))
    ended = (line if line.endswith(_ENDS) else f"{line};" for line in lines[:-1])
    return " ".join((*ended, *lines[-1:]))


def shortened(text: str, longest: int) -> str:
    """Return the text, cut after a word where it is long."""
    if len(text) <= longest:
        return text
    kept = text[: longest - 2]
    return f"{(kept.rpartition(' ')[0] or kept).rstrip(' ,;:–-')} {CUT}"


def _near_difference(old: str, new: str) -> tuple[str, str]:
    """Return of two texts what tells them apart, and a few words around it; all where nothing."""
    was, now = old.split(" "), new.split(" ")
    first = _alike(was, now)
    last = _alike(was[first:][::-1], now[first:][::-1])
    if not (was[first:] or now[first:]):
        return old, new
    start, end = max(0, first - CONTEXT), max(0, last - CONTEXT)
    one, other = (
        " ".join([CUT] * bool(start) + words[start : len(words) - end] + [CUT] * bool(end))
        for words in (was, now)
    )
    return one, other


def _alike(one: list[str], other: list[str]) -> int:
    """Return with how many equal words two texts begin."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _event(change: Change) -> str:
    words = event(change)
    if change.kind is not Kind.MOVED:
        return words
    came_from = f" {change.before}" if change.before else ""
    old, new = texts(change)
    also = " och omformulerat" if old != new else ""
    return f"{words}{came_from}{also}"


def _around(change: Change) -> tuple[str, str]:
    """Return the words around a change within a sentence; what is left out shows as such."""
    if change.kind is not Kind.REWORDED or is_whole_sentence(change):
        return "", ""
    before, after = change.before, change.after
    if CELLS in f" {before} {after} ":
        return before, after
    if before[:1].islower() and before.count(" ") >= CONTEXT - 1:
        before = f"{CUT} {before}"
    if after.count(" ") == CONTEXT - 1 and not after.endswith(_CLOSED):
        after = f"{after.rstrip(',–')} {CUT}"
    return before, "" if set(after) <= set(".?!") else after


def _without_sign(before: str, old: str, new: str) -> tuple[str, str, str]:
    """Return the three with a comma that what came or went begins with before it."""
    found = _PUNCTUATION_FIRST.match(old or new)
    if not found or not before:
        return before, old, new
    return before + found[1], old[found.end() :], new[found.end() :]


def _unnamed(text: str, change: Change) -> str:
    """Return a text that came or went whole, without the heading or label that names it."""
    subject = change.subject
    first, _, rest = text.partition("\n")
    if first.rstrip(":? ") == subject:
        return rest
    label = f"{subject} " if change.what == "uppgift" else f"{subject}: "
    return text.removeprefix(f"{subject}: ").removeprefix(label)
