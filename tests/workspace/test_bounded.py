"""A file of any size, or one that never ends, is read as far as is wanted and no further."""

import os
from pathlib import Path

import pytest

from uppdrag.findings import UppdragError
from uppdrag.workspace.bounded import read_at_most
from uppdrag.workspace.checking import check_file, held_to
from uppdrag.workspace.mandates import find_mandates, mandate_file
from uppdrag.workspace.resources import Folder

ENDLESS = Path("/dev/zero")
endless = pytest.mark.skipif(not ENDLESS.exists(), reason="this system has no endless file")


def test_a_file_that_fits_is_read_whole_and_a_larger_one_a_byte_too_far(tmp_path: Path) -> None:
    path = tmp_path / "fil"
    path.write_bytes(b"12345")
    assert [read_at_most(path, limit) for limit in (4, 5, 6)] == [b"12345"] * 3
    assert read_at_most(path, 3) == b"1234"


@endless
def test_a_mandate_without_end_is_too_large(tmp_path: Path) -> None:
    found = check_file(mandate_file(ENDLESS), held_to(Folder(tmp_path))).findings
    assert [finding.rule for finding in found] == ["Y003"]


@endless
def test_a_link_to_a_device_is_passed_by_and_a_broken_one_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    group = tmp_path / "mandates" / "rad"
    group.mkdir(parents=True)
    (group / "2026-01-01.yaml").symlink_to(ENDLESS)
    (group / "2026-01-02.yaml").symlink_to("finns-inte")
    monkeypatch.chdir(tmp_path)
    assert [file.date for file in find_mandates(Folder(tmp_path), ())] == ["2026-01-02"]


@endless
def test_standard_input_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with ENDLESS.open(encoding="utf-8") as stream:
        monkeypatch.setattr("sys.stdin", stream)
        with pytest.raises(UppdragError, match="för stor"):
            mandate_file(None).read()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes with names in folders")
def test_a_link_to_a_pipe_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    group = tmp_path / "mandates" / "rad"
    group.mkdir(parents=True)
    os.mkfifo(tmp_path / "ror")
    (group / "2026-01-01.yaml").symlink_to(tmp_path / "ror")
    monkeypatch.chdir(tmp_path)
    assert find_mandates(Folder(tmp_path), ()) == ()
