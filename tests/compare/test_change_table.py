"""The table of changes is the record: every change once, the wording before and after it whole."""

import itertools

from hypothesis import given
from tests.compare.two_revisions import NEW, OLD, compared, comparisons, every_kind, real_pairs

from uppdrag.compare import Comparison
from uppdrag.compare.telling.change_table import ABOUT_THE_FILE, ANNEX, annex_blocks, change_table
from uppdrag.compare.telling.summary import summary_blocks
from uppdrag.document.text import block_lines, inline_text, lines
from uppdrag.document.tree import Block, Heading, ListBlock, Row, Table

LONG = "\n".join(f"  Rådet ska göra sak {number} och följa upp den.\n" for number in range(20))
SECTION = f"avsnitt_nytt:\n  rubrik: Nytt\n  text: |\n{LONG.replace('  Rådet', '    Rådet')}\n"


def rows(blocks: tuple[Block, ...]) -> list[Row]:
    """Return the rows of the tables that have two wordings."""
    tables = [block for block in blocks if isinstance(block, Table)]
    head = "Tidigare lydelse"
    return [row for each in tables if said(each.header)[1] == head for row in each.rows]


def said(row: Row) -> list[str]:
    return [inline_text(cell) for cell in row.cells]


def with_bold(row: Row) -> list[str]:
    """Return the cells as a reader sees them: bold in asterisks, what is no wording slanted."""
    marks = {(True, False): "**", (False, True): "/"}
    return [
        "".join(
            f"{marks.get((run.bold, run.italic), '')}{run.text}"
            f"{marks.get((run.bold, run.italic), '')}"
            for run in cell
        )
        for cell in row.cells
    ]


def test_the_table_says_what_was_and_what_is() -> None:
    assert [" | ".join(with_bold(row)) for row in rows(change_table(every_kind()).blocks)] == [
        "**Status** | beslutad | utkast",
        "**Datum** | 2026-01-01 | 2026-02-01",
        (
            "**Titel** | Uppdragshandling för rådet | "
            "Uppdragshandling för rådet**, reviderad februari 2026**"
        ),
        "**Uppdragsbeskrivning**, ny tabellrad | /saknas/ | sommar | paus",
        (
            "**Arbetsorganisation, Ordförande utses av** | "
            "Utses av **koncernledning** varje år. | Utses av **ledningsgrupp** varje år."
        ),
        "**Arbetsorganisation, Mötesfrekvens** | **4–8** gånger per år | **4–6** gånger per år",
        "**Beslut**, borttaget | Datum för beslut: 2026-01-02; Kim Exempelsson; Direktör | /utgår/",
        "**Resurser**, nytt avsnitt | /saknas/ | /texten står sist, under Hela texter/",
        "**Ersätter**, tillagt (syns inte i dokumentet) | /saknas/ | 2026-01-01",
        "**Anmärkning**, borttaget stycke | Handlingen är rekonstruerad. | /utgår/",
        (
            "**Syfte med uppdraget**, delat stycke | "
            "Rådet ska samordna vården. Det ska bereda frågor "
            "åt ledningen. Till sist ska det sprida exempel. | Rådet ska samordna vården. Det ska "
            "bereda frågor åt ledningen. ¶ Till sist ska det sprida exempel."
        ),
        (
            "**Uppdragsbeskrivning**, flyttat stycke från Syfte med uppdraget och omformulerat | "
            "Rådet är rådgivande och fattar inga egna beslut om pengar. | "
            "Rådet är rådgivande och fattar inga egna beslut om pengar eller personal."
        ),
        (
            "**Syfte med uppdraget**, flyttad punkt | /samma text/ | "
            "tredje punkten om personal och kompetens"
        ),
        "**Syfte med uppdraget** | rutinen (https://exempel.se/a) | rutinen (https://exempel.se/b)",
        "**Uppdragsbeskrivning**, ny form | /tidigare fet/ | tandvården",
    ]


def test_a_cell_is_told_with_its_row_as_it_was_and_as_it_is() -> None:
    was = OLD.replace("| vår | start |", "| vår | start av det gemensamma arbetet |")
    now = OLD.replace("| vår | start |", "| vinter | början av det gemensamma arbetet |")
    told = [" / ".join(with_bold(row)) for row in rows(change_table(compared(was, now)).blocks)]
    assert told == [
        (
            "**Uppdragsbeskrivning** / **vår** | start av det gemensamma arbetet / "
            "**vinter** | början av det gemensamma arbetet"
        ),
        (
            "**Uppdragsbeskrivning** / vår | **start** av det gemensamma arbetet / "
            "vinter | **början** av det gemensamma arbetet"
        ),
    ]


def test_the_document_is_known_as_a_list_of_changes() -> None:
    metadata = change_table(real_pairs()[0]).metadata
    assert metadata.title == (
        "Ändringar i uppdragshandling för samordningsråd hälso- och sjukvård, reviderad juni 2026"
    )
    assert metadata.document_type == "Ändringsförteckning"
    assert (metadata.date, metadata.identifier) == ("2026-06-16", "RS 2024-00784")
    assert metadata.fingerprint == ""


def test_what_has_no_room_in_a_cell_stands_whole_after_the_table() -> None:
    told = list(lines(change_table(every_kind())))
    assert told[-5:] == [
        "Hela texter",
        "Resurser, nytt avsnitt",
        "Rådet har en sekreterare. Hon kallar till mötena.",
        "Post | Kronor",
        "Lön | 1 000",
    ]


def test_the_annex_tells_only_of_the_assignment() -> None:
    heading, sentence, *_ = blocks = annex_blocks(every_kind())
    assert heading == Heading(2, heading.inlines)
    assert list(block_lines(heading)) == [ANNEX]
    assert list(block_lines(sentence)) == [
        (
            "Handlingen ersätter den från 2026-01-01 (RS 2026-00001). Ändrade ord står i fet stil. "
            "Datum, status och anmärkningar om handlingen är inte med."
        )
    ]
    names = [said(row)[0] for row in rows(blocks)]
    assert names[:2] == ["Titel", "Uppdragsbeskrivning, ny tabellrad"]
    assert not {"Status", "Datum", "Ersätter, tillagt (syns inte i dokumentet)"} & set(names)
    assert not [name for name in names if name.startswith("Anmärkning")]


def test_the_annex_does_not_repeat_a_new_section_but_keeps_one_that_is_gone() -> None:
    came = annex_blocks(compared(OLD, NEW + SECTION))
    gone = annex_blocks(compared(OLD + SECTION, NEW))
    assert "Nytt, nytt avsnitt | saknas | texten står i handlingen" in told_rows(came)
    assert "Nytt, borttaget avsnitt | texten står efter tabellen | utgår" in told_rows(gone)
    words = [line for block in came for line in block_lines(block)]
    assert not [line for line in words if "sak 7" in line]
    words = [line for block in gone for line in block_lines(block)]
    assert [line for line in words if "sak 7" in line] == [
        "Rådet ska göra sak 7 och följa upp den."
    ]


def told_rows(blocks: tuple[Block, ...]) -> list[str]:
    return [" | ".join(said(row)) for row in rows(blocks)]


def test_an_annex_without_changes_says_so() -> None:
    blocks = annex_blocks(compared(OLD, OLD.replace("datum: 2026-01-01", "datum: 2026-01-05")))
    told = [line for block in blocks for line in block_lines(block)]
    assert told[1].endswith(
        "Inget har ändrats sedan dess. Datum, status och anmärkningar om handlingen är inte med."
    )
    assert len(told) == 2


@given(comparisons())
def test_every_change_has_a_row_and_every_word_is_there(comparison: Comparison) -> None:
    document = change_table(comparison)
    assert len(rows(document.blocks)) == len(comparison.changes)
    told = " ".join(" ".join(lines(document)).split())
    for change in comparison.changes:
        for line in f"{change.old}\n{change.new}".split("\n"):
            assert all(word in told for word in line.split())
    printed = [change for change in comparison.changes if change.is_printed]
    of_the_text = [change for change in printed if change.path[0] not in ABOUT_THE_FILE]
    assert len(rows(annex_blocks(comparison))) == len(of_the_text)


@given(comparisons())
def test_the_summary_has_an_item_for_each_change(comparison: Comparison) -> None:
    blocks = summary_blocks(comparison)
    listed = [block for block in blocks if isinstance(block, ListBlock)]
    assert sum(len(block.items) for block in listed) == len(comparison.changes)
    levels = [block.level for block in blocks if isinstance(block, Heading)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    told = [line for block in blocks for line in block_lines(block)]
    numbers = [line.rpartition(" [")[2] for line in told if line.startswith("- ")]
    seen = [f"{c.number}]" for c in comparison.changes if c.is_printed]
    assert sorted(number for number in numbers if number.endswith("]")) == sorted(seen)
