"""Findings in, the documented JSON text out."""

import json
import re
from collections.abc import Iterable

from uppdrag.findings.finding import Finding, in_order
from uppdrag.findings.summary import Summary
from uppdrag.findings.visible import visible_character

# JSON lets any of these stand raw inside a string, but a terminal may obey some.
_MAYBE_UNSEEN = re.compile(r"[^\n -~]")


def render(findings: Iterable[Finding], files: int) -> str:
    """Return JSON with ``findings`` and ``summary``, ending in a line break.

    Lines and columns count from 1, columns in code points, the end is exclusive, ``path`` is a
    JSON Pointer (RFC 6901). ``files`` is the number of files that were checked. The order and the
    bytes depend on nothing but the findings.
    """
    ordered = in_order(findings)
    summary = Summary.of(ordered, files)
    content = {
        "findings": [_finding(finding) for finding in ordered],
        "summary": {
            "files": summary.files,
            "errors": summary.errors,
            "warnings": summary.warnings,
            "infos": summary.infos,
        },
    }
    return _MAYBE_UNSEEN.sub(_escape, json.dumps(content, ensure_ascii=False, indent=2)) + "\n"


def _finding(finding: Finding) -> dict[str, str | int]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        "file": finding.file,
        "line": finding.line,
        "column": finding.column,
        "end_line": finding.end_line,
        "end_column": finding.end_column,
        "path": finding.path,
    }


def _escape(found: re.Match[str]) -> str:
    """Return the character, or its JSON escape where a terminal would not simply show it."""
    character = found.group()
    is_shown = visible_character(character) == character
    return character if is_shown else json.dumps(character)[1:-1]
