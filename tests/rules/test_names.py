"""B005 and B006: bodies and the group itself are called by the names that they have."""

import pytest

from uppdrag.rules import RuleData, read_data

from .told import told, words

HEAD = "typ: samverkansorgan\nstatus: utkast\ntitel: Uppdragshandling för Vårdforum Exempel\n"
OLD = "koncernledning hälso- och sjukvård"


def dated(text: str, day: str = "2026-04-01") -> str:
    return f"{HEAD}datum: {day}\nsyfte: |\n  {text}\n"


@pytest.mark.parametrize(
    "name",
    [
        OLD,
        OLD.capitalize(),
        "koncernledningen hälso- och sjukvård",
        "koncernledningens hälso- och sjukvård",
        "koncernlednings hälso- och sjukvård",
        "koncernledning hälso- och sjukvårds",
        "koncernledningen för hälso- och sjukvård",
        "koncernledningen för hälso- och sjukvården",
        "koncernledningen inom hälso- och sjukvården",
        "koncernledning hälso och sjukvård",
    ],
)
def test_an_earlier_name_is_found_in_all_its_forms(name: str) -> None:
    assert words("B005", dated(f"Ett stöd för VGR:s {name}, som bereder frågor.")) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Ett stöd för ledningsgrupp hälso- och sjukvård.",
        "Ett stöd för koncernledningen.",
        "Ett stöd för koncernledning primärvård.",
        "Ett stöd för hälso- och sjukvård.",
        f"Se ”Uppdrag för {OLD}”.",
        f'Se "Uppdrag för {OLD}".',
        f"Ledningsgrupp hälso- och sjukvård (tidigare {OLD}) leder arbetet.",
        f"Rådet bildades av dåvarande {OLD}.",
        f"Rådet bildades av f.d. {OLD}.",
        "Koncernledningsgruppen hälso- och sjukvård.",
    ],
)
def test_other_bodies_and_what_was_then_are_left_alone(text: str) -> None:
    assert words("B005", dated(text)) == []


@pytest.mark.parametrize("day", ["2026-03-31", "2025-10-06", "2017-01-01"])
def test_a_name_that_still_held_is_right(day: str) -> None:
    assert words("B005", dated(f"Ett stöd för {OLD}.", day)) == []


def test_the_day_of_the_decision_counts_before_the_documents() -> None:
    lines = dated(f"Ett stöd för {OLD}.", "2026-03-20")
    assert words("B005", lines) == []
    assert words("B005", f"{lines}beslut: {{datum: 2026-04-02}}\n") == [OLD]


def test_without_a_day_nothing_is_known() -> None:
    assert words("B005", f"{HEAD}syfte: Ett stöd för {OLD}.\n") == []


def test_every_place_is_found_but_not_the_note() -> None:
    lines = f"{dated(f'Av {OLD}, till {OLD}.')}anmärkning: Före bytet fanns {OLD}.\n"
    assert words("B005", lines) == [OLD, OLD]


def test_blank_entries_of_the_data_are_nothing() -> None:
    layer = {"organ": {" ": {"tidigare": [" "]}, "A": {"tidigare": "", "från": "2026-01-01"}}}
    assert isinstance(read_data(layer), RuleData)


GROUP = (
    "typ: samordningsgrupp\nstatus: utkast\n"
    "titel: Uppdragshandling för samordningsgrupp primärvårdsråd\n"
)
NAMED = f"{GROUP}grupp: Samordningsgrupp primärvårdsråd\n"


def group(text: str, head: str = NAMED) -> list[str]:
    return words("B006", f"{head}syfte: |\n  {text}\n")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Till stöd för Primärvårdsrådet finns en koordinator.", "Primärvårdsrådet"),
        ("Primärvårdsrådets ordförande leder arbetet.", "Primärvårdsrådets"),
        ("Det gäller primärvårdsrådet.", "primärvårdsrådet"),
        ("Frågor går via primärvårdsrådet.", "primärvårdsrådet"),
        ("Ordförande för samordningsgrupp primärvård", "samordningsgrupp primärvård"),
        ("Samordningsgrupp primärvårds arbete.", "Samordningsgrupp primärvårds"),
        ("Samordningsgruppen primärvård möts.", "Samordningsgruppen primärvård"),
        ("I samordningsgrupp primärvård, som möts.", "samordningsgrupp primärvård"),
        ("Samordningsgrupp primärvård ska möta.", "Samordningsgrupp primärvård"),
        ("Ledamöter i (samordningsgrupp primärvård).", "samordningsgrupp primärvård"),
    ],
)
def test_a_variant_of_the_name_is_found(text: str, found: str) -> None:
    assert group(text) == [found]
    assert group(text, GROUP) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "Samordningsgrupp primärvårdsråd ska möta.",
        "Samordningsgrupp primärvårdsråds uppgift.",
        "Samordningsgruppen möts, och gruppen har en koordinator.",
        "Rådet möts.",
        "Det nationella primärvårdsrådet möts.",
        "Ledamöter i nationella primärvårdsrådet.",
        "Det regionala primärvårdsrådet möts.",
        "Ärenden kommer från samordningsråd primärvård.",
        "Ärenden kommer från samordningsrådet primärvård.",
        "Samordningsgrupp primärvård och rehabilitering är en annan grupp.",
        "Samordningsgrupp primärvård-psykiatri är en annan grupp.",
        "Samordningsgrupp primärvårdens utveckling.",
        "Ett primärvårdsråd finns i varje län.",
        "Gruppen gäller primärvård.",
    ],
)
def test_other_bodies_and_implied_short_names_are_left_alone(text: str) -> None:
    assert group(text) == []


def test_each_variant_is_told_of_once() -> None:
    text = "Primärvårdsrådet möts. Primärvårdsrådets ordförande och primärvårdsrådet."
    assert group(text) == ["Primärvårdsrådet"]


def test_a_declared_short_name_is_right() -> None:
    assert group("Primärvårdsrådet möts.", f"{NAMED}kortnamn: [primärvårdsrådet]\n") == []


@pytest.mark.parametrize(
    "title",
    [
        "Uppdragshandling för samordningsråd hälso- och sjukvård, reviderad juni 2026",
        "Uppdragshandling för Vårdsamverkan Västra Götaland (VVG)",
        "Uppdragshandling för primärvårdsråd",
        "Uppdragshandling för ",
        "Första delrapport",
    ],
)
def test_a_name_without_variants_gives_nothing(title: str) -> None:
    head = f"typ: samordningsråd\nstatus: utkast\ntitel: '{title}'\n"
    text = "Hälso- och sjukvården, sjukvårdsrådet, primärvårdsrådet, Västra Götaland och rådet."
    assert group(text, head) == []


def test_the_message_says_what_to_write() -> None:
    (found,) = told("B006", f"{NAMED}syfte: Primärvårdsrådet möts.\n")
    assert "Skriv ”Samordningsgrupp primärvårdsråd”" in found.message
