"""A comparison in; its two documents side by side, line by line, as the rows of a table, out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from uppdrag.compare.lines import Shape
from uppdrag.compare.marked import Marked
from uppdrag.render.html.outline import Entry
from uppdrag.render.html.revision_folding import PASSAGES, gap_words, near_changes
from uppdrag.render.html.revision_marks import Marks
from uppdrag.render.html.revision_nodes import standing
from uppdrag.render.html.revision_pairs import Pair, Passage, pairs


def side_rows(marked: Marked, outline: Sequence[Entry], marks: Marks) -> str:
    """Return the rows: a cell for the old side and one for the new.

    `outline` has an entry for each heading of the marked document; a row with one has its id, after
    the prefix of the marks.
    """
    found = pairs(marked)
    near = near_changes([pair.is_changed for pair in found])
    entries = iter(outline)
    lines: list[str] = []
    folded = 0
    for pair, is_near in zip(found, near, strict=True):
        headings = [next(entries) for _ in range(pair.headings)]
        is_far = not is_near and not headings
        if not is_far and folded:
            lines.insert(len(lines) - folded, _gap(folded))
        folded = folded + 1 if is_far else 0
        lines.append(_row(pair, headings, marks, "far" if is_far else ""))
    if folded:
        lines.insert(len(lines) - folded, _gap(folded))
    return "\n".join(lines)


def _gap(count: int) -> str:
    words = gap_words(count, PASSAGES)
    return f'<tr class="gap" role="row"><td colspan="2" role="cell">{words}</td></tr>'


def _row(pair: Pair, headings: Sequence[Entry], marks: Marks, far: str) -> str:
    classes = " ".join(filter(None, ("changed" if pair.is_changed else "same", far)))
    place = f' id="{marks.prefix}{headings[0].id}"' if headings else ""
    old = "".join(_passages(pair.old, marks))
    new = "".join(_passages(pair.new, marks))
    return (
        f'<tr class="{classes}"{place} role="row">'
        f'<td class="old" role="cell">{old}</td><td class="new" role="cell">{new}</td></tr>'
    )


def _passages(passages: Sequence[Passage], marks: Marks) -> Iterator[str]:
    for passage in passages:
        classes = " ".join(filter(None, _classes(passage)))
        sign = f'<span class="sign">{passage.sign}</span> ' if passage.sign else ""
        yield f'<div class="{classes}">{sign}{_cells(passage, marks)}</div>'


def _classes(passage: Passage) -> Iterator[str]:
    line = passage.line
    yield line.shape.value
    if line.level:
        yield f"level-{line.level}"
    if passage.depth:
        yield f"depth-{min(passage.depth, 3)}"
    yield standing(run for cell in passage.cells for run in cell)


def _cells(passage: Passage, marks: Marks) -> str:
    written = [marks.inlines(cell) for cell in passage.cells]
    match passage.line.shape:
        case Shape.FACT if written[0]:
            return f"<b>{written[0]}</b> {''.join(written[1:])}"
        case Shape.ROW | Shape.HEADER:
            return " ".join(f'<span class="cell">{words}</span>' for words in written)
        case _:
            return "".join(written)
