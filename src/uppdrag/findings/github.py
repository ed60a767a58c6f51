"""A report in, GitHub's workflow commands out: one line a finding, shown where it belongs."""

import re

from uppdrag.findings.finding import Finding, Severity, in_order
from uppdrag.findings.report import Report
from uppdrag.findings.visible import visible

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
# GitHub writes line breaks as %0D and %0A too; ``visible`` leaves none to write.
_IN_MESSAGE = str.maketrans({"%": "%25"})
_IN_PROPERTY = str.maketrans({"%": "%25", ":": "%3A", ",": "%2C"})
_OBEYED = re.compile(r"^(\s*:)(?=:)|(#)(?=#\[)", re.MULTILINE)
_NOTHING_SHOWN = "\u200b"


def render(report: Report) -> str:
    """Return a line such as ``::error file=…,line=…,title=T003::message`` for each finding.

    The last line is the sentence that sums up. A command is a line of its own that begins with
    ``::``, so nothing that a mandate holds can become one: its line breaks are shown, not made.
    """
    lines = [_command(finding) for finding in in_order(report.findings)]
    return "\n".join([*lines, report.summary.sentence()]) + "\n"


def disarmed(text: str) -> str:
    """Return text for a person in which GitHub's runner finds no command.

    The runner looks past the blanks that a line begins with, and for commands of an older form
    (``##[…]``) anywhere in it.
    """
    return _OBEYED.sub(rf"\g<0>{_NOTHING_SHOWN}", text)


def _command(finding: Finding) -> str:
    properties = {
        "file": finding.file,
        "line": str(finding.line),
        "endLine": str(finding.end_line),
        **_columns(finding),
        "title": finding.rule,
    }
    written = ",".join(
        f"{name}={visible(value).translate(_IN_PROPERTY)}" for name, value in properties.items()
    )
    message = visible(finding.message).translate(_IN_MESSAGE)
    return f"::{_COMMANDS[finding.severity]} {written}::{message}"


def _columns(finding: Finding) -> dict[str, str]:
    # GitHub's runner drops both columns, with a complaint, where the lines differ.
    if finding.line != finding.end_line:
        return {}
    return {"col": str(finding.column), "endColumn": str(finding.end_column)}
