"""A finding speaks of the words it is about, and findings come in one order."""

import random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from uppdrag.findings import Finding, Severity, Summary, in_order
from uppdrag.source import Defect, Lines, Range, Rule, Source

TEXT = "format: 1\ntitel: Rådet för färger 🙂 och form\r\nsyfte: Att måla\n"


def source(text: str = TEXT, name: str = "fil.yaml"):
    return Source(name=name, text=text, root=None, defects=(), lines=Lines(text))


def finding(**changes: Any):
    fields = {
        "rule": "S002",
        "severity": Severity.ERROR,
        "message": "Texten är för kort.",
        "file": "fil.yaml",
        "line": 1,
        "column": 1,
        "end_line": 1,
        "end_column": 2,
        "path": "",
    }
    return Finding(**(fields | changes))


findings = st.lists(
    st.builds(
        finding,
        rule=st.sampled_from(["S001", "S002"]),
        severity=st.sampled_from(Severity),
        file=st.sampled_from(["a.yaml", "b.yaml"]),
        line=st.integers(1, 3),
        column=st.integers(1, 3),
        path=st.sampled_from(["", "/titel"]),
    )
)


def test_a_range_becomes_lines_and_columns_in_code_points():
    start = TEXT.index("form\r")
    made = Finding.at(
        source(), "S002", Severity.ERROR, "Fel.", Range(start, start + 4), path="/titel"
    )
    assert (made.file, made.path) == ("fil.yaml", "/titel")
    assert (made.line, made.column, made.end_line, made.end_column) == (2, 31, 2, 35)


def test_a_range_over_a_line_break_ends_on_its_last_line():
    made = Finding.at(source(), "S002", Severity.INFO, "Fel.", Range(0, TEXT.index("syfte") + 5))
    assert (made.line, made.column, made.end_line, made.end_column) == (1, 1, 3, 6)


def test_the_end_of_the_file_is_a_place():
    made = Finding.at(source(), "S002", Severity.INFO, "Fel.", Range(len(TEXT), len(TEXT)))
    assert (made.line, made.column) == (4, 1)


def test_a_defect_in_the_text_becomes_a_finding_with_the_same_words():
    defect = Defect(Rule.TAB, Range(10, 15), "Ta bort tabben.", "warning")
    made = Finding.from_defect(source(), defect)
    assert made == finding(
        rule="Y020",
        severity=Severity.WARNING,
        message="Ta bort tabben.",
        line=2,
        end_line=2,
        end_column=6,
        words="titel",
    )
    assert type(made.rule) is str


def test_findings_come_by_file_line_column_and_rule():
    wanted = [
        finding(file="a.yaml", line=9),
        finding(file="b.yaml", line=2, column=3),
        finding(file="b.yaml", line=10, column=1),
        finding(file="b.yaml", line=10, column=2, rule="S001"),
        finding(file="b.yaml", line=10, column=2, rule="S002", end_line=3),
        finding(file="b.yaml", line=10, column=2, rule="S002", end_line=4),
    ]
    shuffled = wanted[3:] + wanted[:3][::-1]
    assert list(in_order(shuffled)) == wanted


@given(findings, st.randoms())
def test_the_order_does_not_depend_on_the_order_of_finding(
    found: list[Finding], chance: random.Random
):
    shuffled = list(found)
    chance.shuffle(shuffled)
    assert in_order(shuffled) == in_order(found)


def test_a_summary_counts_by_severity():
    found = [finding(), finding(severity=Severity.INFO), finding()]
    assert Summary.of(found, 7) == Summary(files=7, errors=2, warnings=0, infos=1)


def test_a_summary_is_a_swedish_sentence():
    assert Summary(3, 1, 2, 0).sentence() == "1 fel och 2 varningar i 3 handlingar."
    assert Summary(1, 2, 1, 1).sentence() == "2 fel, 1 varning och 1 upplysning i 1 handling."
    assert Summary(2, 0, 0, 3).sentence() == "3 upplysningar i 2 handlingar."
    assert Summary(5, 0, 0, 0).sentence() == "Inga fel."
