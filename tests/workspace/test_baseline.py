"""What was there when the checks began is known; what is new is told, what is gone is counted."""

from __future__ import annotations

import json
from contextlib import chdir
from pathlib import Path

import pytest
from tests.working_folder import DECIDED, DRAFT, HYPHEN, ask, told, write

from uppdrag.findings import UppdragError
from uppdrag.workspace.baseline import Compared, baseline_path, compare, write_baseline
from uppdrag.workspace.check_run import Answer
from uppdrag.workspace.resources import Folder

NAME = "uppdrag-baslinje.json"
A, B = "mandates/a/2026-01-02.yaml", "mandates/b/2026-01-02.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with two known faults, one in each of two groups."""
    write(tmp_path, {A: HYPHEN, B: HYPHEN.replace("6 - 10", "2 - 4")})
    keep(tmp_path)
    return tmp_path


def keep(folder: Path, *names: str) -> int:
    return write_baseline(ask(folder, *names), folder / NAME, Folder(folder))


def see(folder: Path, *names: str) -> Compared:
    return compare(ask(folder, *names), folder / NAME, Folder(folder))


def rows(folder: Path) -> list[tuple[str, str]]:
    content = json.loads((folder / NAME).read_text(encoding="utf-8"))
    return [(row["file"], row["rule"]) for row in content["findings"]]


def test_what_is_known_is_not_told(folder: Path) -> None:
    assert see(folder) == Compared((), known=2, gone=0)
    assert rows(folder) == [(A, "T003"), (B, "T003")]


def test_the_same_findings_give_the_same_bytes(folder: Path) -> None:
    content = (folder / NAME).read_bytes()
    keep(folder)
    assert (folder / NAME).read_bytes() == content
    assert content.endswith(b"}\n")
    assert b"\r" not in content


def test_what_is_new_is_told(folder: Path) -> None:
    write(folder, {A: HYPHEN.replace("vården", "vården 3 - 4 dagar")})
    found = see(folder)
    assert told(found.findings) == [("T003", "3 - 4")]
    assert (found.known, found.gone) == (2, 0)


def test_the_same_fault_once_more_is_new(folder: Path) -> None:
    write(folder, {A: HYPHEN.replace("per år.", "per år, 6 - 10 gånger.")})
    found = see(folder)
    assert [(item.words, item.column) for item in found.findings] == [("6 - 10", 41)]
    assert (found.known, found.gone) == (2, 0)


def test_where_the_lines_stand_is_no_matter(folder: Path) -> None:
    write(folder, {A: "# överst\n\n" + HYPHEN.replace("\n  Forumet", "\n\n  Forumet")})
    assert see(folder) == Compared((), known=2, gone=0)


@pytest.mark.parametrize("place", [".", "mandates", "mandates/a", "mandates/b"])
def test_where_the_program_is_run_is_no_matter(folder: Path, place: str) -> None:
    path = folder / place
    answer = ask(path, str(folder / "mandates"))
    with chdir(path):
        assert compare(answer, folder / NAME, Folder(folder)).findings == ()
        write_baseline(answer, folder / "annan.json", Folder(folder))
    assert (folder / "annan.json").read_bytes() == (folder / NAME).read_bytes()


def test_what_is_gone_is_counted_in_the_files_that_were_checked(folder: Path) -> None:
    write(folder, {A: DRAFT})
    assert see(folder).gone == 1
    assert see(folder, "a").gone == 1
    assert see(folder, "b").gone == 0


def test_a_file_that_is_gone_is_counted_when_all_is_checked(folder: Path) -> None:
    write(folder, {"mandates/c/2026-01-02.yaml": DRAFT})
    (folder / A).unlink()
    assert see(folder).gone == 1
    assert see(folder, "b").gone == 0


def test_a_rule_that_has_not_looked_has_nothing_gone(folder: Path) -> None:
    twice = {
        "mandates/c/2026-01-12.yaml": DECIDED,
        "mandates/d/2026-01-12.yaml": DECIDED.replace("Exempel", "Prov"),
    }
    write(folder, twice)
    keep(folder)
    assert ("mandates/d/2026-01-12.yaml", "D002") in rows(folder)
    assert see(folder, "d").gone == 0
    write(folder, {"mandates/d/2026-01-12.yaml": DECIDED})
    assert see(folder).gone == 1


def test_a_part_that_is_written_down_leaves_the_rest_known(folder: Path) -> None:
    write(folder, {A: HYPHEN.replace("6 - 10", "7 - 9")})
    assert keep(folder, "a") == 2
    assert see(folder) == Compared((), known=2, gone=0)


def test_all_that_is_written_down_forgets_what_is_gone(folder: Path) -> None:
    write(folder, {A: DRAFT})
    assert keep(folder) == 1
    assert see(folder) == Compared((), known=1, gone=0)


def test_what_guards_a_decided_document_is_never_known(folder: Path) -> None:
    sealed = DECIDED + f"fingeravtryck: sha256:{'0' * 64}\n"
    write(folder, {"mandates/c/2026-01-12.yaml": sealed})
    keep(folder)
    assert [finding.rule for finding in see(folder).findings] == ["R004"]
    assert {rule for _, rule in rows(folder)} == {"T003"}


def test_a_baseline_may_have_the_name_that_the_settings_say(folder: Path) -> None:
    assert baseline_path(Folder(folder), None) == folder / NAME
    assert baseline_path(Folder(folder), "egen.json") == folder / "egen.json"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"[]",
        b"null",
        b'{"format": 1}',
        b'{"format": 1, "findings": [1]}',
        b'{"format": 1, "findings": [{"fingerprint": "a"}]}',
        b"\xff\xfe",
        b"[" * 100_000,
    ],
)
def test_a_file_that_is_no_baseline_is_refused(folder: Path, content: bytes) -> None:
    write(folder, {NAME: content})
    with pytest.raises(UppdragError, match="är ingen baslinje som programmet har gjort"):
        see(folder)
    with pytest.raises(UppdragError, match="är ingen baslinje"):
        keep(folder, "a")
    keep(folder)
    assert see(folder).known == 2


def test_a_baseline_of_another_version_is_refused(folder: Path) -> None:
    write(folder, {NAME: '{"format": 2, "findings": []}'})
    with pytest.raises(UppdragError, match="annan version"):
        see(folder)


def test_a_baseline_with_a_byte_order_mark_is_read(folder: Path) -> None:
    write(folder, {NAME: b"\xef\xbb\xbf" + (folder / NAME).read_bytes()})
    assert see(folder).known == 2


def test_a_baseline_that_is_not_there_is_told_how_to_make(folder: Path) -> None:
    (folder / NAME).unlink()
    with pytest.raises(UppdragError, match=r"finns inte\. Gör den med uppdrag check --write"):
        see(folder)


def test_a_file_outside_the_folder_goes_by_its_own_name(folder: Path, tmp_path: Path) -> None:
    outside = tmp_path.parent / f"{tmp_path.name}-annan"
    write(outside, {"x.yaml": HYPHEN})
    answer: Answer = ask(folder, str(outside / "x.yaml"))
    assert len(compare(answer, folder / NAME, Folder(folder)).findings) == 1
