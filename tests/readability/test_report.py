"""What a report holds: running text only, by section, with every long sentence at its place."""

import pytest
from hypothesis import given
from tests.readability.reading import HEAD, composed, reported
from tests.strategies import mandates

from uppdrag.document import compose
from uppdrag.model import Uppdragshandling, dump, read
from uppdrag.readability.lix import Measure
from uppdrag.readability.report import report
from uppdrag.schema import prune
from uppdrag.source import load

ALL_PARTS = """\
dokumenttyp: Uppdragshandling
datum: 2026-06-16
ansvarsområde: Hjälpmedel i hela länet
uppdragsgivare: {roll: Direktör}
anmärkning: Texten är inte beslutad.
ingress: Rådet är nytt.
syfte: Rådet samordnar vården.
arbetsorganisation:
  rubrik: Så arbetar rådet
  ordförande:
    etikett: Rådets ordförande
    text: Väljs av rådet.
  deltagare: {utses_av: kommunerna}
  mötesfrekvens: {minst: 4, per: år}
tidplan:
  poster: [{tid: maj, händelse: Start av arbetet}]
uppdragsbeskrivning: |
  Rådet ska

  - följa upp vården
  - bereda ärenden. Det sker löpande.

  | Del | Ansvar |
  | --- | --- |
  | Ett | Rådet ansvarar. |
avsnitt_eget: Utan rubrik.
beslut:
  datum: 2026-06-17
  beslutsfattare: {namn: Kim Exempelsson, titel: Direktör}
sändlista:
  text: Sänds till följande.
  mottagare: [Ordföranden i rådet]
"""


def test_only_running_text_is_counted_under_the_headings_as_printed() -> None:
    found = [(s.name, s.measure.words, s.measure.sentences) for s in reported(ALL_PARTS).sections]
    assert found == [
        ("(ingress)", 3, 1),
        ("Syfte med uppdraget", 3, 1),
        ("Så arbetar rådet", 3, 1),
        ("Uppdrag och roll", 10, 4),
        ("(avsnitt_eget)", 2, 1),
    ]


def test_the_total_is_that_of_the_sections() -> None:
    made = reported(ALL_PARTS)
    assert made.total == sum((section.measure for section in made.sections), Measure())


def test_a_mandate_without_running_text_has_an_empty_report() -> None:
    made = reported("tidplan: {poster: [{tid: maj, händelse: Start}]}\n")
    assert (made.sections, made.total, made.sentences) == ((), Measure(), ())


LONG = " ".join(["Ord", *["ord"] * 35])
EDGE = " ".join(["Ord", *["ord"] * 34])


@pytest.mark.parametrize(
    ("yaml", "place"),
    [
        (f"syfte: {LONG}\n", (5, 8, 5, 151)),
        (f"syfte: |\n  Kort. {LONG}.\n", (6, 9, 6, 153)),
        (f"syfte: |\n  Kort.\n  {LONG[:75]}\n  {LONG[76:]}.\n  Kort.\n", (7, 3, 8, 71)),
        (f"syfte: |\n  Punkter:\n\n  - Kort.\n  - {LONG}\n", (9, 5, 9, 148)),
        (f"syfte: |\n  **Kort.** *Det* {LONG[4:]}.\n", (6, 14, 6, 159)),
        (f"syfte: |\n  Kort \\[ett\\]. Ett\\* {LONG[4:]}\n", (6, 17, 6, 162)),
        (f"syfte:\n  text: 'Kort.  {LONG}'\n", (6, 17, 6, 160)),
    ],
    ids=["plain", "second", "folded", "item", "emphasis", "escapes", "quoted"],
)
def test_a_long_sentence_stands_at_its_place(yaml: str, place: tuple[int, ...]) -> None:
    longest = reported(yaml).sentences[0]
    assert (longest.words, longest.is_long) == (36, True)
    ends = (longest.start.line, longest.start.column, longest.end.line, longest.end.column)
    assert ends == place


def test_a_sentence_of_exactly_35_words_is_not_long() -> None:
    made = reported(f"syfte: {EDGE}\n")
    assert (made.sentences[0].words, made.long_sentences) == (35, 0)


def test_every_long_sentence_is_told_and_else_the_three_longest() -> None:
    made = reported(f"syfte: |\n  {' '.join([LONG + '. O'] * 5)}\n")
    assert [s.words for s in made.sentences] == [37, 37, 37, 37, 36]
    made = reported("syfte: Ett. Ett två. Ett två tre. Ett två tre fyra.\n")
    assert [s.text for s in made.sentences] == ["Ett två tre fyra.", "Ett två tre.", "Ett två."]


def test_long_words_are_counted_in_small_letters_but_names_keep_theirs() -> None:
    made = reported(
        "syfte: |\n  Samverkan i Göteborg. Det är samverkan. Samverkan för Göteborg."
        " Deltagare finns.\n"
    )
    assert made.long_words == (("samverkan", 3), ("Göteborg", 2))


@given(mandates())
def test_a_place_covers_the_words_of_its_sentence(handling: Uppdragshandling) -> None:
    text = dump(handling)
    source = load(text, "h.yaml")
    data = source.data()
    assert isinstance(data, dict)
    for sentence in report(source, compose(read(prune(data).data))).sentences:
        lines = source.lines
        start = lines.range_of_line(sentence.start.line).start + sentence.start.column - 1
        end = lines.range_of_line(sentence.end.line).start + sentence.end.column - 1
        written = text[start:end]
        assert 0 <= start < end
        assert written[0] == sentence.text[0] or written[0] == "\\"
        assert written[-1] == sentence.text[-1]


def test_the_report_is_of_the_document_as_it_is_composed() -> None:
    source, document = composed(ALL_PARTS)
    assert report(source, document) == reported(ALL_PARTS)
    assert source.text.startswith(HEAD)
