"""What a reader would count in a marked document."""

from __future__ import annotations

from collections.abc import Iterator

from uppdrag.compare.lines import text_of
from uppdrag.compare.marked import IN_NEW, IN_OLD, Marked
from uppdrag.compare.words.tokens import tokens
from uppdrag.document.tree import Inlines, MarkKind, Run

CHANGED = frozenset({MarkKind.INSERTED, MarkKind.DELETED})
SIGNS = {
    None: "{}",
    MarkKind.INSERTED: "{{+{}+}}",
    MarkKind.DELETED: "[-{}-]",
    MarkKind.MOVED_HERE: "{{>{}<}}",
    MarkKind.MOVED_AWAY: "[<{}>]",
    MarkKind.REFORMATTED: "{{~{}~}}",
}


def runs(marked: Marked) -> Iterator[Run]:
    """Yield all runs."""
    for line in marked.lines:
        for cell in line.cells:
            yield from cell


def marked_characters(marked: Marked) -> int:
    """Return the characters that are told as added or taken away; moves are told otherwise."""
    return sum(len(run.text) for run in runs(marked) if run.mark and run.mark.kind in CHANGED)


def drawn(marked: Marked) -> list[str]:
    """Return the lines that changed, each as its shape and its words with signs for the marks."""
    return [
        f"{line.line.shape.value}: " + " | ".join(map(_cell, line.cells))
        for line in marked.lines
        if line.is_changed
    ]


def _cell(cell: Inlines) -> str:
    out: list[tuple[str, str]] = []
    for run in cell:
        sign = SIGNS[run.mark.kind if run.mark else None]
        if out and out[-1][0] == sign:
            out[-1] = (sign, out[-1][1] + run.text)
        else:
            out.append((sign, run.text))
    return "".join(sign.format(text) for sign, text in out)


def cut_tokens(marked: Marked) -> list[str]:
    """Return the texts in which a mark begins or ends inside a token, on either side."""
    return [
        _cell(cell)
        for line in marked.lines
        for cell in line.cells
        for kinds in (IN_OLD, IN_NEW)
        if not _is_whole([run for run in cell if _kind(run) in kinds])
    ]


def _is_whole(cell: list[Run]) -> bool:
    starts = {0}
    at = 0
    for token in tokens(text_of(cell)):
        at += len(token)
        starts.add(at)
    at = 0
    for before, run in zip([None, *cell], cell, strict=False):
        is_edge = before is not None and (_kind(before) in CHANGED) != (_kind(run) in CHANGED)
        if is_edge and at not in starts:
            return False
        at += len(run.text)
    return True


def _kind(run: Run) -> MarkKind | None:
    return run.mark.kind if run.mark else None
