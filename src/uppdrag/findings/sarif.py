"""A report in, SARIF 2.1.0 out, for code scanning and editors."""

import re
from collections.abc import Mapping

from uppdrag import __version__
from uppdrag.findings.artifact import artifact_location
from uppdrag.findings.finding import Finding, Severity
from uppdrag.findings.fingerprint import fingerprints
from uppdrag.findings.json_text import json_text
from uppdrag.findings.report import Report

_Json = Mapping[str, object]

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_LANGUAGE = "sv-SE"
_LINK = re.compile(r"\[(?=[^\[\]]*\]\()")
_BRACE = re.compile(r"[{}]")


def render(report: Report) -> str:
    """Return a log with one run: the rules that were broken, by id, and a result a finding.

    Columns count code points. Everything that a reader may take for a placeholder or a link in a
    message is escaped (SARIF 2.1.0, 3.11.5 and 3.11.6).
    """
    rules = _rules(report)
    index = {rule: number for number, rule in enumerate(rules)}
    driver = {
        "name": "uppdrag",
        "version": __version__,
        "language": _LANGUAGE,
        "rules": list(rules.values()),
    }
    run = {
        "tool": {"driver": driver},
        "language": _LANGUAGE,
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "results": [
            _result(finding, fingerprint, index[finding.rule])
            for finding, fingerprint in fingerprints(report.findings)
        ],
    }
    return json_text({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rules(report: Report) -> dict[str, _Json]:
    """Return the descriptor of each rule that was broken; its level is the gravest of its own."""
    gravest: dict[str, Severity] = {}
    order = list(Severity)
    for finding in report.findings:
        known = gravest.get(finding.rule, finding.severity)
        gravest[finding.rule] = min(known, finding.severity, key=order.index)
    return {
        rule: _rule(rule, report.titles.get(rule, rule), gravest[rule]) for rule in sorted(gravest)
    }


def _rule(rule: str, title: str, severity: Severity) -> _Json:
    # GitHub wants the long description and the help of every rule, and takes no empty ones.
    advice = f"Kör uppdrag explain {rule} för en förklaring, med exempel på fel och rätt."
    return {
        "id": rule,
        "shortDescription": _message(title),
        "fullDescription": _message(title),
        "help": _message(advice),
        "defaultConfiguration": {"level": _LEVELS[severity]},
    }


def _result(finding: Finding, fingerprint: str, rule: int) -> _Json:
    location: dict[str, object] = {
        "physicalLocation": {
            "artifactLocation": artifact_location(finding.file),
            "region": _region(finding),
        }
    }
    if finding.path:
        location["logicalLocations"] = [{"fullyQualifiedName": finding.path}]
    result: dict[str, object] = {
        "ruleId": finding.rule,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "message": _message(finding.message),
        "locations": [location],
        "partialFingerprints": {"uppdrag/v1": fingerprint},
    }
    if finding.fix is not None:
        result["fixes"] = [_fix(finding, finding.fix)]
    return result


def _fix(finding: Finding, text: str) -> _Json:
    replacement = {"deletedRegion": _region(finding), "insertedContent": {"text": text}}
    change = {
        "artifactLocation": artifact_location(finding.file),
        "replacements": [replacement],
    }
    return {
        "description": _message(_told(finding.words, text)),
        "artifactChanges": [change],
    }


def _told(words: str, text: str) -> str:
    if not text:
        return f"Ta bort ”{words}”."
    return f"Byt ”{words}” mot ”{text}”." if words else f"Skriv ”{text}” här."


def _region(finding: Finding) -> _Json:
    return {
        "startLine": finding.line,
        "startColumn": finding.column,
        "endLine": finding.end_line,
        "endColumn": finding.end_column,
    }


def _message(text: str) -> _Json:
    return {"text": _BRACE.sub(r"\g<0>\g<0>", _LINK.sub(r"\\[", text))}
