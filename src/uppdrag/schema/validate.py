"""A source, its data and a schema in; findings out, each at the place that is wrong."""

from __future__ import annotations

from collections.abc import Iterator

from uppdrag.findings import Finding, Severity
from uppdrag.schema.fields import field_at
from uppdrag.schema.load import Schema
from uppdrag.schema.messages import EMPTY, Problem, problem, without_value
from uppdrag.schema.prune import Pruned
from uppdrag.source import Mapping, NodePath, Range, Source, pointer

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
    seen: set[NodePath] = set()
    for item in found:
        if item.missing is None:
            place = source.key_range(item.path) if item.at_key else source.range_of(item.path)
            yield _finding(source, item, item.path, place, Severity.ERROR)
            continue
        path = (*item.path, item.missing)
        if path in seen or path in mistyped:
            continue
        seen.add(path)
        waits = draft and item.rule.startswith(COMPLETENESS)
        severity = Severity.WARNING if waits else Severity.ERROR
        told = without_value(path, schema, item.rule) if path in pruned.empty else item
        yield _finding(source, told, path, _place_for(source, path, schema), severity)
    told_of = {item.path for item in found}
    for path in pruned.empty:
        if path not in seen and path[:-1] not in told_of - {()}:
            item = without_value(path, schema, EMPTY)
            yield _finding(source, item, path, source.key_range(path), Severity.WARNING)


def _finding(
    source: Source, item: Problem, path: NodePath, place: Range, severity: Severity
) -> Finding:
    return Finding.at(source, item.rule, severity, item.message, place, path=pointer(path))


def _place_for(source: Source, path: NodePath, schema: Schema) -> Range:
    """Return where a missing key belongs: at the key that it should follow.

    The key that stands without a value is its own place; an item of a list points to its first
    key, an empty mapping to its own key.
    """
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
