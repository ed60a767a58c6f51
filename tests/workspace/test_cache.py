"""What is kept comes back as it was, or not at all, whatever has happened to the file."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uppdrag.workspace.cache import Cache

ASCII = st.text(st.characters(max_codepoint=126, min_codepoint=32))
KEYS = st.text("0123456789abcdef", min_size=1, max_size=8)
VALUES = {f"{number:064x}": json.dumps({"tal": number}) for number in range(20)}


def kept(path: Path) -> dict[str, str]:
    cache = Cache(path)
    cache.keep(VALUES, ())
    return Cache(path).find(VALUES)


@given(st.dictionaries(KEYS, ASCII, min_size=1))
def test_what_is_kept_is_found(tmp_path_factory: pytest.TempPathFactory, values: dict[str, str]):
    path = tmp_path_factory.mktemp("a") / "kvar"
    Cache(path).keep(values, ())

    assert Cache(path).find([*values, "z"]) == values


@given(st.data())
def test_a_damaged_file_gives_what_was_kept_or_nothing(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
):
    path = tmp_path_factory.mktemp("a") / "kvar"
    Cache(path).keep(VALUES, ())
    content = path.read_bytes()
    start = data.draw(st.integers(0, len(content)))
    end = data.draw(st.integers(start, len(content)))
    path.write_bytes(content[:start] + data.draw(st.binary()) + content[end:])

    found = Cache(path).find(VALUES)
    assert found.items() <= VALUES.items()
    Cache(path).keep(VALUES, found)
    assert Cache(path).find(VALUES) == VALUES


def test_a_line_that_has_lost_its_middle_is_not_taken_for_another(tmp_path: Path) -> None:
    path = tmp_path / "kvar"
    Cache(path).keep(VALUES, ())
    first, second, *rest = path.read_bytes().splitlines(keepends=True)
    key, _, _ = first.partition(b" ")
    _, _, others = second.partition(b" ")
    path.write_bytes(b"".join([key, b" ", others, *rest]))
    assert len(Cache(path).find(VALUES)) == len(VALUES) - 2


def test_a_folder_in_its_place_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "kvar").mkdir()
    assert kept(tmp_path / "kvar") == {}


def test_a_file_in_its_folders_place_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "mapp").write_bytes(b"")
    assert kept(tmp_path / "mapp" / "kvar") == {}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes with names in folders")
def test_a_pipe_in_its_place_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "kvar")
    assert Cache(tmp_path / "kvar").find(VALUES) == {}


def test_a_place_that_cannot_be_written_is_no_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, _target: object) -> Path:
        raise PermissionError(13, "locked", str(self))

    Cache(tmp_path / "kvar").keep(VALUES, ())
    monkeypatch.setattr(Path, "replace", refuse)
    Cache(tmp_path / "kvar").keep({"f": "annat"}, VALUES)
    assert Cache(tmp_path / "kvar").find([*VALUES, "f"]) == VALUES


def test_a_place_that_cannot_be_read_is_no_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "locked", str(self))

    Cache(tmp_path / "kvar").keep(VALUES, ())
    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert Cache(tmp_path / "kvar").find(VALUES) == {}


def test_what_was_used_last_is_kept_longest(tmp_path: Path) -> None:
    path = tmp_path / "kvar"
    Cache(path).keep({"a1": "1", "a2": "2", "a3": "3", "a4": "4"}, ())
    for number in range(8):
        Cache(path).keep({f"b{number}": "b"}, ["a2"])
    found = Cache(path).find(["a1", "a2", "a3", "a4", *(f"b{number}" for number in range(8))])
    assert found["a2"] == "2"
    assert "a1" not in found
    assert "b7" in found
    assert len(found) == 8


def test_a_small_run_does_not_drive_out_what_a_large_one_kept(tmp_path: Path) -> None:
    path = tmp_path / "kvar"
    Cache(path).keep(VALUES, ())
    Cache(path).keep({"f": "nytt"}, ())
    found = Cache(path).find([*VALUES, "f"])
    assert len(found) == len(VALUES)
    assert found["f"] == "nytt"


def test_nothing_is_written_where_nothing_is_new(tmp_path: Path) -> None:
    Cache(tmp_path / "mapp" / "kvar").keep({}, VALUES)
    assert list(tmp_path.iterdir()) == []


def test_git_leaves_the_folder_alone(tmp_path: Path) -> None:
    Cache(tmp_path / "mapp" / "kvar").keep({"a": "b"}, ())
    assert (tmp_path / "mapp" / ".gitignore").read_text(encoding="utf-8") == "*\n"
