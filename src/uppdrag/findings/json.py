"""A report in, the documented JSON text out."""

from uppdrag.findings.finding import Finding
from uppdrag.findings.fingerprint import fingerprints
from uppdrag.findings.json_text import json_text
from uppdrag.findings.report import Report


def render(report: Report) -> str:
    """Return JSON with ``findings`` and ``summary``, ending in a line break.

    Lines and columns count from 1, columns in code points, the end is exclusive, ``path`` is a
    JSON Pointer (RFC 6901). ``fix`` is there only where what is wrong can be replaced
    mechanically; ``fingerprint`` stays the same when lines move. The order and the bytes depend
    on nothing but the findings.
    """
    summary = report.summary
    content = {
        "findings": [_finding(*named) for named in fingerprints(report.findings)],
        "summary": {
            "files": summary.files,
            "errors": summary.errors,
            "warnings": summary.warnings,
            "infos": summary.infos,
        },
    }
    return json_text(content)


def _finding(finding: Finding, fingerprint: str) -> dict[str, str | int]:
    fix = {} if finding.fix is None else {"fix": finding.fix}
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
        **fix,
        "fingerprint": fingerprint,
    }
