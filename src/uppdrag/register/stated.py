"""A source and a place in it in; the words there, with lines and columns, out."""

from __future__ import annotations

from dataclasses import dataclass

from uppdrag.source import NodePath, Range, Scalar, Source, pointer


@dataclass(frozen=True, slots=True)
class Stated:
    """A value as a file states it, and where: lines and columns from 1, the end exclusive."""

    value: str
    line: int
    column: int
    end_line: int
    end_column: int
    path: str
    words: str


def stated(source: Source, path: NodePath) -> Stated | None:
    """Return the value at a path, or None where the file has none."""
    node = source.node(path)
    if not isinstance(node, Scalar) or not node.text:
        return None
    return _stated(source, path, node.text, node.range)


def stated_words(source: Source, path: NodePath, span: tuple[int, int]) -> Stated:
    """Return some characters of the value at a path."""
    node = source.node(path)
    text = node.text[slice(*span)] if isinstance(node, Scalar) else ""
    return _stated(source, path, text, source.locate(path, *span))


def _stated(source: Source, path: NodePath, text: str, place: Range) -> Stated:
    start, end = source.lines.position(place.start), source.lines.position(place.end)
    return Stated(
        " ".join(text.split()),
        start.line,
        start.column,
        end.line,
        end.column,
        pointer(path),
        source.text[place.start : place.end],
    )
