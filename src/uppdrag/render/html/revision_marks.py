"""Runs with marks in; markup out in which each change can be seen, heard and led to.

The first mark of a change has its anchor, `andring-3`; the other end of a move has `andring-3-2`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum, auto
from itertools import groupby

from uppdrag.compare.changes.change import Change, Kind
from uppdrag.compare.display import PILCROW
from uppdrag.compare.marked import ONLY_OLD, Marked
from uppdrag.compare.telling.nouns import MARKS
from uppdrag.document.tree import Mark, MarkKind, Run
from uppdrag.render.html.inlines import link, text, unlinked

_ELEMENTS: Mapping[MarkKind, tuple[str, str]] = {
    MarkKind.INSERTED: ("ins", ""),
    MarkKind.DELETED: ("del", ""),
    MarkKind.MOVED_HERE: ("ins", "moved"),
    MarkKind.MOVED_AWAY: ("del", "moved"),
    MarkKind.REFORMATTED: ("span", "form"),
}
_SPACES: Mapping[str, str] = {
    " ": "mellanslag",
    "\u00a0": "hårt mellanslag",
    "\u202f": "smalt mellanslag",
}
_END = '<span class="heard"> [slut]</span>'
_NEXT = f'{_END}<span class="heard">[{MARKS[MarkKind.INSERTED]}] </span><ins'


class _Arrival(Enum):
    """Whether a mark is the first of its change, the first of a move's other end, or neither."""

    FIRST = auto()
    OTHER_END = auto()
    AGAIN = auto()


def anchor(prefix: str, number: int) -> str:
    """Return the id of the first mark of a change."""
    return f"{prefix}andring-{number}"


def two_ended(marked: Marked) -> frozenset[int]:
    """Return the numbers of the moves whose both ends show."""
    ends = {(line.change, line.new is None) for line in marked.lines if line.move and line.cells}
    return frozenset(number for number, is_away in ends if (number, not is_away) in ends)


class Marks:
    """Writes runs one after another, and remembers which changes it has come to."""

    def __init__(self, changes: Iterable[Change], moves: frozenset[int], prefix: str) -> None:
        self.changes = {change.number: change for change in changes}
        self.moves = moves
        self.prefix = prefix
        self.ends: dict[int, set[bool]] = {}

    @property
    def reached(self) -> frozenset[int]:
        """Return the numbers of the changes that have an anchor."""
        return frozenset(self.ends)

    def inlines(self, runs: Iterable[Run]) -> str:
        """Return the runs as markup; labels stand before a link, never in it."""
        parts: list[str] = []
        for target, linked in groupby(runs, key=lambda run: run.target):
            words: list[str] = []
            for mark, marked in groupby(linked, key=lambda run: run.mark):
                if mark is None:
                    words.append(unlinked(marked))
                else:
                    arrival = self._arrive(mark)
                    (words if target is None else parts).extend(self._labels(mark, arrival))
                    words.append(self._marked(mark, tuple(marked), arrival))
            parts.append(link(target, "".join(words)))
        # No space stands between what went and what came: a line may break there.
        return "".join(parts).replace(_NEXT, f"{_END}<wbr>{_NEXT.removeprefix(_END)}")

    def _arrive(self, mark: Mark) -> _Arrival:
        is_away = mark.kind in ONLY_OLD
        seen = self.ends.setdefault(mark.change, set())
        if is_away in seen or (seen and mark.change not in self.moves):
            return _Arrival.AGAIN
        seen.add(is_away)
        return _Arrival.FIRST if len(seen) == 1 else _Arrival.OTHER_END

    def _labels(self, mark: Mark, arrival: _Arrival) -> Iterator[str]:
        """Yield what stands before the first mark: whose it is, its other end, its number."""
        if arrival is _Arrival.AGAIN:
            return
        change = self.changes.get(mark.change)
        if mark.by:
            yield f'<span class="by">{text(mark.by)}:</span> '
        if change is not None and change.conflict:
            yield f'<span class="label">Konflikt {change.conflict}</span> '
        if mark.change in self.moves:
            is_first = arrival is _Arrival.FIRST
            other = anchor(self.prefix, mark.change) + ("-2" if is_first else "")
            words = MARKS[MarkKind.MOVED_AWAY if mark.kind in ONLY_OLD else MarkKind.MOVED_HERE]
            arrow = "↓" if is_first else "↑"
            yield f'<a class="label" href="#{other}">{words} {arrow}</a> '
        if arrival is _Arrival.FIRST:
            yield f'<span class="number" aria-hidden="true">{mark.change}</span>'

    def _marked(self, mark: Mark, runs: tuple[Run, ...], arrival: _Arrival) -> str:
        name, kind = _ELEMENTS[mark.kind]
        if self._is_broken(mark) and all(run.text.isspace() for run in runs):
            kind = "quiet"
        attributes = self._attributes(mark, kind, arrival)
        if mark.note:
            return f'<span{attributes}><span class="label">{text(mark.note)}</span></span> '
        words = "".join(map(self._words, runs))
        heard = f'<span class="heard">[{MARKS[mark.kind]}] </span>'
        marked = f"{heard}<{name}{attributes}>{words}</{name}>{_END}"
        return f"{marked}{self._after(mark, runs, arrival)}"

    def _attributes(self, mark: Mark, kind: str, arrival: _Arrival) -> str:
        place = anchor(self.prefix, mark.change)
        match arrival:
            case _Arrival.FIRST:
                classes = " ".join(filter(None, ("stop", kind)))
                number = f'data-number="{mark.change}"'
                return f' class="{classes}" id="{place}" {number} tabindex="-1"'
            case _Arrival.OTHER_END:
                return f' class="{kind}" id="{place}-2" tabindex="-1"'
            case _:
                return f' class="{kind}"' if kind else ""

    def _words(self, run: Run) -> str:
        """Return the words of a marked run, with a sign for what else could not be seen."""
        words = unlinked((run,)).replace("\u00a0", '<span class="hard">\u00a0</span>')
        if run.mark is not None and self._is_broken(run.mark):
            name = "delat här" if run.mark.kind is MarkKind.INSERTED else "sammanslaget här"
            return f'{words} <span class="label">{name}</span>' if run.text == PILCROW else words
        if run.text in _SPACES:
            return f'{words}<span class="label">{_SPACES[run.text]}</span>'
        return words

    def _is_broken(self, mark: Mark) -> bool:
        """Tell whether a mark is of a change that split lines or joined them."""
        change = self.changes.get(mark.change)
        return change is not None and change.kind in {Kind.SPLIT, Kind.MERGED}

    def _after(self, mark: Mark, runs: tuple[Run, ...], arrival: _Arrival) -> str:
        change = self.changes.get(mark.change)
        if change is None:
            return ""
        target = runs[-1].target
        if target and any(side.endswith(f" ({target})") for side in (change.old, change.new)):
            return f' <span class="label">{text(target)}</span>'
        if change.kind is Kind.REFORMATTED and arrival is _Arrival.FIRST and change.what:
            return f' <span class="label">{text(change.what)}</span>'
        return ""
