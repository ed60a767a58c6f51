"""Files are written whole or not at all."""

import os
from pathlib import Path

import pytest

from uppdrag.workspace.writing import write_safe, write_whole


def test_a_file_is_written_with_the_folders_on_its_way(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "fil.pdf"
    write_whole(path, b"innehall")
    assert path.read_bytes() == b"innehall"
    assert [entry.name for entry in path.parent.iterdir()] == ["fil.pdf"]


def test_a_failed_write_leaves_the_old_file_and_no_trace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "fil.pdf"
    path.write_bytes(b"gammalt")

    def fail(_handle: int) -> None:
        raise OSError(28, "full", None)

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="full"):
        write_safe(path, b"nytt")
    assert path.read_bytes() == b"gammalt"
    assert [entry.name for entry in tmp_path.iterdir()] == ["fil.pdf"]


def test_the_error_names_the_file_that_was_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "fil.docx"

    def locked(self: Path, _target: object) -> Path:
        raise PermissionError(13, "locked", str(self))

    monkeypatch.setattr(Path, "replace", locked)
    with pytest.raises(PermissionError) as caught:
        write_whole(path, b"x")
    assert caught.value.filename == str(path)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_takes_no_files_refuses_the_file_that_was_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: str, *_given: object) -> int:
        raise PermissionError(13, "denied", path)

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(PermissionError) as caught:
        write_whole(tmp_path / "fil.docx", b"x")
    assert caught.value.filename == str(tmp_path / "fil.docx")


def test_a_stop_at_any_moment_leaves_no_trace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    really_open = os.open

    def stop_once_it_is_there(path: str, *given: int) -> int:
        os.close(really_open(path, *given))
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "open", stop_once_it_is_there)
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "fil.pdf", b"x")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_a_new_file_can_be_read_by_those_who_usually_can(tmp_path: Path) -> None:
    ordinary = tmp_path / "vanlig"
    ordinary.write_bytes(b"")
    write_whole(tmp_path / "fil", b"")
    assert (tmp_path / "fil").stat().st_mode == ordinary.stat().st_mode


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    # Open for reading and writing at once, so that neither end waits for the other.
    handle = os.open(pipe, os.O_RDWR)
    try:
        write_whole(pipe, b"innehall")
        assert os.read(handle, 100) == b"innehall"
    finally:
        os.close(handle)
    assert pipe.is_fifo()
