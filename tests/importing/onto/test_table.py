"""What a colleague does in Word comes home as the smallest edit of the YAML."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.importing.onto.edits import EDITS
from tests.importing.onto.home import after, come_home, data_of

from uppdrag.source import load

HERE = Path(__file__).parent
MANDATE = (HERE / "mandate.yaml").read_text(encoding="utf-8")


def expected() -> dict[str, str]:
    """Return the unified diff (and what is told, after `!`) of each edit by its name."""
    found = (HERE / "expected.txt").read_text(encoding="utf-8").split("== ")[1:]
    return {name: diff for name, _, diff in (one.partition("\n") for one in found)}


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_comes_home_as_the_smallest_edit(name: str) -> None:
    home = come_home(MANDATE, after(MANDATE, EDITS[name]))
    assert home.diff == expected()[name]
    assert data_of(load(home.text, "m.yaml")) == home.brought.data


def test_every_expectation_has_its_edit() -> None:
    assert list(expected()) == list(EDITS)
