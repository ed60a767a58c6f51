"""A comparison three ways in; lines that a person can read out.

`[-sex-]AB{+åtta+}A{+ / tio+}B` is what Anna and Bo each made of a word: deleted, inserted, moved
away (`<<…<<`), moved here (`>>…>>`), or of another form (`~…~`), each by whom. A line that came
begins with `+`, one that is gone with `-`.
"""

from __future__ import annotations

from uppdrag.compare import Comparison
from uppdrag.compare.marked import Marked, MarkedLine
from uppdrag.document.tree import MarkKind, Run

_SIGNS = {
    MarkKind.INSERTED: ("{+", "+}"),
    MarkKind.DELETED: ("[-", "-]"),
    MarkKind.MOVED_HERE: (">>", ">>"),
    MarkKind.MOVED_AWAY: ("<<", "<<"),
    MarkKind.REFORMATTED: ("~", "~"),
}


def changed(marked: Marked) -> list[str]:
    """Return the lines of which anything changed."""
    return [text for line, text in zip(marked.lines, shown(marked), strict=True) if line.is_changed]


def shown(marked: Marked) -> list[str]:
    """Return all lines."""
    return [_line(line) for line in marked.lines]


def conflicts(comparison: Comparison) -> list[tuple[str, str, str]]:
    """Return what stood there in each conflict, and what each of the two made of it."""
    return [(found.base, found.ours, found.theirs) for found in comparison.conflicts]


def _line(line: MarkedLine) -> str:
    sign = "+ " if line.old is None else "- " if line.new is None else ""
    return sign + " | ".join("".join(map(_run, cell)) for cell in line.cells)


def _run(run: Run) -> str:
    if run.mark is None:
        return run.text
    before, after = _SIGNS[run.mark.kind]
    by = "".join(name[0] for name in run.mark.by.split(" och "))
    return f"{before}{run.text or f'({run.mark.note})'}{after}{by}"
