"""The meeting note that the project began with, pasted into a plan: its meetings and its faults."""

from contextlib import chdir
from pathlib import Path

import pytest
from tests.end_to_end.test_every_word import GIVEN, REAL

from uppdrag.register import plan
from uppdrag.source import load
from uppdrag.workspace.check_run import Question, answer
from uppdrag.workspace.importing import import_file
from uppdrag.workspace.mandates import find_checked
from uppdrag.workspace.resources import Folder

NOTE = GIVEN / "motesanteckning-samordningsrad-primarvard-2026-03-19.txt"
COMMON = REAL[1]
MEETINGS = [
    *("2026-03-19", "2026-04-27", "2026-05-21", "2026-06-15", "2026-08-27"),
    *("2026-10-01", "2026-11-05", "2026-11-26", "2026-12-17"),
]


def pasted() -> str:
    if not NOTE.is_file() or not COMMON.is_file():
        pytest.skip("handlingarna som projektet utgick från finns inte här")
    lines = NOTE.read_text(encoding="utf-8").splitlines()
    indented = "".join(f"  {line}\n" if line.strip() else "\n" for line in lines)
    return f"format: 1\nutgår_från: samordningsrad\nanteckning: |\n{indented}"


def test_its_own_day_and_the_days_to_come_are_its_meetings() -> None:
    meetings = plan(load(pasted(), "2026.yaml"), "primarvard").moten
    assert [meeting.day for meeting in meetings] == MEETINGS


@pytest.mark.parametrize(
    ("begins", "expected"),
    [("2026-01-01", [("P003", "sjuk"), ("M002", "2026-12-17")]), (None, [("P003", "sjuk")])],
    ids=["in force all the year", "in force from its decision in June"],
)
def test_it_is_held_to_the_mandate_in_force(
    tmp_path: Path, begins: str | None, expected: list[tuple[str, str]]
) -> None:
    mandates = tmp_path / "mandates"
    note = mandates / "primarvard" / "moten" / "2026.yaml"
    note.parent.mkdir(parents=True)
    note.write_text(pasted(), encoding="utf-8", newline="\n")
    common = import_file(COMMON.read_bytes(), COMMON.name).yaml
    common += f"giltighet: {{från: {begins}}}\n" if begins else ""
    (mandates / "samordningsrad").mkdir()
    (mandates / "samordningsrad" / "2026-06-16.yaml").write_text(common, encoding="utf-8")

    with chdir(tmp_path):
        folder = Folder(tmp_path)
        question = Question(folder, find_checked(folder, ["primarvard"]), today="2026-07-01")
        found = answer(question, lambda: None).findings

    assert [(item.rule, item.words) for item in found] == expected
    assert all(item.severity == "info" for item in found if item.rule == "M002")
