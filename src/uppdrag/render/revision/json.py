"""Comparisons in, the documented JSON text (`schemas/jamforelse.schema.json`) out."""

from __future__ import annotations

from collections.abc import Iterable

from uppdrag.compare import Change, Comparison, Side
from uppdrag.compare.changes.change import substantial_first
from uppdrag.compare.telling.compared import decision
from uppdrag.findings.json_text import json_text
from uppdrag.source import pointer


def render(comparison: Comparison) -> str:
    """Return JSON with `old`, `new`, `changes` and `counts`, ending in a line break.

    Changes of substance come first, as for people; `number` is the place in reading order, from 1.
    `path` is a JSON Pointer (RFC 6901). The bytes depend on nothing but the two mandates and what
    they are called.
    """
    return json_text(_comparison(comparison))


def render_branch(comparisons: Iterable[Comparison], notes: Iterable[str]) -> str:
    """Return JSON with `comparisons`, each as `render` writes it, and `notes` in words."""
    return json_text(
        {"comparisons": [_comparison(each) for each in comparisons], "notes": list(notes)}
    )


def _comparison(comparison: Comparison) -> dict[str, object]:
    return {
        "old": _side(comparison.old),
        "new": _side(comparison.new),
        "changes": [_change(change) for change in substantial_first(comparison.changes)],
        "counts": comparison.counts,
    }


def _side(side: Side) -> dict[str, object]:
    handling = side.handling
    return {
        "namn": side.name,
        "titel": handling.titel,
        "datum": handling.datum,
        "diarienummer": handling.diarienummer,
        "status": handling.status.value,
        "beslut": decision(handling) or None,
    }


def _change(change: Change) -> dict[str, object]:
    return {
        "number": change.number,
        "kind": change.kind.value,
        "path": pointer(change.path),
        "section": change.section,
        "subject": change.subject,
        "old": change.old,
        "new": change.new,
        "before": change.before,
        "after": change.after,
        "what": change.what,
        "saklig": change.saklig,
        "matter": change.matter.name.lower() if change.matter else None,
        "printed": change.is_printed,
        "by": change.by or None,
        "conflict": change.conflict or None,
    }
