"""F003 and F005: a group of the register says who appoints its members, and is registered."""

import pytest

from .told import told, words

HEAD = "typ: samordningsråd\nstatus: utkast\ntitel: Uppdragshandling för samordningsråd exempel\n"


def members(text: str, more: str = "") -> list[str]:
    lines = f"{HEAD}arbetsorganisation:\n  deltagare: |\n    {text}\n{more}"
    return words("F003", lines)


@pytest.mark.parametrize(
    "text",
    [
        "Deltagarna utses av respektive förvaltningschef.",
        "De utses av sina chefer.",
        "Representanter som utsetts av respektive förvaltningschef.",
        "Ledamöter utsedda av förvaltningarna.",
        "Ledamöterna nomineras av förvaltningarna och VästKom.",
        "Rådet bemannas av förvaltningarna.",
        "Tio deltagare tillsätts av ledningsgruppen.",
        "Respektive förvaltningschef utser två deltagare.",
        "Varje förvaltning nominerar en representant.",
        "Ordförande och ledamöter utses av förvaltningarna.",
        "Kommunerna väljer sina representanter.",
        "Förvaltningscheferna är självskrivna.",
        "Tre chefer ingår i kraft av sin befattning.",
        "[ange deltagare]",
    ],
)
def test_who_appoints_may_be_said_in_many_ways(text: str) -> None:
    assert members(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Gruppen består av tretton deltagare från Närhälsan.", "deltagare"),
        ("Ledamöterna är chefer i verksamheterna.", "Ledamöterna"),
        ("Tio representanter för förvaltningarna.", "representanter"),
        ("Medlemmarna möts. Ordföranden utses av regiondirektören.", "Medlemmarna"),
        ("Deltagarna är chefer. Vice ordförande utses bland deltagarna.", "Deltagarna"),
        ("Chefer i verksamheterna.", "deltagare"),
        ("Deltagarna har ett helhetsperspektiv.", "Deltagarna"),
        ("Nya deltagare hälsas välkomna.", "deltagare"),
        ("Deltagare från akademin.", "Deltagare"),
        ("Deltagarna utför sitt uppdrag i rådet.", "Deltagarna"),
    ],
)
def test_where_it_is_not_said_the_members_are_shown(text: str, found: str) -> None:
    assert members(text) == [found]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("uppdragsbeskrivning: Rådet består av representanter som utsetts av cheferna.\n", True),
        ("uppdragsbeskrivning: Rådet bemannas av förvaltningarna.\n", True),
        ("uppdragsbeskrivning: |\n  - Nominera ledamöter till nationella programområden.\n", False),
        ("uppdragsbeskrivning: Bemanna processteam med deltagare.\n", False),
        ("uppdragsbeskrivning: Deltagare till undergrupper utses av rådet.\n", False),
        ("beslutsordning: En kontaktperson utses bland deltagarna i ledningsgruppen.\n", False),
    ],
)
def test_the_description_of_the_assignment_may_say_it(more: str, said: bool) -> None:  # noqa: FBT001
    assert (members("Tretton deltagare från verksamheterna.", more) == []) is said


@pytest.mark.parametrize(
    ("organisation", "found"),
    [
        ("\n  deltagare: {utses_av: förvaltningarna}\n", []),
        ("\n  deltagare: {text: Tio chefer., utses_av: förvaltningarna}\n", []),
        (" Rådet har tio ledamöter.\n", ["ledamöter"]),
        (" Rådet har tio ledamöter. De utses av cheferna.\n", []),
        (" Rådet har tio ledamöter. Ordföranden utses av dem.\n", ["ledamöter"]),
        (" Ledamöterna utses av cheferna.\n", []),
        (" Rådet leds av en ordförande.\n", ["arbetsorganisation"]),
        ("\n  ordförande: Utses av deltagarna.\n", []),
        ("\n  deltagare: Tio chefer.\n  ordförande: Utses av rådet.\n", ["deltagare"]),
    ],
)
def test_the_organisation_may_be_text_or_parts(organisation: str, found: list[str]) -> None:
    assert words("F003", f"{HEAD}arbetsorganisation:{organisation}") == found


@pytest.mark.parametrize("typ", ["samverkansorgan", "projektuppdrag"])
def test_other_types_need_not_say_it(typ: str) -> None:
    lines = f"{HEAD}arbetsorganisation:\n  deltagare: Tio chefer.\nsändlista: [Koordinator]\n"
    assert words("F003", lines.replace("samordningsråd\n", f"{typ}\n", 1)) == []
    assert words("F005", lines.replace("samordningsråd\n", f"{typ}\n", 1)) == []


@pytest.mark.parametrize(
    ("recipients", "found"),
    [
        ("[{mottagare: Handläggare, för: uppdatering av förteckningen}]", False),
        ("[Förteckningsansvarig handläggare]", False),
        ("[{mottagare: Handläggare, för: förteckning koncernövergripande grupper}]", False),
        ("[{mottagare: Handläggare, för: registret över grupper}]", False),
        ("{text: Förteckningen uppdateras., mottagare: [Koordinator]}", False),
        ("[Koordinator]", True),
        ("[Registrator]", True),
        ("[Kvalitetsregistercentrum]", True),
        ("[Ordförande, Koordinator]", True),
        ("{text: För kännedom., mottagare: [Koordinator]}", True),
    ],
)
def test_someone_who_keeps_the_register_receives_it(recipients: str, found: bool) -> None:  # noqa: FBT001
    lines = f"{HEAD}sändlista: {recipients}\n"
    assert words("F005", lines) == (["sändlista"] if found else [])
    assert told("F005", lines.replace("samordningsråd\n", "samordningsgrupp\n", 1)) != [] or (
        not found
    )


def test_a_group_without_recipients_is_another_matter() -> None:
    assert words("F005", HEAD) == []
