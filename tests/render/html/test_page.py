"""The whole page: every word in its order, safe, accessible, complete in itself."""

import re
from dataclasses import replace
from itertools import pairwise

import lxml.html
import pytest
from hypothesis import HealthCheck, given, settings
from tests.render.html.reader import WITHIN_A_LINE, Page
from tests.render.html.strategies import DOCUMENTS, passages, targets

from uppdrag.document.tree import Document, Heading, Metadata, Paragraph, Run
from uppdrag.render.html import HtmlTemplate, render
from uppdrag.render.theme import Theme

METADATA = Metadata(
    title="Rådet för lek & lärande",
    document_type="Uppdragshandling",
    identifier="RS 2030-00001",
    date="2030-01-02",
    organisation=("Regionen", "Kontoret"),
    subject='Uppdragshandling: "lek"',
)
HOSTILE = "</p></main></style></title><script>alert(1)</script><img src=x onerror=y> {{ 7*7 }} -->"
FEW = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow], deadline=None)


def heading(level: int, words: str) -> Heading:
    return Heading(level, (Run(words),))


def handling(*sections: str) -> Document:
    return Document(METADATA, (heading(1, METADATA.title), *(heading(2, s) for s in sections)))


@given(document=DOCUMENTS)
@FEW
def test_every_word_stands_in_main_in_its_order(
    document: Document, theme: Theme, template: HtmlTemplate
):
    page = render(document, theme, template)
    expected = " ".join(passages(document.blocks)).split()
    assert Page(page).words == expected
    assert _words_by_lxml(page) == expected


def _words_by_lxml(page: bytes) -> list[str]:
    """Return the words of main as another parser reads them."""
    return _text(lxml.html.document_fromstring(page.decode("utf-8")).find(".//main")).split()


def _text(element: lxml.html.HtmlElement) -> str:
    gap = "" if element.tag in WITHIN_A_LINE else "\n"
    inner = "".join(f"{_text(child)}{child.tail or ''}" for child in element)
    return f"{gap}{element.text or ''}{inner}{gap}"


@given(document=DOCUMENTS)
@FEW
def test_headings_skip_no_level_and_ids_are_unique_and_ascii(
    document: Document, theme: Theme, template: HtmlTemplate
):
    page = Page(render(document, theme, template))
    levels = [0, *page.heading_levels]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert len(set(page.ids)) == len(page.ids)
    assert all(re.fullmatch("[a-z0-9-]+", found) for found in page.ids)


@given(document=DOCUMENTS)
@FEW
def test_every_link_keeps_its_address(document: Document, theme: Theme, template: HtmlTemplate):
    page = render(document, theme, template).decode("utf-8")
    main = lxml.html.document_fromstring(page).find(".//main")
    assert [link.get("href") for link in main.iter("a")] == list(targets(document.blocks))


@given(document=DOCUMENTS)
@FEW
def test_nothing_runs_and_nothing_is_fetched(
    document: Document, theme: Theme, template: HtmlTemplate
):
    page = Page(render(document, theme, template))
    allowed = {"html", "head", "meta", "title", "style", "body", "a", "header", "p", "div", "nav"}
    allowed |= {"details", "summary", "ol", "ul", "li", "main", "footer", "h1", "h2", "h3", "span"}
    allowed |= {"dl", "dt", "dd", "strong", "em", "table", "thead", "tbody", "tr", "th", "td"}
    allowed |= {"aside", "section"}
    assert {tag for tag, _ in page.elements} <= allowed
    names = {name for _, attributes in page.elements for name in attributes}
    assert names.isdisjoint({"src", "srcset", "style"})
    assert not [name for name in names if name.startswith("on")]
    assert not re.search(r"url\(|@import", page.texts["style"][0])
    (policy,) = [m["content"] for m in page.attributes("meta") if "http-equiv" in m]
    assert policy is not None
    assert "default-src 'none'" in policy
    assert "script-src 'none'" in policy


def test_hostile_words_are_words_wherever_they_stand(theme: Theme, template: HtmlTemplate):
    sections = [heading(2, HOSTILE) for _ in range(3)]
    metadata = Metadata(HOSTILE, HOSTILE, HOSTILE, HOSTILE, (HOSTILE,), HOSTILE, HOSTILE)
    document = Document(metadata, (heading(1, HOSTILE), *sections, Paragraph((Run(HOSTILE),))))
    sender = replace(theme.sender, organisation=HOSTILE, footer=HOSTILE)
    fonts = replace(theme.fonts, word=f'x"; }} {HOSTILE}')
    page = Page(render(document, replace(theme, sender=sender, fonts=fonts), template))
    assert page.words == (" ".join([HOSTILE] * 5)).split()
    assert page.texts["title"] == [HOSTILE]
    assert "script" not in {tag for tag, _ in page.elements}
    style = page.texts["style"][0]
    assert "</" not in style
    assert style.count("{") == style.count("}")


def test_the_same_document_gives_the_same_bytes(theme: Theme, template: HtmlTemplate):
    document = handling("Syfte", "Arbetsorganisation", "Samband")
    assert render(document, theme, template) == render(document, theme, template)


def test_the_page_says_what_it_is(theme: Theme, template: HtmlTemplate):
    content = render(handling(), theme, template)
    page = Page(content)
    assert content.startswith(b'<!doctype html>\n<html lang="sv">\n')
    assert page.texts["title"] == ["Rådet för lek & lärande"]
    named = {m["name"]: m["content"] for m in page.attributes("meta") if "name" in m}
    assert named["description"] == 'Uppdragshandling: "lek"'
    assert named["author"] == "Regionen, Kontoret"
    assert named["dcterms.identifier"] == "RS 2030-00001"
    assert named["dcterms.date"] == "2030-01-02"
    assert named["color-scheme"] == "light"


def test_the_page_has_its_landmarks_once_and_a_way_past_them(theme: Theme, template: HtmlTemplate):
    page = Page(render(handling("A", "B", "C"), theme, template))
    tags = [tag for tag, _ in page.elements]
    assert [tags.count(tag) for tag in ("header", "nav", "main", "footer")] == [1, 1, 1, 1]
    skip = page.attributes("a")[0]
    assert page.texts["a"][0] == "Till innehållet"
    assert skip["href"] == f"#{page.attributes('main')[0]['id']}"


def test_three_sections_have_a_table_of_contents(theme: Theme, template: HtmlTemplate):
    document = handling("Syfte", "Arbetsorganisation", "Samband & gräns")
    page = Page(render(document, theme, template))
    links = [a["href"] for a in page.attributes("a")][1:]
    assert page.texts["summary"] == ["Innehåll"]
    assert page.texts["a"][1:] == ["Syfte", "Arbetsorganisation", "Samband & gräns"]
    assert links == [f"#{heading['id']}" for heading in page.attributes("h2")]


def test_two_sections_have_none(theme: Theme, template: HtmlTemplate):
    page = Page(render(handling("Syfte", "Samband"), theme, template))
    assert page.attributes("nav") == []


def test_the_theme_decides_paper_size_margins_and_fonts(theme: Theme, template: HtmlTemplate):
    own = replace(theme, page=replace(theme.page, width=148.0, left=17.5))
    own = replace(own, fonts=replace(own.fonts, word="Egen Sans"))
    style = Page(render(handling(), own, template)).texts["style"][0]
    assert "size: 148.0mm 297.0mm;" in style
    assert "margin: 28.0mm 30.0mm 27.0mm 17.5mm;" in style
    assert '"Egen Sans", "Carlito", "Segoe UI"' in style


@pytest.mark.parametrize(("text", "surface"), [("text", "surface"), ("muted", "surface")])
def test_text_can_be_read_against_every_surface(theme: Theme, text: str, surface: str):
    for background in ("#FFFFFF", getattr(theme.colours, surface)):
        assert contrast(getattr(theme.colours, text), background) >= 4.5


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two colours (WCAG 2.1, 1.4.3)."""
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
