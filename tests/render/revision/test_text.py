"""At a terminal a reader sees what changed, by signs or colours, and nothing that it obeys."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.compare.two_revisions import NEW, OLD, compared, comparisons, every_kind

from uppdrag.compare import Comparison
from uppdrag.compare.lines import text_of
from uppdrag.compare.marked import new_lines, old_lines
from uppdrag.findings.visible import columns
from uppdrag.render.revision.text import COLOUR, PLAIN, render, render_branch, render_whole

SEQUENCE = re.compile(r"\x1b\[[0-9;]*m")

SHOWN = """\
Uppdragshandling för rådet, reviderad februari 2026
  Datum         2026-01-01 → 2026-02-01
  Diarienummer  RS 2026-00001
  Status        Beslutad → Utkast
  Beslut        2026-01-02, Kim Exempelsson, Direktör → saknas
"""

CHANGED = """\
Ändringarna i texten
+ ny rad, - borttagen, ~ ändrad, < flyttad härifrån, > flyttad hit, [-bort-] {+nytt+}
  Uppdragshandling
+ Utkast
~ Datum [-2026-01-01-]{+2026-02-01+}
  Diarienummer RS 2026-00001

~ Uppdragshandling för rådet{+, reviderad februari 2026+}
- Handlingen är rekonstruerad.

  Syfte med uppdraget
~ Rådet ska samordna vården. Det ska bereda frågor åt ledningen. {+¶+}
~ Till sist ska det sprida exempel.
< Rådet är rådgivande och fattar inga egna beslut om pengar. (flyttat härifrån)
> • tredje punkten om personal och kompetens (flyttat hit)
  • första punkten om vård
  • andra punkten om digital teknik
< • tredje punkten om personal och kompetens (flyttat härifrån)
~ Läs mer i [-rutinen (https://exempel.se/a)-]{+rutinen (https://exempel.se/b)+}.

  Uppdragsbeskrivning
~ Rådet ska samverka med kommunerna i frågor som rör barn, och med tandvården i övrigt.
~ [ny form: tidigare fet]
> Rådet är rådgivande och fattar inga egna beslut om pengar {+eller personal+}. (flyttat
> hit)
  Tid | Händelse
  vår | start
+ sommar | paus
  höst | slut

  Arbetsorganisation
~ Ordförande: Utses av [-koncernledning-]{+ledningsgrupp+} varje år.
~ Mötesfrekvens: [-4–8-]{+4–6+} gånger per år
- Datum för beslut: 2026-01-02
- Kim Exempelsson
- Direktör

+ Resurser
+ Rådet har en sekreterare. Hon kallar till mötena.
+ Post | Kronor
+ Lön | 1 000

  Uppdraget skickas till
  …
"""


def test_the_lines_that_changed_are_shown_with_signs() -> None:
    told = render(every_kind(), PLAIN, 90).replace("\u00a0", " ")
    assert told.startswith(SHOWN)
    assert told.endswith(CHANGED)


def test_the_summary_is_between() -> None:
    told = render(every_kind(), PLAIN, 90)
    between = told[len(SHOWN) : -len(CHANGED)]
    assert between.startswith("\n15 ändringar, ")
    assert "  • Ordförande utses av: koncernledning → ledningsgrupp\n" in between
    assert "  • Ersätter, tillagt: 2026-01-01 (syns inte i dokumentet)\n" in between


def test_with_colour_what_went_is_red_and_struck_and_what_came_green_and_underlined() -> None:
    told = render(compared(OLD, OLD.replace("sprida exempel", "visa exempel")), COLOUR, 120)
    assert "\x1b[31;9msprida\x1b[0m \x1b[32;4mvisa\x1b[0m exempel." in told
    assert "[-" not in told


def test_nothing_changed_is_said() -> None:
    told = render(compared(OLD, OLD))
    assert told.endswith("Inga ändringar.\n")


def test_the_whole_document_is_shown_on_request() -> None:
    told = render_whole(compared(OLD, OLD.replace("sprida exempel", "visa exempel")))
    assert "[-sprida-]{+visa+} exempel." in told
    assert "  • Registrator\n" in told
    assert "…" not in told.partition("Hela texten")[2]


def test_a_branch_lists_its_mandates_first() -> None:
    comparison = compared(OLD, NEW)
    told = render_branch([comparison, comparison], ["a.yaml är en ny handling."], PLAIN, 60)
    first, second, *_ = told.split("─" * 60)
    assert first == (
        "2 handlingar har ändrats.\n"
        "  • Uppdragshandling för rådet, reviderad februari 2026,\n"
        "    2026-01-01 → 2026-02-01: 15 ändringar, 9 i sak: 3\n"
        "    tillagda, 2 borttagna, 2 flyttade, 6 omformulerade, 1\n"
        "    delad och 1 med ny form.\n"
        "  • Uppdragshandling för rådet, reviderad februari 2026,\n"
        "    2026-01-01 → 2026-02-01: 15 ändringar, 9 i sak: 3\n"
        "    tillagda, 2 borttagna, 2 flyttade, 6 omformulerade, 1\n"
        "    delad och 1 med ny form.\n"
        "  • a.yaml är en ny handling.\n"
        "\n"
    )
    assert second.strip("\n") == render(comparison, PLAIN, 60).strip("\n")


def test_a_branch_without_changes_says_so() -> None:
    assert render_branch([], []) == "Inga handlingar har ändrats.\n"


ANY = st.text(min_size=1, max_size=40).filter(str.strip)


@given(comparisons(ANY), st.sampled_from([PLAIN, COLOUR]), st.sampled_from([40, 80]))
def test_no_text_steers_the_terminal_or_breaks_the_page(
    comparison: Comparison, style: object, width: int
) -> None:
    told = render_whole(comparison, style, width)
    for line in SEQUENCE.sub("", told).removesuffix("\n").split("\n"):
        assert all(character.isprintable() or character.isspace() for character in line)
        assert columns(line) <= width
    assert SEQUENCE.findall(told) == [] if style is PLAIN else True
    assert render(comparison, style, width) == render(comparison, style, width)


@given(comparisons())
def test_every_word_of_both_is_in_the_whole_text(comparison: Comparison) -> None:
    told = "".join(render_whole(comparison, PLAIN, 9999).split())
    # The address of a link that came or went stands between its words and the comma after them.
    told = re.sub(r"\[-|-\]|\{\+|\+\}|\(https?://[^)]*\)", "", told)
    for line in (*old_lines(comparison.marked.lines), *new_lines(comparison.marked.lines)):
        words = [word for cell in line.cells for word in text_of(cell).split()]
        assert all(word in told for word in words)


@pytest.mark.parametrize("by", ["Kim", "Eli"])
def test_who_made_a_change_is_told(by: str) -> None:
    comparison = compared(OLD, OLD.replace("sprida exempel", "visa exempel"))
    lines = tuple(
        replace(
            line,
            cells=tuple(
                tuple(
                    replace(run, mark=replace(run.mark, by=by)) if run.mark else run for run in cell
                )
                for cell in line.cells
            ),
        )
        for line in comparison.marked.lines
    )
    told = render(replace(comparison, marked=replace(comparison.marked, lines=lines)))
    assert f"[-sprida-] ({by}) {{+visa+}} ({by}) exempel." in told


def test_a_later_paragraph_that_is_gone_from_a_point_has_no_bullet() -> None:
    point = "  - andra punkten om digital teknik\n"
    was = OLD.replace(point, f"{point}\n    Den är viktig.\n")
    lines = render(compared(was, OLD), PLAIN, 80).splitlines()
    assert "-   Den är viktig." in lines
