"""L001–L006: links, hosts, documents and services, and what is left alone."""

import pytest

from .told import told, words

HEAD = "typ: samverkansorgan\nstatus: utkast\ntitel: T\n"


def text(sentence: str) -> str:
    return f"{HEAD}syfte: |\n  {sentence}\n"


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Se www.vregion.se i dag.", ["vregion.se"]),
        ("Se https://vregion.se/rutin.", ["vregion.se"]),
        ("Skriv till registrator@vgregoin.se.", ["vgregoin.se"]),
        ("Se [webben (vregion.se)](https://vregion.se/a).", ["vregion.se", "vregion.se"]),
        ("Se [webben](https://alla.vgregionn.se/a).", ["vgregionn.se"]),
        ("Se 1777.se.", ["1777.se"]),
        ("Se vgregion.com.", ["vgregion.com"]),
        ("Se VGRegion.es.", ["VGRegion.es"]),
        ("Se socialstyrelse.se.", ["socialstyrelse.se"]),
        ("Se wwwvgregion.se.", ["wwwvgregion.se"]),
        ("Skriv till [oss](mailto:info@vgegion.se).", ["vgegion.se"]),
        ("Skriv till info@molndall.se.", ["molndall.se"]),
    ],
)
def test_a_slip_in_a_host_is_found(sentence: str, found: list[str]) -> None:
    assert words("L002", text(sentence)) == found


@pytest.mark.parametrize(
    "sentence",
    [
        "Se vgregion.se och www.vgregion.se/rutin.",
        "Se [webben](https://alla.vgregion.se).",
        "Se sr.se, svt.se och skl.se.",
        "Skriv till info@vgregion.se.",
        "Se regeringen.dk och regjeringen.no.",
        "Se vgregion.pdf och vregion.docx.",
        "Rådet m.m., t.ex. vid möten, bl.a. i dag.",
        "Det är klart.Se mer i dag.",
        "Skriv till kim.vgregio@exempel.se.",
        "Se norrmark.example, exempel.se och example.com.",
        "Se goteborg.com.",
    ],
)
def test_known_hosts_and_distant_ones_are_left_alone(sentence: str) -> None:
    assert words("L002", text(sentence)) == []


def test_the_fix_takes_the_place_of_the_host_alone() -> None:
    [finding] = told("L002", text("Se https://www.vregion.se/rutin."))
    assert (finding.words, finding.fix) == ("vregion.se", "vgregion.se")


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Se [skr.se](https://www.vgregion.se/a).", ["skr.se"]),
        ("Se [rutinen (www.skr.se)](https://exempel.se/a).", ["skr.se"]),
        ("Skriv till [info@skr.se](mailto:info@exempel.se).", ["skr.se"]),
        ("Se [exmple.se](https://exempel.se/a).", ["exmple.se"]),
        ("Se [**digg.se**](https://exempel.se/digg.se).", ["digg.se"]),
        ("Se [https://skr.se/a](https://exempel.se/?u=skr.se).", ["skr.se"]),
    ],
)
def test_words_that_name_another_host_are_found(sentence: str, found: list[str]) -> None:
    assert words("L003", text(sentence)) == found


@pytest.mark.parametrize(
    "sentence",
    [
        "Se [vgregion.se](https://www.vgregion.se/rutin).",
        "Se [alla.vgregion.se](https://vgregion.se).",
        "Se [vregion.se](https://vgregion.se).",
        "Se [vgregion.se](https://vregion.se).",
        "Se [rutinen](https://exempel.se/a).",
        "Se [rutin.pdf](https://exempel.se/a).",
        "Se [skr.se och exempel.se](https://exempel.se/a).",
        "Ring [växeln på exempel.se](tel:+4631000000).",
        "Skriv till [info@exempel.se](mailto:info@exempel.se).",
        "Se [skr.se](#).",
    ],
)
def test_words_that_name_the_same_host_or_none_are_left_alone(sentence: str) -> None:
    assert words("L003", text(sentence)) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Enligt [Rutin för grupper](@).",
        "Enligt Rutin för [grupper (exempel.se)](@).",
        "Enligt [avtalet](@).",
        "Se [handlingsplanen](@).",
        "Se [riktlinjerna för arbetet](@).",
        "Se [uppdragshandling](@).",
        "Se [styrdokumenten](@).",
        "Se [beslutet](@/).",
        "Enligt policyn om [resor](@).",
        "Se [mötesanteckningarna](@).",
    ],
)
def test_a_front_page_for_a_document_is_found(sentence: str) -> None:
    address = "https://www.exempel.se"
    found = address + "/" * ("@/" in sentence)
    assert words("L004", text(sentence.replace("@", address))) == [found]


@pytest.mark.parametrize(
    "sentence",
    [
        "Enligt [Rutin för grupper](https://www.exempel.se/rutin).",
        "Enligt [rutinen](https://www.exempel.se/?id=1).",
        "Enligt [rutinen](https://www.exempel.se/#rutin).",
        "Se [webbplatsen](https://www.exempel.se).",
        "Rutinen finns. Se [Exempel](https://www.exempel.se).",
        "Se [behandling av barn](https://www.exempel.se).",
        "Se [förhandlingar](https://www.exempel.se).",
        "Se [planering](https://www.exempel.se).",
        "Se [avtalet](https://avtal.exempel.se).",
        "Se [färdplanen](https://www.fardplan.se).",
        "Skriv om [rutinen](mailto:info@exempel.se).",
    ],
)
def test_a_page_or_a_site_is_left_alone(sentence: str) -> None:
    assert words("L004", text(sentence)) == []


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Enligt ”Rutin för grupper”.", ["Rutin för grupper"]),
        ("Enligt Rutin för grupper gäller detta.", ["Rutin för grupper"]),
        ("Enligt Rutin för grupper. Rutin för grupper finns.", ["Rutin för grupper"]),
        ("Se [Riktlinje för möten](https://exempel.se).", ["Riktlinje för möten"]),
        ("Se ”Färdplan – strategi för vård”.", ["Färdplan – strategi för vård"]),
        ("Se ”Förvaltningsplan EXEMPEL”.", ["Förvaltningsplan EXEMPEL"]),
        ("Enligt Handbok för möten, kapitel 2.", ["Handbok för möten"]),
        ('Se "Policy för resor" från 2024.', ["Policy för resor"]),
        ("Se ”Avtal om vård” och Riktlinjer för vård.", ["Avtal om vård", "Riktlinjer för vård"]),
        ("Se ”Delrapport: Uppdrag” från 2026-06-01.", ["Delrapport: Uppdrag"]),
    ],
)
def test_a_title_alone_is_found_once(sentence: str, found: list[str]) -> None:
    assert words("L005", text(sentence)) == found


@pytest.mark.parametrize(
    "sentence",
    [
        "Enligt ”Rutin för grupper” (RS 2024-00784).",
        "Enligt ”Rutin för grupper” (RS 2024 – 00784).",
        "Enligt ”Rutin för grupper”, HS 172-2015.",
        "Enligt [Rutin för grupper](https://exempel.se/rutin).",
        "Enligt ”Rutin för grupper” ([rutinen](https://exempel.se/rutin)).",
        "Enligt ”Rutin för grupper” (RS 2024-00784). ”Rutin för grupper” gäller.",
        "Utskottet ”Riktlinjens vänner” är permanent.",
        "Rutin för detta saknas. Riktlinjer för arbetet tas fram.",
        "Enligt en rutin för koncernövergripande grupper.",
        "Målet är ”God vård för alla”.",
        "Enligt ”Föreskrifter om program” (RA-FS 2009:2).",
        "”Rådet är en grupp. Det har en plan.”",
    ],
)
def test_what_can_be_found_or_is_no_document_is_left_alone(sentence: str) -> None:
    assert words("L005", text(sentence)) == []


def test_the_documents_own_title_is_no_reference() -> None:
    own = HEAD.replace("titel: T", "titel: Handlingsplan för vård")
    assert words("L005", own + "syfte: Den här ”Handlingsplan för vård” gäller.\n") == []


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Privata vårdgivare och 1777 för vårdpersonal.", ["1777"]),
        ("Ring Vårdguiden 1171.", ["1171"]),
        ("Se 1117 (för vårdpersonal).", ["1117"]),
        ("Ring 1717 på telefon.", ["1717"]),
    ],
)
def test_a_wrong_number_beside_the_service_is_found(sentence: str, found: list[str]) -> None:
    findings = told("L006", text(sentence))
    assert [item.words for item in findings] == found
    assert {item.fix for item in findings} == {"1177"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Se 1177 för vårdpersonal.",
        "År 1777 för länge sedan.",
        "Avsnitt 5.1777 för vårdpersonal.",
        "Det finns 117 nya vårdplatser.",
        "Vårdguiden 1777.5 poäng.",
        "Ärende 2024-1777 för vårdpersonal.",
    ],
)
def test_other_figures_are_left_alone(sentence: str) -> None:
    assert words("L006", text(sentence)) == []


def test_brackets_that_are_no_link_are_left_alone() -> None:
    assert words("L001", text(r"Se \[rutinen\](x) och punkt [1] (x).")) == []


def test_a_placeholder_has_its_own_sentence() -> None:
    [finding] = told("L001", text("Se [rutinen](#)."))
    assert finding.words == "#"
    assert "platshållare" in finding.message


@pytest.mark.parametrize(
    "sentence",
    [
        "Se rutinen på [webben](https://www.exempel.se).",
        "”Rutin för möten” finns på [webben](https://www.exempel.se).",
        "Rutin för möten ligger via [webben](https://www.exempel.se).",
        "Enligt [delegationsordningen](https://www.exempel.se).",
        "Enligt [reglementet](https://www.exempel.se).",
    ],
)
def test_a_site_that_a_document_is_said_to_be_on_is_found(sentence: str) -> None:
    assert words("L004", text(sentence)) == ["https://www.exempel.se"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Protokollet publiceras på [webben](https://www.exempel.se).",
        "Se [samordningen](https://www.exempel.se) och [förordningen](https://www.exempel.se).",
    ],
)
def test_a_site_that_something_is_published_on_is_left_alone(sentence: str) -> None:
    assert words("L004", text(sentence)) == []


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Se [planen] (https://www.exempel.se/plan).", [" "]),
        ("Se [planen](https://www.exempel.se/vår plan).", ["https://www.exempel.se/vår plan"]),
        ("Se [1] (fotnot) och [a](https://www.exempel.se/b).", []),
    ],
)
def test_a_link_that_becomes_none_is_found(sentence: str, found: list[str]) -> None:
    assert words("L001", text(sentence)) == found


def test_towns_with_like_names_are_two() -> None:
    assert words("L002", text("Se linkoping.se, lidkoping.se och enkoping.se.")) == []
