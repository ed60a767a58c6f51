"""Watching tells of every file that comes, goes or changes, once, when it is whole."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import pytest
from tests.working_folder import DRAFT, write

from uppdrag.workspace.watching import changes, watched

A = "mandates/a/2026-01-02.yaml"


class Clock:
    """Waiting that takes no time: at each wait the next thing happens, until nothing is left."""

    def __init__(self, *events: Callable[[], object]) -> None:
        self.events = iter(events)

    def wait(self, _seconds: float) -> None:
        event = next(self.events, None)
        if event is None:
            raise StopIteration
        event()


def nothing() -> None:
    return


def moments(folder: Path, *events: Callable[[], object]) -> int:
    """Return how often a change was told of while the events happened, the first look not counted.

    Each event is followed by two waits in which nothing happens.
    """
    calm = [step for event in events for step in (event, nothing, nothing, nothing)]
    clock = Clock(nothing, nothing, *calm, nothing, nothing)
    count = -1
    try:
        for _ in changes(lambda: watched(folder, ()), clock.wait):
            count += 1
    except RuntimeError:  # how a generator passes on that the clock has stopped
        return count
    return count


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, {A: DRAFT})
    return tmp_path


def put(folder: Path, name: str, content: str | bytes) -> Callable[[], None]:
    return lambda: write(folder, {name: content})


def test_the_first_look_is_told_of_even_where_nothing_is() -> None:
    assert list(islice(changes(list, lambda _seconds: None), 1)) == [None]


def test_what_does_not_change_is_not_told_of(folder: Path) -> None:
    assert moments(folder, nothing, nothing) == 0


def test_each_change_is_told_of_once(folder: Path) -> None:
    assert moments(folder, put(folder, A, DRAFT + "\n"), put(folder, A, DRAFT + "\n\n")) == 2


def test_a_file_that_comes_and_goes_is_told_of(folder: Path) -> None:
    new = "mandates/b/2026-01-02.yaml"
    assert moments(folder, put(folder, new, DRAFT), (folder / new).unlink) == 2


@pytest.mark.parametrize(
    "name",
    [
        "uppdrag.yaml",
        "data/regeldata.yaml",
        "schemas/uppdragshandling.schema.json",
        "uppdrag-baslinje.json",
        "mandates/a/moten/2026.yaml",
    ],
)
def test_what_the_check_goes_by_is_watched_too(folder: Path, name: str) -> None:
    assert moments(folder, put(folder, name, "format: 1\n"), (folder / name).unlink) == 2


def test_what_the_check_does_not_read_is_not_watched(folder: Path) -> None:
    others = [".uppdrag-cache/check", "build/a/2026-01-02.pdf", "mandates/läs.txt"]
    assert moments(folder, *(put(folder, name, "x") for name in others)) == 0


def test_a_file_of_the_same_size_that_takes_its_place_is_told_of(folder: Path) -> None:
    def replace() -> None:
        write(folder, {"ny": DRAFT.replace("länet", "staden"[:5])})
        status = (folder / A).stat()
        os.utime(folder / "ny", ns=(status.st_atime_ns, status.st_mtime_ns))
        (folder / "ny").replace(folder / A)

    assert moments(folder, replace) == 1


def test_a_file_that_is_being_written_is_waited_for(folder: Path) -> None:
    sizes = [len(DRAFT) * part // 4 for part in range(1, 5)]
    steps = [put(folder, A, DRAFT.encode()[:size]) for size in sizes]
    clock = Clock(nothing, nothing, *steps, nothing, nothing, nothing)
    told = changes(lambda: watched(folder, ()), clock.wait)
    seen = [(folder / A).stat().st_size for _ in islice(told, 2)]
    assert seen == [len(DRAFT.encode()), sizes[-1]]


def test_a_file_that_is_written_on_and_on_is_told_of_all_the_same(folder: Path) -> None:
    size = 0

    def grow(_seconds: float) -> None:
        nonlocal size
        size += 1
        write(folder, {A: b"#" * size})

    told = changes(lambda: watched(folder, ()), grow)
    assert list(islice(told, 3)) == [None] * 3
    assert size < 100


def test_a_broken_folder_goes_on_being_watched(folder: Path) -> None:
    def take_away() -> None:
        (folder / A).unlink()
        (folder / "mandates/a").rmdir()
        (folder / "mandates").rmdir()

    assert moments(folder, take_away, put(folder, A, DRAFT)) == 2
    assert moments(folder, put(folder, "uppdrag.yaml", "format: ["), put(folder, A, "")) == 2


def test_names_that_mean_nothing_are_watched_until_they_do(folder: Path) -> None:
    def names() -> Iterator[Path]:
        return watched(folder, ("mandates/b/2026-01-02.yaml",))

    before = set(names())
    write(folder, {"mandates/b/2026-01-02.yaml": DRAFT})
    here = Path.cwd()
    try:
        os.chdir(folder)
        assert Path("mandates/b/2026-01-02.yaml") in set(names()) - before
    finally:
        os.chdir(here)
