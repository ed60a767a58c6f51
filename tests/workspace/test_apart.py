"""Work that is done apart gives its result, and never holds the program up."""

import os
import time

import pytest

from uppdrag.findings import UppdragError
from uppdrag.render.html.read import read_copy
from uppdrag.workspace.apart import BrokenError, TooSlowError, apart


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
