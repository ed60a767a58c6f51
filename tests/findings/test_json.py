"""The JSON is what the documentation promises, and safe to show."""

import json
import random

from hypothesis import given
from hypothesis import strategies as st

from uppdrag.findings import Finding, Severity, fingerprints
from uppdrag.findings.json import render
from uppdrag.findings.visible import visible_lines

from .reports import report
from .test_finding import finding, findings


def test_the_json_has_the_documented_shape():
    made = finding(message="För kort: ”x”.", path="/titel", end_column=7)
    warned = finding(severity=Severity.WARNING, line=3)
    (_, first), (_, second) = fingerprints([warned, made])
    assert json.loads(render(report(warned, made, files=("fil.yaml", "b.yaml")))) == {
        "findings": [
            {
                "rule": "S002",
                "severity": "error",
                "message": "För kort: ”x”.",
                "file": "fil.yaml",
                "line": 1,
                "column": 1,
                "end_line": 1,
                "end_column": 7,
                "path": "/titel",
                "fingerprint": first,
            },
            {
                "rule": "S002",
                "severity": "warning",
                "message": "Texten är för kort.",
                "file": "fil.yaml",
                "line": 3,
                "column": 1,
                "end_line": 1,
                "end_column": 2,
                "path": "",
                "fingerprint": second,
            },
        ],
        "summary": {"files": 2, "errors": 1, "warnings": 1, "infos": 0},
    }


def test_a_fix_is_told_where_there_is_one_even_when_it_is_nothing():
    text = render(report(finding(fix="6–10"), finding(line=2, fix=""), finding(line=3)))
    told = json.loads(text)["findings"]
    assert [item.get("fix") for item in told] == ["6–10", "", None]
    assert "fix" not in told[2]


def test_swedish_letters_are_written_out():
    assert "Åtgärda." in render(report(finding(message="Åtgärda.")))


def test_no_findings_is_an_empty_list():
    assert json.loads(render(report(files=("a", "b", "c", "d")))) == {
        "findings": [],
        "summary": {"files": 4, "errors": 0, "warnings": 0, "infos": 0},
    }


@given(findings, st.randoms())
def test_the_same_findings_in_any_order_give_the_same_bytes(
    found: list[Finding], chance: random.Random
):
    shuffled = list(found)
    chance.shuffle(shuffled)
    assert render(report(*shuffled)) == render(report(*found))


# A surrogate pair in JSON is one character, so two lone ones that meet are not kept apart.
@given(st.text(st.characters(exclude_categories=["Cs", "Cn", "Co"])))
def test_any_message_is_kept_and_nothing_in_it_is_obeyed_by_a_terminal(message: str):
    text = render(report(finding(message=message)))
    assert json.loads(text)["findings"][0]["message"] == message
    assert visible_lines(text) == text


def test_a_lone_surrogate_does_not_stop_the_output():
    assert "\\ud800" in render(report(finding(file="\ud800.yaml")))
