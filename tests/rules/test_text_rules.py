"""The rules about text: for each, words that it finds and words that it leaves alone."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uppdrag.findings import Finding
from uppdrag.readability.lix import words
from uppdrag.readability.sentences import sentences
from uppdrag.rules import RULES
from uppdrag.rules.phrases import occurring, written
from uppdrag.rules.subject import Subject
from uppdrag.rules.t012_lang_mening import MOST_WORDS
from uppdrag.workspace.checking import check, held_to
from uppdrag.workspace.mandates import MandateFile
from uppdrag.workspace.resources import Folder

HEAD = "format: 1\ntyp: samverkansorgan\nstatus: utkast\ntitel: T\n"
HELD = held_to(Folder(Path("ingen")))
LONG = "Forumet ska samordna den vård som regionen och kommunerna i länet ger till äldre personer"


def told(rule: str, yaml: str) -> list[Finding]:
    """Return what one rule finds in a mandate with these lines."""
    content = (HEAD + yaml).encode("utf-8")
    found = check(content, MandateFile(None, "h.yaml", "grupp/h"), HELD).told
    return [item for item in found if item.rule == rule]


def found(rule: str, text: str) -> list[str]:
    """Return the words that one rule finds in a running text."""
    return [item.words for item in told(rule, _prose(text))]


def fixed(rule: str, text: str) -> str:
    """Return a running text with what one rule offers put in its place."""
    yaml = HEAD + _prose(text)
    lines = yaml.splitlines(keepends=True)
    starts = [sum(map(len, lines[:number])) for number in range(len(lines) + 1)]
    for item in reversed(told(rule, _prose(text))):
        assert item.fix is not None
        start = starts[item.line - 1] + item.column - 1
        end = starts[item.end_line - 1] + item.end_column - 1
        assert yaml[start:end] == item.words
        yaml = yaml[:start] + item.fix + yaml[end:]
    prose = yaml.removeprefix(HEAD).removeprefix("syfte: |\n")
    return "\n".join(line.removeprefix("  ") for line in prose.splitlines())


def _prose(text: str) -> str:
    return "syfte: |\n" + "".join(f"  {line}\n" if line else "\n" for line in text.split("\n"))


# T002


@pytest.mark.parametrize(
    "text",
    [
        f"{LONG}.\n\nAnnat.\n\n{LONG}.",
        f"{LONG}.\n\nAnnat.\n\n{LONG.upper()}.",
        f"{LONG}.\n\n- Ett\n- " + LONG.replace(" i ", "\n  i "),
        f"”{LONG}.”\n\n{LONG}.",
        f"{LONG}.\n\n**{LONG}**.",
    ],
)
def test_a_repeated_paragraph_is_found_at_the_later_place(text: str) -> None:
    [item] = told("T002", _prose(text))
    assert "rad 6" in item.message
    assert item.line > 6


@pytest.mark.parametrize(
    "text",
    [
        "Forumet ska samordna vården.\n\nForumet ska samordna vården.",
        f"{LONG}.\n\n{LONG} och yngre.",
        f"{LONG}. {LONG}.",
    ],
)
def test_what_is_short_or_differs_is_no_repetition(text: str) -> None:
    assert found("T002", text) == []


# T003


@pytest.mark.parametrize(
    ("words", "fix"),
    [
        ("6 – 10", "6–10"),
        ("6-8", "6–8"),
        ("6 -8", "6–8"),
        ("6—8", "6–8"),
        ("6‑8", "6–8"),
        ("0-18", "0–18"),
        ("1,5-2,5", "1,5–2,5"),
        ("10 000-20 000", "10 000–20 000"),
        ("1000-1500", "1000–1500"),
        ("2019-2020", "2019–2020"),
        ("2024 – 2026", "2024–2026"),
        ("2025-26", "2025–26"),
        ("två- fyra", "två–fyra"),
        ("tre - fyra", "tre–fyra"),
        ("Två-tre", "Två–tre"),
        ("en-två", "en–två"),
        ("13:00-16:00", "13:00–16:00"),
        ("9:00 - 15:00", "9:00–15:00"),
        ("22:00-06:00", "22:00–06:00"),
        ("13.00-16.30", "13.00–16.30"),
    ],
)
def test_an_interval_is_found_and_put_right(words: str, fix: str) -> None:
    text = f"Det gäller {words} gånger."
    assert found("T003", text) == [words]
    assert fixed("T003", text) == f"Det gäller {fix} gånger."


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mötet är kl. 13-16 i dag.", "13-16"),
        ("Mötet är klockan 13-14.30.", "13-14.30"),
        ("Tiden är 08-16.", "08-16"),
        ("Det gäller 4-6 §§ och 7 §.", "4-6"),
        ("Barn 6-8-åringar.", "6-8"),
        ("Träffas 6-8, ibland oftare.", "6-8"),
        ("Den 4-6 juni 2026.", "4-6"),
        ("VVG träffas 6-8 gånger.", "6-8"),
        ("Se punkt 4 - 6.", "4 - 6"),
    ],
)
def test_an_interval_is_found_in_its_sentence(text: str, words: str) -> None:
    assert found("T003", text) == [words]


def test_an_interval_over_two_lines_is_found() -> None:
    assert fixed("T003", "Gruppen träffas 6 –\n10 gånger.") == "Gruppen träffas 6–10 gånger."


@pytest.mark.parametrize(
    "text",
    [
        "Hälso- och sjukvård, 6–10 gånger, två–fyra, 13:00–16:00.",
        "Dagen är 2026-06-16 och månaden 2021-05, 2021-11 eller 2011-12.",
        "Skrivet 2021 -05 och 2021- 11 är datum.",
        "Se RS 2024-00784, RS 2019-03137-40, SSN 2023-00470 och HS 172-2015.",
        "Se RS 2024 – 00370 och dnr 2015-2016.",
        "Ring 08-123 456 78, 08-16 12 34, 031-12 34 56, 070-123 45 67 eller +46 31-55 66 77.",
        "Telefon 123-4567 och bankgiro 123-4567.",
        "Postadressen är SE-462 32 och 462 32.",
        "COVID-19, PDF/A-2a, ICD-10 och 1-årig.",
        "Rutin 4-2 och rutin 4-6 gäller.",
        "Se [planen](https://exempel.se/plan-6-8/2019-2020) och https://exempel.se/6-8.",
        "Skriv till plan.6-8@exempel.se.",
        "Summan är 10 - 4 = 6 och 4 - 10 = -6.",
        "Det är 4 till maximalt 8 gånger, 24/7 och 1-2-3.",
        "Bilden bilaga_6-8.pdf och Plan 6-8.pdf.",
        "Steg 1 – 3 månaders utredning.",
        "Vinsten blev 3-2 och 10-9.",
        "Personnummer 121212-1212 och 212000-1355.",
        "ISO 9001-2015 och ISO 639-1.",
        "SFS 2018:1937 och RA-FS 2009:2.",
        "Barn- och tvåspråkig, en-till-en.",
        "Halva - tre fjärdedelar.",
        "Kapitel 1.10-2.20.",
    ],
)
def test_what_only_looks_like_an_interval_is_left(text: str) -> None:
    assert found("T003", text) == []


# T004


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Adjungerande deltagare: Kim.", "Adjungerade deltagare: Kim."),
        ("vid behov adjungerande jurister", "vid behov adjungerade jurister"),
        ("en adjungerande jurist", "en adjungerad jurist"),
        ("Adjungerande ledamot: Kim.", "Adjungerad ledamot: Kim."),
        ("den adjungerande ledamoten", "den adjungerade ledamoten"),
        ("ett adjungerande biträde", "ett adjungerat biträde"),
        ("Hon deltar som adjungerande.", "Hon deltar som adjungerad."),
        ("De adjungerande.", "De adjungerade."),
        ("Adjungerande", "Adjungerade"),
        ("**Adjungerande:** Kim.", "**Adjungerade:** Kim."),
    ],
)
def test_adjungerande_is_put_right_in_its_form(text: str, right: str) -> None:
    assert fixed("T004", text) == right


@pytest.mark.parametrize(
    "text",
    [
        "Adjungerade deltagare.",
        "Gruppen får adjungera.",
        "Det adjungerande organet beslutar.",
        "Adjungering.",
    ],
)
def test_who_adjoins_is_left(text: str) -> None:
    assert found("T004", text) == []


# T005


@pytest.mark.parametrize(
    ("text", "shorts"),
    [
        ("Frågan går till SOR primärvård.", ["SOR"]),
        ("Frågan går till SOR-möten, HAB/BUP och NPO.", ["SOR", "HAB", "BUP", "NPO"]),
        ("Ett samordningsråd bereder. Därefter tar SOR över.", ["SOR"]),
        ("1177 för vårdpersonal (NKK) och RCC.", ["NKK", "RCC"]),
        ("Enligt HSL:s regler. Hälso- och sjukvårdslagen (HSL) gäller.", ["HSL"]),
        ("Det gäller SHVO.", ["SHVO"]),
        ("Det gäller planen (SHVO).", ["SHVO"]),
        ("VGR ansvarar.", ["VGR"]),
        ("SKR:s riktlinjer.", ["SKR"]),
        ("Enligt SoL.", ["SoL"]),
    ],
)
def test_an_abbreviation_without_an_explanation_is_found_once(text: str, shorts: list[str]) -> None:
    assert sorted(found("T005", text)) == sorted(shorts)


@pytest.mark.parametrize(
    "text",
    [
        "Västra Götalandsregionen (VGR) ansvarar. Det är VGR:s uppgift.",
        "Västra Götalandsregionens ansvar. VGR ansvarar.",
        "Program- och prioriteringsrådets (PPR) roll.",
        "Nationellt kliniskt kunskapsstöd, NKK, och NKK:s arbete.",
        "1177 (Nationellt kliniskt kunskapsstöd, NKK).",
        "NKK (Nationellt kliniskt kunskapsstöd) deltar.",
        "VVG – Vårdsamverkan Västra Götaland – beslutar.",
        "De regionala programområdena (RPO) arbetar. RPO ska följa upp.",
        "Samordningsråden (SOR) bereder. SOR beslutar.",
        "Hälso- och\nsjukvårdslagen (HSL).",
        "Samlad hälsovårdsorganisation (SHVO) deltar.",
        "Psykiatrisk slutenvård (PSV) ingår.",
        "Se SOR 2024-00784, sor@exempel.se och www.exempel.se/SOR.",
        "**Västra Götalandsregionen** (*VGR*).",
        "NULÄGE OCH FRAMÅT, EU, HR, IT och PDF.",
        "Mas och mar är inga förkortningar, och inte sol.",
    ],
)
def test_an_explained_or_unknown_abbreviation_is_left(text: str) -> None:
    assert found("T005", text) == []


def test_the_name_of_the_organisation_explains_its_abbreviation() -> None:
    assert told("T005", "organisation: [Västra Götalandsregionen]\nsyfte: VGR samordnar.\n") == []


def test_a_declared_short_name_is_explained_by_the_name_of_the_group() -> None:
    yaml = "kortnamn: [PVR]\nsyfte: PVR samordnar.\n"
    assert [item.words for item in told("T005", yaml)] == ["PVR"]
    assert told("T005", "grupp: Primärvårdsrådet\n" + yaml) == []


def test_a_title_need_not_explain_what_the_text_explains() -> None:
    text = "syfte:\n  rubrik: VVG:s syfte\n  text: Vårdsamverkan Västra Götaland (VVG) leder.\n"
    assert told("T005", text) == []
    assert len(told("T005", "syfte:\n  rubrik: VVG:s syfte\n  text: Att leda.\n")) == 1


# T006


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("VGRs uppgift", "VGR:s uppgift"),
        ("”VVGs uppdrag", "”VVG:s uppdrag"),
        ("VGR's uppgift", "VGR:s uppgift"),
        ("VGR’s uppgift", "VGR:s uppgift"),
        ("(SKRs)", "(SKR:s)"),
        ("VGRs och VVGs", "VGR:s och VVG:s"),
    ],
)
def test_a_genitive_gets_its_colon(text: str, right: str) -> None:
    assert fixed("T006", text) == right


@pytest.mark.parametrize("text", ["VGR:s uppgift", "PDFs", "VGRS", "vgrs", "GRs", "vgrs.se/VGRs"])
def test_a_right_genitive_or_another_word_is_left(text: str) -> None:
    assert found("T006", text) == []


def test_a_short_name_of_the_group_is_known() -> None:
    yaml = "grupp: Primärvårdsrådet\nkortnamn: [PVR, rådet]\nsyfte: PVRs och rådets syfte.\n"
    assert [(item.words, item.fix) for item in told("T006", yaml)] == [("PVRs", "PVR:s")]


# T007


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("6–10 ggr/år", "6–10 gånger per år"),
        ("4 till maximalt 8 ggr/år. Korta möten.", "4 till maximalt 8 gånger per år. Korta möten."),
        ("Två ggr per år.", "Två gånger per år."),
        ("Det sker 6 ggr.", "Det sker 6 gånger."),
        ("1 ggr/år", "1 gång per år"),
        ("cirka 6–8 gånger/år", "cirka 6–8 gånger per år"),
        ("villkor inkl ersättningar", "villkor inklusive ersättningar"),
        ("som t ex mallar", "som till exempel mallar"),
        ("som t. ex. mallar", "som till exempel mallar"),
        ("som t.ex mallar", "som till exempel mallar"),
        ("T ex mallar.", "Till exempel mallar."),
        ("överens om, d v s", "överens om, det vill säga"),
        ("dvs länets kommuner", "det vill säga länets kommuner"),
        ("Se Bl a detta", "Se Bland annat detta"),
        ("uppföljning et c.", "uppföljning och så vidare."),
        ("möten m m.", "möten med mera."),
        ("(ex. mallar)", "(till exempel mallar)"),
        ("Jfr med avtalet.", "Jämför med avtalet."),
        ("idag ca 40", "idag cirka 40"),
        ("idag ca. 40", "idag cirka 40"),
        ("t\nex mallar", "till exempel mallar"),
        ("p g a detta", "på grund av detta"),
    ],
)
def test_a_shortened_way_of_writing_reads_right_when_written_out(text: str, right: str) -> None:
    assert fixed("T007", text) == right


@pytest.mark.parametrize("text", ["s k utskott", "möten m m. Rådet ska", "ev beslut"])
def test_where_a_person_has_to_choose_nothing_is_put_in_place(text: str) -> None:
    [item] = told("T007", _prose(text))
    assert item.fix is None


@pytest.mark.parametrize(
    "text",
    [
        "Det gäller t.ex. mallar, bl.a. detta, d.v.s. allt, m.m.",
        "Det gäller inkl. moms, resp. part, osv. och etc.",
        "Det finns 5 ex. av boken.",
        "Cancer, dvsx, VGR:s kansli och S K Andersson.",
        "Se www.exempel.se/ca/t och ca@exempel.se.",
        "Se ”Rutin för remiss inkl svar”.",
        "Medel m och n, resande, enligt, exklusive.",
        "Två gånger per år, till exempel.",
    ],
)
def test_what_is_rightly_shortened_or_another_word_is_left(text: str) -> None:
    assert found("T007", text) == []


# T008


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Rådet avråder från det innan\n\neffekten är utvärderad.", ("innan", "effekten")),
        ("Det gäller hälso- och sjukvård,\n\nsom parterna ger.", ("sjukvård,", "som")),
        ("- Rådet avråder från det innan\n\n  effekten är känd.", ("innan", "effekten")),
        ("Rådet är ett stöd för *hela*\n\nregionen i länet.", ("*hela*", "regionen")),
        ("Gäller hälso- och sjukvårdslagen (HSL)\n\nsom har ändrats.", ("(HSL)", "som")),
    ],
)
def test_a_sentence_that_an_empty_line_breaks_is_found(text: str, ends: tuple[str, str]) -> None:
    [words] = found("T008", text)
    first, *_, last = words.split()
    assert (first.strip("*"), last) == (ends[0].strip("*"), ends[1])


@pytest.mark.parametrize(
    "text",
    [
        "Rådet avråder.\n\ne-hälsa är viktigt.",
        "Rådet ska göra följande:\n\nföra dialog.",
        "Rådet ska\n\n- föra dialog.",
        "**Rådets ordförande och ledamöter**\n\nutses av direktören.",
        "Ordförande\n\nutses av direktören.",
        "Rådet avråder från det innan\n\nEffekten är utvärderad.",
        "Rådet ska göra följande\n\nsamordna\n\nstödja",
        "- Rådet ska samordna vården\n- stödja den.",
        "Rådet avråder från det ”ännu.”\n\noch stödjer.",
    ],
)
def test_paragraphs_that_end_as_they_should_are_left(text: str) -> None:
    assert found("T008", text) == []


# T009


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("enligt lagen om valfrihet.", "enligt lagen (2008:962) om valfrihetssystem."),
        ("Lagen om valfrihet gäller.", "Lagen (2008:962) om valfrihetssystem gäller."),
        ("lagen (2008:962) om valfrihet", "lagen (2008:962) om valfrihetssystem"),
        ("enligt lagen om\nvalfrihet.", "enligt lagen (2008:962) om valfrihetssystem."),
        ("enligt sekretesslagen", "enligt offentlighets- och sekretesslagen (2009:400)"),
        (
            "hälso- och sjukvårdslagen (1982:763)",
            "hälso- och sjukvårdslagen (2017:30)",
        ),
    ],
)
def test_a_law_gets_its_name(text: str, right: str) -> None:
    assert fixed("T009", text) == right


@pytest.mark.parametrize(
    "text",
    [
        "enligt lagen om valfrihetssystem",
        "enligt lagen (2008:962) om valfrihetssystem",
        "enligt offentlighets- och sekretesslagen",
        "enligt offentlighets och sekretesslagen",
        "enligt hälso- och sjukvårdslagen (2017:30)",
        "enligt patientsäkerhetslagen",
        "Frågan om valfrihet är viktig.",
    ],
)
def test_a_law_with_its_name_is_left(text: str) -> None:
    assert found("T009", text) == []


# T010


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("forsknings och utbildningsaspekter", "forsknings- och utbildningsaspekter"),
        ("Hälso och sjukvårdsdirektör", "Hälso- och sjukvårdsdirektör"),
        ("hälso eller sjukvård", "hälso- eller sjukvård"),
        ("verksamhets samt kvalitetsfrågor", "verksamhets- samt kvalitetsfrågor"),
        ("barn och ungdomspsykiatrin", "barn- och ungdomspsykiatrin"),
        ("öppen och slutenvård", "öppen- och slutenvård"),
        ("hälso\noch sjukvård", "hälso-\noch sjukvård"),
        ("individ och familjeomsorgen", "individ- och familjeomsorgen"),
        ("utvecklings och förbättringsarbete", "utvecklings- och förbättringsarbete"),
        ("ärende och dokumenthantering", "ärende- och dokumenthantering"),
    ],
)
def test_a_missing_hyphen_is_put_in_place(text: str, right: str) -> None:
    assert fixed("T010", text) == right


@pytest.mark.parametrize(
    "text",
    [
        "hälso- och sjukvård",
        "barn och ungdomar",
        "öppen och sluten vård",
        "forskning och utbildning",
        "verksamhetens och kvalitetens",
        "verksamhets vård",
        "hälso kost",
        "kommun och region",
        "program och riktlinjer",
        "folkhälsa och sjukvård",
    ],
)
def test_words_that_stand_alone_are_left(text: str) -> None:
    assert found("T010", text) == []


# T011


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("- Följa arbetet.\n- Stödja det.\n- Bemanna andra områden", ["områden"]),
        ("- Följa arbetet.\n- stödja det\n- bemanna", ["arbetet."]),
        ("- följa\n- stödja.\n- bemanna", ["stödja."]),
        ("- följa.\n- stödja", ["stödja"]),
        ("1. Följa?\n2. Stödja.\n3. Bemanna **allt**", ["allt"]),
        ("- följa\n  - en\n  - två.\n  - tre\n- stödja", ["två."]),
    ],
)
def test_an_item_that_ends_otherwise_is_found(text: str, words: list[str]) -> None:
    assert found("T011", text) == words


@pytest.mark.parametrize(
    "text",
    [
        "- Följa.\n- Stödja.",
        "- följa\n- stödja",
        "- följa\n- stödja\n- bemanna.",
        "- följa,\n- stödja och\n- bemanna.",
        "- Följa ”allt.”\n- Stödja (allt.)\n- Vad?",
        "- följa\n  - en\n  - två\n- stödja.",
        "- Ska följa\n  - en\n  - två.\n- Ska stödja.",
        "- ensam.",
        "- Följa.\n\nText\n\n- stödja",
    ],
)
def test_an_even_list_is_left(text: str) -> None:
    assert found("T011", text) == []


# T012


def test_a_long_sentence_is_found_and_its_neighbours_are_not() -> None:
    long = "Forumet " + "ska " * 35 + "allt."
    [words] = found("T012", f"Först kort. {long}\nSedan kort.")
    assert words == long
    [item] = told("T012", _prose(long))
    assert item.message.startswith("Meningen har 37 ord.")


def test_a_sentence_of_just_as_many_words_as_may_be_is_left() -> None:
    assert (
        found("T012", "Forumet " + "ska " * 33 + "allt. " + "Forumet " + "ska " * 33 + "allt.")
        == []
    )


@given(
    st.lists(
        st.sampled_from(
            ["vården", "rådet.", "Rådet", "bl.a.", "ska", "och/eller", "fråga?", "kl."]
        ),
        max_size=90,
    )
)
def test_no_long_sentence_is_missed(parts: list[str]) -> None:
    text = " ".join(parts) or "Tom"
    counts = [sum(1 for _ in words(text[start:end])) for start, end in sentences(text)]
    expected = [count for count in counts if count > MOST_WORDS]
    assert len(found("T012", text)) == len(expected)


# T013


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Gruppen erhåller stöd.", "erhåller"),
        ("I enlighet med planen.", "I enlighet med"),
        ("Frågor avseende vård.", "avseende"),
        ("Beslut fattas i kraft av mandat.", "i kraft av"),
        ("Ordföranden jämte ledamöterna.", "jämte"),
        ("Regionen tillhandahåller stöd.", "tillhandahåller"),
        ("Gruppen ska implementera planen.", "implementera"),
        ("Rådet ska tillse detta.", "tillse"),
        ("I detta avseende är det bra.", "I detta avseende"),
        ("Arbetet sker ej i\nsyfte att spara.", "i\n  syfte att"),
    ],
)
def test_a_stilted_word_is_found(text: str, word: str) -> None:
    assert word in found("T013", text)


@pytest.mark.parametrize(
    "text",
    [
        "Gruppen får stöd enligt planen.",
        "Rådet ska beakta följderna.",
        "Se ”Riktlinje avseende remisser”.",
        "Vården ska vara jämlik och jämlikt fördelad.",
        "En icke-binär person.",
        "Detta är utan avseenden.",
    ],
)
def test_a_plain_word_is_left(text: str) -> None:
    assert found("T013", text) == []


# T014


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Två  mellanslag.", "Två mellanslag."),
        ("Tre   mellanslag.", "Tre mellanslag."),
        ("Före punkt .", "Före punkt."),
        ("Före komma , och så.", "Före komma, och så."),
        ("Före fråga ?", "Före fråga?"),
        ("Efter raden. \nNästa rad.", "Efter raden.\nNästa rad."),
        ("Sist.  ", "Sist."),
        ("- Punkt  ett\n- Punkt två", "- Punkt ett\n- Punkt två"),
        ("Två  .", "Två."),
    ],
)
def test_superfluous_space_is_taken_away(text: str, right: str) -> None:
    assert fixed("T014", text) == right


@pytest.mark.parametrize(
    "yaml",
    [
        "syfte: |\n  - Ett\n    - Två\n\n  1.  Tre\n  -   Fyra\n",
        "syfte: |\n  | A  | B |\n  |----|---|\n  | C  | D |\n",
        "syfte: |\n  Ett ... och så vidare, kl. 13 .5\n",
        "syfte: |\n  A     B\n  A  B  C\n",
        "syfte:   Ett   # här  är en kommentar .\n",
        "syfte: Ett\n  och två\n",
        "syfte: |   \n  Ett.\n   \n  Två.\n",
    ],
)
def test_space_that_means_something_or_is_no_text_is_left(yaml: str) -> None:
    assert told("T014", yaml) == []


@pytest.mark.parametrize(
    ("yaml", "place"),
    [
        ("syfte: Ett  två.\n", (5, 12, 5, 13)),
        ("syfte: 'Ett  två.'\n", (5, 13, 5, 14)),
        ('syfte: "Ett två ."\n', (5, 16, 5, 17)),
        ("syfte: >\n  Ett \n  två.\n", (6, 6, 6, 7)),
    ],
)
def test_superfluous_space_is_found_in_every_way_of_writing(
    yaml: str, place: tuple[int, int, int, int]
) -> None:
    [item] = told("T014", yaml)
    assert (item.line, item.column, item.end_line, item.end_column) == place
    assert item.fix == ""


# T015


@pytest.mark.parametrize(
    "yaml",
    [
        "syfte: Vården\n",
        "syfte: |\n  Först\n  vården och\n\n  örat.\n",
        "avsnitt_å:\n  rubrik: Text\n  text: Ord.\n",
        "kortnamn: [rådet]\n",
        'syfte: "Vården är bra"\n',
    ],
)
def test_loose_characters_are_joined_and_nothing_else_is_changed(yaml: str) -> None:
    loose = unicodedata.normalize("NFD", yaml)
    [item] = told("T015", loose)
    assert item.fix == unicodedata.normalize("NFC", item.words)
    assert loose.replace(item.words, item.fix) == yaml


@pytest.mark.parametrize("yaml", ["syfte: Vården är bra\n", "syfte: x\u0304 är ett tecken\n"])
def test_characters_that_are_one_or_cannot_be_are_left(yaml: str) -> None:
    assert told("T015", yaml) == []


def test_loose_characters_in_a_comment_are_nobodys_text() -> None:
    assert told("T015", unicodedata.normalize("NFD", "# Vården\n") + "syfte: Ord\n") == []


# What they share


def test_phrases_occur_when_all_their_words_do() -> None:
    phrases = ("i de fall", "i enlighet med", "ggr/år")
    assert occurring(phrases, "I de fall då") == ("i de fall",)
    assert occurring(phrases, "de fall i") == ("i de fall",)
    assert written(phrases, "de fall i") == ()
    assert occurring(phrases, "") == ()


@given(st.text(max_size=200))
def test_any_text_is_looked_at_without_failing(text: str) -> None:
    checked = check(
        (HEAD + _prose(text)).encode("utf-8", "replace"), MandateFile(None, "h", "g/h"), HELD
    )
    if checked.handling is not None and checked.document is not None:
        subject = Subject(checked.handling, checked.source, checked.document, HELD.data)
        for rule in RULES.values():
            if rule.look is not None and rule.family == "T":
                for remark in rule.look(subject):
                    assert 0 <= remark.range.start < remark.range.end <= len(checked.source.text)


# T001


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("– samordna\n– följa upp", ["–"]),
        ("Rådet ska\n\n— samordna\n— följa upp", ["—"]),
        ("a) samordna\nb) följa upp", ["a)"]),
        ("(a) samordna\n(b) följa upp", ["(a)"]),
        ("o samordna\no följa upp", ["o"]),
        ("Rådet<br>ska", ["<br>"]),
        ("Rådet&nbsp;ska <b>möta</b>", ["&nbsp;"]),
    ],
)
def test_marks_of_a_list_and_of_html_are_told_of_once(text: str, words: list[str]) -> None:
    assert found("T001", text) == words


@pytest.mark.parametrize(
    "text",
    [
        "Sagt:\n– En sak.",
        "Punkt a) gäller\noch b) gäller",
        "p<0,05, A&O, R&D och <5 dagar",
        "- samordna\n- följa upp",
        "ordet\no annat",
    ],
)
def test_marks_with_a_meaning_are_left_alone(text: str) -> None:
    assert found("T001", text) == []


# T005


@pytest.mark.parametrize(
    "text",
    [
        "Rådet har SIP-möten (samordnad individuell plan).",
        "Rådet samråder med RPO rehabilitering (regionalt programområde).",
        "Rådet bygger på FVM, det vill säga Framtidens vårdinformationsmiljö.",
        "Se lagen (1993:387) om stöd och service till vissa funktionshindrade (LSS).",
        "Se patientdatalagen (2008:355), PDL, och dataskyddsförordningen (EU) 2016/679, GDPR.",
        "Se RMR-2023-118 och HSN 2024 00123.",
    ],
)
def test_an_abbreviation_may_be_explained_later_in_its_sentence(text: str) -> None:
    assert found("T005", text) == []


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Rådet är till för VGR. Västra Götalandsregionen är stor.", "VGR"),
        ("Rådet bygger på FVM och Framtidens vårdinformationsmiljö.", "FVM"),
        ("RPO möter rådet ofta.\n\n(Regionalt programområde finns.)", "RPO"),
    ],
)
def test_words_that_only_follow_explain_nothing(text: str, short: str) -> None:
    assert found("T005", text) == [short]


# T008


@pytest.mark.parametrize(
    "text",
    [
        "Rådet samordnar kommunerna och\n\nVästra Götalandsregionen",
        "Rådet ansvarar för\n\natt vården samordnas",
        "Det är rådet som\n\nRegionen frågar.",
    ],
)
def test_a_word_that_ends_no_paragraph_tells_of_a_break(text: str) -> None:
    assert len(found("T008", text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Frågor som rådet tar ställning till\n\nHär står mer.",
        "Rådet ska i länet\n\na) samordna vården.",
        "Rådet ska och\n\n- samordna.",
    ],
)
def test_a_heading_or_a_list_is_no_break(text: str) -> None:
    assert found("T008", text) == []


# T009


@pytest.mark.parametrize(
    ("words", "fix"),
    [
        ("patientdatalagen (2008:335)", "patientdatalagen (2008:355)"),
        ("Kommunallagen 1991:900", "Kommunallagen (2017:725)"),
        ("hälso- och sjukvårdslagen (1982:763)", "hälso- och sjukvårdslagen (2017:30)"),
        ("lagen (2007:1091) om offentlig upphandling", None),
        ("sekretesslagen (1980:100)", "offentlighets- och sekretesslagen (2009:400)"),
        ("lag (2008:962) om valfrihet", "lag (2008:962) om valfrihetssystem"),
    ],
)
def test_a_law_with_a_wrong_number_is_found_with_its_number(words: str, fix: str | None) -> None:
    [item] = told("T009", _prose(f"Se {words} här."))
    assert item.words == words
    assert item.fix == (fix or "lagen (2016:1145) om offentlig upphandling")


@pytest.mark.parametrize(
    "text",
    [
        "Se patientdatalagen (2008:355) och patientdatalagen.",
        "Se lagen (2016:1145) om offentlig upphandling och lagen om offentlig upphandling.",
        "Se den tidigare personuppgiftslagen (1998:204).",
        "Sekretesslagen (1980:100) upphörde att gälla 2009.",
        "Lagen ersatte personuppgiftslagen.",
    ],
)
def test_a_right_law_and_one_of_its_time_are_left_alone(text: str) -> None:
    assert found("T009", text) == []


def test_a_document_keeps_the_law_of_its_day() -> None:
    law = "syfte: Se socialtjänstlagen (2001:453).\n"
    assert told("T009", f"datum: 2024-05-02\n{law}") == []
    assert len(told("T009", f"datum: 2027-05-02\n{law}")) == 1


# T010


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("hälso-och sjukvård", "hälso- och sjukvård"),
        ("hälso -och sjukvård", "hälso- och sjukvård"),
        ("hälso & sjukvård", "hälso- & sjukvård"),
        ("upphandlings och avtalsfrågor", "upphandlings- och avtalsfrågor"),
        ("myndighets eller nämndfrågor", "myndighets- eller nämndfrågor"),
        ("vård och omsorgsboende", "vård- och omsorgsboende"),
        ("in och utskrivning", "in- och utskrivning"),
    ],
)
def test_a_part_held_over_gets_its_hyphen_and_space(text: str, fix: str) -> None:
    assert fixed("T010", text) == fix


@pytest.mark.parametrize(
    "text",
    [
        "vård och omsorg",
        "in- och utskrivning",
        "en avdelnings och en enhets ansvar",
        "vårdens och omsorgens frågor",
        "e-post och i-och-för-sig",
        "lednings och andra uppgifter",
    ],
)
def test_whole_words_need_no_hyphen(text: str) -> None:
    assert found("T010", text) == []
