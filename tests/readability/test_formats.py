"""The three forms of a reading: a table for people, JSON for programs, Markdown for pages."""

import json as reader

import pytest
from tests.readability.reading import reported

from uppdrag.findings.visible import columns
from uppdrag.readability import json, markdown, text
from uppdrag.readability.compare import compare
from uppdrag.readability.reading import Reading

BEFORE = """\
bakgrund: Rådet bildades 2017.
syfte: |
  Rådet ska samordna vården i länet. Det ska också följa upp hur samverkan fungerar.
  Ordföranden kallar till möten. Varje deltagare företräder sin förvaltning.
  Gruppen har tolv deltagare, och de träffas minst fyra gånger per år.
"""
NOW = """\
syfte: |
  Rådet ska samordna vården i länet, följa upp hur samverkan fungerar och se till att det som
  fungerar väl i en del av länet sprids till de övriga delarna, så att alla som bor i länet får
  lika god vård. Ordföranden kallar till möten. Varje deltagare företräder sin förvaltning.
samband:
  rubrik: Samband och gränsdragning till andra uppdrag i länet
  text: Rådet bereder ärenden åt <b>VVG</b> | SRO.
"""
TITLE = "Uppdragshandling för Rådet"


@pytest.fixture
def reading() -> Reading:
    now = reported(NOW)
    compared = compare(now, reported(BEFORE))
    return Reading("m/rad/2026.yaml", TITLE, now, "m/rad/2017.yaml", compared)


def test_a_person_at_a_terminal_gets_a_table_and_the_longest_sentences(reading: Reading) -> None:
    shown = text.render([reading], 80).replace("\u00a0", " ")
    assert shown.startswith("""\
m/rad/2026.yaml
Uppdragshandling för Rådet
Jämfört med m/rad/2017.yaml.

Avsnitt                           Ord  Ord/mening  Långa  LIX  Nivå      Ändring
────────────────────────────────────────────────────────────────────────────────
Syfte med uppdraget                49        16,3   18 %   35  lättläst       −1
Samband och gränsdragning till      8         8,0   25 %    –  för kort     nytt
andra uppdrag i länet
────────────────────────────────────────────────────────────────────────────────
Hela handlingen                    57        14,2   19 %   34  lättläst       −1

Avsnitt som inte finns kvar: Bakgrund.
Meningar med fler än 35 ord: 1 (tidigare 0). De längsta meningarna:
  40 ord  m/rad/2026.yaml:6:3
          Rådet ska samordna vården i länet, följa upp hur samverkan fungerar …
   8 ord  m/rad/2026.yaml:11:9
          Rådet bereder ärenden åt <b>VVG</b> | SRO.
   5 ord  m/rad/2026.yaml:8:49
          Varje deltagare företräder sin förvaltning.
Vanligaste långa orden: fungerar 2.
""")


def test_a_table_without_a_revision_before_has_no_column_of_changes() -> None:
    shown = text.render([Reading("h.yaml", TITLE, reported(NOW))], 80)
    assert "Ingen tidigare revision att jämföra med." in shown
    assert "Ändring" not in shown
    assert "tidigare)" not in shown


def test_a_mandate_without_running_text_says_so() -> None:
    empty = Reading("h.yaml", TITLE, reported("datum: 2026-01-01\n"))
    for shown in (text.render([empty]), markdown.render([empty])):
        assert "Handlingen har ingen löpande text." in shown


@pytest.mark.parametrize("width", [72, 80, 120])
def test_no_line_of_the_table_or_the_words_is_wider_than_the_terminal(
    reading: Reading, width: int
) -> None:
    assert max(map(columns, text.render([reading], width).splitlines())) <= width


def test_json_holds_the_figures_the_places_and_the_change(reading: Reading) -> None:
    (made,) = reader.loads(json.render([reading]))["mandates"]
    assert made["file"] == "m/rad/2026.yaml"
    assert made["earlier"] == "m/rad/2017.yaml"
    assert made["removed"] == ["Bakgrund"]
    assert made["sections"][0] == {
        "key": "syfte",
        "heading": "Syfte med uppdraget",
        "words": 49,
        "sentences": 3,
        "long_words": 9,
        "lix": 35,
        "level": "lättläst",
        "before": {
            "words": 35,
            "sentences": 5,
            "long_words": 10,
            "lix": 36,
            "level": "lättläst",
        },
        "change": -1,
    }
    assert made["long_sentences"] == 1
    longest = made["sentences"][0]
    assert (longest["words"], longest["section"]) == (40, "Syfte med uppdraget")
    assert (longest["line"], longest["column"]) == (6, 3)
    assert (longest["end_line"], longest["end_column"]) == (8, 17)


def test_markdown_is_a_table_in_which_nothing_of_the_mandate_is_markup(reading: Reading) -> None:
    shown = markdown.render([reading]).replace("\u00a0", " ")
    assert "| Syfte med uppdraget | 49 | 16,3 | 18 % | 35 | lättläst | −1 |\n" in shown
    assert r"\<b\>VVG\</b\> \| SRO" in shown
    table = [line for line in shown.splitlines() if line.startswith("|")]
    assert {line.replace(r"\|", "").count("|") for line in table} == {8}


def test_what_a_terminal_would_obey_is_shown_instead(reading: Reading) -> None:
    sly = Reading("\x1b[31m.yaml", "Titel\u202e", reading.report)
    for shown in (text.render([sly]), markdown.render([sly]), json.render([sly])):
        assert "\x1b" not in shown
        assert "\u202e" not in shown
