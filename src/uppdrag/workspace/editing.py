"""The text of a YAML file, a path and a value in; the text with that value, and no more, out.

Comments, order, quotation marks and line endings stay. Every step reads the text anew, so an edit
never rests on places that an earlier one has moved.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from uppdrag.findings import UppdragError
from uppdrag.model.dump import inline
from uppdrag.source import Entry, Mapping, NodePath, Range, Scalar, Source, Style, load

_SIMPLE = re.compile(r"[\w§-]+(?: [\w§-]+)*")
"""What needs no quotation marks, even between braces."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a new key belongs: after the first of these that is there, else before, else last."""

    after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()


LAST = Place()


def with_text(text: str, path: NodePath, value: str, place: Place = LAST) -> str:
    """Return the text with a value, on one line, at a path; `place` is for a key that is new.

    Raises `UppdragError` where the text is so written that there is no place for it.
    """
    source = load(text, "")
    node = source.node(path)
    if isinstance(node, Scalar) and not node.is_empty:
        if " ".join(node.text.split()) == value:
            return text
        return _replaced(text, node.range, _in_style(value, node.style))
    if node is not None and not isinstance(node, Scalar):
        raise UppdragError(_no_place(path))
    parent = source.node(path[:-1])
    if not isinstance(parent, Mapping):
        raise UppdragError(_no_place(path))
    if (entry := parent.entry(str(path[-1]))) is not None:
        at = _after_colon(text, entry)
        is_flow = _is_flow(text, parent)
        return _replaced(text, Range(at, at), f" {_flow(value) if is_flow else inline(value)}")
    if _is_flow(text, parent):
        return _into_braces(text, parent, f"{path[-1]}: {_flow(value)}")
    return _with_lines(source, parent, (f"{path[-1]}: {inline(value)}",), place)


def with_block(text: str, path: NodePath, lines: tuple[str, ...], place: Place = LAST) -> str:
    """Return the text with a key and the lines of YAML under it; an empty key gets the lines."""
    source = load(text, "")
    parent = source.node(path[:-1])
    if not isinstance(parent, Mapping) or _is_flow(text, parent):
        raise UppdragError(_no_place(path))
    entry = parent.entry(str(path[-1]))
    if entry is None:
        return _with_lines(
            source, parent, (f"{path[-1]}:", *(f"  {line}" for line in lines)), place
        )
    if not isinstance(entry.value, Scalar) or not entry.value.is_empty:
        raise UppdragError(_no_place(path))
    indent = " " * (_column(source, parent) + 2)
    return _inserted(source, _end_of_lines(source, entry), [f"{indent}{line}" for line in lines])


def _with_lines(source: Source, parent: Mapping, lines: tuple[str, ...], place: Place) -> str:
    indent = " " * _column(source, parent)
    return _inserted(source, _offset(source, parent, place), [f"{indent}{line}" for line in lines])


def _offset(source: Source, parent: Mapping, place: Place) -> int:
    for key in place.after:
        if (entry := parent.entry(key)) is not None:
            return _end_of_lines(source, entry)
    for key in place.before:
        if (entry := parent.entry(key)) is not None:
            return _above_comments(source, parent, entry)
    return _end_of_lines(source, parent.entries[-1])


def _end_of_lines(source: Source, entry: Entry) -> int:
    """Return the offset after the last line that a key and its value stand on."""
    last = source.lines.line(max(entry.value.range.end - 1, entry.key.range.start))
    if last < len(source.lines):
        return source.lines.range_of_line(last + 1).start
    return len(source.text)


def _above_comments(source: Source, parent: Mapping, entry: Entry) -> int:
    """Return the offset of a key's line, or of the comments that stand right above it."""
    number = source.lines.line(entry.key.range.start)
    at = parent.entries.index(entry)
    floor = source.lines.line(parent.entries[at - 1].value.range.end) + 1 if at else 1
    while number > floor:
        above = source.lines.range_of_line(number - 1)
        if not source.text[above.start : above.end].lstrip().startswith("#"):
            break
        number -= 1
    return source.lines.range_of_line(number).start


def _inserted(source: Source, offset: int, lines: list[str]) -> str:
    """Return the text with whole lines; a blank line above them is repeated below."""
    text, end = source.text, _line_break(source.text)
    before, after = text[:offset], text[offset:]
    if before and not before.endswith(("\n", "\r")):
        before += end
    follows_blank = bool(after) and before.endswith(end + end)
    return f"{before}{end.join(lines)}{end}{end if follows_blank else ''}{after}"


def _line_break(text: str) -> str:
    found = re.search(r"\r\n|\r|\n", text)
    return found[0] if found else "\n"


def _column(source: Source, parent: Mapping) -> int:
    return source.lines.position(parent.range.start).column - 1


def _is_flow(text: str, node: Mapping) -> bool:
    return text[node.range.start : node.range.start + 1] == "{"


def _into_braces(text: str, node: Mapping, words: str) -> str:
    at = node.range.end - 1
    while text[at - 1] in " \t":
        at -= 1
    return _replaced(text, Range(at, at), f", {words}" if node.entries else words)


def _after_colon(text: str, entry: Entry) -> int:
    return text.index(":", entry.key.range.end) + 1


def _in_style(value: str, style: Style) -> str:
    if style is Style.DOUBLE and not set('"\\') & set(value):
        return f'"{value}"'
    return _quoted(value) if style in {Style.SINGLE, Style.DOUBLE} else inline(value)


def _flow(value: str) -> str:
    return value if _SIMPLE.fullmatch(value) else _quoted(value)


def _quoted(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _replaced(text: str, place: Range, words: str) -> str:
    return text[: place.start] + words + text[place.end :]


def _no_place(path: NodePath) -> str:
    return (
        f"”{'.'.join(map(str, path))}” går inte att skriva in där det hör hemma i filen. Skriv in "
        "det själv och kör kommandot igen."
    )
