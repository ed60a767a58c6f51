"""M001 and M003: how often a group meets, in numbers that can be read and are in order."""

import pytest

from .told import told, words

HEAD = "typ: samverkansorgan\nstatus: utkast\ntitel: T\n"


def frequency(value: str) -> str:
    return f"{HEAD}arbetsorganisation:\n  mötesfrekvens: {value}\n"


def prose(text: str) -> str:
    return f"{HEAD}syfte: |\n  {text}\n"


@pytest.mark.parametrize(
    "value",
    [
        "Regelbundna möten",
        "Forumet möts regelbundet enligt plan.",
        "Enligt överenskommelse",
        "Ordföranden kallar till möten.",
        "Flera gånger per år",
        "Gruppen möts när en ny fråga uppstår.",
        "Några möten per termin",
        "Mötena är korta och digitala.",
        "Se mötesplanen för 2026.",
        "I den takt som arbetet kräver",
        "Möten bokas av sekreteraren.",
    ],
)
def test_a_frequency_without_a_number_is_found(value: str) -> None:
    assert words("M003", frequency(value)) == [value]
    assert words("M003", frequency(f"{{etikett: Möten, text: {value}}}")) == [value]


@pytest.mark.parametrize(
    "value",
    [
        "4 till maximalt 8 ggr/år",
        "6 – 10 ggr/år",
        "cirka 6-8 gånger/år",
        "tre–fyra gånger per termin samt vid behov",
        "två gånger per år",
        "En gång i månaden",
        "varannan månad",
        "var sjätte vecka",
        "månadsvis",
        "vid behov",
        "När det behövs",
        "Gruppen möts före varje möte i rådet.",
        "6 gånger per år, varav 2 i lokal",
        "Minst fyra möten om året",
        "8/år",
        "{minst: 4, högst: 8, per: år}",
        "{högst: 8, text: Regelbundna möten}",
        "{vid_behov: ja, text: Regelbundna möten}",
    ],
)
def test_a_frequency_that_says_how_often_is_left_alone(value: str) -> None:
    assert words("M003", frequency(value)) == []


@pytest.mark.parametrize(
    ("mangled", "right"),
    [
        ("två- fyra gånger per år", "2–4 gånger per år"),
        ("två -fyra gånger per år", "2–4 gånger per år"),
        ("6- 10 ggr/år", "6–10 ggr/år"),
        ("En- två gånger per termin", "1–2 gånger per termin"),
        ("tre– fyra gånger i månaden", "3–4 gånger i månaden"),
    ],
)
def test_an_interval_with_half_a_hyphen_is_found_with_what_to_write(
    mangled: str, right: str
) -> None:
    (found,) = told("M003", prose(f"{mangled} träffas gruppen i länet."))
    assert found.words == mangled
    assert f"Skriv ”{right}”." in found.message


def test_an_interval_that_is_broken_over_two_lines_is_found_whole() -> None:
    text = "Gruppen träffas två-\n  fyra gånger per år."
    assert words("M003", prose(text)) == ["två-\n  fyra gånger per år"]


@pytest.mark.parametrize(
    "text",
    [
        "Gruppen träffas två–fyra gånger per år.",
        "Gruppen träffas tre - fyra gånger per termin.",
        "Gruppen träffas - minst - fyra gånger per år.",
        "Hälso- och sjukvården följs upp två gånger per år.",
        "Del- fyra gånger per år.",
        "Två- eller fyra gånger per år.",
        "Fyra gånger per år- fem om det behövs.",
        "Listan har punkterna 2- 4 och gås igenom.",
        "Delår 1- 2 följs upp fyra gånger per år.",
        "Mötena är två- till tredagars.",
    ],
)
def test_other_hyphens_are_left_alone(text: str) -> None:
    assert words("M003", prose(text)) == []


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("{minst: 9, högst: 8}", ["9"]),
        ("{minst: 1, högst: 0, per: vecka}", ["1"]),
        ("{minst: 10, högst: 9, text: 9 till 10 möten}", ["10"]),
        ("{minst: 8, högst: 8}", []),
        ("{minst: 0, högst: 1}", []),
        ("{minst: 9}", []),
        ("{högst: 0}", []),
        ("10 till 8 gånger per år", []),
    ],
)
def test_the_fewest_may_not_be_more_than_the_most(value: str, expected: list[str]) -> None:
    assert words("M001", frequency(value)) == expected
