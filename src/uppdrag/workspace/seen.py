"""What a check found in one file, apart from its name, in; JSON text and back, out."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Any

from uppdrag.findings import Finding, Severity
from uppdrag.register import Card, Plan
from uppdrag.register.stored import from_json, to_json
from uppdrag.rules import Excuse
from uppdrag.workspace.checking import Checked
from uppdrag.workspace.mandates import MandateFile


@dataclass(frozen=True, slots=True)
class Seen:
    """What was found in a file before anything is excused, its excuses and its card."""

    findings: tuple[Finding, ...]
    excuses: tuple[Excuse, ...] = ()
    card: Card | Plan | None = None


def seen(checked: Checked) -> Seen:
    """Return what is worth keeping of a file that has been checked."""
    return Seen(checked.findings, checked.excuses, checked.card)


def dumped(value: Seen) -> str:
    """Return the value as JSON in ASCII, without the names of its file and group."""
    return json.dumps(
        {
            "findings": [_row(finding) for finding in value.findings],
            "excuses": [[excuse.rule, _row(excuse.unneeded)] for excuse in value.excuses],
            "card": to_json(value.card) if value.card is not None else None,
        },
        separators=(",", ":"),
    )


def loaded(text: str, file: MandateFile) -> Seen | None:
    """Return the value that `dumped` wrote, about a file of that content; None for other texts."""
    try:
        return _loaded(json.loads(text), file)
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError):
        return None


def _loaded(data: Any, file: MandateFile) -> Seen:
    kept = from_json(data["card"]) if data["card"] is not None else None
    return Seen(
        tuple(_finding(row, file.name) for row in data["findings"]),
        tuple(Excuse(rule, _finding(row, file.name)) for rule, row in data["excuses"]),
        _named(kept, file) if kept is not None else None,
    )


def _named(kept: Card | Plan, file: MandateFile) -> Card | Plan:
    if isinstance(kept, Plan):
        return replace(kept, file=file.name, group=file.group)
    return replace(kept, file=file.name, group=file.group, date=file.date)


def _row(finding: Finding) -> list[Any]:
    return [
        finding.rule,
        finding.severity.value,
        finding.message,
        finding.line,
        finding.column,
        finding.end_line,
        finding.end_column,
        finding.path,
        finding.words,
        finding.fix,
    ]


def _finding(row: list[Any], name: str) -> Finding:
    rule, severity, message, line, column, end_line, end_column, path, words, fix = row
    return Finding(
        rule,
        Severity(severity),
        message,
        name,
        line,
        column,
        end_line,
        end_column,
        path,
        words,
        fix,
    )
