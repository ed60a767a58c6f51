"""Which changes of words bind somebody to something else, and which are wording only."""

from __future__ import annotations

import pytest

from uppdrag.compare import Matter
from uppdrag.compare.changes.substance import matter, matter_of_whole
from uppdrag.compare.changes.touched import is_same_word, touched
from uppdrag.compare.words.tokens import words

D, R, L, P, T, Y = (
    Matter.DECISION,
    Matter.ROLE,
    Matter.LIMIT,
    Matter.DUTY,
    Matter.TASK,
    Matter.DATE,
)

OF_SUBSTANCE = [
    (D, "Rådet bereder frågan.", "Rådet beslutar i frågan."),
    (D, "Rådet beslutar.", "Rådet yttrar sig."),
    (D, "Ordförande utses av rådet.", "Ordförande föreslås av rådet."),
    (D, "Rådet fastställer planen.", "Rådet skriver planen."),
    (D, "Ordförande väljs av rådet.", "Ordförande roterar i rådet."),
    (D, "Mandatet är rådgivande.", "Uppdraget är rådgivande."),
    (D, "Mandatet är rådgivande.", "Mandatet är bindande."),
    (D, "Frågan avgörs av rådet.", "Frågan behandlas av rådet."),
    (D, "Besluten fattas i konsensus.", "Besluten fattas gemensamt."),
    (D, "Rådet godkänner budgeten.", "Rådet läser budgeten."),
    (D, "Uppdraget delegeras.", "Uppdraget sprids."),
    (R, "Utses av koncernledning.", "Utses av ledningsgrupp."),
    (R, "koncernledningens frågor", "ledningsgruppens frågor"),
    (R, "Rapporterar till regiondirektören.", "Rapporterar till enhetschefen."),
    (R, "Hälso- och sjukvårdsdirektör leder.", "Hälso- och sjukvårdsutvecklingsdirektör leder."),
    (R, "En representant deltar.", "En observatör deltar."),
    (R, "Representanterna deltar.", "Observatörerna deltar."),
    (R, "ledamöternas ansvar", "allas ansvar"),
    (R, "Samordnaren kallar.", "Vem som helst kallar."),
    (R, "Ordförande kallar.", "Vice ordförande kallar."),
    (R, "Direktören leder.", "Den tillförordnade direktören leder."),
    (R, "Handläggaren skriver.", "Någon skriver."),
    (R, "En sekreterare utses.", "En processledare utses."),
    (R, "Kommunerna deltar.", "Regionen deltar."),
    (R, "huvudmännen enas", "parterna enas"),
    (R, "SRO tar emot.", "VVG tar emot."),
    (R, "VGR:s del", "kommunens del"),
    (R, "Utskottet bereder.", "Nämnden bereder."),
    (R, "programråden", "nätverken"),
    (R, "Förvaltningarna svarar.", "Verksamheterna svarar."),
    (R, "Adjungerade deltar.", "Inbjudna deltar."),
    (R, "Sammankallande är en chef.", "Sammankallande är en forskare."),
    (R, "Medlemmarna möts.", "Alla berörda möts."),
    (L, "minst fyra möten", "minst sex möten"),
    (L, "minst 4 möten", "minst 6 möten"),
    (L, "minst fyra möten", "högst fyra möten"),
    (L, "Möten hålls 4–8 gånger.", "Möten hålls 6–10 gånger."),
    (L, "adjungera deltagare", "adjungera ett begränsat antal deltagare"),
    (L, "samtliga frågor", "frågor"),
    (L, "Möten hålls varje termin.", "Möten hålls varje vecka."),
    (L, "Mötet är 13:00–15:00.", "Mötet är 13:00–16:00."),
    (L, "Svar lämnas årligen.", "Svar lämnas löpande."),
    (L, "cirka 40 dokument", "40 dokument"),
    (L, "tjugofem platser", "platser"),
    (L, "hälften av tiden", "delar av tiden"),
    (L, "50 % av tiden", "40 % av tiden"),
    (L, "Två utskott är permanenta.", "Två utskott är öppna."),
    (P, "Rådet ska följa upp.", "Rådet bör följa upp."),
    (P, "Rådet kan följa upp.", "Rådet får följa upp."),
    (P, "Rådet följer upp.", "Rådet måste följa upp."),
    (P, "Det gäller.", "Det gäller inte."),
    (P, "Deltagarna förväntas läsa.", "Deltagarna brukar läsa."),
    (P, "Ersättare krävs.", "Ersättare önskas."),
    (P, "Rådet har rätt att avstå.", "Rådet brukar avstå."),
    (Y, "Gäller från 2026-01-01.", "Gäller från 2026-06-01."),
    (Y, "Gäller till 2026.", "Gäller till 2028."),
    (Y, "Gäller i juni.", "Gäller i augusti."),
    (Y, "Möten hålls på måndagar.", "Möten hålls på torsdagar."),
    (Y, "enligt RS 2024-00784", "enligt RS 2024-00785"),
    (Y, "enligt 2008:962", "enligt 2017:30"),
    (
        T,
        "Målet är jämlik vård, god kvalitet och resurseffektivitet.",
        "Målet är att dra nytta av varandras erfarenheter och sprida goda exempel.",
    ),
]

OF_WORDING = [
    ("Rådet ger god service.", "Rådet ger god hjälp."),
    ("Rådet följer frågan.", "Rådet bevakar frågan."),
    ("Rådet följer frågan.", "Rådet följer frågan noga."),
    ("Rådet, som leder, möts.", "Rådet som leder möts."),
    ("Rådet leder och stödjer.", "Rådet stödjer och leder."),
    ("Ledningsgruppen möts.", "ledningsgruppen möts."),
    ("ledningsgrupp för vård", "ledningsgruppen för vård"),
    ("koncernledning för vård", "koncernlednings för vård"),
    ("kommunerna möts", "kommunernas möts"),
    ("Regiondirektören leder.", "Regiondirekören leder."),
    ("Koordinatorn hjälper.", "Kordinatorn hjälper."),
    ("inom flera områden", "inom flera verksamhetsområden"),
    ("viktiga områden", "viktiga ämnen"),
    ("av den anledningen", "därför"),
    ("en god utbildning", "en god skola"),
    ("en kort inledning", "en kort början"),
    ("tydlig vägledning", "tydlig hjälp"),
    ("god handledning", "gott stöd"),
    ("i alla fall", "åtminstone"),
    ("på rätt sätt", "korrekt"),
    ("i rätt tid", "punktligt"),
    ("som ovan nämnde", "som ovan sade"),
    ("en röd tråd", "ett tema"),
    ("i samråd med", "tillsammans med"),
    ("olika målgrupper", "olika mottagare"),
    ("olika patientgrupper", "olika patienter"),
    ("god kommunikation", "god dialog"),
    ("stöd för IT", "stöd för teknik"),
    ("samverkan mellan parterna", "samverkan hos parterna"),
    ("ett stort utseende", "ett stort yttre"),
    ("av avgörande betydelse", "av stor betydelse"),
    ("lång erfarenhet", "lång vana"),
    ("en jämn fördelning", "en jämn spridning"),
    ("deras verksamhet", "deras arbete"),
]


def of_words(old: str, new: str) -> Matter | None:
    return matter(("syfte",), touched(words(old), words(new)))


@pytest.mark.parametrize(("expected", "old", "new"), OF_SUBSTANCE)
def test_of_substance(expected: Matter, old: str, new: str) -> None:
    assert of_words(old, new) is expected
    assert of_words(new, old) is not None


@pytest.mark.parametrize(("old", "new"), OF_WORDING)
def test_of_wording(old: str, new: str) -> None:
    assert of_words(old, new) is None
    assert of_words(new, old) is None


@pytest.mark.parametrize(
    ("one", "other"), [("bör", "får"), ("2024", "2025"), ("representant", "representanter")]
)
def test_other_words_are_not_taken_for_the_same(one: str, other: str) -> None:
    assert not is_same_word(one, other)
    assert touched([one], [other]) == [one, other]


def test_both_forms_of_one_word_added_are_both_touched() -> None:
    assert touched([], ["nämnd", "nämnden"]) == ["nämnd", "nämnden"]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (("sändlista", 0), Matter.RECIPIENT),
        (("beslut", "beslutsfattare", "namn"), Matter.DECISION),
        (("datum",), Matter.DATE),
        (("arbetsorganisation", "mötesfrekvens", "minst"), Matter.LIMIT),
        (("uppdragsgivare", "roll"), Matter.ROLE),
        (("anmärkning",), None),
        (("undantag", "B001"), None),
        (("syfte",), None),
    ],
)
def test_some_fields_matter_whatever_the_words(
    path: tuple[str | int, ...], expected: Matter | None
) -> None:
    assert matter(path, ["ord"]) is expected


def test_what_comes_or_goes_whole_is_of_substance() -> None:
    assert matter_of_whole(("syfte",)) is Matter.TASK
    assert matter_of_whole(("anmärkning",)) is None
