"""What a Word file must keep to, whatever the tree: references, order of elements, structure."""

from collections.abc import Iterator
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from lxml import etree
from tests.render.docx.parts import (
    R,
    W,
    document,
    find,
    paragraph_text,
    parts,
    styles_used,
    xml,
)
from tests.render.strategies import documents

from uppdrag.document.tree import Document
from uppdrag.render.docx import CompiledTemplate, render
from uppdrag.render.docx.dress import ORDER
from uppdrag.render.theme import Theme

FEW = settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow], deadline=None)
CHILDREN = {
    **{parent: list(places) for parent, places in ORDER.items()},
    "tbl": ["tblPr", "tblGrid", "tr"],
    "tr": ["trPr", "tc"],
    "numPr": ["ilvl", "numId"],
    "num": ["abstractNumId", "lvlOverride"],
    "numbering": ["abstractNum", "num"],
    "lvl": ["start", "numFmt", "pStyle", "lvlText", "lvlJc", "pPr"],
    "sectPr": ["headerReference", "footerReference", "pgSz", "pgMar", "cols", "titlePg", "docGrid"],
    "p": ["pPr", "r"],
}
EITHER = {
    "hyperlink": "r",
    "bookmarkStart": "r",
    "bookmarkEnd": "r",
    "footerReference": "headerReference",
}
"""Elements that may stand among others in any order."""


def misplaced(root: etree._Element) -> Iterator[str]:
    for element in root.iter(etree.Element):
        parent = etree.QName(element).localname
        names = [etree.QName(child).localname for child in element]
        names = [EITHER.get(name, name) for name in names]
        order = CHILDREN.get(parent)
        if order is None:
            continue
        yield from (f"{parent}/{name}" for name in names if name not in order)
        known = [order.index(name) for name in names if name in order]
        yield from (f"{parent}: {names}" for a, b in pairwise(known) if b < a)


@given(tree=documents())
@FEW
def test_elements_stand_in_the_order_of_the_schema(
    tree: Document, theme: Theme, template: CompiledTemplate
) -> None:
    data = render(tree, theme, template)
    for name in ("document", "styles", "numbering", "header1", "footer1", "footer2"):
        assert list(misplaced(xml(data, f"word/{name}.xml"))) == []


@given(tree=documents())
@FEW
def test_every_style_number_and_relationship_resolves(
    tree: Document, theme: Theme, template: CompiledTemplate
) -> None:
    data = render(tree, theme, template)
    defined = {style.get(f"{W}styleId") for style in xml(data, "word/styles.xml").iter(f"{W}style")}
    assert set(styles_used(data)) <= defined
    numbers = [num.get(f"{W}numId") for num in xml(data, "word/numbering.xml").iter(f"{W}num")]
    assert len(set(numbers)) == len(numbers)
    used = {number.get(f"{W}val") for number in document(data).iter(f"{W}numId")}
    assert used <= set(numbers)
    relations = xml(data, "word/_rels/document.xml.rels")
    ids = [relation.get("Id") for relation in relations]
    assert len(set(ids)) == len(ids)
    wanted = {e.get(f"{R}id") for e in document(data).iter() if e.get(f"{R}id")}
    assert wanted <= set(ids)
    inner = [f"word/{e.get('Target')}" for e in relations if e.get("TargetMode") != "External"]
    assert set(inner) <= parts(data).keys()


@given(tree=documents())
@FEW
def test_no_paragraph_is_empty_but_a_list_marker_a_cell_or_the_gap_after_a_table(
    tree: Document, theme: Theme, template: CompiledTemplate
) -> None:
    body = find(document(render(tree, theme, template)), "w:body")[0]
    marked = ("List", "Anm")
    for paragraph in body.findall(f"{W}p"):
        style = "".join(find(paragraph, "w:pPr/w:pStyle/@w:val"))
        if paragraph_text(paragraph) or style.startswith(marked):
            continue
        before, after = paragraph.getprevious(), paragraph.getnext()
        assert style == "Tabellskiljare"
        assert before is not None
        assert before.tag == f"{W}tbl"
        assert after is not None
        assert after.tag in {f"{W}tbl", f"{W}sectPr"}


@given(tree=documents())
@FEW
def test_tables_never_touch_and_each_has_a_header_row(
    tree: Document, theme: Theme, template: CompiledTemplate
) -> None:
    root = document(render(tree, theme, template))
    for table in root.iter(f"{W}tbl"):
        following = table.getnext()
        assert following is not None
        assert following.tag == f"{W}p"
        style = find(table, "w:tblPr/w:tblStyle/@w:val")
        headers = find(table, "w:tr/w:trPr/w:tblHeader")
        assert len(headers) == (1 if style == ["Uppdragstabell"] else 0)
        widths = [int(width) for width in find(table, "w:tblGrid/w:gridCol/@w:w")]
        assert sum(widths) == int(find(table, "w:tblPr/w:tblW/@w:w")[0])
        assert min(widths) > 0


def test_the_document_says_its_language_title_and_reading_aids(
    sample: Document, theme: Theme, template: CompiledTemplate
) -> None:
    data = render(sample, theme, template)
    languages = find(xml(data, "word/styles.xml"), "w:docDefaults//w:lang/@w:val")
    assert languages == ["sv-SE"]
    core = {
        etree.QName(element).localname: element.text for element in xml(data, "docProps/core.xml")
    }
    assert core == {
        "title": "Uppdragshandling för lekgruppen",
        "subject": "Uppdragshandling: Lek och lärande",
        "creator": "Exempelregionen, Koncernkontoret",
        "identifier": "RS 2030-00001",
        "language": "sv-SE",
        "contentStatus": "Remissversion",
        "created": "2030-01-02T00:00:00Z",
        "modified": "2030-01-02T00:00:00Z",
    }


def test_word_is_told_to_break_no_words_and_to_set_as_since_2013(
    template: CompiledTemplate,
) -> None:
    settings_part = etree.fromstring(template.parts["word/settings.xml"])
    assert find(settings_part, "w:autoHyphenation/@w:val") == ["0"]
    mode = "w:compat/w:compatSetting[@w:name='compatibilityMode']/@w:val"
    assert find(settings_part, mode) == ["15"]
