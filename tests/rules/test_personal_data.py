"""P001–P004: addresses and names of people, and what is left alone."""

import pytest

from .told import told, words

HEAD = "typ: samverkansorgan\nstatus: utkast\ntitel: T\n"


def text(sentence: str) -> str:
    return f"{HEAD}syfte: |\n  {sentence}\n"


def recipient(who: str, address: str) -> str:
    return f"{HEAD}syfte: S\nsändlista:\n  - mottagare: {who}\n    epost: {address}\n"


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (text("Skriv till kim.exempelsson@exempel.se."), ["kim.exempelsson@exempel.se"]),
        (text("Skriv till kim.a.exempelsson@exempel.se."), ["kim.a.exempelsson@exempel.se"]),
        (text("Skriv till ann-sofie.test2@exempel.se."), ["ann-sofie.test2@exempel.se"]),
        (text("Skriv till [Kim](mailto:kim.test@exempel.se)."), ["kim.test@exempel.se"]),
        (text("[kim.test@exempel.se](mailto:kim.test@exempel.se)"), ["kim.test@exempel.se"]),
        (recipient("Kim Exempelsson", "kimex3@exempel.se"), ["kimex3@exempel.se"]),
        (recipient("Kim Exempelsson", "kim.test@exempel.se"), ["kim.test@exempel.se"]),
        (recipient("Handläggare", "kim.test@exempel.se"), ["kim.test@exempel.se"]),
        (recipient("Kim von Test, chef", "kvt@exempel.se"), ["kvt@exempel.se"]),
    ],
)
def test_the_address_of_a_person_is_found(lines: str, found: list[str]) -> None:
    assert words("P001", lines) == found


@pytest.mark.parametrize(
    "lines",
    [
        text("Skriv till registrator@exempel.se."),
        text("Skriv till halso.kansli@exempel.se."),
        text("Skriv till info.vard@exempel.se."),
        text("Skriv till vard@exempel.se eller hsn2@exempel.se."),
        text("Skriv till [oss](mailto:kontakt@exempel.se)."),
        recipient("Kim Exempelsson", "registrator@exempel.se"),
        recipient("Västra Götalandsregionen", "vgr@exempel.se"),
        recipient("Samordningsråd Primärvård", "rad@exempel.se"),
        recipient("Handläggare", "vard@exempel.se"),
        text("Skriv till @exempel eller kim@."),
    ],
)
def test_the_address_of_a_function_is_left_alone(lines: str) -> None:
    assert words("P001", lines) == []


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Skriv till info@gmail.com.", ["gmail.com"]),
        ("Skriv till info@post.norrmark.org.", ["post.norrmark.org"]),
        ("Skriv till [oss](mailto:info@hotmail.com?subject=Hej).", ["hotmail.com"]),
        ("Skriv till info@1177.se.", ["1177.se"]),
        ("Skriv till info@example.com.", ["example.com"]),
    ],
)
def test_an_address_outside_the_employers_is_found(sentence: str, found: list[str]) -> None:
    assert words("P002", text(sentence)) == found


@pytest.mark.parametrize(
    "sentence",
    [
        "Skriv till info@vgregion.se.",
        "Skriv till info@VGREGION.SE.",
        "Skriv till info@hisingen.goteborg.se.",
        "Skriv till info@vgregoin.se.",
        "Skriv till info@hjo.se och info@vanersborg.se.",
        "Se https://www.gmail.com.",
    ],
)
def test_an_employers_address_or_a_slip_for_it_is_left_alone(sentence: str) -> None:
    assert words("P002", text(sentence)) == []


def participants(*rows: str) -> str:
    lines = "".join(f"    {row}\n" for row in rows)
    return f"{HEAD}arbetsorganisation:\n  deltagare: |\n{lines}"


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (["- Kim Exempelsson, chef, återbud sjuk"], ["sjuk"]),
        (["- Kim Exempelsson (sjukskriven)"], ["sjukskriven"]),
        (["- Kim Exempelsson, chef i Norr,", "  återbud VAB"], ["VAB"]),
        (["Kim Exempelsson, återbud (operation)"], ["operation"]),
        (["1. Kim Exempelsson – frånvarande på grund av influensa"], ["influensa"]),
        (["- **Kim von Exempelsson**, sjuk"], ["sjuk"]),
        (["| Kim Exempelsson | chef, sjuk |", "|---|---|", "| Bo Test | chef |"], ["sjuk"]),
        (["| Punkt 6 | Kim Exempelsson, sjuk |", "|---|---|"], ["sjuk"]),
        (["- Kim Exempelsson, cancer"], ["cancer"]),
        (["- Kim Exempelsson, återbud p.g.a. läkarbesök"], ["läkarbesök"]),
        (["- Bo Test", "- Kim Exempelsson är Sjuk"], ["Sjuk"]),
    ],
)
def test_health_beside_a_participant_is_found(rows: list[str], found: list[str]) -> None:
    assert words("P003", participants(*rows)) == found


@pytest.mark.parametrize(
    "rows",
    [
        ["- Kim Exempelsson, sjuksköterska"],
        ["- Kim Exempelsson, hälso- och sjukvårdsdirektör, återbud"],
        ["- Kim Exempelsson, verksamhetschef operation och intensivvård"],
        ["- Kim Exempelsson, processledare cancer"],
        ["- Kim Exempelsson, utvecklingschef Rehab Exempel"],
        ["Kim Exempelsson informerade om medicinskt sjuka patienter."],
        ["Insatser för sjukskrivna barn och unga, sjuk eller frisk."],
        ["- Läkare för sjuk och frisk"],
        ["- Region Exempel, sjuk"],
        ["- Kim Exempelsson, föräldraledig"],
        ["- Kim Exempelsson", "", "Den som är sjuk kallar sin ersättare."],
        ["- Kim Exempelsson", "- Ersättare när någon är sjuk"],
    ],
)
def test_roles_and_running_text_are_left_alone(rows: list[str]) -> None:
    assert words("P003", participants(*rows)) == []


def test_a_table_of_names_is_looked_at_wherever_it_stands() -> None:
    rows = ["| Kim Exempelsson | sjuk |", "|---|---|", "| Bo Test | chef |"]
    lines = "".join(f"  {row}\n" for row in rows)
    assert words("P003", f"{HEAD}bakgrund: |\n{lines}syfte: S\n") == ["sjuk"]


def test_a_heading_tells_who_stands_under_it() -> None:
    rubrik = "avsnitt_a:\n  rubrik: Frånvarande\n  text: |\n    - Kim Exempelsson, sjuk\n"
    other = rubrik.replace("Frånvarande", "Ärenden")
    assert words("P003", HEAD + rubrik) == ["sjuk"]
    assert words("P003", HEAD + other) == []


def section(*rows: str) -> str:
    return HEAD + "bakgrund: |\n" + "".join(f"  {row}\n" for row in rows)


@pytest.mark.parametrize(
    ("first", "later"),
    [
        ("Kim Exempelsson", "Kim Exemplsson"),
        ("Kim Rödgren", "Kim Rödgran"),
        ("Kim Lindkvist", "Kim Lindqvist"),
        ("Kim Karlsson", "Kim Carlsson"),
        ("Kim Svensson", "Kim Svenson"),
        ("Kristina Berglund", "Christina Berglund"),
        ("Susanna Provdal", "Susanne Provdal"),
        ("Kim von Testberg", "Kim von Testborg"),
        ("Kim Provholm", "Kim Provholt"),
        ("Bo Anders Provholm", "Bo Anders Provhollm"),
    ],
)
def test_one_person_in_two_spellings_is_found_at_the_later(first: str, later: str) -> None:
    [finding] = told("P004", section(f"Gruppen leds av {first}.", "", f"Frågor tas av {later}."))
    assert (finding.line, finding.words.split()[-1]) == (8, later.rsplit(maxsplit=1)[-1])
    assert "på rad 6" in finding.message


@pytest.mark.parametrize(
    ("first", "later"),
    [
        ("Kim Provholm", "Kim Provholms"),
        ("Linda Exempelsson", "Helena Exempelsson"),
        ("Kim Persson", "Kim Larsson"),
        ("Kim Jonsson", "Kim Johansson"),
        ("Kim Nilsson", "Kim Olsson"),
        ("Martin Provholm", "Martina Provholm"),
        ("Anna Provholm", "Hanna Provholm"),
        ("Västra Götaland", "Västra Götalands"),
        ("Samordningsråd Psykiatri", "Samordningsråd Psykiatrin"),
        ("Kim Berg", "Kim Borg"),
        ("Kim Holmberg", "Kim Malmberg"),
        ("Region Skåne", "Region Skånes"),
    ],
)
def test_two_people_and_inflected_names_are_left_alone(first: str, later: str) -> None:
    assert words("P004", section(f"Gruppen leds av {first}.", "", f"Frågor tas av {later}.")) == []


@pytest.mark.parametrize(
    "rows",
    [
        ["- Kim Lindberg, chef", "- Kim Lundberg, chef"],
        ["| Kim Lindberg | chef |", "|---|---|", "| Kim Lundberg | chef |"],
        ["Gruppen leds av Kim Lindberg och Kim Lundberg."],
    ],
)
def test_two_in_one_list_are_two(rows: list[str]) -> None:
    assert words("P004", section(*rows)) == []


def members(text: str) -> str:
    return f"{HEAD}syfte: S\narbetsorganisation:\n  deltagare: {text}\n"


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (members("I gruppen ingår Kim Exempelsson (sjuk) och Lo Test."), ["sjuk"]),
        (members("Chef Kim Exempelsson (sjukskriven till maj)"), ["sjukskriven"]),
        (members("Kim Exempelsson (sjuk)"), ["sjuk"]),
        (recipient("Kim Exempelsson (VAB)", "info@exempel.se"), ["VAB"]),
        (members("Verksamhetschef vid Astrids Sjukhus (sjuka barn)"), []),
        (members("Kim Exempelsson (rehabilitering) och Lo Test (barn med cancer)"), []),
        (text("Kim Exempelsson (sjuk)"), []),
    ],
)
def test_a_bracket_after_a_name_among_participants_is_read(lines: str, found: list[str]) -> None:
    assert words("P003", lines) == found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Erik Lindqvist", "Eric Lindkvist"),
        ("Åsa Öberg", "Åsa Oberg"),
        ("Håkan Prov", "Hakan Prov"),
    ],
)
def test_names_that_sound_the_same_or_lack_their_rings_are_alike(one: str, other: str) -> None:
    lines = text(f"{one} leder arbetet. Fråga sedan {other} om det.")
    assert words("P004", lines) == [other]


@pytest.mark.parametrize(
    "box",
    ["samordningsrad.rehabilitering", "digital.utveckling", "elevhalsan.skola", "projekt.nara"],
)
def test_the_box_of_a_function_is_known_by_its_words(box: str) -> None:
    assert words("P001", text(f"Skriv till {box}@exempel.se.")) == []


def test_an_address_outside_work_is_told_of_once() -> None:
    lines = text("Skriv till kim.test@gmail.com.")
    assert (words("P001", lines), words("P002", lines)) == ([], ["gmail.com"])
