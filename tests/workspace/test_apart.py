"""Work that is done apart gives its result, and never holds the program up."""

import os
import time
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from uppdrag.findings import UppdragError
from uppdrag.render.html.read import read_copy
from uppdrag.workspace.apart import BrokenError, Standing, TooSlowError, apart


def test_the_result_comes_back() -> None:
    assert apart(len, "tre", 30) == 3


def test_what_is_wrong_with_the_file_comes_back_as_it_was_said() -> None:
    with pytest.raises(UppdragError, match="inte sparad i UTF-8"):
        apart(read_copy, b"\xff\xff", 30)


def test_it_is_stopped_when_the_time_is_up() -> None:
    began = time.monotonic()
    with pytest.raises(TooSlowError, match="sekunder"):
        apart(time.sleep, 60, 0.5)
    assert time.monotonic() - began < 20


def test_a_process_that_dies_is_no_crash_of_ours() -> None:
    with pytest.raises(BrokenError, match="gick inte att läsa"):
        apart(os._exit, 3, 30)


@dataclass(frozen=True)
class Odd:
    """A piece of work that some items are too much for."""

    def open(self) -> Callable[[str], tuple[str, int]]:
        return odd


def odd(item: str) -> tuple[str, int]:
    match item:
        case "slow":
            time.sleep(60)
        case "dead":
            os._exit(3)
        case "refused":
            raise UppdragError(item)
    return item, os.getpid()


def test_a_standing_process_does_one_thing_after_another_and_is_replaced_when_it_fails() -> None:
    standing = Standing(Odd(), 20)
    first, process = standing("a")
    assert (first, standing("b")) == ("a", ("b", process))
    assert process != os.getpid()
    with pytest.raises(UppdragError, match="refused"):
        standing("refused")
    assert standing("c") == ("c", process)
    with pytest.raises(BrokenError):
        standing("dead")
    word, other = standing("d")
    assert word == "d"
    assert other != process
    standing.stop()


def test_a_standing_process_gives_up_in_time() -> None:
    standing = Standing(Odd(), 0.1)
    with pytest.raises(TooSlowError, match="Det tog mer än 0 sekunder"):
        standing("slow")
    standing.stop()
