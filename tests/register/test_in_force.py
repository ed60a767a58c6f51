"""Which revision of a group is in force on a day."""

import pytest

from uppdrag.register import Card, Stated, register


def stated(value: str) -> Stated:
    return Stated(value, 1, 1, 1, 1, "", value)


def card(
    begins: str, status: str = "beslutad", till: str | None = None, ersatter: str | None = None
) -> Card:
    return Card(
        f"{begins}.yaml",
        "rad",
        begins,
        "samordningsråd",
        status=stated(status),
        beslutsdatum=stated(begins),
        ersatter=stated(ersatter) if ersatter else None,
        giltig_till=stated(till) if till else None,
    )


OLD, NEW = card("2024-02-12", "ersatt"), card("2026-06-16", ersatter="2024-02-12")


@pytest.mark.parametrize(
    ("cards", "day", "expected"),
    [
        ([OLD, NEW], "2024-02-11", None),
        ([OLD, NEW], "2024-02-12", OLD),
        ([OLD, NEW], "2026-06-15", OLD),
        ([OLD, NEW], "2026-06-16", NEW),
        ([NEW, OLD], "2026-06-15", OLD),
        ([OLD, card("2026-06-16", "utkast")], "2026-06-17", None),
        ([card("2024-02-12"), card("2026-06-16", "remiss")], "2026-06-17", card("2024-02-12")),
        ([OLD], "2024-03-01", None),
        ([card("2024-02-12", "upphävd")], "2024-03-01", None),
        ([card("2024-02-12", "upphävd", "2025-12-31")], "2025-12-31", "same"),
        ([card("2024-02-12", "upphävd", "2025-12-31")], "2026-01-01", None),
        ([card("2024-02-12", till="2025-12-31"), NEW], "2026-01-01", None),
        ([], "2026-01-01", None),
    ],
)
def test_the_revision_in_force(cards: list[Card], day: str, expected: Card | str | None) -> None:
    wanted = cards[0] if expected == "same" else expected
    assert register(cards, {}, "2026-07-01").in_force("rad", day) == wanted


def test_validity_goes_before_the_day_of_decision() -> None:
    later = Card(
        "a.yaml",
        "rad",
        "a",
        "samordningsråd",
        status=stated("beslutad"),
        datum=stated("2025-11-01"),
        beslutsdatum=stated("2025-11-03"),
        giltig_fran=stated("2026-01-01"),
    )
    made = register([later], {}, "2026-07-01")
    assert made.in_force("rad", "2025-12-31") is None
    assert made.in_force("rad", "2026-01-01") is later


def test_the_successor_is_the_one_that_says_so_before_the_next_in_time() -> None:
    between = card("2025-05-05")
    made = register([OLD, between, NEW], {}, "2026-07-01")
    assert made.successor(OLD) is NEW
    assert made.successor(between) is NEW
    assert made.successor(NEW) is None
