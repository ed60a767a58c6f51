"""Findings in, the documented JSON text out."""

import json
import re
from collections.abc import Iterable

from uppdrag.findings.finding import Finding, in_order
from uppdrag.findings.summary import Summary

# JSON lets these stand raw inside a string, but a terminal may obey them.
_UNSEEN = re.compile(
    "[\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)


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
    return _UNSEEN.sub(_escape, json.dumps(content, ensure_ascii=False, indent=2)) + "\n"


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


def _escape(match: re.Match[str]) -> str:
    return json.dumps(match.group())[1:-1]
