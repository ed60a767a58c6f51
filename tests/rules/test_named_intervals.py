"""T003: intervals between weekdays, months and whole dates."""

import pytest

from .told import told

HEAD = "typ: samverkansorgan\nstatus: utkast\ntitel: T\n"


@pytest.mark.parametrize(
    ("words", "fix"),
    [
        ("måndag-fredag", "måndag–fredag"),
        ("måndag - fredag", "måndag–fredag"),
        ("Lördagar – söndagar", "Lördagar–söndagar"),
        ("mars-maj", "mars–maj"),
        ("januari - mars", "januari–mars"),
        ("jan. – mars", "jan.–mars"),
        ("aug-sept", "aug–sept"),
        ("1 maj - 30 juni", "1 maj–30 juni"),
        ("1 maj 2026 -30 juni", "1 maj 2026–30 juni"),
        ("december 2026-mars", "december 2026–mars"),
        ("2026-01-01 - 2026-12-31", "2026-01-01 – 2026-12-31"),
    ],
)
def test_an_interval_between_names_or_dates_is_found_and_put_right(words: str, fix: str) -> None:
    [item] = told("T003", f"{HEAD}syfte: Det gäller {words} i år.\n")
    assert (item.words, item.fix) == (words, fix)


@pytest.mark.parametrize(
    "words",
    [
        "måndag–fredag",
        "januari–mars",
        "1 maj–30 juni",
        "1 maj – 30 juni",
        "2026-01-01–2026-12-31",
        "2026-01-01 – 2026-12-31",
        "Maj-Britt och Maj-Lis",
        "fredag- och lördagsöppet",
        "vår- och höstmöten i maj - och i juni",
        "maj-mötet och majmötet",
        "tisdag - en dag i veckan",
    ],
)
def test_what_is_right_or_no_interval_is_left_alone(words: str) -> None:
    assert told("T003", f"{HEAD}syfte: Det gäller {words} i år.\n") == []
