"""Revisions that have been compared, and how to show them, in; the files about them out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from uppdrag.compare import Comparison
from uppdrag.workspace.mandates import ascii_name

if TYPE_CHECKING:
    from uppdrag.render.docx.redline import Stamp
    from uppdrag.workspace.comparing import Compared, Pair
    from uppdrag.workspace.rendering import Renderers

SUFFIXES = {"text": "txt", "md": "md", "json": "json", "html": "html", "docx": "docx", "pdf": "pdf"}
"""How the name of a file ends, by the format that it is in."""

PAPER = frozenset({"docx", "pdf"})
"""Formats that hold one document: what a branch has changed becomes a file each."""

_TABLE = "forteckning"
"""Stands in the name of a file that holds the table of changes alone."""


class Extent(Enum):
    """How much is shown: what has changed, with the whole text, or the table of changes alone."""

    CHANGED = "changed"
    WHOLE = "whole"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Manner:
    """How comparisons are shown; each format takes of it what it needs.

    `width` is the columns of text, `author` and `day` whose and from when changes in Word are: None
    is the sender and the date of the new revision. `moves` is the name of one of Word's `Moves`.
    """

    format: str
    extent: Extent = Extent.CHANGED
    has_colour: bool = False
    width: int = 80
    author: str | None = None
    day: str | None = None
    moves: str = "native"


@dataclass(frozen=True, slots=True)
class Drawn:
    """A file that is not written yet: where below a folder it belongs, and its bytes."""

    name: str
    content: bytes


def draw(pair: Pair, manner: Manner, renderers: Renderers) -> Drawn:
    """Return the file about one comparison. Raises `UppdragError` when it cannot be made."""
    suffix = SUFFIXES[manner.format]
    if manner.extent is Extent.TABLE:
        from uppdrag.compare.telling.change_table import change_table  # noqa: PLC0415 - for this need only

        content = renderers.render(change_table(pair.comparison), suffix)
        return Drawn(f"{pair.output}.{_TABLE}.{suffix}", content)
    content = _DRAWERS[manner.format](pair.comparison, manner, renderers)
    return Drawn(f"{pair.output}.{suffix}", content)


def draw_all(compared: Compared, manner: Manner, renderers: Renderers) -> list[Drawn]:
    """Return the files about all that was compared; of a branch one, or one a mandate on paper.

    Raises `UppdragError` when one cannot be made.
    """
    has_one_each = manner.format in PAPER or manner.extent is not Extent.CHANGED
    if has_one_each or not compared.since:
        return [draw(pair, manner, renderers) for pair in compared.pairs]
    name = f"andringar-{ascii_name(compared.since)}.{SUFFIXES[manner.format]}"
    return [Drawn(name, _branch(compared, manner, renderers))]


def _branch(compared: Compared, manner: Manner, renderers: Renderers) -> bytes:
    comparisons = [pair.comparison for pair in compared.pairs]
    match manner.format:
        case "html":
            title = f"Ändringar sedan {compared.since}"
            return renderers.branch_page(comparisons, title, compared.notes)
        case "json":
            from uppdrag.render.revision import json  # noqa: PLC0415 - one format at a time

            return _bytes(json.render_branch(comparisons, compared.notes))
        case "md":
            from uppdrag.render.revision import markdown  # noqa: PLC0415 - one format at a time

            return _bytes(markdown.render_branch(comparisons, compared.notes))
        case _:
            from uppdrag.render.revision import text  # noqa: PLC0415 - one format at a time

            style = text.COLOUR if manner.has_colour else text.PLAIN
            return _bytes(text.render_branch(comparisons, compared.notes, style, manner.width))


def _text(comparison: Comparison, manner: Manner, _renderers: Renderers) -> bytes:
    from uppdrag.render.revision import text  # noqa: PLC0415 - one format at a time

    style = text.COLOUR if manner.has_colour else text.PLAIN
    render = text.render_whole if manner.extent is Extent.WHOLE else text.render
    return _bytes(render(comparison, style, manner.width))


def _markdown(comparison: Comparison, _manner: Manner, _renderers: Renderers) -> bytes:
    from uppdrag.render.revision import markdown  # noqa: PLC0415 - one format at a time

    return _bytes(markdown.render(comparison))


def _json(comparison: Comparison, _manner: Manner, _renderers: Renderers) -> bytes:
    from uppdrag.render.revision import json  # noqa: PLC0415 - one format at a time

    return _bytes(json.render(comparison))


def _html(comparison: Comparison, _manner: Manner, renderers: Renderers) -> bytes:
    return renderers.revision_page(comparison)


def _pdf(comparison: Comparison, _manner: Manner, renderers: Renderers) -> bytes:
    return renderers.revision_pdf(comparison)


def _docx(comparison: Comparison, manner: Manner, renderers: Renderers) -> bytes:
    from uppdrag.render.docx.redline import Moves  # noqa: PLC0415 - only for Word

    return renderers.redline(comparison, _stamp(comparison, manner, renderers), Moves(manner.moves))


def _stamp(comparison: Comparison, manner: Manner, renderers: Renderers) -> Stamp:
    from uppdrag.render.docx.redline import Stamp  # noqa: PLC0415 - only for Word

    author = manner.author or renderers.sender or Stamp().author
    return Stamp(author, manner.day or comparison.new.handling.datum or Stamp().day)


def _bytes(text: str) -> bytes:
    # The name of a file may hold what no encoding can say.
    return text.encode("utf-8", errors="backslashreplace")


_DRAWERS: Mapping[str, Callable[[Comparison, Manner, Renderers], bytes]] = {
    "text": _text,
    "md": _markdown,
    "json": _json,
    "html": _html,
    "docx": _docx,
    "pdf": _pdf,
}
