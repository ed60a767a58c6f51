"""GitHub's runner reads one command a finding, with its words, and no other command ever."""

import re
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uppdrag.findings import Severity, in_order
from uppdrag.findings.github import disarmed, render
from uppdrag.findings.report import Report
from uppdrag.findings.visible import visible

from .reports import report, reports
from .test_finding import finding


@dataclass(frozen=True)
class Command:
    """A workflow command as the runner takes it apart."""

    name: str
    properties: dict[str, str]
    message: str


def read(line: str):
    """Return the command of a line as GitHub's runner finds it, or None."""
    if not line.lstrip().startswith("::") or "::" not in line.lstrip()[2:]:
        return None
    head, _, message = line.lstrip()[2:].partition("::")
    name, _, listed = head.partition(" ")
    pairs = (pair.partition("=") for pair in listed.strip().split(","))
    return Command(name, {key: unescaped(value) for key, _, value in pairs}, unescaped(message))


def unescaped(text: str):
    for escaped, plain in (("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(escaped, plain)
    return text


def test_a_finding_is_a_command_and_the_sum_an_ordinary_line():
    made = finding(
        rule="T003",
        severity=Severity.WARNING,
        message="Skriv 6–10: utan mellanslag.",
        line=12,
        column=5,
        end_line=12,
        end_column=11,
    )
    assert render(report(made)) == (
        "::warning file=fil.yaml,line=12,endLine=12,col=5,endColumn=11,title=T003"
        "::Skriv 6–10: utan mellanslag.\n"
        "1 varning i 1 handling.\n"
    )


@pytest.mark.parametrize(
    ("severity", "name"),
    [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.INFO, "notice")],
)
def test_the_severity_is_the_command(severity: Severity, name: str):
    assert render(report(finding(severity=severity))).startswith(f"::{name} ")


def test_a_finding_over_several_lines_has_no_columns():
    assert "file=fil.yaml,line=1,endLine=3,title=" in render(report(finding(end_line=3)))


def test_what_means_something_in_a_command_is_escaped():
    told = render(report(finding(file="a,b:c%.yaml", message="100 % klart")))
    assert told.startswith("::error file=a%2Cb%3Ac%25.yaml,")
    assert "::100 %25 klart\n" in told


def test_a_line_break_in_a_message_is_shown_and_begins_no_command():
    told = render(report(finding(message="a\n::stop-commands::b\r\n::add-mask::c")))
    assert len(told.splitlines()) == 2
    assert "::a␊::stop-commands::b␍␊::add-mask::c\n" in told


@given(reports)
def test_every_finding_is_exactly_one_command(made: Report):
    *lines, last = re.split(r"\r\n|\r|\n", render(made).removesuffix("\n"))
    assert read(last) is None
    assert len(lines) == len(made.findings)
    for line, told in zip(lines, in_order(made.findings), strict=True):
        command = read(line)
        assert command is not None
        assert command.name in {"error", "warning", "notice"}
        assert command.message == visible(told.message)
        assert command.properties["file"] == visible(told.file)
        assert command.properties["title"].strip() == visible(told.rule).strip()
        assert ("col" in command.properties) == (told.line == told.end_line)
        assert line.isprintable() or not set(line) & set("\x1b\x00\u2028\u202e")


@given(st.text(alphabet=st.sampled_from(": #[]\n\t\u00a0x")))
def test_text_for_a_person_is_never_a_command_of_either_form(text: str):
    shown = disarmed(text)
    assert not [line for line in shown.splitlines() if read(line)]
    assert "##[" not in shown
    assert shown.replace("\u200b", "") == text
