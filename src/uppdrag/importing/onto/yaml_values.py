"""A value in; how it is written as YAML out: anew, or in the style that it had."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final, TypeAlias

from uppdrag.model.dump import WIDTH, inline
from uppdrag.source import Scalar, Source, Style, load
from uppdrag.source.edit import Edit, edited, smallest
from uppdrag.source.position import Range
from uppdrag.source.scalar_offsets import scalar_offsets

Data: TypeAlias = Any
"""Mappings, lists and texts, as the loader gives them."""

ONE_LINE: Final = frozenset(
    {
        "ansvarsområde", "delegation", "diarienummer", "dokumenttyp", "epost", "etikett", "för",
        "grupp", "händelse", "mottagare", "namn", "notering", "organ", "organisation", "roll",
        "rubrik", "tid", "titel", "utses_av",
    }
)  # fmt: skip
"""Keys whose values are no running text."""

_HEADER = re.compile(r"[|>][-+0-9]*[ \t]*(?:#[^\r\n]*)?(\r\n|\r|\n)")
_FLOW_SIGNS = re.compile(r"[\[\]{},]")


def entry_text(key: str, value: Data, indent: str) -> str:
    """Return a key and its value as whole lines, the last one without its break."""
    return f"{indent}{inline(key)}:{after_key(key, value, indent)}"


def after_key(key: str, value: Data, indent: str) -> str:
    """Return what stands after a key and its colon."""
    match value:
        case str():
            return f" {text(key, value, indent + '  ')}"
        case Mapping():
            return "\n" + "\n".join(entry_text(k, v, indent + "  ") for k, v in value.items())
        case _:
            return "\n" + "\n".join(item_text(item, indent + "  ") for item in value)


def item_text(value: Data, indent: str) -> str:
    """Return an item of a list as whole lines, the last one without its break."""
    if isinstance(value, Mapping):
        lines = "\n".join(entry_text(k, v, indent + "  ") for k, v in value.items())
        return f"{indent}- {lines[len(indent) + 2 :]}"
    return f"{indent}- {text('', value, indent + '  ')}"


def text(key: str, value: str, indent: str) -> str:
    """Return a text as a value: on the key's line if it is short, else as a block."""
    is_running = key not in ONE_LINE and (len(value) > WIDTH // 2 or value.endswith("\n"))
    if is_running or "\n" in value.strip("\n"):
        return block("|\n", value, indent)
    return _inline(value.strip("\n"))


def _inline(value: str) -> str:
    """Return a text on one line; a number stays one, since the loader gives every value as text."""
    return value if value.isascii() and value.isdigit() else inline(value)


def block(header: str, value: str, indent: str) -> str:
    """Return a text as a literal block, without the break after its last line."""
    line_break = "\r\n" if header.endswith("\r\n") else "\n"
    lines = (f"{indent}{line}" if line else "" for line in value.strip("\n").split("\n"))
    return header + line_break.join(lines)


def flow(value: Data) -> str:
    """Return a value on one line, within braces and brackets."""
    match value:
        case str():
            written = _inline(value)
            return _quoted(value) if _FLOW_SIGNS.search(written) else written
        case Mapping():
            return "{" + ", ".join(f"{inline(k)}: {flow(v)}" for k, v in value.items()) + "}"
        case _:
            return "[" + ", ".join(map(flow, value)) + "]"


def _quoted(value: str) -> str:
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def scalar(source: Source, node: Scalar, value: str, key: str, indent: str) -> str:
    """Return a text in the style that another was written in, if that can hold it."""
    written = source.text[node.range.start : node.range.end]
    if node.text.rstrip("\n") == value.rstrip("\n"):
        return written
    if node.style in {Style.LITERAL, Style.FOLDED}:
        return _in_block(source, node, value, written, indent)
    if "\n" not in value.strip("\n"):
        for words in (*_edited(source, node, value, written), inline(value)):
            if _reads_as(words, value):
                return words
    return text(key, value, indent)


def _in_block(source: Source, node: Scalar, value: str, written: str, indent: str) -> str:
    header = _HEADER.match(written)
    if header is None:
        return block("|\n", value, indent)
    lines = written[header.end() :].splitlines()
    first = next((line for line in lines if line.strip()), "")
    lead = next((line for line in node.text.split("\n") if line.strip()), "")
    own = len(first) - len(first.lstrip(" ")) - (len(lead) - len(lead.lstrip(" ")))
    if node.style is Style.FOLDED:
        for words in _edited(source, node, value.rstrip("\n"), written):
            if _reads_as(f"{words}\n", value):
                return words
        return block("|" + header[0][1:], value, " " * own)
    return block(header[0], value, " " * own)


def _edited(source: Source, node: Scalar, value: str, written: str) -> Iterator[str]:
    """Yield the value with only the characters that differ written anew."""
    old = node.text.rstrip("\n")
    change = smallest(Edit(Range(0, len(old)), value), old)
    places = scalar_offsets(source.text, node)
    place = places.range(change.range.start, change.range.end)
    words = _escaped(change.words, node.style)
    start = node.range.start
    yield edited(written, [Edit(Range(place.start - start, place.end - start), words)])


def _escaped(words: str, style: Style) -> str:
    if style is Style.SINGLE:
        return words.replace("'", "''")
    if style is Style.DOUBLE:
        return words.replace("\\", "\\\\").replace('"', '\\"')
    return words


def _reads_as(words: str, value: str) -> bool:
    found = load(f"k: {words}\n", "").data()
    read = found.get("k") if isinstance(found, dict) else None
    return isinstance(read, str) and read.rstrip("\n") == value.rstrip("\n")
