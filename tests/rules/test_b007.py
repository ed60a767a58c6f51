"""B007: what is left of a template is found, and ordinary text is left alone."""

import pytest

from uppdrag.findings import Severity
from uppdrag.model import Typ
from uppdrag.workspace.skeleton import Start, skeleton

from .told import HELD, told, words

HEAD = "typ: samverkansorgan\nstatus: {}\ntitel: Uppdragshandling för Vårdforum Exempel\n"


def prose(text: str, status: str = "utkast") -> str:
    return f"{HEAD.format(status)}syfte: |\n  {text}\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Beslutat (ifylls av beslutsfattaren vid godkännande).", "(ifylls av beslutsfattaren …"),
        ("Ifylls av registrator.", "Ifylls av"),
        ("Möten: fylls i senare", "fylls i"),
        ("Möten (fylls i vid beslut) hålls.", "(fylls i vid beslut)"),
        ("Rådet möts. Fylls i av handläggaren.", "Fylls i"),
        ("Klicka här och skriv.", "Klicka här"),
        ("Klicka eller tryck här för att ange text.", "Klicka eller tryck här för att ange text"),
        ("TODO: skriv om målet.", "TODO"),
        ("Lorem ipsum dolor.", "Lorem ipsum"),
        ("[ange syfte]", "[ange syfte]"),
        ("Gruppen leds av [Ange vem som är ordförande].", "[Ange vem som är ordförande]"),
        ("Ordförande är [namn].", "[namn]"),
        ("De XX kommunerna.", "XX"),
        ("Beslut 2026-XX-XX.", "XX-XX"),
        ("Ärendet RS 2026-XXXXX.", "XXXXX"),
        ("Från den xx juni.", "xx"),
        ("Gäller till 20XX.", "20XX"),
        ("Gäller till 202X.", "202X"),
        ("Beslut ÅÅÅÅ-MM-DD.", "ÅÅÅÅ-MM-DD"),
        ("Från år ÅÅÅÅ.", "ÅÅÅÅ"),
        ("Beslut åååå-mm-dd.", "åååå-mm-dd"),
        ("Beslut YYYY-MM-DD.", "YYYY-MM-DD"),
        ("Ärendet RS 2026-00000.", "2026-00000"),
        ("Kontakta Förnamn Efternamn.", "Förnamn Efternamn"),
        ("Ordförande är NN.", "NN"),
        ("Ordförande är N.N. från länet.", "N.N."),
        ("Gäller från <datum>.", "<datum>"),
        ("Gäller från «ange datum».", "«ange datum»"),
        ("Forumet möts ____ gånger.", "____"),
        ("Ordförande: …………", "…………"),
        ("Ordförande: ........", "........"),
        ("Syfte: ???", "???"),
        ("Xxxx leder arbetet.", "Xxxx"),
        ("Budget: TBD", "TBD"),
        ("Deltagare (att komplettera).", "(att komplettera)"),
    ],
)
def test_a_trace_of_the_template_is_found(text: str, found: str) -> None:
    (word,) = words("B007", prose(text))
    assert word.startswith(found.removesuffix("…"))
    assert found.endswith("…") or word == found


@pytest.mark.parametrize(
    "text",
    [
        "Blanketten fylls i av patienten före besöket.",
        "Formuläret (som fylls i av patienten) sparas.",
        "Kapitel XX handlar om tillsyn.",
        "Bilagorna XIX, XX och XXI.",
        "Del IV, XXIV och XXXVI.",
        "Storlek XXL eller XXXL.",
        "Kromosomerna är 46,XX eller XX/XY.",
        "En XX-kromosom.",
        "Vårdgivaren [enligt avtalet] ansvarar.",
        "Alla (49) kommuner deltar.",
        "Se [riktlinjen](https://exempel.se/riktlinje).",
        "Ärendet RS 2026-00123 och RS 2020-00001.",
        "Datum ska anges, och klickar man får man hjälp.",
        "Metodos och todon är inga ord.",
        "År 2000 och 2020-talet.",
        "Exxon, Maxx och axxa.",
    ],
)
def test_ordinary_text_is_left_alone(text: str) -> None:
    assert words("B007", prose(text)) == []


def test_comments_in_the_file_are_no_text() -> None:
    assert words("B007", prose("Rådet möts.") + "# TODO: [ange mer] XX\n") == []


def test_the_words_of_a_link_are_another_matter() -> None:
    assert words("B007", prose("[Klicka här](https://exempel.se/rutin) för rutinen.")) == []


@pytest.mark.parametrize(
    ("status", "severity"),
    [
        ("utkast", Severity.INFO),
        ("remiss", Severity.INFO),
        ("beslutad", Severity.ERROR),
        ("ersatt", Severity.ERROR),
    ],
)
def test_a_draft_may_have_it(status: str, severity: Severity) -> None:
    assert [item.severity for item in told("B007", prose("[ange syfte]", status))] == [severity]


@pytest.mark.parametrize(
    ("field", "value"), [("titel", "Befattning"), ("namn", "Förnamn Efternamn"), ("titel", "titel")]
)
def test_a_signer_without_a_name_is_found_once(field: str, value: str) -> None:
    lines = f"{HEAD.format('utkast')}beslut:\n  beslutsfattare:\n    {field}: {value}\n"
    assert words("B007", lines) == [value]


@pytest.mark.parametrize("typ", list(Typ))
def test_every_hint_of_a_new_mandate_is_found(typ: Typ) -> None:
    start = Start(typ, "Uppdrag", "Grupp", "2026-06-16", ("Regionen",))
    lines = skeleton(start, HELD.schema.content)
    hints = [word for word in lines.split("'") if word.startswith("[")]
    found = words("B007", lines.replace("format: 1\n", ""))
    assert set(hints) <= set(found)
    assert all(word.startswith("[ange ") and word.endswith("]") for word in found)
    assert len(found) == sum(line.count("[ange") for line in lines.splitlines())


@pytest.mark.parametrize(
    "text",
    [
        "Forumet är för ANNA och innefattar NNR.",
        "Under <5 dagar eller >20 dagar.",
        "Citatet ”vård […] i tid” är känt.",
        "Vad är vård? Hur då?? Så här …",
        "Uppdraget kompletteras av bilagor.",
    ],
)
def test_marks_that_mean_something_are_left_alone(text: str) -> None:
    assert words("B007", prose(text)) == []


def test_a_title_to_fill_in_is_told_of_once() -> None:
    lines = (
        f"{HEAD.format('beslutad')}uppdragsgivare: {{roll: Regiondirektör}}\nsyfte: S\n"
        "beslut: {datum: 2026-05-04, beslutsfattare: {namn: Kim Exempelsson, titel: Titel}}\n"
    )
    assert words("B007", lines) == ["Titel"]
    assert words("B001", lines) == []
