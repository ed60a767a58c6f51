"""All that a branch has done to the mandates is told, each in the way that a reviewer needs."""

from __future__ import annotations

from contextlib import chdir
from pathlib import Path

import pytest
from tests.working_folder import write
from tests.workspace.git_folder import commit_all, git
from tests.workspace.revisions import NEW, OLD, OTHER, decided, draft

from uppdrag.findings import UppdragError
from uppdrag.workspace.branch import EVERYTHING, changed_since, scope_of
from uppdrag.workspace.comparing import Compared
from uppdrag.workspace.git import Version
from uppdrag.workspace.resources import Folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a repository on a branch of its own, with a decided revision and a draft on main."""
    write(tmp_path, {OLD: decided("2024-01-01"), OTHER: draft("2025-01-01")})
    git(tmp_path, "init", "-q", "-b", "main")
    commit_all(tmp_path)
    git(tmp_path, "switch", "-q", "-c", "min-gren")
    return tmp_path


def changed(folder: Path, scope: str = EVERYTHING, version: str = "main") -> Compared:
    with chdir(folder):
        return changed_since(Folder(folder), Version(folder, version, "--git"), scope)


def names(compared: Compared) -> list[tuple[str, str]]:
    return [(pair.comparison.old.name, pair.comparison.new.name) for pair in compared.pairs]


def test_a_branch_that_has_changed_nothing_differs_in_nothing(folder: Path) -> None:
    assert changed(folder) == Compared((), (), "main")
    assert not changed(folder).differs


def test_a_new_revision_is_compared_with_the_one_that_it_replaces(folder: Path) -> None:
    write(folder, {NEW: draft("2026-01-01", replaces="2024-01-01")})
    found = changed(folder)
    assert names(found) == [(OLD, NEW)]
    assert found.notes == (f"{NEW} är en ny revision. Den jämförs med {OLD}.",)
    assert found.differs
    commit_all(folder)
    assert names(changed(folder)) == names(found)


def test_a_new_group_is_told_by_its_title(folder: Path) -> None:
    write(folder, {"mandates/ny/2026-01-01.yaml": draft("2026-01-01")})
    title = "Uppdragshandling för Vårdforum Exempel"
    assert changed(folder) == Compared(
        (), (f"mandates/ny/2026-01-01.yaml är en ny handling: ”{title}”.",), "main"
    )


def test_a_draft_that_has_changed_is_compared_with_what_it_was(folder: Path) -> None:
    write(folder, {OTHER: draft("2025-01-01", "rådet")})
    found = changed(folder)
    assert names(found) == [(f"{OTHER} i main", OTHER)]
    assert found.notes == ()
    assert found.differs


def test_a_decided_one_that_has_changed_is_warned_of(folder: Path) -> None:
    write(folder, {OLD: decided("2024-01-01", "rådet")})
    found = changed(folder)
    assert names(found) == [(f"{OLD} i main", OLD)]
    (note,) = found.notes
    assert note.startswith(f"Varning: {OLD} – Innehållet i den beslutade handlingen har ändrats.")


def test_what_may_happen_to_a_decided_one_is_no_warning(folder: Path) -> None:
    write(folder, {OLD: decided("2024-01-01").replace("beslutad", "ersatt")})
    found = changed(folder)
    assert (len(found.pairs), found.notes) == (1, ())


def test_what_is_removed_is_told_and_warned_of_when_it_was_decided(folder: Path) -> None:
    (folder / OLD).unlink()
    (folder / OTHER).unlink()
    found = changed(folder)
    assert found.pairs == ()
    assert found.notes[0].startswith(f"Varning: {OLD} – Den beslutade handlingen är borttagen.")
    assert found.notes[1] == f"{OTHER} är borttagen."


def test_one_that_has_moved_is_followed(folder: Path) -> None:
    moved = "mandates/nytt-namn/2024-01-01.yaml"
    (folder / moved).parent.mkdir()
    (folder / OLD).rename(folder / moved)
    assert changed(folder) == Compared((), (f"{moved} hette {OLD} i main.",), "main")
    assert changed(folder, "mandates/rad/").notes == (f"{moved} hette {OLD} i main.",)


def test_one_that_has_moved_and_changed_is_followed_and_compared(folder: Path) -> None:
    moved = "mandates/annan/2025-03-03.yaml"
    (folder / OTHER).unlink()
    write(folder, {moved: draft("2025-03-03", "rådet")})
    found = changed(folder)
    assert names(found) == [(f"{OTHER} i main", moved)]
    assert found.notes == (f"{moved} hette {OTHER} i main.",)


def test_a_revision_that_took_the_place_of_a_removed_one_is_compared_with_it(folder: Path) -> None:
    (folder / OLD).unlink()
    write(folder, {NEW: draft("2026-01-01", replaces="2024-01-01")})
    found = changed(folder)
    assert names(found) == [(f"{OLD} i main", NEW)]
    assert any("borttagen" in note for note in found.notes)


def test_one_that_only_is_written_otherwise_is_told_so(folder: Path) -> None:
    write(folder, {OTHER: "# överst\n" + draft("2025-01-01")})
    assert changed(folder).notes == (f"{OTHER} är skriven på ett annat sätt, men säger detsamma.",)


def test_line_endings_that_git_has_written_anew_are_no_change(folder: Path) -> None:
    write(folder, {OLD: decided("2024-01-01").replace("\n", "\r\n")})
    assert not changed(folder).differs


def test_one_that_cannot_be_read_is_told_and_the_others_are_compared(folder: Path) -> None:
    write(folder, {OLD: "titel: [", OTHER: draft("2025-01-01", "rådet")})
    found = changed(folder)
    assert names(found) == [(f"{OTHER} i main", OTHER)]
    assert found.notes == (
        f"{OLD} går inte att läsa som en handling. Kör uppdrag check och rätta den.",
    )
    assert not found.is_whole


def test_one_that_could_not_be_read_then_is_told(folder: Path) -> None:
    write(folder, {OTHER: "titel: ["})
    commit_all(folder)
    git(folder, "branch", "-q", "-f", "main")
    write(folder, {OTHER: draft("2025-01-01")})
    found = changed(folder)
    assert found.notes == (
        f"{OTHER} i main går inte att läsa som en handling, och kan inte jämföras.",
    )
    assert found.is_whole


def test_what_main_has_got_since_is_no_change_of_the_branch(folder: Path) -> None:
    git(folder, "switch", "-q", "main")
    write(folder, {OTHER: draft("2025-01-01", "rådet")})
    commit_all(folder)
    git(folder, "switch", "-q", "min-gren")
    assert not changed(folder).differs


def test_only_what_is_asked_about_is_told(folder: Path) -> None:
    write(folder, {OLD: decided("2024-01-01", "rådet"), OTHER: draft("2025-01-01", "rådet")})
    assert names(changed(folder, "mandates/annan/")) == [(f"{OTHER} i main", OTHER)]
    assert len(changed(folder).pairs) == 2


def test_other_files_of_the_folder_are_no_mandates(folder: Path) -> None:
    write(folder, {"mandates/rad/moten/2026.yaml": "möten: []\n", "uppdrag.yaml": "format: 1\n"})
    assert not changed(folder).differs


def test_a_folder_that_had_no_mandates_has_only_new_ones(folder: Path, tmp_path: Path) -> None:
    git(folder, "switch", "-q", "--orphan", "tom")
    commit_all(folder)
    write(folder, {NEW: draft("2026-01-01")})
    found = changed(folder, version="tom")
    assert [note.split(" är ")[0] for note in found.notes] == [NEW]
    assert tmp_path == folder


@pytest.mark.parametrize(
    ("name", "place", "scope"),
    [
        (".", ".", EVERYTHING),
        ("mandates", ".", EVERYTHING),
        ("..", "mandates/rad", EVERYTHING),
        ("rad", ".", "mandates/rad/"),
        ("mandates/rad/", ".", "mandates/rad/"),
        (".", "mandates/rad", "mandates/rad/"),
        ("annan", "mandates/rad", "mandates/annan/"),
        (OLD, ".", None),
        ("finns-inte", ".", None),
        ("-", ".", None),
        ("", ".", None),
    ],
)
def test_a_folder_or_group_is_a_scope(
    folder: Path, name: str, place: str, scope: str | None
) -> None:
    with chdir(folder / place):
        assert scope_of(Folder(folder), name) == scope


def test_a_folder_elsewhere_is_refused(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("annanstans")
    with chdir(folder), pytest.raises(UppdragError, match="ligger inte"):
        scope_of(Folder(folder), str(elsewhere))
