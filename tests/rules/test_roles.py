"""B001–B004: who gives the assignment, who signs it, and who has the right to."""

import pytest

from .told import words

HEAD = "typ: samverkansorgan\nstatus: utkast\ntitel: Uppdragshandling för Vårdforum Exempel\n"


def signed(giver: str, title: str, more: str = "") -> str:
    return (
        f"{HEAD}uppdragsgivare: {giver}\n"
        f"beslut:\n  datum: 2026-06-17\n{more}  beslutsfattare:\n    titel: {title}\n"
    )


@pytest.mark.parametrize(
    ("giver", "title"),
    [
        ("{roll: Regiondirektör}", "Regiondirektör"),
        ("{roll: regiondirektör}", "REGIONDIREKTÖR"),
        ("{roll: Regiondirektör}", "Tf. regiondirektör"),
        ("{roll: Regiondirektör}", "Tillförordnad regiondirektör"),
        ("{roll: Regiondirektör}", "Ekonomidirektör, för regiondirektören"),
        ("{roll: Regiondirektör}", "Ekonomidirektör, på delegation"),
        ("{roll: Hälso- och sjukvårdsdirektör}", "hälso och sjukvårdsdirektör"),
        ("{roll: IT-direktör}", "It direktör"),
        ("{roll: 'Direktör, VästKom'}", "Direktör"),
        ("{roll: Direktör, organ: VästKom}", "Direktör VästKom"),
        ("[{roll: Direktör}, {roll: Regiondirektör}]", "Regiondirektör"),
        ("Regiondirektören", "Regiondirektör"),
        ("{organ: Regionstyrelsen}", "Regiondirektör"),
        ("Regionstyrelsen och regiondirektören", "Ordförande"),
        ("{namn: Kim Exempelsson}", "Regiondirektör"),
        ("[{roll: Direktör}, {organ: Regionstyrelsen}]", "Ordförande"),
        ("{roll: '[ange roll]'}", "Regiondirektör"),
    ],
)
def test_the_role_that_gives_the_assignment_may_sign_it(giver: str, title: str) -> None:
    assert words("B001", signed(giver, title)) == []


@pytest.mark.parametrize(
    ("giver", "title"),
    [
        ("{roll: Regiondirektör}", "Ekonomidirektör"),
        ("{roll: Regiondirektör}", "Biträdande regiondirektör"),
        ("{roll: Regiondirektör}", "Vice regiondirektör"),
        ("{roll: Biträdande regiondirektör}", "Regiondirektör"),
        ("{roll: Regiondirektör}", "Tf personaldirektör"),
        ("{roll: Hälso- och sjukvårdsutvecklingsdirektör}", "Hälso- och sjukvårdsdirektör"),
        ("{roll: Hälso- och sjukvårdsdirektör}", "Hälso- och sjukvårdsutvecklingsdirektör"),
        ("{roll: Direktör}", "Direktörsassistent"),
        ("{roll: Regiondirektör, namn: Kim Exempelsson}", "Ekonomidirektör"),
        ("[{roll: Direktör}, {roll: Regiondirektör}]", "Förvaltningschef"),
        ("Regiondirektören i Västra Götalandsregionen", "Ekonomidirektör"),
        ("Regiondirektör", "Ekonomidirektör"),
    ],
)
def test_another_role_that_signs_is_found_at_its_title(giver: str, title: str) -> None:
    assert words("B001", signed(giver, title)) == [title]


def test_a_stated_delegation_lifts_it() -> None:
    lines = signed("{roll: Regiondirektör}", "Ekonomidirektör", "  notering: På delegation\n")
    assert words("B001", lines) == []
    assert words("B001", lines.replace("På delegation", "Omedelbart justerad")) != []


def test_one_of_several_signers_is_enough() -> None:
    signers = "beslut: {beslutsfattare: [{titel: Ekonomidirektör}, {titel: Regiondirektör}]}\n"
    lines = f"{HEAD}uppdragsgivare: {{roll: Regiondirektör}}\n{signers}"
    assert words("B001", lines) == []
    other = lines.replace("{titel: Regiondirektör}", "{titel: Direktör}")
    assert words("B001", other) == ["Ekonomidirektör"]


def test_a_giver_named_in_a_section_counts() -> None:
    organisation = "arbetsorganisation: {uppdragsgivare: {roll: Regiondirektör}}\n"
    lines = f"{HEAD}{organisation}beslut: {{beslutsfattare: {{titel: Ekonomidirektör}}}}\n"
    assert words("B001", lines) == ["Ekonomidirektör"]


HANDED_OVER = (
    "Regiondirektören har flyttat ansvaret för att inrätta och avveckla råden till "
    "hälso- och sjukvårdsutvecklingsdirektören."
)


def giving(text: str, title: str = "Regiondirektör") -> str:
    return f"{HEAD}ingress: |\n  {text}\nbeslut: {{beslutsfattare: {{titel: '{title}'}}}}\n"


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (HANDED_OVER, "hälso- och sjukvårdsutvecklingsdirektören"),
        ("Ansvaret för att inrätta dem är delegerat till it-direktören.", "it-direktören"),
        (
            "Regiondirektören har gett personaldirektören rätt att avveckla gruppen.",
            "personaldirektören",
        ),
        ("Ekonomidirektören får inrätta samordningsgrupper.", "Ekonomidirektören"),
        ("Ekonomidirektören beslutar om att avveckla rådet.", "Ekonomidirektören"),
        ("Rådet inrättas av it-direktören.", "it-direktören"),
        ("Samordningsgruppen avvecklas av biträdande regiondirektören.", "biträdande …"),
        ("Uppdragshandlingen fastställs av ekonomidirektören.", "ekonomidirektören"),
        ("Ekonomidirektören fastställer uppdragshandlingen.", "Ekonomidirektören"),
        ("Förvaltningschefen har rätt att upphäva rådet.", "Förvaltningschefen"),
    ],
)
def test_a_right_of_another_role_is_found_at_the_role(text: str, role: str) -> None:
    (found,) = words("B002", giving(text))
    assert found.startswith(role.removesuffix("…"))


@pytest.mark.parametrize(
    "text",
    [
        "Regiondirektören har lagt ansvaret för att inrätta råden på regiondirektören.",
        "Ordföranden får besluta om regionala rutiner.",
        "Samordningsrådet får inrätta undergrupper efter samråd med ekonomidirektören.",
        "Undergrupper inrättas av förvaltningschefen efter samråd med rådet.",
        "Ekonomidirektören beslutar om budgeten.",
        "Ekonomidirektören ansvarar för uppföljningen av rådet.",
        "Rådet inrättades av ekonomidirektören 2016.",
        "Rådet inrättas på uppdrag av ekonomidirektören.",
        "Regiondirektören inrättar rådet i samråd med ekonomidirektören.",
        "Ekonomidirektören har lagt ansvaret för att inrätta rådet på regiondirektören.",
        "Ekonomidirektören får läsa uppdragshandlingen.",
        "Ekonomidirektören beslutar om ersättningar. Regiondirektören inrättar rådet.",
    ],
)
def test_what_gives_no_right_to_another_role_is_left_alone(text: str) -> None:
    assert words("B002", giving(text)) == []


def test_a_right_that_the_signer_has_too_is_left_alone() -> None:
    text = "Ekonomidirektören får inrätta rådet. Ansvaret att avveckla rådet är delegerat till "
    assert words("B002", giving(text + "regiondirektören.")) == []
    assert words("B002", giving(text + "personaldirektören.")) == [
        "Ekonomidirektören",
        "personaldirektören",
    ]


def test_the_same_role_is_told_of_once() -> None:
    text = "Ekonomidirektören får inrätta rådet. Rådet avvecklas av ekonomidirektören."
    assert words("B002", giving(text)) == ["Ekonomidirektören"]


@pytest.mark.parametrize(
    ("giver", "name"),
    [
        ("{namn: Kim Exempelsson}", "Kim Exempelsson"),
        ("Kim Exempelsson", "Kim Exempelsson"),
        ("{text: Kim von Exempelsson}", "Kim von Exempelsson"),
        ("Kim Alex Exempelsson-Prov", "Kim Alex Exempelsson-Prov"),
        ("[{roll: Regiondirektör}, {namn: Kim Exempelsson}]", "Kim Exempelsson"),
    ],
)
def test_a_person_without_a_role_is_found_at_the_name(giver: str, name: str) -> None:
    assert words("B003", f"{HEAD}uppdragsgivare: {giver}\n") == [name]


@pytest.mark.parametrize(
    "giver",
    [
        "{namn: Kim Exempelsson, roll: Regiondirektör}",
        "{organ: Samrådsorganet (SRO)}",
        "{roll: Regiondirektör}",
        "Kim Exempelsson, regiondirektör",
        "Västra Götaland",
        "Västra Götalandsregionen",
        "Region Halland",
        "Göteborgs Stad",
        "Sahlgrenska Universitetssjukhuset",
        "Vårdsamverkan Skaraborg",
        "Närhälsan Göteborg",
        "Regional Ledningsgrupp",
        "Hälso- och sjukvårdsdirektören",
    ],
)
def test_a_role_or_a_body_gives_the_assignment(giver: str) -> None:
    assert words("B003", f"{HEAD}uppdragsgivare: {giver}\n") == []


@pytest.mark.parametrize(
    ("taker", "recipients", "missing"),
    [
        ("{roll: Ordförande i rådet}", "[Koordinator]", ["Ordförande i rådet"]),
        ("{roll: Ordförande i rådet}", "[Ordförande för rådet]", []),
        ("{roll: Ordförande i rådet}", "[Rådets ordförande]", []),
        ("{roll: Deltagare i rådet}", "[Deltagarna]", []),
        ("{roll: Deltagare}", "[{mottagare: Ordf, för: vidarebefordran till gruppen}]", []),
        ("{roll: Deltagare}", "[{mottagare: Ordf, för: att vidarebefordra}]", []),
        ("{roll: Deltagare}", "{text: För vidarebefordran., mottagare: [Koordinator]}", []),
        ("{organ: Samrådsorganet (SRO)}", "[Samrådsorganet]", []),
        ("{organ: VästKom}", "[Kommunerna]", ["VästKom"]),
        ("{namn: Kim Exempelsson}", "[Kim Exempelsson]", []),
        ("Ordförande i rådet", "[Koordinator]", ["Ordförande i rådet"]),
        ("{text: Rådets ledamöter}", "[Koordinator]", ["Rådets ledamöter"]),
        ("{roll: Hälso- och sjukvårdsdirektör}", "[Samordnare hälso- och sjukvård]", ["Hälso- …"]),
        ("{roll: '[ange roll]'}", "[Koordinator]", []),
        ("[{roll: Direktör}, {organ: VästKom}]", "[Direktören]", ["VästKom"]),
    ],
)
def test_the_taker_is_among_the_recipients(taker: str, recipients: str, missing: list[str]) -> None:
    found = words("B004", f"{HEAD}uppdragstagare: {taker}\nsändlista: {recipients}\n")
    assert len(found) == len(missing)
    for word, wanted in zip(found, missing, strict=True):
        assert word.startswith(wanted.removesuffix("…"))


def test_without_recipients_nothing_is_said() -> None:
    assert words("B004", f"{HEAD}uppdragstagare: {{roll: Ordförande}}\n") == []
