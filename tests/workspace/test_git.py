"""What stood in git at a revision is given as it was; what git cannot tell is said in Swedish."""

from pathlib import Path

import pytest
from tests.working_folder import write
from tests.workspace.git_folder import commit_all, git

from uppdrag.findings import UppdragError
from uppdrag.source import MAX_BYTES
from uppdrag.workspace import git as asked
from uppdrag.workspace.git import Version

DECIDED = "format: 1\ntyp: samordningsråd\nstatus: beslutad\ntitel: Uppdrag för rådet\n"
DRAFT = DECIDED.replace("beslutad", "utkast")
PATH = "mandates/rådet/2026-01-02.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a working folder inside a repository, with mandates and other files in it."""
    work = tmp_path / "arkiv" / "handlingar"
    write(
        work,
        {
            PATH: DECIDED,
            "mandates/rådet/2027-01-02.yaml": DRAFT,
            "mandates/rådet/moten/2026.yaml": "möten: []\n",
            "mandates/rådet/.dold.yaml": DECIDED,
            "mandates/läs mig.txt": "Ingen handling.\n",
            "mandates/stor/2026-01-02.yaml": "#" * (MAX_BYTES + 1),
            "bilaga.txt": "Utanför.\n",
        },
    )
    write(tmp_path / "arkiv", {"mandates/utanför/2026-01-02.yaml": DECIDED})
    git(tmp_path / "arkiv", "init", "-q", "-b", "main")
    commit_all(tmp_path / "arkiv")
    return work


def version(place: Path, name: str = "HEAD") -> Version:
    return Version(place, name, "--git")


def test_the_mandates_of_the_folder_are_given_byte_for_byte(folder: Path) -> None:
    write(folder, {PATH: "något annat"})
    assert version(folder, "main").mandates() == {
        PATH: DECIDED.encode(),
        "mandates/rådet/2027-01-02.yaml": DRAFT.encode(),
    }


def test_a_folder_without_mandates_at_the_revision_gives_none(folder: Path) -> None:
    write(folder, {"annat/mandates/a/2026-01-02.yaml": DECIDED})
    assert version(folder / "annat").mandates() == {}


def test_any_file_is_given_from_the_folder_that_it_lies_in(folder: Path) -> None:
    write(folder, {"bilaga.txt": "ändrad", "ny.yaml": "ny"})
    assert version(folder).file("bilaga.txt") == b"Utanf\xc3\xb6r.\n"
    assert version(folder / "mandates/rådet").file("2026-01-02.yaml") == DECIDED.encode()
    assert version(folder).file("ny.yaml") is None
    assert version(folder).file("mandates") is None
    assert version(folder / "mandates/stor").file("2026-01-02.yaml") is None


def test_a_branch_left_a_revision_where_their_ways_parted(folder: Path) -> None:
    git(folder, "switch", "-q", "-c", "min-gren")
    write(folder, {PATH: "mitt"})
    commit_all(folder)
    git(folder, "switch", "-q", "main")
    write(folder, {"mandates/rådet/2027-01-02.yaml": "deras"})
    commit_all(folder)
    git(folder, "switch", "-q", "min-gren")
    left = version(folder, "main").left()
    assert left.mandates()["mandates/rådet/2027-01-02.yaml"] == DRAFT.encode()
    assert left.mandates()[PATH] == DECIDED.encode()
    assert version(folder, "main").mandates()["mandates/rådet/2027-01-02.yaml"] == b"deras"


def test_histories_that_never_met_are_said(folder: Path) -> None:
    git(folder, "switch", "-q", "--orphan", "annan")
    commit_all(folder)
    with pytest.raises(UppdragError, match="inget gemensamt ursprung"):
        version(folder, "main").left()


def test_a_long_object_name_is_told_in_short(folder: Path) -> None:
    whole = version(folder).left()
    assert len(whole.name) > len(whole.shown) == 8
    assert whole.name.startswith(whole.shown)
    assert version(folder, "origin/main").shown == "origin/main"


WRONG = ["finns-inte", "--output=fil", "-h", "", "HEAD:mandates", "HEAD\n", "HEAD~99", "\x00"]


@pytest.mark.parametrize("name", WRONG)
def test_what_is_no_revision_is_said_in_swedish(folder: Path, name: str) -> None:
    for ask in (
        version(folder, name).mandates,
        version(folder, name).left,
        lambda: version(folder, name).file("bilaga.txt"),
    ):
        with pytest.raises(UppdragError, match="finns inte i git"):
            ask()
    assert not (folder / "fil").exists()


def test_a_folder_outside_git_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(UppdragError, match=r"inte i ett git-arkiv\. Kör utan --git"):
        version(tmp_path).mandates()


def test_a_machine_without_git_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(folder))
    with pytest.raises(UppdragError, match="Installera git"):
        version(folder).mandates()


def test_git_that_does_not_answer_is_not_waited_for(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asked, "TIMEOUT", 0)
    with pytest.raises(UppdragError, match="svarade inte"):
        version(folder).mandates()
