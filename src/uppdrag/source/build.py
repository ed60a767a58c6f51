"""The events of a YAML parser come in; the tree with ranges, and its defects, go out."""

import re
from dataclasses import dataclass, field

import yaml

from uppdrag.source import refusals
from uppdrag.source.characters import composed, normalised
from uppdrag.source.defect import Defect
from uppdrag.source.node import Entry, Mapping, Node, Scalar, Sequence, Style
from uppdrag.source.position import Lines, Range
from uppdrag.source.refusals import MAX_DEPTH, MAX_NODES
from uppdrag.source.traps import (
    eaten_comment,
    escaped_characters,
    hard_spaces,
    path_of_windows,
    swallowed_items,
    swallowed_keys,
)

_STYLES = {
    "'": Style.SINGLE,
    '"': Style.DOUBLE,
    "|": Style.LITERAL,
    ">": Style.FOLDED,
}
_PROPERTY = re.compile(r"[&!][^\s]*")
_GAP = re.compile(r"(?:[ \t\r\n]|(?<=\s)#[^\r\n]*)*")
_BLOCK_HEADER = re.compile(r"[|>][-+0-9]*")
_HARMLESS_DIRECTIVE = re.compile(r"%YAML[ \t]+1\.[12][ \t]*(?:#.*)?$")


@dataclass(slots=True)
class _Items:
    start: int
    end: int
    children: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class _Keys:
    start: int
    end: int
    first: int | None = None
    entries: list[Entry] = field(default_factory=list)
    seen: dict[str, Scalar] = field(default_factory=dict)
    awaits_value: bool = False
    key: Scalar | None = None  # none while a value is awaited: the key was refused
    merges: bool = False


@dataclass(slots=True)
class Builder:
    """Takes events one by one and builds the tree without ever calling itself.

    It resolves nothing: no tag, no alias, no word of a value is given a meaning.
    """

    text: str
    lines: Lines
    root: Node | None = None
    defects: list[Defect] = field(default_factory=list)
    _open: list[_Items | _Keys] = field(default_factory=list)
    _documents: int = 0
    _nodes: int = 0

    def take(self, event: yaml.Event) -> bool:
        """Take the next event; say whether the rest of the file is worth reading."""
        start = event.start_mark.index if event.start_mark else 0
        end = event.end_mark.index if event.end_mark else start
        if isinstance(event, yaml.DocumentStartEvent):
            return self._document(start, end)
        if isinstance(event, yaml.NodeEvent):
            self._nodes += 1
            if self._nodes > MAX_NODES:
                return self._give_up(refusals.too_many(self._place(start)))
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event, start, end)
        elif isinstance(event, yaml.AliasEvent):
            self._alias(Range(start, end))
        elif isinstance(event, yaml.CollectionStartEvent):
            return self._opened(event, start, end)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._closed(start, end)
        return True

    def _place(self, start: int) -> Range:
        return Range(start, min(start + 1, len(self.text)))

    def _give_up(self, defect: Defect) -> bool:
        self.defects.append(defect)
        self.root = None
        return False

    def _document(self, start: int, end: int) -> bool:
        self._documents += 1
        if self._documents > 1:
            line = self.lines.range_of_line(self.lines.line(start))
            place = Range(start, end if end > start else max(start, line.end))
            self.defects.append(refusals.second_document(place))
            return False
        for number in range(self.lines.line(start), self.lines.line(end)):
            line = self.lines.range_of_line(number)
            written = self.text[line.start : line.end]
            if written.startswith("%") and not _HARMLESS_DIRECTIVE.match(written):
                self.defects.append(refusals.directive(line))
        return True

    def _scalar(self, event: yaml.ScalarEvent, start: int, end: int) -> None:
        style = _STYLES.get(event.style or "", Style.PLAIN)
        if event.anchor is not None or event.tag is not None:
            start = self._without_properties(start, end)
        if style in (Style.LITERAL, Style.FOLDED):
            end = self._end_of_block(start, end)
        # Only an escape brings in a character that the text itself may not hold.
        in_form = normalised if style is Style.DOUBLE else composed
        scalar = Scalar(in_form(event.value), Range(start, end), style)
        refused = list(escaped_characters(event.value, scalar, self.text))
        self.defects += refused or path_of_windows(self.text, scalar)
        self.defects += swallowed_keys(self.text, self.lines, scalar)
        self.defects += hard_spaces(scalar)
        if not self._awaits_key():
            self.defects += eaten_comment(self.text, scalar)
            self.defects += swallowed_items(self.text, scalar)
        self._deliver(scalar)

    def _without_properties(self, start: int, end: int) -> int:
        """Refuse the anchor and tag before a node; give where the node itself starts."""
        while found := _PROPERTY.match(self.text, start, end):
            place = Range(start, found.end())
            self.defects.append(refusals.node_property(found.group(), place))
            gap = _GAP.match(self.text, found.end(), end)
            start = gap.end() if gap else found.end()
        return start

    def _end_of_block(self, start: int, end: int) -> int:
        first = self.lines.range_of_line(self.lines.line(start)).end
        content = self.text[first:end].rstrip(" \t\r\n")
        header = _BLOCK_HEADER.match(self.text, start)
        return first + len(content) if content else header.end() if header else end

    def _alias(self, place: Range) -> None:
        written = self.text[place.start : place.end]
        parent = self._open[-1] if self._open else None
        if not (isinstance(parent, _Keys) and parent.merges):
            self.defects.append(refusals.alias(written, place))
        if isinstance(parent, _Keys) and not parent.awaits_value:
            self._expect_value(parent, place)
        else:
            self._deliver(Scalar(normalised(written), place, Style.PLAIN))

    def _opened(self, event: yaml.CollectionStartEvent, start: int, end: int) -> bool:
        if event.anchor is not None or event.tag is not None:
            start = self._without_properties(start, end)
        if len(self._open) >= MAX_DEPTH:
            return self._give_up(refusals.too_deep(self._place(start)))
        is_keys = isinstance(event, yaml.MappingStartEvent)
        self._open.append(_Keys(start, start) if is_keys else _Items(start, start))
        return True

    def _closed(self, start: int, end: int) -> None:
        done = self._open.pop()
        # Only a bracket is a token of some width; a block ends with its last value.
        has_brackets = end > start
        end = end if has_brackets else done.end
        if isinstance(done, _Items):
            self._deliver(Sequence(tuple(done.children), Range(done.start, end)))
        else:
            first = done.start if has_brackets or done.first is None else done.first
            self._deliver(Mapping(tuple(done.entries), Range(first, end)))

    def _awaits_key(self) -> bool:
        parent = self._open[-1] if self._open else None
        return isinstance(parent, _Keys) and not parent.awaits_value

    def _deliver(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        parent = self._open[-1]
        parent.end = max(parent.end, node.range.end)
        if isinstance(parent, _Items):
            parent.children.append(node)
        elif not parent.awaits_value:
            self._key(parent, node)
        else:
            if parent.key is not None:
                parent.entries.append(Entry(parent.key, node))
            parent.awaits_value, parent.key, parent.merges = False, None, False

    def _expect_value(self, parent: _Keys, key: Range) -> None:
        parent.first = key.start if parent.first is None else parent.first
        parent.awaits_value = True

    def _key(self, parent: _Keys, node: Node) -> None:
        self._expect_value(parent, node.range)
        if not isinstance(node, Scalar):
            self.defects.append(refusals.collection_as_key(node.range))
        elif not node.text.strip():
            start, end = node.range.start, node.range.end
            self.defects.append(
                refusals.empty_key(node.range if end > start else self._place(start))
            )
        elif node.text == "<<" and node.style is Style.PLAIN:
            parent.merges = True
            self.defects.append(refusals.merge_key(node.range))
        elif first := parent.seen.get(node.text):
            line = self.lines.line(first.range.start)
            self.defects.append(refusals.duplicate_key(node.text, line, node.range))
        else:
            parent.seen[node.text] = node
            parent.key = node
