"""A mandate as plain text looks as it does when a person copies it from Word."""

from collections.abc import Iterable

from hypothesis import HealthCheck, given, settings
from tests.render.html.strategies import DOCUMENTS

from uppdrag.document.text import lines
from uppdrag.document.tree import (
    Block,
    Document,
    Fact,
    Facts,
    Heading,
    Inlines,
    Item,
    Letterhead,
    ListBlock,
    Metadata,
    Note,
    Paragraph,
    Role,
    Row,
    Run,
    Signature,
    Table,
)
from uppdrag.render.plain import render


def plain(words: str) -> Inlines:
    return (Run(words),)


def point(words: str, *under: ListBlock) -> Item:
    return Item((Paragraph(plain(words)), *under))


def written(*blocks: Block) -> str:
    return render(Document(Metadata("Titel", "Uppdragshandling"), blocks))


def test_a_whole_mandate_reads_as_text():
    facts = (
        Fact((), ((Run("Uppdragshandling", bold=True),),)),
        Fact(plain("Datum"), (plain("2030-01-02"),)),
    )
    label = (Run("Ordförande:", bold=True), Run(" "), Run("Utses av direktören."))
    inner = ListBlock((point("lokala"), point("nationella")))
    second = Item((Paragraph(plain("Förslag")), Paragraph(plain("Med ett stycke till."))))
    assert written(
        Letterhead(facts),
        Heading(1, plain("Rådet för lek")),
        Facts((Fact((Run("Uppdragsgivare:", bold=True),), (plain("Direktören"),)),)),
        Note((Paragraph(plain("Återskapad.")), Paragraph(plain("Gäller inte.")))),
        Paragraph(plain("Rådet finns."), Role.LEAD),
        Heading(2, plain("Uppdrag")),
        Paragraph(plain("Rådet ska:"), Role.INTRODUCTION),
        ListBlock((point("Bereda frågor", inner), point("Följa upp"))),
        ListBlock((point("Behov"), second), ordered=True, start=9),
        Heading(2, plain("Organisation")),
        Heading(3, plain("Vilka")),
        Paragraph(label, Role.LABELLED),
        Signature((Paragraph(plain("Kim Exempelsson")), Paragraph(plain("Direktör")))),
    ) == (
        "Uppdragshandling\n"
        "Datum 2030-01-02\n"
        "\n"
        "Rådet för lek\n"
        "\n"
        "Uppdragsgivare: Direktören\n"
        "\n"
        "Återskapad.\n"
        "\n"
        "Gäller inte.\n"
        "\n"
        "Rådet finns.\n"
        "\n"
        "\n"
        "Uppdrag\n"
        "\n"
        "Rådet ska:\n"
        "- Bereda frågor\n"
        "  - lokala\n"
        "  - nationella\n"
        "- Följa upp\n"
        "\n"
        "9. Behov\n"
        "10. Förslag\n"
        "    Med ett stycke till.\n"
        "\n"
        "\n"
        "Organisation\n"
        "\n"
        "Vilka\n"
        "\n"
        "Ordförande: Utses av direktören.\n"
        "\n"
        "Kim Exempelsson\n"
        "Direktör\n"
    )


def test_a_narrow_table_stands_in_columns():
    rows = (
        Row((plain("2030-09"), plain("Uppstart"), plain("Rådet"))),
        Row((plain("2030-12"), (), ())),
    )
    table = Table(Row((plain("Tid"), plain("Händelse"), plain("Ansvar"))), rows)
    assert written(table) == (
        "Tid     | Händelse | Ansvar\n2030-09 | Uppstart | Rådet\n2030-12 |          |\n"
    )


def test_a_wide_table_is_not_padded():
    long = "Förslag som är avstämt med alla förvaltningar och med de kommuner som berörs"
    table = Table(Row((plain("Tid"), plain("Händelse"))), (Row((plain("2030-12"), plain(long))),))
    assert written(table) == f"Tid | Händelse\n2030-12 | {long}\n"


@given(document=DOCUMENTS)
@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_every_line_of_the_tree_is_there_in_its_order(document: Document):
    assert _worded(render(document).split("\n")) == _worded(lines(document))


def _worded(found: Iterable[str]) -> list[list[str]]:
    return [line.split() for line in found if line.strip()]


def test_no_line_ends_in_white_space_and_the_text_ends_in_one_line_break():
    text = written(Paragraph(plain("Ett")), Heading(2, plain("Två")), Paragraph(plain("Tre")))
    assert text == "Ett\n\n\nTvå\n\nTre\n"


def test_an_empty_document_is_an_empty_line():
    assert written() == "\n"
