"""A report in, JUnit XML out, as GitLab and Jenkins read it: one test case a file."""

from collections.abc import Iterable
from itertools import groupby
from operator import attrgetter
from xml.etree import ElementTree as ET

from uppdrag.findings.finding import Finding, Severity, in_order
from uppdrag.findings.report import Report
from uppdrag.findings.text import entry
from uppdrag.findings.visible import visible

_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


def render(report: Report) -> str:
    """Return a test suite with a test case for each checked file, by name.

    A file with errors fails; both readers show one failure a test case, so all errors of a file
    stand in one. Warnings and infos are what the test case printed. There are no times in it.
    """
    of_file = {
        file: tuple(found)
        for file, found in groupby(in_order(report.findings), key=attrgetter("file"))
    }
    files = sorted({*report.files, *of_file})
    failed = sum(any(map(_is_error, of_file.get(file, ()))) for file in files)
    counts = {"tests": str(len(files)), "failures": str(failed), "errors": "0"}
    suites = ET.Element("testsuites", counts)
    suite = ET.SubElement(suites, "testsuite", {"name": "uppdrag check", **counts, "skipped": "0"})
    for file in files:
        name = visible(file)
        case = ET.SubElement(
            suite, "testcase", {"classname": "uppdrag", "name": name, "file": name}
        )
        _tell(case, of_file.get(file, ()), report)
    ET.indent(suites)
    return _DECLARATION + ET.tostring(suites, encoding="unicode") + "\n"


def _tell(case: ET.Element, findings: Iterable[Finding], report: Report) -> None:
    errors: list[Finding] = []
    others: list[Finding] = []
    for finding in findings:
        (errors if _is_error(finding) else others).append(finding)
    if errors:
        rules = " ".join(dict.fromkeys(visible(error.rule) for error in errors))
        failure = ET.SubElement(case, "failure", {"type": rules, "message": _headline(errors)})
        failure.text = _entries(errors, report)
    if others:
        ET.SubElement(case, "system-out").text = _entries(others, report)


def _headline(errors: list[Finding]) -> str:
    first = visible(errors[0].message)
    return first if len(errors) == 1 else f"{len(errors)} fel. Det första: {first}"


def _entries(findings: Iterable[Finding], report: Report) -> str:
    return "\n".join(line for finding in findings for line in entry(finding, report.lines))


def _is_error(finding: Finding) -> bool:
    return finding.severity is Severity.ERROR
