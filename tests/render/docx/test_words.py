"""Every word of the tree is in the Word file, once, in its order, and nothing else is."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

import pytest
from hypothesis import HealthCheck, given, settings
from tests.render.docx.parts import document, paragraph_text, paragraph_texts, parts, xml
from tests.render.strategies import LIKE_MARKUP, documents

from uppdrag.document.text import inline_text, lines
from uppdrag.document.tree import (
    Block,
    Document,
    Fact,
    Facts,
    Heading,
    Item,
    Letterhead,
    ListBlock,
    Metadata,
    Note,
    Paragraph,
    Run,
    Signature,
    Table,
)
from uppdrag.render.docx import CompiledTemplate, render
from uppdrag.render.docx.read import read_lines
from uppdrag.render.theme import Theme

FEW = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow], deadline=None)
METADATA = Metadata("Titel", "Uppdragshandling")


def handling(*blocks: Block) -> Document:
    return Document(METADATA, blocks)


def paragraph(text: str) -> Paragraph:
    return Paragraph((Run(text),))


def expected(document: Document) -> list[str]:
    """Return the paragraphs that the tree asks for; a fact's label shares the first value's."""
    return [text for block in document.blocks for text in _block(block) if text]


def _block(block: Block | Item) -> Iterator[str]:
    match block:
        case Heading() | Paragraph():
            yield inline_text(block.inlines)
        case Letterhead():
            for fact in block.facts:
                yield from map(inline_text, (fact.label, *fact.values))
        case Facts():
            yield from chain.from_iterable(map(_fact, block.facts))
        case ListBlock():
            yield from chain.from_iterable(map(_block, block.items))
        case Table():
            rows = (block.header, *block.rows)
            yield from (inline_text(cell) for row in rows for cell in row.cells)
        case Item() | Note():
            yield from chain.from_iterable(map(_block, block.blocks))
        case Signature():
            yield from chain.from_iterable(map(_block, block.lines))


def _fact(fact: Fact) -> Iterator[str]:
    first, *rest = map(inline_text, fact.values)
    yield " ".join(filter(None, [inline_text(fact.label), first]))
    yield from rest


@given(tree=documents())
@FEW
def test_every_paragraph_of_any_tree_is_there_letter_by_letter(
    tree: Document, theme: Theme, template: CompiledTemplate
) -> None:
    texts = paragraph_texts(render(tree, theme, template))
    assert [text.lstrip("\t").replace("\t", " ") for text in texts] == expected(tree)


def test_the_reader_gives_the_same_words_as_the_tree(
    sample: Document, theme: Theme, template: CompiledTemplate
) -> None:
    markers = {"-", "|", "1.", "3.", "4."}
    read = " ".join(line.text for line in read_lines(render(sample, theme, template)))
    found = [word for word in read.split() if word not in markers]
    assert found == [word for word in " ".join(lines(sample)).split() if word not in markers]


@pytest.mark.parametrize(
    "text", [*LIKE_MARKUP, "R&D", "{{ ''.__class__.__mro__ }}", "Å\u0308 😀 עברית"]
)
def test_what_looks_like_markup_is_text_everywhere(
    text: str, theme: Theme, template: CompiledTemplate
) -> None:
    metadata = replace(METADATA, title=text, identifier=text, subject=text, organisation=(text,))
    sender = replace(theme.sender, organisation=text, footer=text)
    data = render(
        Document(
            metadata, (paragraph(text), Heading(1, (Run(text, target="https://a.se/" + text),)))
        ),
        replace(theme, sender=sender),
        template,
    )
    assert paragraph_texts(data) == [text, text]
    header = "".join(xml(data, "word/header1.xml").itertext())
    assert header.endswith(f"{text} · {text}")
    footer = xml(data, "word/footer1.xml")
    assert paragraph_text(footer[0]).startswith(f"{text}\n{text}\t")
    title = xml(data, "docProps/core.xml").find("{http://purl.org/dc/elements/1.1/}title")
    assert title is not None
    assert title.text == text


def test_characters_that_xml_cannot_hold_are_shown_as_missing(
    theme: Theme, template: CompiledTemplate
) -> None:
    data = render(handling(paragraph("a\x00b\x0bc\ufffed\ud800e")), theme, template)
    assert paragraph_texts(data) == ["a\ufffdb\ufffdc\ufffdd\ufffde"]


def test_tabs_and_line_breaks_are_kept(theme: Theme, template: CompiledTemplate) -> None:
    data = render(handling(paragraph("a\tb\nc\r\nd")), theme, template)
    assert paragraph_texts(data) == ["a\tb\nc\nd"]


def test_a_very_long_paragraph_and_very_many_bullets_are_whole(
    theme: Theme, template: CompiledTemplate
) -> None:
    text = "Ord och åter ord. " * 5556
    bullets = ListBlock(tuple(Item((paragraph(f"Punkt {n}"),)) for n in range(2000)))
    data = render(handling(paragraph(text), bullets), theme, template)
    assert paragraph_texts(data) == [text, *(f"Punkt {n}" for n in range(2000))]


def test_the_same_input_gives_the_same_bytes(
    sample: Document, theme: Theme, template: CompiledTemplate
) -> None:
    again = CompiledTemplate(template.parts, template.prepared)
    assert render(sample, theme, template) == render(sample, theme, again)


def test_a_drawn_document_leaves_nothing_behind_for_the_next(
    sample: Document, theme: Theme, template: CompiledTemplate
) -> None:
    first = render(handling(paragraph("ett")), theme, template)
    render(sample, theme, template)
    assert render(handling(paragraph("ett")), theme, template) == first


def test_no_field_of_the_template_is_left(
    sample: Document, theme: Theme, template: CompiledTemplate
) -> None:
    data = render(sample, theme, template)
    assert not [n for n, part in parts(data).items() if b"{{" in part and n != "word/document.xml"]
    assert "".join(document(data).itertext()).count("{{") == 1
