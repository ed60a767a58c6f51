"""Comparisons in, text for a person at a terminal out: the summary, then the changed lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from uppdrag.compare import Change, Comparison
from uppdrag.compare.telling.compared import facts_of_both, pair_name
from uppdrag.compare.telling.describe import (
    Part,
    branch_sentence,
    count_sentence,
    listed_under,
    told,
)
from uppdrag.compare.telling.nouns import UNSEEN
from uppdrag.findings.visible import columns, visible
from uppdrag.render.revision import excerpt
from uppdrag.render.revision.excerpt import Shown
from uppdrag.render.revision.faces import COLOUR, PLAIN, Look, Span, Style, painted, signed
from uppdrag.render.revision.wrapping import wrapped

__all__ = ["COLOUR", "PLAIN", "Style", "render", "render_branch", "render_whole"]

_CHANGED = "Ändringarna i texten"
_WHOLE = "Hela texten"
_LEGEND = (
    Span("+ ny rad, - borttagen, ~ ändrad, < flyttad härifrån, > flyttad hit, "),
    Span("bort", Look.OLD),
    Span(" "),
    Span("nytt", Look.NEW),
)
_RULE = "─"
_STEP = 2
_LOOKS: Mapping[Part, Look] = {
    Part.LEAD: Look.STRONG,
    Part.KEPT: Look.KEPT,
    Part.OLD: Look.OLD_LINE,
    Part.NEW: Look.NEW_LINE,
}


@dataclass(frozen=True, slots=True)
class _Page:
    """How to set text: by which style, in so many columns."""

    style: Style
    width: int

    def lines(self, spans: Iterable[Span], first: str = "", then: str | None = None) -> list[str]:
        """Return the rows of some text, with what stands before the first and the others."""
        margin = first if then is None else then
        rows = wrapped(signed(spans, self.style), self.width - columns(first))
        return [
            f"{margin if number else first}{painted(row, self.style)}".rstrip()
            for number, row in enumerate(rows)
        ]


def render(comparison: Comparison, style: Style = PLAIN, width: int = 80) -> str:
    """Return what is compared, every change in words, and the changed lines of the document."""
    return _joined(_changed(_Page(style, width), comparison))


def render_whole(comparison: Comparison, style: Style = PLAIN, width: int = 80) -> str:
    """Return what `render` does, with the whole document instead of its changed lines."""
    page = _Page(style, width)
    text = _text(page, _WHOLE, excerpt.whole(comparison))
    return _joined((*_summary(page, comparison), *text))


def render_branch(
    comparisons: Iterable[Comparison], notes: Iterable[str], style: Style = PLAIN, width: int = 80
) -> str:
    """Return which mandates a branch has changed, the notes, and then each comparison."""
    page = _Page(style, width)
    listed, remarks = list(comparisons), list(notes)
    lines = list(_branch(page, listed, remarks))
    for each in listed:
        lines += ["", _RULE * width, "", *_changed(page, each)]
    return _joined(lines)


def _joined(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def _branch(page: _Page, comparisons: Sequence[Comparison], notes: Sequence[str]) -> Iterator[str]:
    yield from page.lines([Span(branch_sentence(comparisons, notes), Look.STRONG)])
    for each in comparisons:
        words = f", {pair_name(each)}: {count_sentence(each.changes)}"
        title = Span(visible(each.new.handling.titel), Look.STRONG)
        yield from page.lines([title, Span(visible(words))], *_BULLET)
    for note in notes:
        yield from page.lines([Span(visible(note))], *_BULLET)


def _changed(page: _Page, comparison: Comparison) -> Iterator[str]:
    yield from _summary(page, comparison)
    if comparison.marked.is_changed:
        yield from _text(page, _CHANGED, excerpt.changed(comparison))


def _summary(page: _Page, comparison: Comparison) -> Iterator[str]:
    yield from page.lines([Span(visible(comparison.new.handling.titel), Look.STRONG)])
    yield from _compared(page, comparison)
    yield ""
    yield from page.lines([Span(count_sentence(comparison.changes), Look.STRONG)])
    for heading, groups in listed_under(comparison.changes):
        yield ""
        yield from page.lines([Span(heading, Look.STRONG)])
        for matter, group in groups:
            yield from page.lines([Span(f"{matter}:")], "  ", "  ") if matter else ()
            for change in group:
                yield from page.lines(_change(change), *_BULLET)


def _compared(page: _Page, comparison: Comparison) -> Iterator[str]:
    rows = [row for row in facts_of_both(comparison) if row.label != "Titel"]
    room = max(len(row.label) for row in rows) + 2
    for row in rows:
        old, new = visible(row.old), visible(row.new)
        words = new if old == new else f"{old} → {new}"
        yield from page.lines([Span(words)], f"  {row.label.ljust(room)}", " " * (room + 2))


def _change(change: Change) -> Iterator[Span]:
    for piece in told(change).pieces:
        yield Span(visible(piece.text), _LOOKS[piece.part])
    if not change.is_printed:
        yield Span(f" ({UNSEEN})", Look.ASIDE)


def _text(page: _Page, heading: str, lines: Iterable[Shown]) -> Iterator[str]:
    yield ""
    yield from page.lines([Span(heading, Look.STRONG)])
    yield from page.lines(_LEGEND)
    for line in lines:
        if line.is_heading:
            yield ""
        indent = " " * (_STEP * max(0, line.indent - 1))
        marker = f"{line.marker} " if line.marker else "  " if line.indent else ""
        start = f"{line.sign} {indent}"
        yield from page.lines(line.spans, start + marker, start + " " * len(marker))


_BULLET = ("  • ", "    ")
