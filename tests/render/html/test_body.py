"""What each block of the tree becomes on a page, as a reader of the markup sees it."""

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
    Origin,
    Paragraph,
    Role,
    Row,
    Run,
    Signature,
    Table,
)
from uppdrag.render.html.body import body
from uppdrag.render.html.outline import outline


def plain(words: str) -> Inlines:
    return (Run(words),)


def point(words: str, *under: ListBlock) -> Item:
    return Item((Paragraph(plain(words)), *under))


def written(*blocks: Block) -> str:
    document = Document(Metadata("Titel", "Uppdragshandling"), blocks)
    return body(document, outline(document))


def test_the_letterhead_is_the_header_of_the_document():
    facts = (
        Fact((), ((Run("Uppdragshandling", bold=True),),)),
        Fact(plain("Datum"), (plain("2026-01-02"),)),
        Fact((), (plain("Regionen"), plain("Kontoret"))),
    )
    assert written(Letterhead(facts)) == (
        '<header class="letterhead">\n'
        "<p><span><strong>Uppdragshandling</strong></span></p>\n"
        '<p><span class="label">Datum</span> <span>2026-01-02</span></p>\n'
        "<p><span>Regionen</span> <span>Kontoret</span></p>\n"
        "</header>"
    )


def test_facts_are_a_description_list():
    label = (Run("Uppdragstagare:", bold=True),)
    assert written(Facts((Fact(label, (plain("Ordförande"), plain("Ledamöter"))),))) == (
        '<dl class="facts">\n'
        "<div><dt>Uppdragstagare:</dt><dd>Ordförande</dd><dd>Ledamöter</dd></div>\n"
        "</dl>"
    )


def test_a_fact_without_a_label_is_a_paragraph():
    assert written(Facts((Fact((), (plain("Ordförande"),)),))) == "<p>Ordförande</p>"


def test_headings_have_the_key_of_their_section_as_id():
    assert written(
        Heading(1, plain("Rådet för lek"), Origin(("titel",))),
        Heading(2, plain("Syfte"), Origin(("syfte",))),
        Heading(2, plain("Åtgärder i korthet"), Origin(("avsnitt_åtgärder", "rubrik"))),
        Heading(3, plain("Rapporter"), Origin(("beslutsordning", "rapportering"))),
        Heading(2, plain("Övriga ärenden")),
        Heading(2, plain("Övriga ärenden")),
        Heading(2, plain("§")),
        Heading(2, plain("Innehåll")),
    ) == (
        '<h1 id="titel">Rådet för lek</h1>\n'
        '<h2 id="syfte">Syfte</h2>\n'
        '<h2 id="avsnitt-atgarder">Åtgärder i korthet</h2>\n'
        '<h3 id="beslutsordning-rapportering">Rapporter</h3>\n'
        '<h2 id="ovriga-arenden">Övriga ärenden</h2>\n'
        '<h2 id="ovriga-arenden-2">Övriga ärenden</h2>\n'
        '<h2 id="avsnitt">§</h2>\n'
        '<h2 id="innehall-2">Innehåll</h2>'
    )


def test_a_heading_that_skips_a_level_is_raised():
    assert written(
        Heading(1, plain("Ett")), Heading(3, plain("Tre")), Heading(3, plain("Fyra"))
    ) == ('<h1 id="ett">Ett</h1>\n<h2 id="tre">Tre</h2>\n<h3 id="fyra">Fyra</h3>')


def test_paragraphs_say_what_they_are_for():
    assert written(
        Paragraph(plain("Inledning."), Role.LEAD),
        Paragraph((Run("Vem:", bold=True), Run(" alla "), Run("här", italic=True))),
        Paragraph((Run("Båda", bold=True, italic=True),)),
    ) == (
        '<p class="lead">Inledning.</p>\n'
        "<p><strong>Vem:</strong> alla <em>här</em></p>\n"
        "<p><strong><em>Båda</em></strong></p>"
    )


def test_a_link_of_several_forms_is_one_link():
    runs = (Run("Se "), Run("hela ", target="#a"), Run("rutinen", bold=True, target="#a"))
    assert written(Paragraph(runs)) == '<p>Se <a href="#a">hela <strong>rutinen</strong></a></p>'


def test_lists_nest_and_go_on_from_their_number():
    inner = ListBlock((point("nationella"), point("lokala")))
    first = Item((Paragraph(plain("Förslag")), Paragraph(plain("Med ett stycke till."))))
    assert written(
        ListBlock((point("Bereda frågor", inner), point("Följa upp"))),
        ListBlock((first,), ordered=True, start=3),
    ) == (
        "<ul>\n"
        "<li>Bereda frågor\n"
        "<ul>\n"
        "<li>nationella</li>\n"
        "<li>lokala</li>\n"
        "</ul>\n"
        "</li>\n"
        "<li>Följa upp</li>\n"
        "</ul>\n"
        '<ol start="3">\n'
        "<li>\n"
        "<p>Förslag</p>\n"
        "<p>Med ett stycke till.</p>\n"
        "</li>\n"
        "</ol>"
    )


def test_long_numbers_are_given_room():
    assert '<ol start="99" class="digits-3">' in written(
        ListBlock((point("a"), point("b")), ordered=True, start=99)
    )


def test_a_table_has_column_headers_and_a_frame_that_the_keyboard_can_scroll():
    header = Row((plain("Tid"), plain("Vad som ska hända då")))
    assert written(Table(header, (Row((plain("2026-09"), ())),))) == (
        '<div class="table" role="group" tabindex="0"'
        ' aria-label="Tabell: Tid, Vad som ska hända då">\n'
        "<table>\n"
        '<thead><tr><th scope="col" class="short">Tid</th>'
        '<th scope="col">Vad som ska hända då</th></tr></thead>\n'
        "<tbody>\n"
        '<tr><td class="short">2026-09</td><td></td></tr>\n'
        "</tbody>\n"
        "</table>\n"
        "</div>"
    )


def test_an_empty_column_header_is_no_header():
    assert "<thead><tr><td" in written(Table(Row(((),)), ()))


def test_a_note_is_an_aside_with_a_name():
    assert written(Note((Paragraph(plain("Återskapad.")),))) == (
        '<aside class="note" role="note" aria-label="Anmärkning">\n<p>Återskapad.</p>\n</aside>'
    )


def test_the_decision_is_a_section_with_a_name():
    lines = (
        Paragraph((Run("Datum för beslut:", bold=True), Run(" 2026-01-03")), Role.DECISION_DATE),
        Paragraph(plain("Kim Exempelsson"), Role.SIGNER_NAME),
        Paragraph(plain("Direktör"), Role.SIGNER_TITLE),
    )
    assert written(Signature(lines)) == (
        '<section class="signature" aria-label="Beslut">\n'
        '<p class="decision-date"><strong>Datum för beslut:</strong> 2026-01-03</p>\n'
        '<p class="signer-name">Kim Exempelsson</p>\n'
        '<p class="signer-title">Direktör</p>\n'
        "</section>"
    )
