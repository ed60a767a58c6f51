"""What was decided at a revision of git is still so, or it is said what has happened to it."""

import os
import subprocess
from pathlib import Path

import pytest

from uppdrag.rules.r005_andrad_sedan_en_version import Tampered, Tampering
from uppdrag.workspace.history import tampered_since
from uppdrag.workspace.resources import Folder

DECIDED = "format: 1\ntyp: samordningsråd\nstatus: beslutad\ntitel: Uppdrag för rådet\n"
SEAL = f"fingeravtryck: sha256:{'0' * 64}\n"
DRAFT = DECIDED.replace("beslutad", "utkast")
PATH = "mandates/rådet/2026-01-02.yaml"


def git(place: Path, *arguments: str) -> None:
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    names = ("-c", "user.name=Kim", "-c", "user.email=kim@exempel.se")
    subprocess.run(
        ["git", *names, *arguments], cwd=place, env=environment, check=True, capture_output=True
    )


def write(folder: Path, path: str, text: str) -> None:
    place = folder / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, encoding="utf-8", newline="\n")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a working folder inside a repository, with a decided mandate and a draft in it."""
    work = tmp_path / "arkiv" / "handlingar"
    write(work, PATH, DECIDED)
    write(work, "mandates/rådet/2027-01-02.yaml", DRAFT)
    write(work, "mandates/rådet/moten/2026.yaml", "möten: []\n")
    write(work, "mandates/rådet/.dold.yaml", DECIDED)
    write(work, "mandates/läs mig.txt", "Ingen handling.\n")
    write(tmp_path / "arkiv", "mandates/utanför/2026-01-02.yaml", DECIDED)
    git(tmp_path / "arkiv", "init", "-q", "-b", "main")
    git(tmp_path / "arkiv", "add", ".")
    git(tmp_path / "arkiv", "commit", "-q", "-m", "Allt")
    return work


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (DECIDED, []),
        (DECIDED.replace("beslutad", "ersatt"), []),
        (DECIDED.replace("beslutad", "upphävd  # 2027"), []),
        (DECIDED + SEAL, []),
        ("# Not\n" + DECIDED.replace("\n", "\r\n"), []),
        (DECIDED + "undantag:\n  - {regel: F002, motivering: Skäl.}\n", []),
        (DECIDED.replace("Uppdrag", "Uppgift"), [Tampering.CHANGED]),
        (DRAFT, [Tampering.REOPENED]),
        (DRAFT.replace("rådet", "rådet 2"), [Tampering.CHANGED, Tampering.REOPENED]),
        (DECIDED + "titel: igen\n", [Tampering.UNREADABLE]),
        ("", [Tampering.UNREADABLE]),
    ],
)
def test_what_was_decided_stays(folder: Path, text: str, what: list[Tampering]) -> None:
    write(folder, PATH, text)
    assert tampered_since(Folder(folder), "HEAD") == tuple(Tampered(PATH, item) for item in what)


def test_a_draft_may_change_and_go(folder: Path) -> None:
    (folder / "mandates/rådet/2027-01-02.yaml").unlink()
    assert tampered_since(Folder(folder), "HEAD") == ()


def test_a_decided_mandate_may_move_but_not_go(folder: Path) -> None:
    (folder / PATH).rename(folder / "mandates/rådet/2026-01-03.yaml")
    assert tampered_since(Folder(folder), "HEAD") == ()
    (folder / "mandates/rådet/2026-01-03.yaml").unlink()
    assert tampered_since(Folder(folder), "HEAD") == (Tampered(PATH, Tampering.REMOVED),)


def test_a_seal_stays(folder: Path) -> None:
    write(folder, PATH, DECIDED + SEAL)
    git(folder, "commit", "-q", "-a", "-m", "Fingeravtryck")
    write(folder, PATH, DECIDED)
    assert tampered_since(Folder(folder), "HEAD") == (Tampered(PATH, Tampering.UNSEALED),)
    assert tampered_since(Folder(folder), "HEAD~1") == ()
