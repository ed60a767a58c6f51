"""A value that a card states and a message in; the finding about it out."""

from __future__ import annotations

from uppdrag.findings import Finding, Severity
from uppdrag.register import Card, Plan, Stated


def about(card: Card | Plan, place: Stated, rule: str, severity: Severity, message: str) -> Finding:
    """Return the finding about a stated value of a document."""
    return Finding(
        rule,
        severity,
        message,
        card.file,
        place.line,
        place.column,
        place.end_line,
        place.end_column,
        place.path,
        place.words,
    )
