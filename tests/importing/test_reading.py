"""What a person sees when a text with something special about it is imported."""

import time

import pytest

from uppdrag.findings import Severity
from uppdrag.importing import import_text
from uppdrag.model import Del, Motesfrekvens, Prosa, Status, Typ, Uppdragshandling, Uppdragspart

from .reading_back import assert_nothing_is_lost

HEAD = "Uppdragshandling för samordningsråd lek\n\n"


def handling(text: str) -> Uppdragshandling:
    return assert_nothing_is_lost(text).handling


def section(text: str, key: str) -> list[object]:
    found = handling(text).section(key)
    assert found is not None
    return list(found.innehall)


def section_text(text: str, key: str) -> str:
    (found,) = section(text, key)
    assert isinstance(found, Prosa)
    return found.text


def notes(text: str) -> list[tuple[int, Severity]]:
    return [(note.line, note.severity) for note in import_text(text, "prov.txt").notes]


@pytest.mark.parametrize(
    ("title", "typ"),
    [
        ("Uppdragshandling för samordningsråd lek", Typ.SAMORDNINGSRAD),
        ("Samordningsgrupp lekrådet", Typ.SAMORDNINGSGRUPP),
        ("Uppdragshandling för Vårdsamverkan Norr", Typ.SAMVERKANSORGAN),
        ("Projektdirektiv för nya lekplatser", Typ.PROJEKTUPPDRAG),
        ("Lekplatser åt alla", Typ.SAMORDNINGSRAD),
    ],
)
def test_the_words_of_the_title_give_the_type(title: str, typ: Typ):
    assert handling(f"{title}\n\nSyfte\n\nAtt leka.\n").typ is typ


def test_a_type_that_was_guessed_is_told():
    text = "Lekplatser åt alla\n\nSyfte\n\nAtt leka.\n"
    assert (1, Severity.WARNING) in notes(text)
    assert (1, Severity.WARNING) not in notes(HEAD + "Syfte\n\nAtt leka.\n")


@pytest.mark.parametrize(
    ("decision", "status"),
    [
        ("Datum för beslut: 2027-01-02\n\nMaja Provström\n\nChef\n", Status.BESLUTAD),
        ("Datum för beslut: 2027-01-02\n", Status.UTKAST),
        ("Datum för beslut: våren 2027\n\nMaja Provström\n", Status.UTKAST),
        ("Maja Provström\n", Status.UTKAST),
    ],
)
def test_a_text_is_decided_when_it_says_when_and_by_whom(decision: str, status: Status):
    assert handling(f"{HEAD}Syfte\n\nAtt leka.\n\n{decision}").status is status


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("Hälso- och sjukvårdsdirektör", Uppdragspart(roll="Hälso- och sjukvårdsdirektör")),
        ("Ordförande i lekrådet", Uppdragspart(roll="Ordförande i lekrådet")),
        ("Regionens ledningsgrupp", Uppdragspart(organ="Regionens ledningsgrupp")),
        ("Lekutskottet (LU)", Uppdragspart(organ="Lekutskottet (LU)")),
        ("Maja von Provström", Uppdragspart(namn="Maja von Provström")),
        ("den som vill", Uppdragspart(text="den som vill")),
    ],
)
def test_the_giver_is_a_role_a_person_a_body_or_words(words: str, part: Uppdragspart):
    found = handling(f"{HEAD}Uppdragsgivare: {words}\n\nSyfte\n\nAtt leka.\n").uppdragsgivare
    assert found is not None
    assert found.parter == (part,)


@pytest.mark.parametrize(
    ("words", "frequency"),
    [
        ("6 – 10 ggr/år", Motesfrekvens(6, 10, "år")),
        ("4 till maximalt 8 ggr/år. Korta möten.", Motesfrekvens(4, 8, "år")),
        ("cirka 6-8 gånger/år", Motesfrekvens(6, 8, "år", ungefar=True)),
        (
            "tre - fyra gånger per termin samt vid behov",
            Motesfrekvens(3, 4, "termin", vid_behov=True),
        ),
        ("två gånger per år", Motesfrekvens(2, 2, "år")),
        ("minst fyra möten per halvår", Motesfrekvens(4, None, "halvår")),
        ("högst 12 gånger om året", Motesfrekvens(None, 12, "år")),
        ("En gång i månaden", Motesfrekvens(1, 1, "månad")),
        ("varje vecka", Motesfrekvens(1, 1, "vecka")),
        ("vid behov", Motesfrekvens(vid_behov=True)),
        ("före varje möte i ledningen", Motesfrekvens()),
        ("900 möten per år", Motesfrekvens()),
        ("Minst 4 och högst 8 gånger per år", Motesfrekvens(4, 8, "år")),
        ("Minst 4, högst 8 ggr/år", Motesfrekvens(4, 8, "år")),
        ("mellan 4 och 8 gånger årligen", Motesfrekvens(4, 8, "år")),
        ("max 8 per år", Motesfrekvens(None, 8, "år")),
        ("8 till 4 ggr/år", Motesfrekvens()),
        ("minst 8 och högst 4 ggr/år", Motesfrekvens()),
        ("2–3, ibland 4 gånger per år", Motesfrekvens()),
        ("en gång per månad eller två gånger per termin", Motesfrekvens()),
        ("2 möten varannan månad", Motesfrekvens()),
    ],
)
def test_how_often_a_group_meets_is_numbers_beside_the_words(words: str, frequency: Motesfrekvens):
    (found,) = section(
        f"{HEAD}Arbetsorganisation\n\nMötesfrekvens: {words}\n", "arbetsorganisation"
    )
    assert isinstance(found, Motesfrekvens)
    assert found.text is not None
    assert found.text.text == words
    numbers = (found.minst, found.hogst, found.per, found.ungefar, found.vid_behov)
    assert numbers == (
        frequency.minst,
        frequency.hogst,
        frequency.per,
        frequency.ungefar,
        frequency.vid_behov,
    )


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "Syfte\n\nAtt leka på rasten.\n",
        "\ufeff" + HEAD + "Syfte\n\nAtt leka på rasten.\n",
        (HEAD + "Syfte\n\nAtt leka på rasten.\n").replace("\n", "\r\n"),
        (HEAD + "Syfte\n\nAtt leka pa\u030a rasten.\n").replace("\n", "\r"),
        (HEAD + "Syfte\n\nAtt\tleka  på rasten.\n").replace("\n\n", "\n \t\n"),
        HEAD.replace(" ", "\u00a0") + "  Syfte:\n\n Att leka på\nrasten.\n",
        "**" + HEAD.strip() + "**\n\n## Syfte ##\n\nAtt leka på rasten.\n",
    ],
    ids=["plain", "bom", "crlf", "nfd", "tabs", "no-break-spaces", "marked"],
)
def test_line_ends_spaces_and_marks_make_no_difference(text: str):
    found = handling(text)
    assert found.titel == "Uppdragshandling för samordningsråd lek"
    assert [a.nyckel for a in found.avsnitt] == ["syfte"]
    assert section_text(text, "syfte") == "Att leka på rasten."


def test_text_that_looks_like_markup_is_text():
    written = "Läs *) noten, [sic] och \\(detta\\). 2 * 3 = 6 | 7 {{ x }} #let <b>"
    assert section_text(f"{HEAD}Syfte\n\n{written}\n", "syfte") == (
        "Läs \\*) noten, \\[sic\\] och (detta). 2 \\* 3 = 6 \\| 7 {{ x }} #let <b>"
    )


def test_a_number_that_begins_a_sentence_or_a_list_stays_that_number():
    text = f"{HEAD}Syfte\n\nVi ska\n\n3. leka\n4. vila\n\n2027. Då är vi klara\n\n1. igen\n"
    assert (
        section_text(text, "syfte")
        == "Vi ska\n\n3. leka\n4. vila\n\n2027\\. Då är vi klara\n\n1. igen"
    )


def test_what_a_web_page_adds_is_left_out_and_told():
    imported = import_text("Gå direkt till huvudinnehållet\n" + HEAD, "prov.txt")
    assert [line.number for line in imported.dropped] == [1]
    assert imported.notes[0].line == 1


def test_a_lone_page_number_is_not_certain_and_stays():
    assert import_text(HEAD + "Syfte\n\nAtt leka.\n\n2 (4)\n", "prov.txt").dropped == ()


@pytest.mark.parametrize("between", ["\n", " ", "   "])
def test_the_fingerprint_at_the_foot_of_printed_pages_is_left_out(between: str):
    foot = f"Fingeravtryck 9f2c 81d0 4e77 b1aa{between}"
    text = f"{HEAD}Syfte\n\nAtt leka.\n\n{foot}1 (2)\n\nMål\n\nLek.\n{foot}2 (2)\n"
    imported = assert_nothing_is_lost(text)
    dropped = " ".join(line.content for line in imported.dropped)
    assert " ".join(dropped.split()) == " ".join(f"{foot}1 (2) {foot}2 (2)".split())
    assert section_text(text, "syfte") == "Att leka."


def test_words_about_a_fingerprint_stay():
    assert import_text(HEAD + "Syfte\n\nFingeravtryck 9f2c 81d0 4e77\n", "prov.txt").dropped == ()


def test_a_line_that_two_pages_happen_to_share_further_away_stays():
    text = f"{HEAD}1 (2)\n\nSyfte\n\nAtt leka.\n\n2 (2)\n\nMål\n\nAtt leka.\n"
    imported = assert_nothing_is_lost(text)
    assert [line.content for line in imported.dropped] == ["1 (2)", "2 (2)"]


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("uppdrag-för_lek.txt", "uppdrag för lek"),
        ("", "Uppdragshandling"),
        ("-", "Uppdragshandling"),
    ],
)
def test_an_empty_text_is_named_after_its_file(name: str, title: str):
    imported = import_text("", name)
    assert imported.handling.titel == title
    assert imported.handling.status is Status.UTKAST
    assert imported.notes[0].line == 1


def test_what_the_text_replaces_is_noted_and_the_words_stay():
    found = handling(f"{HEAD}Syfte\n\nDenna ersätter handlingen från 2024-02-12.\n")
    assert found.revidering is not None
    assert found.revidering.ersatter == "2024-02-12"
    assert handling(f"{HEAD}Syfte\n\nReviderad 2024-02-12.\n").revidering is None


def test_a_date_that_does_not_exist_stays_as_text():
    found = handling(f"{HEAD}Datum: 2027-02-30\n\nSyfte\n\nAtt leka.\n")
    assert found.datum is None
    assert found.ingress is not None
    assert found.ingress.text == "Datum: 2027-02-30"


@pytest.mark.parametrize(
    "text",
    [
        "ord och rad\n" * 20_000,
        "ett stycke " * 20_000,
        "[" * 50_000,
        "*" * 50_000,
        "**a** " * 8_000,
        "\\" * 50_000,
        "a\t" * 50_000,
        "\n".join(" " * depth + "- djup" for depth in range(400)),
        "- punkt\n" * 20_000,
        "Syfte\n\nAtt leka.\n\n" * 4_000,
        "Datum 2026-01-01\n" * 8_000,
        "Arbetsorganisation\n" + "Ordförande: ja\n" * 8_000,
        "e" + "\u0301" * 50_000,
    ],
    ids=[
        "lines",
        "paragraph",
        "brackets",
        "asterisks",
        "bold",
        "backslashes",
        "tabs",
        "deep",
        "bullets",
        "headings",
        "facts",
        "labels",
        "marks",
    ],
)
def test_a_huge_or_hostile_text_is_read_in_bounded_time(text: str):
    began = time.perf_counter()
    imported = import_text(text, "prov.txt")
    assert time.perf_counter() - began < 10
    assert imported.handling.titel


def test_a_section_that_comes_twice_keeps_its_labels_under_keys_of_its_own():
    text = (
        f"{HEAD}Arbetsorganisation\n\nOrdförande: Chefen\n\n"
        "Arbetsorganisation\n\nOrdförande: Vice chefen\n\nBeslutsordning\n\nEtt.\n\n"
        "Beslutsordning\n\nRapportering\n\nTill linjen.\n"
    )
    found = handling(text).section("avsnitt_arbetsorganisation")
    assert found is not None
    assert found.innehall == (
        Del("avsnitt_ordförande", Prosa("Vice chefen"), etikett="Ordförande"),
    )
    again = handling(text).section("avsnitt_beslutsordning")
    assert again is not None
    assert again.innehall == (
        Del("avsnitt_rapportering", Prosa("Till linjen."), rubrik="Rapportering"),
    )


def test_soft_hyphens_are_nothing_and_fixed_ones_are_plain_and_that_is_told_once():
    text = f"{HEAD}Sy\u00adfte\n\nAtt le\u00adka i HR\u2011rum och IT\u2011rum.\n"
    assert section_text(text, "syfte") == "Att leka i HR-rum och IT-rum."
    told = [(note.line, note.column) for note in import_text(text, "a.txt").notes]
    assert told == [(1, 1), (3, 3), (5, 15)]


def test_a_soft_hyphen_where_a_line_was_broken_stays_a_hyphen_and_is_told():
    text = f"{HEAD}Syfte\n\nAtt sam\u00ad\nverka med alla andra.\n"
    assert section_text(text, "syfte") == "Att sam- verka med alla andra."
    assert (5, Severity.INFO) in notes(text)


def test_a_frequency_in_doubt_is_told():
    words = "8 till 4 ggr/år samt vid behov"
    text = f"{HEAD}Arbetsorganisation\n\nMötesfrekvens: {words}\n"
    assert (5, Severity.WARNING) in notes(text)


@pytest.mark.parametrize(
    "body",
    [
        "Samband och gränsdragning mot andra råd är särskilt för varje\nförvaltning i regionen.",
        "Uppföljning av arbetet och dess resultat i ledningen\noch i nämnden en gång per år.",
        "Samband och gränsdragning mot andra råd är särskilt för alla",
        "Samband och gränsdragning mot andra\nframgår nedan och i regionens rutiner.",
    ],
)
def test_a_sentence_that_begins_as_a_heading_is_no_heading(body: str):
    text = f"{HEAD}Syfte\n\nAtt leka.\n\n{body}\n"
    assert [a.nyckel for a in handling(text).avsnitt] == ["syfte"]
    assert section_text(text, "syfte") == f"Att leka.\n\n{body}".replace("\nf", " f").replace(
        "\no", " o"
    )


def test_a_bullet_alone_on_its_line_belongs_to_the_text_below():
    text = f"{HEAD}Syfte\n\nAtt\n\n•\n\nleka på rasten\noch sedan\n\n•\nVila: mycket.\n"
    assert section_text(text, "syfte") == "Att\n\n- leka på rasten och sedan\n- Vila: mycket."


def test_the_running_head_of_a_printed_page_is_left_out_each_time():
    running = "Uppdragshandling · RS 2027-1 · Uppdragshandling för samordningsråd …"
    text = (
        f"Uppdragshandling\n\nDiarienummer RS 2027-1\n\n{HEAD}Syfte\n\nAtt\n\n- leka\n\n"
        f"{running}\n\n- vila\n\nLeka · Vila · Uppdragshandling för samordningsråd …\n"
    )
    imported = assert_nothing_is_lost(text)
    assert [line.content for line in imported.dropped] == [running]
    assert section_text(text, "syfte").startswith("Att\n\n- leka\n- vila\n")


@pytest.mark.parametrize("sign", ["o\t", "o "])
def test_the_letter_that_word_has_for_a_bullet_is_one_inside_a_list(sign: str):
    text = f"{HEAD}Syfte\n\nAtt\n\n- leka\n{sign}ute\n{sign}inne\n- vila\n"
    assert section_text(text, "syfte") == "Att\n\n- leka\n  - o ute\n  - o inne\n- vila"
    assert {(8, Severity.INFO), (9, Severity.INFO)} <= set(notes(text))


def test_a_table_whose_last_cell_is_empty_is_one_table():
    text = f"{HEAD}Syfte\n\nRoll\tNamn\nChef\t\nLärare\tRåd\n"
    assert section_text(text, "syfte") == (
        "| Roll | Namn |\n|---|---|\n| Chef |  |\n| Lärare | Råd |"
    )


def test_a_label_that_the_format_knows_needs_no_space_after_its_colon():
    (found,) = section(
        f"{HEAD}Arbetsorganisation\n\nOrdförande:Utses av rådet.\n", "arbetsorganisation"
    )
    assert found == Del("ordförande", Prosa("Utses av rådet."))


def test_a_date_in_words_stays_as_text_and_the_rest_of_the_head_is_read():
    found = handling(
        "Uppdragshandling\n\nDatum: 16 juni 2027\n\nDiarienummer: RS 2027-00001\n\n"
        f"Region Norrmark\nKoncernkontoret\n\n{HEAD}Syfte\n\nAtt leka.\n"
    )
    assert found.datum is None
    assert found.section("avsnitt_datum_16_juni_2027") is not None
    assert found.diarienummer == "RS 2027-00001"
    assert found.organisation == ("Region Norrmark", "Koncernkontoret")
