"""Short ways to write document trees in a test."""

from uppdrag.document.tree import (
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

METADATA = Metadata(
    title="Uppdrag för rådet för provtext",
    document_type="Uppdragshandling",
    identifier="RS 2030-00001",
    date="2030-05-17",
    organisation=("Exempelregionen", "Kontoret för exempel"),
    subject="Uppdragshandling: provtext",
)


def words(text: str) -> Inlines:
    return (Run(text),)


def paragraph(text: str, role: Role = Role.BODY) -> Paragraph:
    return Paragraph(words(text), role)


def heading(level: int, text: str) -> Heading:
    return Heading(level, words(text))


def bullets(*items: str | tuple[Paragraph | ListBlock, ...]) -> ListBlock:
    return ListBlock(tuple(map(_item, items)))


def numbers(start: int, *items: str | tuple[Paragraph | ListBlock, ...]) -> ListBlock:
    return ListBlock(tuple(map(_item, items)), ordered=True, start=start)


def table(*rows: tuple[str, ...]) -> Table:
    header, *others = (Row(tuple(map(words, row))) for row in rows)
    return Table(header, tuple(others))


def fact(label: str, *values: str) -> Fact:
    label_inlines = (Run(label, bold=True),) if label else ()
    return Fact(label_inlines, tuple(map(words, values)))


def signature(*names: str) -> Signature:
    lines = [paragraph("Datum för beslut: 2030-05-18", Role.DECISION_DATE)]
    for name in names:
        lines += [paragraph(name, Role.SIGNER_NAME), paragraph("Direktör", Role.SIGNER_TITLE)]
    return Signature(tuple(lines))


def _item(item: str | tuple[Paragraph | ListBlock, ...]) -> Item:
    return Item((paragraph(item),) if isinstance(item, str) else item)


EVERYTHING = Document(
    METADATA,
    (
        Letterhead(
            (
                Fact((), ((Run("Uppdragshandling", bold=True),),)),
                fact("Datum", "2030-05-17"),
                fact("Diarienummer", "RS\u00a02030-00001"),
                fact("", "Exempelregionen", "Kontoret för exempel"),
            )
        ),
        heading(1, "Uppdrag för rådet för provtext"),
        Facts(
            (
                fact("Ansvarsområde:", "Provtext i öppen och sluten form, " * 6),
                fact("Uppdragstagare:", "Ordförande", "Deltagare"),
                fact("En etikett som är för bred för spalten:", "värdet löper på"),
            )
        ),
        Note((paragraph("Det här är en provtext."), bullets("som inte gäller"))),
        paragraph("Rådet företräder ingen – utåt.", Role.LEAD),
        heading(2, "Syfte med uppdraget"),
        Paragraph(
            (
                Run("Rådet ska "),
                Run("tillsammans", bold=True),
                Run(" ge ”mesta möjliga” nytta, se "),
                Run("rutinen för grupper", target="https://exempel.se/rutin?a=1&b=2"),
                Run(" och "),
                Run("principerna", italic=True, bold=True),
                Run("."),
            )
        ),
        heading(3, "Delar"),
        paragraph("Gruppen ska:", Role.INTRODUCTION),
        bullets(
            "samordna",
            (paragraph("bereda"), bullets((paragraph("frågor"), bullets("små"))), paragraph("mer")),
        ),
        numbers(3, "tre", (paragraph("fyra"), numbers(1, "ett"), paragraph("mer om fyra"))),
        table(("Del", "Ansvar", "Klart"), ("Kartläggning", "", "2030-10"), ("Remiss", "Alla", "")),
        signature("Kim Exempelsson", "Lo Provsson"),
        heading(2, "Uppdraget skickas till"),
        bullets("Registrator, register@exempel.se"),
    ),
)
"""One block of every kind, and every kind of inline."""
