"""Whatever one names is compared: with the revision before, with another, with what git has."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import chdir
from pathlib import Path

import pytest
from tests.working_folder import write
from tests.workspace.git_folder import commit_all, git
from tests.workspace.revisions import NEW, OLD, OTHER, decided, draft

from uppdrag.findings import UppdragError
from uppdrag.workspace.comparing import (
    Pair,
    compare_since,
    compare_three,
    compare_two,
    compare_with_earlier,
)
from uppdrag.workspace.git import Version
from uppdrag.workspace.resources import Folder

CHAIR = ("koncernledning", "ledningsgrupp")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a repository with two revisions of a group, and one of another."""
    write(
        tmp_path,
        {
            OLD: decided("2024-01-01"),
            NEW: draft("2026-01-01", replaces="2024-01-01"),
            OTHER: decided("2025-01-01", title="Råd Exempel"),
        },
    )
    git(tmp_path, "init", "-q", "-b", "main")
    commit_all(tmp_path)
    return tmp_path


def done(folder: Path, compare: Callable[..., Pair], *named: object) -> Pair:
    with chdir(folder):
        return compare(Folder(folder), *named)


def sides(pair: Pair) -> tuple[str, str]:
    return pair.comparison.old.name, pair.comparison.new.name


def reworded(pair: Pair) -> set[tuple[str, str]]:
    """Return the words that took each other's place."""
    return {(item.old, item.new) for item in pair.comparison.changes if item.old and item.new}


def since(folder: Path, name: str, revision: str = "main") -> Pair:
    return done(folder, compare_since, name, Version(folder, revision, "--git"))


@pytest.mark.parametrize("name", ["rad", "rad/2026-01-01", NEW])
def test_a_revision_is_compared_with_the_one_that_it_replaces(folder: Path, name: str) -> None:
    write(folder, {"mandates/rad/2025-01-01.yaml": decided("2025-01-01", "någon annan")})
    pair = done(folder, compare_with_earlier, name)
    assert sides(pair) == (OLD, NEW)
    assert CHAIR in reworded(pair)
    assert pair.output == "rad/2024-01-01--2026-01-01"


def test_one_that_replaces_none_is_compared_with_the_nearest_earlier(folder: Path) -> None:
    write(folder, {NEW: draft("2026-01-01"), "mandates/rad/2025-01-01.yaml": draft("2025-01-01")})
    assert sides(done(folder, compare_with_earlier, "rad"))[0] == "mandates/rad/2025-01-01.yaml"


def test_a_draft_without_a_day_is_compared_with_the_latest(folder: Path) -> None:
    write(folder, {"mandates/rad/utkast.yaml": draft()})
    assert sides(done(folder, compare_with_earlier, "rad")) == (NEW, "mandates/rad/utkast.yaml")


@pytest.mark.parametrize("name", ["annan", OLD])
def test_the_first_revision_has_nothing_before_it(folder: Path, name: str) -> None:
    with pytest.raises(UppdragError, match=r"ingen tidigare revision.*--git"):
        done(folder, compare_with_earlier, name)


def test_any_two_are_compared_in_the_order_that_they_are_named(folder: Path) -> None:
    assert sides(done(folder, compare_two, OLD, "rad")) == (OLD, NEW)
    assert sides(done(folder, compare_two, "rad", "rad/2024-01-01")) == (NEW, OLD)
    across = done(folder, compare_two, "annan", NEW)
    assert sides(across) == (OTHER, NEW)
    assert across.output == "rad/annan-2025-01-01--2026-01-01"


def test_a_folder_that_is_no_group_is_compared_by_its_files(folder: Path) -> None:
    write(folder, {"hemma/a.yaml": draft(), "hemma/b.yaml": draft(chair="rådet")})
    pair = done(folder, compare_two, "hemma/a.yaml", "hemma/b.yaml")
    assert ("ledningsgrupp", "rådet") in reworded(pair)


def test_sections_that_have_other_keys_are_compared_by_their_words(folder: Path) -> None:
    text = decided("2026-01-01").replace("uppdragsbeskrivning:", "avsnitt_uppgifter:")
    write(folder, {NEW: text})
    pair = done(folder, compare_with_earlier, NEW)
    told = " ".join(f"{item.old} {item.new}" for item in pair.comparison.changes)
    assert "följa upp" not in told


def test_a_file_is_compared_with_what_it_was_in_git(folder: Path) -> None:
    write(folder, {NEW: draft("2026-01-01", "rådet", replaces="2024-01-01")})
    pair = since(folder, NEW)
    assert sides(pair) == (f"{NEW} i main", NEW)
    assert reworded(pair) == {("ledningsgrupp", "rådet")}
    assert pair.output == "rad/2026-01-01-main--2026-01-01"
    commit_all(folder)
    assert reworded(since(folder, NEW)) == set()
    assert reworded(since(folder, NEW, "HEAD~1")) == {("ledningsgrupp", "rådet")}


def test_a_file_anywhere_in_the_repository_has_been_in_git(folder: Path) -> None:
    write(folder, {"hemma/a.txt": draft()})
    commit_all(folder)
    write(folder, {"hemma/a.txt": draft(chair="rådet")})
    assert reworded(since(folder, "hemma/a.txt")) == {("ledningsgrupp", "rådet")}


def test_a_file_is_followed_to_where_it_was(folder: Path) -> None:
    (folder / NEW).rename(folder / "mandates/rad/remiss.yaml")
    write(folder, {"mandates/rad/remiss.yaml": draft("2026-01-01", "rådet")})
    pair = since(folder, "mandates/rad/remiss.yaml")
    assert sides(pair) == (f"{NEW} i main", "mandates/rad/remiss.yaml")
    assert ("ledningsgrupp", "rådet") in reworded(pair)


def test_a_file_that_was_not_there_is_said(folder: Path) -> None:
    write(folder, {"mandates/ny/2026-01-01.yaml": draft("2026-01-01")})
    with pytest.raises(UppdragError, match=r"2026-01-01\.yaml finns inte i ”main”"):
        since(folder, "mandates/ny/2026-01-01.yaml")
    write(folder, {"hemma.yaml": draft()})
    with pytest.raises(UppdragError, match=r"hemma\.yaml finns inte i ”main”"):
        since(folder, "hemma.yaml")


def test_what_was_no_mandate_in_git_is_said(folder: Path) -> None:
    write(folder, {NEW: "titel: ["})
    commit_all(folder)
    write(folder, {NEW: draft("2026-01-01")})
    with pytest.raises(UppdragError, match=r"i main går inte att läsa som en handling"):
        since(folder, NEW)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("titel: [", "går inte att läsa som en handling"),
        ("", "går inte att läsa som en handling"),
        (draft().replace("format: 1", "format: 2"), "är skriven i format 2, men programmet läser"),
        (draft().replace("format: 1", f"format: {'9' * 5000}"), "går inte att läsa"),
        (draft().replace("format: 1", "format: ett"), "går inte att läsa"),
    ],
)
def test_what_is_no_mandate_is_refused_on_either_side(folder: Path, text: str, told: str) -> None:
    write(folder, {NEW: text})
    for named in ((NEW, OLD), (OLD, NEW)):
        with pytest.raises(UppdragError, match=told):
            done(folder, compare_two, *named)
    with pytest.raises(UppdragError, match=told):
        done(folder, compare_with_earlier, "rad")


def test_what_is_only_incomplete_is_compared(folder: Path) -> None:
    short = "format: 1\ntyp: samordningsråd\nstatus: beslutad\ntitel: Kort\n"
    write(folder, {NEW: short})
    assert done(folder, compare_two, OLD, NEW).comparison.changes


def test_what_two_have_made_of_one_is_told_by_their_names(folder: Path) -> None:
    write(folder, {"anna.yaml": draft("2026-01-01", "rådet"), "bo.yaml": draft("2026-02-02")})
    pair = done(folder, compare_three, NEW, ("anna.yaml", "bo.yaml"), ("", ""))
    assert {item.by for item in pair.comparison.changes} >= {"anna", "bo"}
    named = done(folder, compare_three, NEW, ("anna.yaml", "bo.yaml"), ("Anna", "Bo"))
    assert {item.by for item in named.comparison.changes} >= {"Anna", "Bo"}
    assert pair.output.endswith("--bo")
