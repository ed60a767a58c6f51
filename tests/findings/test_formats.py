"""Each format tells the same findings, the same way every time."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uppdrag.findings.formats import FORMATS
from uppdrag.findings.report import Report

from .reports import report, reports
from .test_finding import finding


def test_the_formats_are_those_that_are_promised():
    assert set(FORMATS) == {"json", "sarif", "junit", "github", "markdown"}


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_tells_the_message_and_ends_its_last_line(name: str):
    told = FORMATS[name](report(finding(message="Åtgärda detta.")))
    assert "Åtgärda detta." in told
    assert told.endswith("\n")
    assert not told.endswith("\n\n")


@given(reports, st.sampled_from(sorted(FORMATS)), st.randoms())
def test_the_order_of_finding_changes_nothing(made: Report, name: str, chance: random.Random):
    shuffled = list(made.findings)
    chance.shuffle(shuffled)
    other = Report(tuple(shuffled), made.files, made.titles, made.lines)
    assert FORMATS[name](other) == FORMATS[name](made)


@given(reports, st.sampled_from(sorted(FORMATS)))
def test_any_text_can_be_written_as_utf_8(made: Report, name: str):
    assert FORMATS[name](made).encode("utf-8").decode("utf-8")
