"""What has been drawn is written where it was asked for, or nothing is."""

from __future__ import annotations

from contextlib import chdir
from pathlib import Path

import pytest
from tests.working_folder import write

from uppdrag.findings import UppdragError
from uppdrag.workspace.delivering import deliver
from uppdrag.workspace.drawing import Drawn
from uppdrag.workspace.mandates import mandate_file

ONE, TWO = Drawn("rad/a--b.md", b"ett"), Drawn("rad/c--d.md", b"tv\xc3\xa5")


def delivered(folder: Path, drawn: list[Drawn], output: str, *compared: str) -> list[str]:
    with chdir(folder):
        files = [mandate_file(Path(name)) for name in compared]
        return [path.as_posix() for path in deliver(drawn, output, files)]


def test_one_file_is_called_what_it_was_named(tmp_path: Path) -> None:
    assert delivered(tmp_path, [ONE], "x/y.md") == ["x/y.md"]
    assert (tmp_path / "x/y.md").read_bytes() == b"ett"


def test_several_are_called_after_what_was_compared(tmp_path: Path) -> None:
    assert delivered(tmp_path, [ONE, TWO], "x/") == ["x/rad/a--b.md", "x/rad/c--d.md"]
    assert (tmp_path / "x/rad/c--d.md").read_bytes() == b"tv\xc3\xa5"


def test_several_have_no_room_in_one_file(tmp_path: Path) -> None:
    with pytest.raises(UppdragError, match=r"2 filer.*Ange en mapp"):
        delivered(tmp_path, [ONE, TWO], "x.md")
    assert list(tmp_path.iterdir()) == []


def test_nothing_takes_the_place_of_what_was_compared_and_nothing_else_is_written(
    tmp_path: Path,
) -> None:
    write(tmp_path, {"x/rad/c--d.md": "handlingen"})
    with pytest.raises(UppdragError, match="en av filerna som jämförs"):
        delivered(tmp_path, [ONE, TWO], "x", "x/rad/c--d.md")
    assert [path.name for path in tmp_path.rglob("*.md")] == ["c--d.md"]
    assert (tmp_path / "x/rad/c--d.md").read_text(encoding="utf-8") == "handlingen"


@pytest.mark.parametrize("name", ["a.yaml", "mandates/rad/a.YML", "uppdrag.Yaml"])
def test_no_yaml_file_is_ever_written(tmp_path: Path, name: str) -> None:
    with pytest.raises(UppdragError, match="namnet på en handling eller inställning"):
        delivered(tmp_path, [ONE], name)
    assert list(tmp_path.iterdir()) == []
