"""A meeting note: which of its days are meetings, and which are something else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uppdrag.register.note import meetings


def found(text: str) -> list[str]:
    return [noted.day.iso for noted in meetings(text) if not noted.called_off]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Datum: 2026-03-19, 13:00–16:00", ["2026-03-19"]),
        ("Datum och tid: 2026-03-19 kl. 13", ["2026-03-19"]),
        ("Mötesdatum\t2026-03-19", ["2026-03-19"]),
        ("**Datum:** 2026-03-19", ["2026-03-19"]),
        ("| Datum | 2026-03-19 |", ["2026-03-19"]),
        ("Datum: torsdag den 19 mars 2026", ["2026-03-19"]),
        ("Datum: 2026-03-19 (utskrift 2026-03-25)", ["2026-03-19"]),
        ("2026-04-27\tFysiskt möte\n2026-05-21\tDigitalt", ["2026-04-27", "2026-05-21"]),
        ("- 2026-04-27\n• 2026-05-21\n1. 2026-06-15", ["2026-04-27", "2026-05-21", "2026-06-15"]),
        ("| 2026-04-27 | Fysiskt möte |", ["2026-04-27"]),
        ("Måndag 27 april 2026\ntors. 21 maj 2026", ["2026-04-27", "2026-05-21"]),
        ("2026-10-01–2026-10-02 Internat", ["2026-10-01"]),
        ("Nästa möte: 27 april 2026 kl. 13", ["2026-04-27"]),
        ("Nästa möte är 2026-04-27 och rör beslutet 2026-01-12.", ["2026-04-27"]),
        ("Kommande möten: 2026-04-27, 2026-05-21", ["2026-04-27", "2026-05-21"]),
        ("Nästa möte\nMåndag den 4 maj 2026", ["2026-05-04"]),
        ("12. Nästkommande möten\n\n2026\n\n2026-05-04 Digitalt", ["2026-05-04"]),
        ("Mötestider 2026\n2026-05-04", ["2026-05-04"]),
        ("Möten 2026\n2026-05-04", ["2026-05-04"]),
    ],
)
def test_a_meetings_day_is_read(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-12 Mötesanteckningar från grannrådet",
        "2026-03-12 Protokoll",
        "2026-03-12 underlag.pdf",
        "[2026-03-12 Mötesanteckningar](#)",
        "Remissen ska besvaras 2026-04-01.",
        "En ny ledning införs från den 1 april 2026.",
        "Kommande möten planeras efter det beslut som ledningen fattade om året 2026-01-12.",
        "2026-02-30 Fysiskt möte",
        "31 april 2026",
        "Beslutsdatum: 2026-01-12",
        "RS 2026-04-27 är inget diarienummer",
        "2026-05-21 Digitalt möte, inställt",
        "2026-05-21 INSTÄLLT",
        "2026-05-21 (ställs in)",
        "2026-05-21 utgår",
        "9. 14:55–15:15 Vårdval 2028",
    ],
)
def test_another_day_is_no_meeting(text: str) -> None:
    assert found(text) == []


def test_days_above_the_heading_of_the_meetings_to_come_are_of_other_things() -> None:
    text = """\
Datum: 2026-03-19
2026-04-01 är sista dag att svara.
Nästkommande möten
2026-04-27 Fysiskt möte
"""
    assert found(text) == ["2026-03-19", "2026-04-27"]


def test_only_the_first_date_line_is_the_meetings_own() -> None:
    assert found("Datum: 2026-03-19\nBeslut\nDatum: 2026-02-01") == ["2026-03-19"]


def test_a_meeting_that_is_called_off_is_told_as_such() -> None:
    (noted,) = meetings("2026-05-21 Digitalt möte, inställt")
    assert (noted.day.iso, noted.called_off) == ("2026-05-21", True)


LINES = st.lists(
    st.one_of(
        st.dates().map(str),
        st.sampled_from(["Datum: ", "Nästa möte", "möten 2026", "- ", "|", "1. ", "inställt"]),
        st.text(max_size=12),
    )
)


@given(LINES.map("".join), LINES.map("\n".join))
def test_each_day_stands_where_it_is_said_to_stand(first: str, rest: str) -> None:
    text = f"{first}\n{rest}"
    for noted in meetings(text):
        words = text[noted.day.start : noted.day.end]
        assert words == noted.day.iso or words.split()[2] == noted.day.iso[:4]
