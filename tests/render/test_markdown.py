"""A mandate as Markdown says the same to GitHub and, where it can, to the format's own reader."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import fields

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from tests.render.html.strategies import DOCUMENTS, passages

from uppdrag.document import prose
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
from uppdrag.model.handling import Prosa
from uppdrag.render.markdown import escape, render

MANY = settings(max_examples=80, suppress_health_check=[HealthCheck.too_slow], deadline=None)
LINES = ("\n", "\n\n", "\n- ", "\n  - ", "\n1. ", "\n4) ", "\n   ", "\n| a | b |\n| - | - |\n| ")
MARKS = ("*", "**", "[", "](#a)", "\\", "|", "(", ")", "-", "+ ", "5.", "---")
PIECES = st.sampled_from(["ord", " ", "–", ".", *LINES, *MARKS])
PROSE = st.lists(PIECES, max_size=14).map("".join)


def plain(words: str) -> Inlines:
    return (Run(words),)


def point(words: str, *under: ListBlock) -> Item:
    return Item((Paragraph(plain(words)), *under))


def written(*blocks: Block) -> str:
    return render(Document(Metadata("Titel", "Uppdragshandling"), blocks))


def test_a_whole_mandate_reads_as_markdown():
    facts = (
        Fact((), ((Run("Uppdragshandling", bold=True),),)),
        Fact(plain("Datum"), (plain("2030-01-02"),)),
        Fact((), (plain("Regionen"), plain("Kontoret"))),
    )
    inner = ListBlock((point("lokala"),))
    table = Table(Row((plain("Tid"), plain("Händelse"))), (Row((plain("2030-02"), ())),))
    assert written(
        Letterhead(facts),
        Heading(1, plain("Rådet för lek")),
        Facts((Fact((Run("Uppdragsgivare:", bold=True),), (plain("Direktören"),)),)),
        Note((Paragraph(plain("Återskapad.")), ListBlock((point("delvis"),)))),
        Heading(2, plain("Syfte")),
        Paragraph((Run("Rådet "), Run("ska", bold=True), Run(" se "), Run("rutinen", target="#r"))),
        Paragraph(plain("Uppgifter:"), Role.INTRODUCTION),
        ListBlock((point("Bereda frågor", inner), point("Följa upp"))),
        ListBlock((point("Behov"), Item((Paragraph(plain("Ett")), Paragraph(plain("två"))))), True),
        table,
        Signature((Paragraph(plain("Kim Exempelsson")), Paragraph(plain("Direktör")))),
    ) == (
        "**Uppdragshandling**  \n"
        "Datum 2030-01-02  \n"
        "Regionen  \n"
        "Kontoret\n"
        "\n"
        "# Rådet för lek\n"
        "\n"
        "**Uppdragsgivare:** Direktören\n"
        "\n"
        "> Återskapad.\n"
        ">\n"
        "> - delvis\n"
        "\n"
        "## Syfte\n"
        "\n"
        "Rådet **ska** se [rutinen](#r)\n"
        "\n"
        "Uppgifter:\n"
        "\n"
        "- Bereda frågor\n"
        "  - lokala\n"
        "- Följa upp\n"
        "\n"
        "1. Behov\n"
        "2. Ett\n"
        "\n"
        "   två\n"
        "\n"
        "| Tid | Händelse |\n"
        "| --- | --- |\n"
        "| 2030-02 |  |\n"
        "\n"
        "Kim Exempelsson  \n"
        "Direktör\n"
    )


@given(text=PROSE)
@MANY
def test_running_text_is_read_back_as_it_was(text: str):
    blocks = prose.parse(Prosa(text))
    assert _formed(prose.parse(Prosa(written(*blocks)))) == _formed(blocks)


def _formed(node: object) -> object:
    """Return a tree as tuples, its inlines a character at a time; a space shows no form."""
    match node:
        case (Run(), *_):
            return [
                (character, *((run.bold, run.italic, run.target) if character != " " else ()))
                for run in node
                for character in run.text
            ]
        case tuple():
            return [_formed(part) for part in node]
        case Paragraph() | ListBlock() | Item() | Table() | Row():
            parts = [_formed(getattr(node, field.name)) for field in fields(node) if field.compare]
            return [type(node), *parts]
        case _:
            return node


@given(document=DOCUMENTS)
@MANY
def test_another_markdown_reader_sees_the_same_words(document: Document):
    shown = "".join(_shown(_reader().parse(render(document))))
    assert shown.split() == " ".join(passages(document.blocks)).split()


def _reader() -> MarkdownIt:
    return MarkdownIt("commonmark").enable(["table", "strikethrough"])


def _shown(tokens: Sequence[Token]) -> Iterator[str]:
    """Yield the words that a reader shows; a mark that became something else is no word."""
    for token in tokens:
        assert not token.type.startswith(("html", "fence", "code", "image", "hr", "s_"))
        if token.type == "inline":
            yield from _shown(token.children or ())
            yield "\n"
        elif token.type in {"softbreak", "hardbreak"}:
            yield "\n"
        else:
            yield token.content


@pytest.mark.parametrize(
    "words",
    [
        *("**fet**", "a*b*c", "[x](y)", "1. ett", "12) tolv", "- streck", "+ plus", "---", "a | b"),
        *("| a |", "C:\\temp", "slut\\", "\\*", "200 %", "a-b", "2030-01-02", "§ 4", "(a)", "1.5"),
    ],
)
def test_words_that_look_like_the_dialect_are_words(words: str):
    (paragraph,) = prose.parse(Prosa(escape(words)))
    assert isinstance(paragraph, Paragraph)
    assert "".join(run.text for run in paragraph.inlines) == words
    assert not any(run.bold or run.italic or run.target for run in paragraph.inlines)


@pytest.mark.parametrize(
    "words",
    [
        *("<b>fet</b>", "<!-- x -->", "<https://exempel.se>", "&lt;", "&#65;", "R&D", "# rubrik"),
        *("C #", "_kursiv_", "__init__", "snake_case_namn", "`kod`", "~~bort~~", "> citat", "==="),
        *("~~~", "```", "- - -"),
    ],
)
def test_words_that_look_like_githubs_markdown_are_words(words: str):
    for block in (Paragraph(plain(words)), Heading(2, plain(words)), ListBlock((point(words),))):
        assert "".join(_shown(_reader().parse(written(block)))).strip() == words


def test_plain_words_are_not_cluttered():
    words = "Rådet ska – enligt § 4.2 (2030) – följa R&D, AT&T_x, 6–10 gånger/år: 50 % < 60 %!"
    assert escape(words) == words


def test_an_exclamation_mark_before_a_link_makes_no_picture():
    runs = (Run("Läs!"), Run("rutinen", target="#r"))
    assert written(Paragraph(runs)) == "Läs\\![rutinen](#r)\n"


def test_empty_points_are_no_rule_across_the_page():
    empty = ListBlock((Item(()),))
    nested = ListBlock((Item((ListBlock((Item((empty,)),)),)),))
    assert written(nested) == "- * -\n"
    assert prose.parse(Prosa("- * -")) == ()


def test_two_lists_side_by_side_stay_two():
    bullets = [ListBlock((point(word),)) for word in ("a", "b", "c")]
    steps = [ListBlock((point(word),), True, start) for word, start in (("d", 1), ("e", 7))]
    text = written(*bullets, *steps)
    assert re.findall(r"^\S+ \w", text, re.MULTILINE) == ["- a", "* b", "- c", "1. d", "7) e"]
    assert prose.parse(Prosa(text)) == (*bullets, *steps)


@pytest.mark.parametrize(
    "target", ["https://exempel.se/a(b)?c=1&amp;d", "a b", "a<b>\\(c", "mailto:x@exempel.se", ""]
)
def test_an_address_is_read_back_as_it_was(target: str):
    paragraph = Paragraph((Run("Se "), Run("hit", target=target), Run(".")))
    assert prose.parse(Prosa(written(paragraph))) == (paragraph,)


def test_forms_within_forms_are_read_back():
    paragraph = Paragraph(
        (
            Run("a ", italic=True),
            Run("b", bold=True, italic=True),
            Run(" c", italic=True),
            Run(" d "),
            Run("e ", target="#e"),
            Run("f", bold=True, target="#e"),
        )
    )
    assert written(paragraph) == "*a **b** c* d [e **f**](#e)\n"
    assert prose.parse(Prosa(written(paragraph))) == (paragraph,)


def test_a_link_to_a_program_leaves_its_words():
    assert written(Paragraph((Run("Klicka", target="javascript:x"),))) == "Klicka\n"
