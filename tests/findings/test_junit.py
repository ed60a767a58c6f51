"""GitLab and Jenkins see a test case a file, and why it fails."""

from hypothesis import given
from lxml import etree

from uppdrag.findings import Severity
from uppdrag.findings.junit import render
from uppdrag.findings.report import Report
from uppdrag.findings.visible import visible

from .reports import report, reports
from .test_finding import finding


def read(text: str):
    return etree.fromstring(text.encode("utf-8"))


def test_the_whole_file():
    made = report(
        finding(
            file="b.yaml", message="Skriv ”a & b”.", line=2, column=8, end_line=2, end_column=11
        ),
        finding(file="b.yaml", rule="T003", severity=Severity.WARNING, message="Skriv 6–10."),
        files=("b.yaml", "a.yaml"),
        lines={"b.yaml": "format: 1\ntitel: Råd\n"},
    )
    assert render(made) == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<testsuites tests="2" failures="1" errors="0">\n'
        '  <testsuite name="uppdrag check" tests="2" failures="1" errors="0" skipped="0">\n'
        '    <testcase classname="uppdrag" name="a.yaml" file="a.yaml" />\n'
        '    <testcase classname="uppdrag" name="b.yaml" file="b.yaml">\n'
        '      <failure type="S002" message="Skriv ”a &amp; b”.">'
        "b.yaml:2:8 fel S002 Skriv ”a &amp; b”.\n"
        "    titel: Råd\n"
        "           ^^^</failure>\n"
        "      <system-out>b.yaml:1:1 varning T003 Skriv 6–10.\n"
        "    format: 1\n"
        "    ^</system-out>\n"
        "    </testcase>\n"
        "  </testsuite>\n"
        "</testsuites>\n"
    )


def test_a_file_with_nothing_worse_than_warnings_passes():
    suites = read(render(report(finding(severity=Severity.WARNING))))
    assert suites.get("failures") == "0"
    assert suites.find(".//failure") is None
    assert "varning" in (suites.findtext(".//system-out") or "")


def test_all_errors_of_a_file_stand_in_its_one_failure():
    made = report(
        finding(rule="S002", message="Ett."),
        finding(rule="F004", message="Två.", line=2),
        finding(rule="S002", message="Tre.", line=3),
    )
    (failure,) = read(render(made)).iterfind(".//failure")
    assert failure.get("message") == "3 fel. Det första: Ett."
    assert failure.get("type") == "S002 F004"
    assert (failure.text or "").splitlines() == [
        "fil.yaml:1:1 fel S002 Ett.",
        "fil.yaml:2:1 fel F004 Två.",
        "fil.yaml:3:1 fel S002 Tre.",
    ]


def test_a_finding_in_a_file_that_was_not_named_is_told_all_the_same():
    suites = read(render(report(finding(file="annan.yaml"), files=("fil.yaml",))))
    names = [case.get("name") for case in suites.iterfind(".//testcase")]
    assert names == ["annan.yaml", "fil.yaml"]
    assert suites.get("tests") == "2"


@given(reports)
def test_it_is_xml_and_holds_every_message_whatever_it_says(made: Report):
    suites = read(render(made))
    cases = {case.get("name"): case for case in suites.iterfind("testsuite/testcase")}
    assert set(cases) == {visible(name) for name in made.files} | {
        visible(told.file) for told in made.findings
    }
    for told in made.findings:
        case = cases[visible(told.file)]
        kind = "failure" if told.severity is Severity.ERROR else "system-out"
        assert f" {visible(told.message)}" in (case.findtext(kind) or "")
    failed = {visible(told.file) for told in made.findings if told.severity is Severity.ERROR}
    assert {name for name, case in cases.items() if case.find("failure") is not None} == failed
