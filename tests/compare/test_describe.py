"""A reader is told each change in a sentence that can be read aloud."""

import pytest
from hypothesis import given
from tests.compare.two_revisions import OLD, compared, comparisons, every_kind, real_pairs

from uppdrag.compare import Change, Comparison, Kind, Matter
from uppdrag.compare.describe import (
    CONFLICTS,
    OTHER,
    SUBSTANTIAL,
    by_matter,
    count_sentence,
    listed_under,
    shortened,
    spelled,
    told,
)


def sentences(comparison: Comparison) -> list[str]:
    """Return the sentences of all changes in reading order."""
    changes = sorted(comparison.changes, key=lambda change: change.number)
    return [told(change).sentence for change in changes]


def test_every_kind_of_change_has_its_sentence() -> None:
    assert sentences(every_kind()) == [
        "Status: beslutad → utkast",
        "Datum: 2026-01-01 → 2026-02-01",
        "Titel, tillagt: Uppdragshandling för rådet, ”reviderad februari 2026”",
        "Anmärkning, borttaget stycke: Handlingen är rekonstruerad.",
        (
            "Syfte med uppdraget, delat stycke: Rådet ska samordna vården. Det ska bereda frågor "
            "åt ledningen. Till sist ska det sprida exempel."
        ),
        (
            "Uppdragsbeskrivning, flyttat stycke från Syfte med uppdraget och omformulerat: "
            "Rådet är rådgivande och fattar inga egna beslut om pengar. → Rådet är rådgivande "
            "och fattar inga egna beslut om pengar eller personal."
        ),
        "Syfte med uppdraget, flyttad punkt: tredje punkten om personal och kompetens",
        (
            "Syfte med uppdraget: Läs mer i ”rutinen (https://exempel.se/a)” → "
            "”rutinen (https://exempel.se/b)”"
        ),
        "Uppdragsbeskrivning, ny form: tandvården (tidigare fet)",
        "Uppdragsbeskrivning, ny tabellrad: sommar | paus",
        "Ordförande utses av: koncernledning → ledningsgrupp",
        "Mötesfrekvens: ”4–8” → ”4–6” gånger per år",
        "Beslut, borttaget: Datum för beslut: 2026-01-02; Kim Exempelsson; Direktör",
        (
            "Resurser, nytt avsnitt: Rådet har en sekreterare. Hon kallar till mötena. "
            "Post | Kronor; Lön | 1 000"
        ),
        "Ersätter, tillagt: 2026-01-01",
    ]


@pytest.mark.parametrize(
    ("was", "now", "sentence"),
    [
        (
            "om vård",
            "om sjukvård",
            "Syfte med uppdraget: första punkten om ”vård” → ”sjukvård”",
        ),
        (
            "Det ska bereda frågor åt ledningen. ",
            "",
            "Syfte med uppdraget, borttagen mening: Det ska bereda frågor åt ledningen.",
        ),
        (
            "Till sist ska det sprida exempel.",
            "Till sist ska det sprida exempel. Det är bra. Det är nytt.",
            "Syfte med uppdraget, nya meningar: Det är bra. Det är nytt.",
        ),
        (
            "inga egna beslut",
            "inga beslut",
            (
                "Syfte med uppdraget, borttaget: … är rådgivande och fattar inga ”egna” beslut om "
                "pengar."
            ),
        ),
        (
            "diarienummer: RS 2026-00001\n",
            "",
            "Diarienummer, borttaget: RS\u00a02026-00001",
        ),
        (
            "  - andra punkten om digital teknik\n",
            "",
            "Syfte med uppdraget, borttagen punkt: andra punkten om digital teknik",
        ),
        (
            "samordna vården",
            "samordna\u00a0vården",
            "Syfte med uppdraget: Rådet ska samordna ”[mellanslag]” → ”[hårt mellanslag]” vården.",
        ),
    ],
)
def test_a_change_of_a_few_words_is_told_with_the_words_around_it(
    was: str, now: str, sentence: str
) -> None:
    assert was in OLD
    found = compared(OLD, OLD.replace(was, now)).changes
    assert sentence in [told(change).sentence for change in found]


def test_the_changes_of_the_real_revisions_that_matter_stand_in_their_words() -> None:
    council, county = map(sentences, real_pairs())
    assert (
        "Ordförande utses av: koncernledning hälso- och sjukvård → "
        "ledningsgrupp hälso- och sjukvård"
    ) in council
    assert (
        "Adjungerade deltagare, tillagt: Samordningsrådet får adjungera ”ett begränsat antal” "
        "deltagare."
    ) in council
    assert "Uppgifter: VVG har ”fyra” → ”tre” uppgifter:" in county
    assert [line for line in county if line.startswith("Sakmandat, nytt avsnitt: Genom sina")]


@given(comparisons())
def test_every_change_is_told_once_and_counted(comparison: Comparison) -> None:
    grouped = [change for _, group in by_matter(comparison.changes) for change in group]
    assert sorted(change.number for change in grouped) == [
        change.number for change in sorted(comparison.changes, key=lambda change: change.number)
    ]
    assert all(told(change).sentence.strip() for change in grouped)
    if grouped:
        assert count_sentence(grouped).startswith(f"{len(grouped)} ändring")
    for _, groups in listed_under(comparison.changes):
        assert all(group for _, group in groups)


@given(comparisons())
def test_a_sentence_stands_on_one_line(comparison: Comparison) -> None:
    for change in comparison.changes:
        assert "\n" not in told(change).sentence


def test_conflicts_come_first_and_only_there() -> None:
    one = Change(1, Kind.REWORDED, "Syfte", ("syfte",), "a", "b", Matter.ROLE, by="Kim")
    two = Change(2, Kind.REWORDED, "Syfte", ("syfte",), "a", "c", Matter.ROLE, by="Eli", conflict=1)
    assert by_matter([one, two]) == [(CONFLICTS, [two]), (Matter.ROLE.value, [one])]
    assert [heading for heading, _ in listed_under([one, two])] == [CONFLICTS, SUBSTANTIAL]
    assert told(two).sentence == "Eli, Syfte: a → c"


def test_what_is_not_of_substance_comes_last() -> None:
    assert [heading for heading, _ in by_matter(every_kind().changes)][-1] == OTHER


@pytest.mark.parametrize(
    ("text", "other", "shown"),
    [
        ("a\nb", "", "a; b"),
        ("Vad?\nHur?", "", "Vad? Hur?"),
        ("a\u00a0b", "a b", "a[hårt mellanslag]b"),
        ("a b", "a\u00a0b", "a b"),
        (" ", "\u00a0", "[mellanslag]"),
    ],
)
def test_a_text_is_spelled_on_one_line(text: str, other: str, shown: str) -> None:
    assert spelled(text, other) == shown


def test_a_long_text_is_cut_after_a_word() -> None:
    assert shortened("ett två tre fyra", 100) == "ett två tre fyra"
    assert shortened("ett två, tre fyra", 12) == "ett två …"


def test_no_change_is_a_sentence_of_its_own() -> None:
    assert count_sentence([]) == "Inga ändringar."
    assert count_sentence(compared(OLD, OLD.replace("vården.", "sjukvården.")).changes) == (
        "1 ändring, ingen i sak: 1 omformulerad."
    )
