"""Each example folder: the wrong side is told of exactly as it should be, the right side not."""

import re
import shutil
from functools import cache, partial
from pathlib import Path

import pytest

from .example_case import Case, cases, covered, run, told

CASES = tuple(cases())
IMPORTS = tuple(case for case in CASES if case.is_import)
WITHOUT_A_PLACE = {"Y001", "Y003", "Y005"}
"""What these rules find may be the file as a whole: it is empty, or cannot be read."""

wrong = cache(partial(told, name="bad"))
every_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


@every_case
def test_the_wrong_side_is_told_of_as_expected(case: Case):
    lines = wrong(case).lines
    assert lines == case.expected.read_text(encoding="utf-8"), "läs och kör tools/regelexempel.py"


@every_case
def test_the_right_side_is_right(case: Case):
    assert told(case, "good").lines == ""


@every_case
def test_the_rule_of_the_folder_is_among_the_findings(case: Case):
    assert case.rule in {found["rule"] for found in wrong(case).findings}


@every_case
def test_every_range_covers_the_words_that_it_speaks_of(case: Case):
    said = wrong(case)
    for found in said.findings:
        words = covered(found, said.texts[found["file"]])
        assert words or found["rule"] in WITHOUT_A_PLACE, f"{found['message']}: no words"
        assert words == found.get("words", words)


@pytest.mark.parametrize("case", IMPORTS, ids=lambda case: case.name)
def test_an_import_says_the_same_on_standard_error(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    lines = wrong(case).lines
    shutil.copy(case.side("bad"), tmp_path)
    monkeypatch.chdir(tmp_path)
    done = run(["import", case.side("bad").name])
    said, _, summary = done.stderr.rpartition("\n\n")
    assert said + "\n" == re.sub(r"^(\S+:\d+:\d+)-\d+:\d+ ", r"\1 ", lines, flags=re.MULTILINE)
    assert summary.endswith("1 handling.\n")
    assert "\ntitel: " in done.stdout


def test_there_are_examples():
    assert len(CASES) >= 75
