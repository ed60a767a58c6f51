"""Data beside the text is told where it changed, once, and never where only its place changed."""

import pytest
from tests.compare.two_revisions import compared

from uppdrag.compare.telling.describe import told

HEAD = """\
format: 1
typ: samordningsråd
status: beslutad
titel: Uppdragshandling för rådet
"""
BODY = """\
arbetsorganisation:
  ordförande: {utses_av: ledningsgruppen}
  mötesfrekvens: {minst: 4, högst: 8, per: år}
"""
UNSEEN = "syns inte"


def sentences(old: str, new: str, body: str = "") -> list[str]:
    """Return what is told of two heads, each with the same body, that become one another."""
    changes = compared(HEAD + old + body, HEAD + new + body).changes
    return [
        told(change).sentence + ("" if change.is_printed else f" ({UNSEEN})") for change in changes
    ]


def parts(ordforande: str, motesfrekvens: str) -> str:
    return f"arbetsorganisation:\n  ordförande: {ordforande}\n  mötesfrekvens: {motesfrekvens}\n"


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (
            "uppdragsgivare: {text: Direktören, namn: Kim Exempelsson}\n",
            "uppdragsgivare: {text: Direktören, namn: Robin Testgren}\n",
            "Uppdragsgivare, namn: Kim Exempelsson → Robin Testgren (syns inte)",
        ),
        (
            "uppdragstagare: [{text: Rådet, organ: VGR}, {text: Gruppen, roll: chef}]\n",
            "uppdragstagare: [{text: Gruppen, roll: direktör}, {text: Rådet, organ: VGR}]\n",
            "Uppdragstagare, roll: chef → direktör (syns inte)",
        ),
        (
            "arbetsorganisation: {uppdragsgivare: {text: Direktören, organ: VGR}}\n",
            "arbetsorganisation: {uppdragsgivare: {text: Direktören, organ: VästKom}}\n",
            "Uppdragsgivare, organ: VGR → VästKom (syns inte)",
        ),
        (
            "uppdragsgivare: {text: Direktören, namn: Kim Exempelsson}\n",
            "",
            "Uppdragsgivare, namn, borttaget: Kim Exempelsson (syns inte)",
        ),
        (
            "giltighet: {text: tills vidare}\n",
            "giltighet: {text: tills vidare, från: 2026-07-01}\n",
            "Giltig från, tillagt: 2026-07-01 (syns inte)",
        ),
        (
            parts("Utses av ledningsgruppen.", "fyra gånger"),
            parts("{utses_av: ledningsgruppen, text: Utses av ledningsgruppen.}", "fyra gånger"),
            "Ordförande utses av, tillagt: ledningsgruppen (syns inte)",
        ),
    ],
)
def test_data_that_no_text_shows_is_told(old: str, new: str, sentence: str) -> None:
    assert sentence in sentences(old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (BODY, parts("{utses_av: ledningsgruppen, text: Utses så.}", "{minst: 4, högst: 8}")),
        (BODY, parts("{utses_av: ledningsgruppen}", "{minst: 4, högst: 8, per: år, text: Ofta.}")),
        (BODY, parts("Utses av ledningsgruppen.", "fyra till åtta gånger per år")),
        ("giltighet: {från: 2026-07-01}\n", "giltighet: {från: 2026-07-01, text: i år}\n"),
        ("uppdragsgivare: {roll: chef}\n", "uppdragsgivare: {roll: chef, text: Chefen}\n"),
        (
            "uppdragsgivare: [{text: A, namn: Kim}, {text: B, namn: Eli}]\n",
            "uppdragsgivare: [{text: B, namn: Eli}, {text: A, namn: Kim}]\n",
        ),
    ],
)
def test_data_that_is_as_it_was_is_not_told_however_it_is_printed(old: str, new: str) -> None:
    for one, other in ((old, new), (new, old)):
        assert [line for line in sentences(one, other) if UNSEEN in line] == []


def test_one_change_of_text_and_data_is_told_once_and_whole() -> None:
    old = parts("{utses_av: ledningsgruppen}", "fyra gånger")
    new = parts("{utses_av: direktören, text: Utses av direktören enligt rutin.}", "fyra gånger")
    assert sentences(old, new) == [
        "Ordförande: Utses av ”ledningsgruppen” → ”direktören enligt rutin”"
    ]
    assert [change.matter.value for change in compared(HEAD + old, HEAD + new).changes] == [
        "Vem som beslutar och utser"
    ]


def test_words_taken_from_the_text_are_not_told_as_data_taken_away() -> None:
    old = parts("{utses_av: direktören, text: Utses av direktören enligt rutin.}", "fyra gånger")
    new = parts("{utses_av: direktören}", "fyra gånger")
    assert sentences(old, new) == ["Ordförande, borttaget: Utses av direktören ”enligt rutin”"]
