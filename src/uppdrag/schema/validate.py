"""A source, its data and a schema in; findings out, each at the place that is wrong."""

from __future__ import annotations

from collections.abc import Iterator

from uppdrag.findings import Finding, Severity
from uppdrag.schema.fields import field_at
from uppdrag.schema.load import Schema
from uppdrag.schema.messages import EMPTY, Problem, problem, without_value
from uppdrag.schema.prune import Pruned
from uppdrag.source import Mapping, NodePath, Range, Rule, Source, pointer

KIND = "S002"
"""The rule that a value is text, a list or keys where it should be: it comes before any other."""

HIDING = frozenset({Rule.QUOTE, Rule.KEY, Rule.MERGE, Rule.INDENTATION})
"""Errors of the text that make keys look missing when they are not: they are told alone."""

COMPLETENESS = "F"
"""Rules of this family may wait in a draft: there they are warnings."""


def validate(source: Source, pruned: Pruned, schema: Schema) -> Iterator[Finding]:
    """Yield what the schema has against the data, every cause once and no consequence of one."""
    draft = pruned.data.get("status") == "utkast"
    found = [
        item
        for error in schema.validator.iter_errors(pruned.data)
        for item in problem(error, schema)
    ]
    mistyped = {item.instead for item in found if item.instead is not None}
    of_wrong_kind = {item.path for item in found if item.rule == KIND}
    hides = any(item.rule in HIDING and item.severity == "error" for item in source.defects)
    seen: set[NodePath] = set()
    for item in found:
        if item.missing is None:
            if item.rule == KIND or item.path not in of_wrong_kind:
                yield _finding(source, item, item.path, _place_of(source, item), Severity.ERROR)
            continue
        path = (*item.path, item.missing)
        if path in seen or path in mistyped or hides:
            continue
        seen.add(path)
        waits = draft and item.rule.startswith(COMPLETENESS)
        severity = Severity.WARNING if waits else Severity.ERROR
        told = without_value(path, schema, item.rule) if path in pruned.empty else item
        yield _finding(source, told, path, _place_for(source, path, schema), severity)
    told_of = {item.path for item in found}
    for path in pruned.empty:
        if path not in seen and path[:-1] not in told_of - {()} and not _is_hidden(source, path):
            item = without_value(path, schema, EMPTY)
            yield _finding(source, item, path, source.key_range(path), Severity.WARNING)


def _place_of(source: Source, item: Problem) -> Range:
    """Return where a value stands; an item of a list with nothing in it is its dash."""
    if item.at_key:
        return source.key_range(item.path)
    place = source.range_of(item.path)
    if place.start < place.end:
        return place
    end = len(source.text[: place.start].rstrip())
    return Range(max(end - 1, 0), end)


def _is_hidden(source: Source, path: NodePath) -> bool:
    """Tell whether a key lacks its value for a reason that is told already.

    The value may have become a comment, or the line under the key cannot be read as its value.
    """
    line = source.lines.line(source.key_range(path).start)
    return any(
        (defect.rule is Rule.COMMENT and source.lines.line(defect.range.start) == line)
        or (defect.rule in HIDING and source.lines.line(defect.range.start) == line + 1)
        for defect in source.defects
    )


def _finding(
    source: Source, item: Problem, path: NodePath, place: Range, severity: Severity
) -> Finding:
    return Finding.at(source, item.rule, severity, item.message, place, path=pointer(path))


def _place_for(source: Source, path: NodePath, schema: Schema) -> Range:
    """Return where a missing key belongs: at the key that it should follow.

    The key that stands without a value is its own place; an item of a list points to its first
    key, an empty mapping to its own key. The very first characters of a file would look like no
    place at all: there it is the value of the first key, on its line.
    """
    place = _key_beside(source, path, schema)
    if place.start > 0 or source.root is None or not source.root.entries:
        return place
    value = source.root.entries[0].value.range
    line = source.lines.range_of_line(source.lines.line(value.start))
    beside = Range(value.start, min(value.end, line.end))
    return beside if beside.start < beside.end else place


def _key_beside(source: Source, path: NodePath, schema: Schema) -> Range:
    parent, key = path[:-1], path[-1]
    node = source.node(parent)
    if not isinstance(node, Mapping) or not node.entries:
        return source.key_range(parent)
    if (entry := node.entry(str(key))) is not None:
        return entry.key.range
    order = list(field_at(schema.content, parent).get("properties", {}))
    before = set(order[: order.index(str(key))]) if key in order else set()
    preceding = [entry.key for entry in node.entries if entry.key.text in before]
    if preceding:
        return preceding[-1].range
    last = parent[-1] if parent else 0
    return node.entries[0].key.range if isinstance(last, int) else source.key_range(parent)
