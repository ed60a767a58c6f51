"""D001, D003, D005: figures that are a diarienummer or a date, and other figures."""

import pytest

from uppdrag.findings import Severity

from .told import told, words

HEAD = "typ: samverkansorgan\nstatus: utkast\ntitel: T\n"


def text(sentence: str) -> str:
    return f"{HEAD}syfte: |\n  {sentence}\n"


@pytest.mark.parametrize(
    ("sentence", "found", "right"),
    [
        ("Se handlingen (RS 2024 – 00370).", "RS 2024 – 00370", "RS 2024-00370"),
        ("Se RS-2024-00789-1.", "RS-2024-00789-1", "RS 2024-00789-1"),
        ("Se RS2024-00784.", "RS2024-00784", "RS 2024-00784"),
        ("Se RS 2024–00784.", "RS 2024–00784", "RS 2024-00784"),
        ("Se RS 2024 -00784.", "RS 2024 -00784", "RS 2024-00784"),
        ("Se RS 2024- 00784 och mer.", "RS 2024- 00784", "RS 2024-00784"),
        ("Se RS 2019-03137–40.", "RS 2019-03137–40", "RS 2019-03137-40"),
        ("Se RS – 2024-00784.", "RS – 2024-00784", "RS 2024-00784"),
        ("Se HSN-2023-12345, bilaga 2.", "HSN-2023-12345", "HSN 2023-12345"),
        ("Se SSN 2023 –\n  00470.", "SSN 2023 –\n  00470", "SSN 2023-00470"),
    ],
)
def test_a_diarienummer_in_another_form_is_found_with_its_right_form(
    sentence: str, found: str, right: str
) -> None:
    [finding] = told("D001", text(sentence))
    assert (finding.words, finding.fix, finding.severity) == (found, right, Severity.WARNING)


@pytest.mark.parametrize(
    "sentence",
    [
        "Se SSN 2023-00470.",
        "Se RS\u00a02024-00784.",
        "Se RS 2019-03137-40.",
        "Se (RS 2024-00784) - 12 deltagare.",
        "Se RS 2024-00784 – 12 deltagare är med.",
        "Lagen (SFS 2018:1937) gäller.",
        "Föreskriften RA-FS 2009:2 gäller.",
        "VGR 2024–2026 och VGR 2024-2026 är perioden.",
        "Standarden ISO 9001-2015 och EN 301549 gäller.",
        "Mötet är 2026-06-16 i sal RS 2.",
        "Ring 031-123 45 67 eller 0302-12345.",
        "COVID 19-2020 och covid-19.",
        "Kommunens nummer är KS 2024/123 och KS 2024-123.",
        "Se rs 2024-00784x och 2024-00784.",
    ],
)
def test_what_is_no_diarienummer_or_a_right_one_is_left_alone(sentence: str) -> None:
    assert words("D001", text(sentence)) == []


@pytest.mark.parametrize(
    ("value", "severity", "right"),
    [
        ("RS 2024 – 00784", Severity.ERROR, "RS 2024-00784"),
        ("rs 2024-00784", Severity.ERROR, "RS 2024-00784"),
        ("Dnr RS 2024-00784", Severity.ERROR, "RS 2024-00784"),
        ("RS-2024-00789-1", Severity.ERROR, "RS 2024-00789-1"),
        ("2024-00784", Severity.ERROR, None),
        ("RS 2024-784", Severity.ERROR, None),
        ("RS 2024-00784, RS 2024-00785", Severity.ERROR, None),
        ("KS 2024/00123", Severity.ERROR, None),
        ("HS 172-2015", Severity.INFO, None),
    ],
)
def test_a_fact_in_another_form_is_an_error(
    value: str, severity: Severity, right: str | None
) -> None:
    fact = f"{HEAD}diarienummer: {value}\nsyfte: S\n"
    common = f"{HEAD}utgår_från: {{diarienummer: '{value}'}}\nsyfte: S\n"
    for lines in (fact, common):
        [finding] = told("D001", lines)
        assert (finding.words, finding.severity, finding.fix) == (value, severity, right)


@pytest.mark.parametrize("value", ["RS 2024-00784", "RS\u00a02024-00784", "ÅÄÖRST 2024-00784-1"])
def test_a_right_fact_is_left_alone(value: str) -> None:
    assert words("D001", f"{HEAD}diarienummer: {value}\nsyfte: S\n") == []


def test_the_old_form_may_stand_and_is_told_of() -> None:
    [finding] = told("D001", text("Beslutet (HS 172-2015) gäller."))
    assert (finding.words, finding.severity, finding.fix) == ("HS 172-2015", Severity.INFO, None)


@pytest.mark.parametrize(
    ("sentence", "found", "right"),
    [
        ("Start 2021 -05 i länet.", "2021 -05", "2021-05"),
        ("Start 2021- 11.", "2021- 11", "2021-11"),
        ("Start 2021 – 05.", "2021 – 05", "2021-05"),
        ("Datum 2026 06 01 gäller.", "2026 06 01", "2026-06-01"),
        ("Mötet är 1/6 2026.", "1/6 2026", "2026-06-01"),
        ("Mötet är 13/12-2026.", "13/12-2026", "2026-12-13"),
        ("Mötet är 1/6-26.", "1/6-26", "2026-06-01"),
        ("Mötet är 2026/06/01.", "2026/06/01", "2026-06-01"),
        ("Mötet är 01.06.2026.", "01.06.2026", "2026-06-01"),
        ("Mötet är 2026.06.01.", "2026.06.01", "2026-06-01"),
        ("Mötet är 2026-6-1 kl. 13.", "2026-6-1", "2026-06-01"),
        ("Mötet är 2026–06–01.", "2026–06–01", "2026-06-01"),
        ("Mötet är 20260601.", "20260601", "2026-06-01"),
        ("Mötet är 2026 -06- 01.", "2026 -06- 01", "2026-06-01"),
        ("Mötet är 31/01/2026.", "31/01/2026", "2026-01-31"),
        ("Mötet är 01/06/2026.", "01/06/2026", None),
    ],
)
def test_a_date_in_another_form_is_found_with_its_right_form(
    sentence: str, found: str, right: str | None
) -> None:
    [finding] = told("D003", text(sentence))
    assert (finding.words, finding.fix) == (found, right)


@pytest.mark.parametrize(
    "sentence",
    [
        "Mötet är 13 december 2013.",
        "Mötet är den 1 april 2026.",
        "Mötet är 2026-06-16 kl. 13.00–16.00.",
        "Mötet är 2021-05 i länet.",
        "Perioden är 2024–2026 eller 2024 - 2026.",
        "Läsåret 2009 – 10 och läsåret 2011/12.",
        "Se RS 2024 – 00370 och RS 2024-00784.",
        "Ring 031-2026 06 01 eller 010-441 00 00.",
        "Se https://www.exempel.se/2026/06/01 och https://exempel.se/20260601.",
        "Ärende nummer 20260601 och version 20260601.",
        "Lagen (2008:962) och 2018:1937.",
        "Personnummer 19121212-1212 står inte här.",
        "Under 2024 12 möten och 40 deltagare.",
        "Hälften, 1/2, av 2026 års möten.",
        "Filen rapport_20260601 finns.",
        "Antal 2026 13 01.",
        "Version 1.2.3 av 2026-06-16T13:00.",
        "År 2024, 12 av 49 kommuner.",
    ],
)
def test_other_figures_and_right_dates_are_left_alone(sentence: str) -> None:
    assert words("D003", text(sentence)) == []


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Mötet är 2025-02-30.", "2025-02-30"),
        ("Mötet är 31 november 2026.", "31 november 2026"),
        ("Mötet är den 31 april.", "31 april"),
        ("Mötet är 29 februari 2025.", "29 februari 2025"),
        ("Mötet är 2025-13-01.", "2025-13-01"),
        ("Mötet är 2025-00-10.", "2025-00-10"),
        ("Mötet är 31/11 2026.", "31/11 2026"),
        ("Mötet är 32 maj.", "32 maj"),
        ("Mötet är den 31 nov. 2026.", "31 nov. 2026"),
        ("Mötena är 28–31 juni.", "31 juni"),
        ("Mötet är den 0 mars 2026.", "0 mars 2026"),
    ],
)
def test_a_date_that_there_is_not_is_found(sentence: str, found: str) -> None:
    assert words("D005", text(sentence)) == [found]


@pytest.mark.parametrize(
    "sentence",
    [
        "Mötet är 2024-02-29.",
        "Mötet är 29 februari 2024.",
        "Mötet är 29 februari.",
        "Mötet är 31 december 2026.",
        "Mötet är 30/11 2026.",
        "Se RS 2019-03137-40.",
        "Se https://www.exempel.se/2025-02-30.",
        "Ring 010-2025-02-30.",
        "De 40 majskolvarna och 45 marsvinen.",
        "Filen 2025-02-30.pdf finns.",
        "Kl. 13.31 november.",
    ],
)
def test_dates_that_there_are_and_other_figures_are_left_alone(sentence: str) -> None:
    assert words("D005", text(sentence)) == []


def test_an_impossible_date_in_a_timetable_is_told_of() -> None:
    timetable = "tidplan:\n  poster:\n    - {tid: 2025-02-30, händelse: Start}\n"
    assert words("D005", HEAD + "syfte: S\n" + timetable) == ["2025-02-30"]


OWN = HEAD.replace("titel: T", "titel: T\ndiarienummer: RS 2024-00784")


@pytest.mark.parametrize(
    ("number", "right"),
    [
        ("RS 2023-370", "RS 2023-00370"),
        ("RS 2023-0370", "RS 2023-00370"),
        ("RS 2023/00370", "RS 2023-00370"),
        ("RS 2023:370", "RS 2023-00370"),
        ("RS 2023-003701", None),
        ("RS 2023 00370", "RS 2023-00370"),
    ],
)
def test_a_number_of_the_own_register_has_five_figures(number: str, right: str | None) -> None:
    [finding] = told("D001", f"{OWN}syfte: Se {number} i diariet.\n")
    assert (finding.words, finding.fix) == (number, right)


@pytest.mark.parametrize("number", ["KS 2024/123", "RS 2019-2024", "RS 2024-00784-12", "RS 2025"])
def test_other_registers_and_periods_are_left_alone(number: str) -> None:
    assert words("D001", f"{OWN}syfte: Se {number} i diariet.\n") == []


@pytest.mark.parametrize("number", ["KS 2024/123", "2024-00123", "KS/2024:123", "RD23/01234"])
def test_another_organisation_has_its_own_form(number: str) -> None:
    fact = f"{HEAD}diarienummer: {number}\nsyfte: S\norganisation: "
    assert words("D001", f"{fact}Borås Stad\n") == []
    assert words("D001", f"{fact}Västra Götalandsregionen\n") == [number]


@pytest.mark.parametrize(
    ("rule", "sentence", "found"),
    [
        ("D003", "Det var 26-06-01.", "26-06-01"),
        ("D003", "Det var 13-06-2026.", "13-06-2026"),
        ("D005", "Det blir vecka 54.", "54"),
        ("D005", "Det blir v. 53 2025.", "53 2025"),
        ("D005", "Det gäller 31 juni–2 juli.", "31 juni"),
    ],
)
def test_more_forms_of_dates_are_found(rule: str, sentence: str, found: str) -> None:
    assert words(rule, text(sentence)) == [found]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ring 08-12-34 56.",
        "Rum 21-02-14 är ledigt.",
        "Vecka 53 2026 och v. 40–52.",
        "Det är 60 personer och 28 juni–2 juli.",
    ],
)
def test_more_figures_are_no_dates(sentence: str) -> None:
    assert words("D003", text(sentence)) == words("D005", text(sentence)) == []
