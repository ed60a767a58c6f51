"""D004 and the reading of times: a timetable goes on in time, whatever its words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uppdrag.model.manader import MANADER
from uppdrag.rules.dates import Stretch, stretch

from .told import words

HEAD = "typ: samverkansorgan\nstatus: utkast\ntitel: T\nsyfte: S\ntidplan:\n  poster:\n"


def timetable(*times: str) -> str:
    return HEAD + "".join(f"    - tid: '{time}'\n      händelse: Möte\n" for time in times)


@pytest.mark.parametrize(
    ("times", "found"),
    [
        (("2021-11", "2021-05"), ["2021-05"]),
        (("2021-05", "2021-11", "2021-06", "2021-07"), ["2021-06"]),
        (("2026", "2025"), ["2025"]),
        (("2026-05-04", "2026-05-03"), ["2026-05-03"]),
        (("oktober 2026", "maj 2026"), ["maj 2026"]),
        (("hösten 2026", "våren 2026"), ["våren 2026"]),
        (("kvartal 3 2026", "Q2 2026"), ["Q2 2026"]),
        (("2021 -12", "2021- 11"), ["2021- 11"]),
        (("den 3 maj 2026", "1 maj 2026"), ["1 maj 2026"]),
        (("vecka 30 2026", "v. 12 2026"), ["v. 12 2026"]),
        (("2026-09", "mars–maj 2026"), ["mars–maj 2026"]),
        (("2026-09", "Efter sommaren", "2026-05"), ["2026-05"]),
    ],
)
def test_a_post_before_the_one_above_it_is_found(times: tuple[str, ...], found: list[str]) -> None:
    assert words("D004", timetable(*times)) == found


@pytest.mark.parametrize(
    "times",
    [
        ("2021-05", "2021-11", "2021-12", "2022-02"),
        ("2026", "2026-05"),
        ("hösten 2026", "september 2026"),
        ("2026-05", "2026-05"),
        ("Löpande", "2026-05", "Vid behov"),
        ("Q4 2025", "första halvåret 2026"),
        ("mars–maj 2026", "april 2026"),
        ("årsskiftet 2026/2027", "januari 2027"),
        ("vecka 53 2026", "2027-01-02"),
        ("2026-02-30", "2026-01"),
    ],
)
def test_posts_in_order_or_of_the_same_time_are_left_alone(times: tuple[str, ...]) -> None:
    assert words("D004", timetable(*times)) == []


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_a_day_is_read_as_that_day_in_figures_and_in_words(day: date) -> None:
    in_words = f"den {day.day} {MANADER[day.month - 1]} {day.year}"
    assert stretch(day.isoformat()) == stretch(in_words) == Stretch(day, day)


@given(st.text(max_size=40))
def test_any_words_are_a_stretch_that_ends_after_it_begins_or_nothing(text: str) -> None:
    read = stretch(text)
    assert read is None or read.first <= read.last
