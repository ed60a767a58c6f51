"""What the register keeps of a mandate: its references, its days, how many meetings it allows."""

import time

import pytest

from uppdrag.model import read
from uppdrag.register import Allowed, Card, card
from uppdrag.source import load

HEAD = "format: 1\ntyp: samverkansorgan\nstatus: beslutad\ntitel: T\n"


def made(lines: str, date: str = "2026-06-16") -> Card:
    source = load(HEAD + lines, "h.yaml")
    return card(read(source.data()), source, "rad", date)


def references(text: str) -> list[tuple[str, str]]:
    indented = text.replace("\n", "\n  ")
    found = made(f"syfte: |\n  {indented}\n").hanvisningar
    return [(reference.titel, reference.nummer.value) for reference in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Se ”Rutin för grupper” (RS 2016-05203).", ("Rutin för grupper", "RS 2016-05203")),
        ("Se ”Rutin för grupper”, dnr RS 2016-05203.", ("Rutin för grupper", "RS 2016-05203")),
        ('Se "Rutin för grupper", RS 2016-05203-4', ("Rutin för grupper", "RS 2016-05203-4")),
        ("Se ”Rutin för\ngrupper” (RS\n2016-05203).", ("Rutin för grupper", "RS 2016-05203")),
        ("”[Rutin för vård](https://x.se/a-b)” (HS 2022-01054)", ("[Rutin för vård]", None)),
        ("”råd” och ”Rutin för grupper” (RS 2016-05203)", ("Rutin för grupper", None)),
    ],
)
def test_a_title_with_its_number_is_a_reference(
    text: str, expected: tuple[str, str | None]
) -> None:
    ((title, number),) = references(text)
    assert title == expected[0]
    assert expected[1] in {None, number}


@pytest.mark.parametrize(
    "text",
    ["Se ”Rutin för grupper”.", "Se RS 2016-05203.", "”A” (RS 2016-05203)", "”Rutin för” 2016-1"],
)
def test_a_title_or_a_number_alone_is_none(text: str) -> None:
    assert references(text) == []


def test_quotation_marks_in_long_text_cost_no_time() -> None:
    text = "syfte: '" + "” ord och åter ord " * 4000 + "'\n"
    begun = time.perf_counter()
    assert made(text).hanvisningar == ()
    assert time.perf_counter() - begun < 2


def test_the_common_documents_title_and_number_are_a_reference() -> None:
    (found,) = made("utgår_från:\n  titel: Gemensam\n  diarienummer: RS 2026-00001\n").hanvisningar
    assert (found.titel, found.nummer.value, found.nummer.line) == ("Gemensam", "RS 2026-00001", 7)


def test_the_name_of_a_file_is_its_date_only_if_it_is_one() -> None:
    assert made("", "2026-06-16").days == {"2026-06-16"}
    assert made("datum: 2026-06-17\n", "2026-06-16").days == {"2026-06-16", "2026-06-17"}
    assert made("", "utkast-2").days == frozenset()
    assert not made("", "utkast-2").begins


@pytest.mark.parametrize(
    ("frequency", "expected"),
    [
        ("{minst: 4, högst: 8, per: år}", (8, "år", False)),
        ("{högst: 3, per: termin, ungefär: ja}", (3, "termin", True)),
        ("{högst: 3, vid_behov: ja}", (3, "år", True)),
        ("{högst: 8, text: 4 till maximalt 8 ggr/år. Mötesfrekvensen kan anpassas.}", "room"),
        ("{högst: 8, text: Ett råd kan anpassa antalet efter sina behov.}", "room"),
        ("{högst: 8, text: I regel åtta möten.}", "room"),
        ("{högst: 8, text: 4 till maximalt 8 ggr/år. Effektiva möten.}", (8, "år", False)),
        ("4 till maximalt 8 ggr/år", (8, "år", False)),
        ("cirka 6-8 gånger/år", (8, "år", True)),
        ("tre–fyra gånger per termin samt vid behov", (4, "termin", True)),
        ("{text: högst sex möten per kvartal}", (6, "kvartal", False)),
        ("{minst: 4, per: år}", None),
        ("före varje möte i rådet", None),
        ("vid behov", None),
    ],
)
def test_how_many_meetings_a_mandate_allows(
    frequency: str, expected: tuple[int, str, bool] | str | None
) -> None:
    limit = made(f"arbetsorganisation:\n  mötesfrekvens: {frequency}\n").motesgrans
    wanted = (8, "år", True) if expected == "room" else expected
    assert (limit and (limit.most, limit.per, limit.flexible)) == wanted


def test_the_line_of_the_limit_is_that_of_the_number() -> None:
    lines = "arbetsorganisation:\n  mötesfrekvens:\n    minst: 4\n    högst: 8\n    per: år\n"
    assert made(lines).motesgrans == Allowed(8, "år", flexible=False, line=8)
