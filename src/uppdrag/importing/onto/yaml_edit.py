"""A YAML source and the data that it is to hold in; its text with the smallest edits out.

What stays is written as it was: comments, order, quotation marks, line breaks. What moves takes
the comments above it along.
"""

from __future__ import annotations

from collections.abc import Mapping as Map
from collections.abc import Sequence as Seq
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from types import MappingProxyType

from uppdrag.importing.onto import yaml_values
from uppdrag.importing.onto.yaml_values import Data, entry_text, flow, item_text
from uppdrag.model.handling import Path
from uppdrag.source import Entry, Mapping, Node, Scalar, Sequence, Source, Style, to_data


def with_data(
    source: Source, data: Map[str, Data], remarks: Map[Path, Seq[str]] = MappingProxyType({})
) -> str:
    """Return the text of a source so edited that it reads as the data.

    `remarks` are comments to write above the keys of values, each one line.
    """
    if source.root is None:
        return source.text
    writing = _Writing(source, remarks)
    start, end = source.root.range.start, source.root.range.end
    body = writing.mapping(source.root, data, ())
    return source.text[:start] + body + source.text[end:]


@dataclass(frozen=True, slots=True)
class _Part:
    """An entry or item: its stretch of the text, which begins after the one before it."""

    start: int
    end: int


@dataclass(slots=True)
class _Writing:
    source: Source
    remarks: Map[Path, Seq[str]]
    told: set[Path] = field(default_factory=set)

    @property
    def text(self) -> str:
        return self.source.text

    def node(self, node: Node, value: Data, path: Path) -> str:
        """Return what stands in a value's place."""
        key = str(path[-1]) if path and isinstance(path[-1], str) else ""
        indent = self._indent(path)
        match node, value:
            case Scalar(), str() if not node.is_empty:
                return yaml_values.scalar(self.source, node, value, key, f"{indent}  ")
            case Mapping(), Map():
                if self._is_flow(node):
                    return self._flow(node, value)
                return self.mapping(node, value, path)
            case Sequence(), list():
                if self._is_flow(node):
                    return self._flow(node, value)
                return self.sequence(node, value, path)
        if to_data(node) == value:
            return self.text[node.range.start : node.range.end]
        raise _AnewError

    def mapping(self, node: Mapping, value: Map[str, Data], path: Path) -> str:
        """Return a block mapping from its first key to the end of its last value."""
        entries = [e for e in node.entries if e.key.text in value or _is_blank(e.value)]
        old = [e.key.text for e in node.entries]
        kept = [key for key in old if key in {e.key.text for e in entries}]
        wanted = list(value)
        order = wanted if len(entries) == len([k for k in wanted if k in kept]) else None
        if order is None:
            order = _with_blank(kept, wanted)
        parts = self._parts([(e.key.range.start, e.value.range.end) for e in node.entries], node)
        by_key = dict(zip(old, zip(node.entries, parts, strict=True), strict=True))
        indent = " " * self._column(node.range.start)
        pieces: list[str] = []
        for key in order:
            found = by_key.get(key)
            if found is None:
                written = self._remarked((*path, key), indent) + entry_text(key, value[key], indent)
            else:
                written = self._entry(*found, value, (*path, key), indent)
            pieces.append(written)
        return _joined(pieces, indent, self._break)

    def sequence(self, node: Sequence, value: Seq[Data], path: Path) -> str:
        """Return a block sequence from its first dash to the end of its last item."""
        dash = self.text[node.range.start] == "-"
        if not dash:
            raise _AnewError
        starts = [self.text.rindex("-", node.range.start, i.range.start or 1) for i in node.items]
        spans = [(a, i.range.end) for a, i in zip(starts, node.items, strict=True)]
        parts = self._parts(spans, node)
        indent = " " * self._column(node.range.start)
        old = [repr(to_data(item)) for item in node.items]
        new = [repr(item) for item in value]
        pieces: list[str] = []
        for kind, i, k, j, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            pairs = list(zip(range(i, k), range(j, m), strict=False)) if kind != "delete" else []
            for a, b in pairs:
                part, start = parts[a], starts[a]
                try:
                    inner = self.node(node.items[a], value[b], (*path, a))
                    lead = self.text[start : node.items[a].range.start]
                    written = lead + inner
                except _AnewError:
                    written = item_text(value[b], indent)[len(indent) :]
                before = self.text[part.start : start]
                after = self.text[node.items[a].range.end : part.end]
                remark = self._remarked((*path, a), indent)
                pieces.append(before + _led(remark, before, indent) + written + after)
            pieces.extend(item_text(value[b], indent) for b in range(j + len(pairs), m))
        return _joined(pieces, indent, self._break)

    def _entry(
        self, entry: Entry, part: _Part, value: Map[str, Data], path: Path, indent: str
    ) -> str:
        key = entry.key.text
        before = self.text[part.start : entry.key.range.start]
        after = self.text[entry.value.range.end : part.end]
        if key not in value:
            written = self.text[entry.key.range.start : entry.value.range.end]
        else:
            try:
                inner = self.node(entry.value, value[key], path)
                written = self.text[entry.key.range.start : entry.value.range.start] + inner
            except _AnewError:
                written = self._anew(entry, value[key], indent)
                after = after if after.strip() == "" else self._break
        remark = self._remarked(path, indent)
        return before + _led(remark, before, indent) + written + after

    def _anew(self, entry: Entry, value: Data, indent: str) -> str:
        """Return a key with a value of another kind; what the old one says in it stays as it is."""
        old = to_data(entry.value)
        if not isinstance(value, Map) or old not in value.values():
            return entry_text(entry.key.text, value, indent)[len(indent) :]
        rows = []
        for key, inner in value.items():
            if inner != old:
                rows.append(entry_text(key, inner, f"{indent}  "))
                continue
            start = entry.key.range.end
            lines = self.text[start : entry.value.range.end].splitlines(keepends=True)
            deeper = [line if not line.strip() else f"  {line}" for line in lines[1:]]
            rows.append(f"{indent}  {key}{lines[0]}{''.join(deeper)}")
        return f"{entry.key.text}:{self._break}{self._break.join(rows)}"

    def _remarked(self, path: Path, indent: str) -> str:
        """Return the remarks about a value, and about all in it that has no line of its own."""
        found = [
            (at, words)
            for at, words in self.remarks.items()
            if at == path or (at[: len(path)] == path and not self._has_own_line(at, path))
        ]
        said = []
        for at, words in found:
            if at not in self.told:
                self.told.add(at)
                said += [f"{indent}# {one}{self._break}" for one in words]
        return "".join(said)

    def _has_own_line(self, at: Path, path: Path) -> bool:
        """Tell whether a key or item further down will be told of the remark."""
        below = self.source.node(path)
        if isinstance(path[-1], int):
            return False
        if isinstance(below, (Mapping, Sequence)) and not self._is_flow(below):
            return self.source.node(at[: len(path) + 1]) is not None
        return False

    def _flow(self, node: Mapping | Sequence, value: Data) -> str:
        if to_data(node) == value:
            return self.text[node.range.start : node.range.end]
        if isinstance(node, Mapping) and [e.key.text for e in node.entries] == list(value):
            pairs = [(e.value, value[e.key.text], e.key.text) for e in node.entries]
        elif isinstance(node, Sequence) and len(node.items) == len(value):
            pairs = [(item, one, "") for item, one in zip(node.items, value, strict=True)]
        else:
            return flow(value)
        at, out = node.range.start, []
        for child, wanted, key in pairs:
            words = self.text[child.range.start : child.range.end]
            if to_data(child) != wanted:
                is_text = isinstance(child, Scalar) and isinstance(wanted, str)
                plain = isinstance(child, Scalar) and child.style is Style.PLAIN
                if not is_text or plain or not isinstance(child, Scalar):
                    words = flow(wanted)
                else:
                    words = yaml_values.scalar(self.source, child, wanted, key, "")
            out += [self.text[at : child.range.start], words]
            at = child.range.end
        return "".join((*out, self.text[at : node.range.end]))

    def _parts(self, spans: Seq[tuple[int, int]], node: Node) -> list[_Part]:
        """Return the stretches of entries: from where the line before ends to where theirs does."""
        parts = []
        at = node.range.start
        for number, (_, end) in enumerate(spans):
            last = number == len(spans) - 1
            stop = node.range.end if last else self._line_end(end)
            parts.append(_Part(at, stop))
            at = stop
        return parts

    def _line_end(self, at: int) -> int:
        found = self.text.find("\n", at)
        return len(self.text) if found < 0 else found + 1

    def _column(self, at: int) -> int:
        return self.source.lines.position(at).column - 1

    def _indent(self, path: Path) -> str:
        """Return the indentation of the key that leads to a value."""
        steps = list(path)
        while steps:
            place = self.source.key_range(tuple(steps)).start
            node = self.source.node(tuple(steps))
            if node is not None and isinstance(steps[-1], str):
                return " " * self._column(place)
            if node is not None and isinstance(steps[-1], int):
                return " " * max(0, self._column(node.range.start) - 2)
            steps.pop()
        return ""

    def _is_flow(self, node: Node) -> bool:
        return self.text[node.range.start] in "{["

    @property
    def _break(self) -> str:
        return "\r\n" if "\r\n" in self.text else "\n"


class _AnewError(Exception):
    """A value that is written anew, since it is of another kind."""


def _is_blank(node: Node) -> bool:
    return isinstance(node, Scalar) and node.is_empty


def _with_blank(kept: Seq[str], wanted: Seq[str]) -> list[str]:
    """Return the wanted keys, and after the key that it followed each that has nothing yet."""
    order = list(wanted)
    for number, key in enumerate(kept):
        if key not in order:
            before = next((k for k in reversed(kept[:number]) if k in order), None)
            order.insert(order.index(before) + 1 if before is not None else 0, key)
    return order


def _led(remark: str, before: str, indent: str) -> str:
    """Return remarks that stand between what precedes a key on its lines and the key."""
    if not remark:
        return ""
    # The indentation of the key is written already, unless the key is the first of all.
    return remark[len(indent) :] + indent if before.endswith(indent) or not before else remark


def _joined(pieces: Seq[str], indent: str, line_break: str) -> str:
    """Return pieces as one stretch that begins at the indentation and ends without a break."""
    out = []
    for number, piece in enumerate(pieces):
        has_indent = piece.startswith(indent) or not piece.strip()
        led = piece if (has_indent and indent) or number == 0 or not indent else indent + piece
        led = led.removeprefix(indent) if number == 0 and indent else led
        is_last = number == len(pieces) - 1
        stripped = led.removesuffix(line_break)
        out.append(stripped if is_last else stripped + line_break)
    return "".join(out)
