"""Each folder of cases holds a text, the file that it becomes, and what is said about it."""

from pathlib import Path

import pytest

from uppdrag.importing import import_text
from uppdrag.model import dump

from .reading_back import assert_nothing_is_lost

CASES = sorted((Path(__file__).parent / "cases").iterdir())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_text_becomes_the_file_beside_it(case: Path):
    imported = import_text((case / "in.txt").read_text(encoding="utf-8"), "in.txt")
    assert dump(imported.handling) == (case / "out.yaml").read_text(encoding="utf-8")
    told = [
        f"{note.line}:{note.column}-{note.end_column} {note.severity} {note.message}"
        for note in imported.notes
    ]
    assert told == (case / "notes.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_no_case_loses_a_word(case: Path):
    assert_nothing_is_lost((case / "in.txt").read_text(encoding="utf-8"))
