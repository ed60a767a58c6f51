"""A reader is told each change in a sentence that can be read aloud."""

import pytest
from hypothesis import given
from tests.compare.two_revisions import OLD, compared, comparisons, every_kind, real_pairs

from uppdrag.compare import Change, Comparison, Kind, Matter
from uppdrag.compare.telling.describe import (
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


HEAD = """\
format: 1
typ: samordningsråd
status: beslutad
titel: Uppdragshandling för rådet
"""
LINK = "Följ [”Rutin för råd”](https://exempel.se/a)."
TABLE = "\n  | Möte | Plats |\n  | --- | --- |\n  | Första | Bommen |\n  | Andra | Havet |\n"
SIGNED = "beslut:\n  beslutsfattare:\n    - {namn: Kim Exempelsson, titel: Direktör}\n"


@pytest.mark.parametrize(
    ("old", "new", "told_as"),
    [
        (
            "uppdragstagare: [Ordförande, Deltagare]\n",
            "uppdragstagare: [Deltagare, Ordförande]\n",
            ["Uppdragstagare, flyttat: Deltagare"],
        ),
        (
            f"syfte: {LINK}\n",
            f"syfte: {LINK.replace('/a', '/b')}\n",
            [
                (
                    "Syfte med uppdraget: Följ ”Rutin för råd” (https://exempel.se/a) → "
                    "”Rutin för råd” (https://exempel.se/b)"
                )
            ],
        ),
        (
            f"syfte: {LINK}\n",
            f"syfte: {LINK.replace('råd”', 'grupper”').replace('/a', '/b')}\n",
            [
                (
                    "Syfte med uppdraget: Följ ”Rutin för råd” (https://exempel.se/a) → "
                    "”Rutin för grupper” (https://exempel.se/b)"
                )
            ],
        ),
        (
            "syfte: Enligt ”Rutin A” gäller det.\n",
            "syfte: Enligt ”Rutin B” gäller det.\n",
            ["Syfte med uppdraget: Enligt ”Rutin ’A’ → ’B’” gäller det."],
        ),
        (
            "syfte: Enligt Rutin A gäller det.\n",
            "syfte: Enligt ”Rutin A” gäller det.\n",
            ["Syfte med uppdraget: Enligt ’Rutin A’ → ’”Rutin A”’ gäller det."],
        ),
        (
            f"syfte: |{TABLE}",
            f"syfte: |{TABLE.replace('Havet', 'Berget')}",
            ["Syfte med uppdraget: Andra | ”Havet” → ”Berget”"],
        ),
        (
            f"syfte: |{TABLE}",
            f"syfte: |{TABLE.replace('Andra', 'Tredje')}",
            ["Syfte med uppdraget: ”Andra” → ”Tredje” | Havet"],
        ),
        (
            "syfte: {rubrik: Samband, text: Så är det.}\n",
            "syfte: {rubrik: Samband med andra, text: Så är det.}\n",
            ["Rubrik, tillagt: Samband ”med andra”"],
        ),
        (
            "ingress: |\n  Det här stycket är kvar.\n\n  Det här går.\n",
            "ingress: Det här stycket är kvar.\n",
            ["Ingress, borttaget stycke: Det här går."],
        ),
        (
            SIGNED,
            f"{SIGNED}    - {{namn: Eli Testgren, titel: Chef, delegation: enligt beslut}}\n",
            ["Beslut, tillagt: Eli Testgren; Chef; enligt beslut"],
        ),
        (
            "",
            f"beslutsordning: Rådet beslutar.\n{SIGNED}",
            [
                "Beslutsordning, nytt avsnitt: Rådet beslutar.",
                "Beslut, tillagt: Kim Exempelsson; Direktör",
            ],
        ),
        (
            "syfte: Frågor från gruppens representant går, i båda riktningarna, genom rådet.\n",
            "syfte: Frågor från rådets representant går, i båda riktningarna, genom rådet.\n",
            [
                (
                    "Syfte med uppdraget: Frågor från ”gruppens” → ”rådets” representant går, i "
                    "båda riktningarna …"
                )
            ],
        ),
    ],
)
def test_a_change_is_told_under_its_own_name(old: str, new: str, told_as: list[str]) -> None:
    assert sentences(compared(HEAD + old, HEAD + new)) == told_as


def test_facts_that_come_together_are_told_as_the_head() -> None:
    letterhead = "dokumenttyp: Uppdragshandling\ndatum: 2026-01-01\n"
    found = compared(HEAD, HEAD.replace("titel", f"{letterhead}titel"))
    assert sentences(found)[0] == (
        "Dokumentets huvud, nya uppgifter: Uppdragshandling; Datum 2026-01-01"
    )


def test_of_a_long_text_that_moved_what_differs_is_told() -> None:
    old = " ".join(f"Mening nummer {number} står kvar som den var." for number in range(30))
    new = old.replace("nummer 15 står", "nummer 15 ligger")
    found = told(Change(1, Kind.MOVED, "Syfte", ("syfte",), old, new, subject="Syfte"))
    assert found.old == "… den var. Mening nummer 15 står kvar som den var. Mening …"
    assert found.new == "… den var. Mening nummer 15 ligger kvar som den var. Mening …"
    alike = told(Change(1, Kind.MOVED, "Syfte", ("syfte",), old, old, subject="Syfte"))
    assert alike.old == alike.new == shortened(old, 200)
