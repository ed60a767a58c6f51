"""What holds for the page of any comparison: nothing lost, every change led to, valid, safe."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from itertools import pairwise

import lxml.html
import pytest
from hypothesis import HealthCheck, given, settings
from tests.compare.two_revisions import comparisons, every_kind, real_pairs
from tests.render.html.conftest import TEMPLATES
from tests.render.html.revision_reader import Element, read
from tests.render.html.strategies import passages
from tests.render.html.test_page import HOSTILE, contrast

from uppdrag.compare import Comparison, Side, compare
from uppdrag.compare.changes.listing import changes_of
from uppdrag.compare.telling.describe import count_sentence
from uppdrag.document.tree import Document, Heading, Metadata, Paragraph, Run, Table
from uppdrag.render.html.revision import render_branch, render_revision
from uppdrag.render.html.revision_template import RevisionTemplate, compile_revision_template
from uppdrag.render.theme import Theme

FEW = settings(
    max_examples=settings().max_examples // 2, suppress_health_check=[HealthCheck.too_slow]
)
EXAMPLES = [every_kind(), *real_pairs()]
SHIPPED = (TEMPLATES / "jamforelse.html.j2").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def template() -> RevisionTemplate:
    return compile_revision_template(SHIPPED)


def words(document: Document) -> str:
    return "".join("".join(passages(document.blocks)).split())


def stops(element: Element) -> list[int]:
    return [int(stop.attributes["data-number"]) for stop in element.all(name="stop")]


def assert_whole(comparison: Comparison, page: Element) -> None:
    """Each view has all words of both documents in their order, and each change one place."""
    inline = page.one("article", "document")
    assert inline.words("del") == words(comparison.new.document)
    assert inline.words("ins") == words(comparison.old.document)
    rows = page.one("table", "sides").all("td")
    old = "".join(cell.words() for cell in rows if "old" in cell.classes)
    new = "".join(cell.words() for cell in rows if "new" in cell.classes)
    assert old == words(comparison.old.document)
    assert new == words(comparison.new.document)
    unseen = [number for part in page.all("section", "unseen") for number in stops(part)]
    numbers = [change.number for change in comparison.changes]
    assert sorted(stops(inline) + unseen) == numbers
    assert sorted(stops(page.one("section", "side")) + unseen) == numbers


def assert_valid(content: bytes, page: Element) -> None:
    ids = [found for element in page.all() if (found := element.attributes.get("id"))]
    assert len(set(ids)) == len(ids)
    targets = [link.attributes["href"] for link in page.all("a")]
    assert {target[1:] for target in targets if target.startswith("#")} <= set(ids)
    levels = [int(e.tag[1]) for e in page.all() if re.fullmatch("h[1-6]", e.tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    links = [link for link in page.all("a") if link.all("a")]
    assert links == []
    main = lxml.html.document_fromstring(content.decode("utf-8")).find(".//main")
    assert "".join(main.text_content().split()) == "".join(page.one("main").text.split())


@given(comparison=comparisons())
@FEW
def test_any_comparison_is_whole_and_valid(
    comparison: Comparison, theme: Theme, template: RevisionTemplate
):
    content = render_revision(comparison, theme, template)
    page = read(content)
    assert_whole(comparison, page)
    assert_valid(content, page)


@pytest.mark.parametrize("comparison", EXAMPLES, ids=["every kind", "samordningsråd", "vvg"])
class TestExamples:
    def test_they_are_whole_and_valid(
        self, comparison: Comparison, theme: Theme, template: RevisionTemplate
    ):
        content = render_revision(comparison, theme, template)
        assert_whole(comparison, read(content))
        assert_valid(content, read(content))

    def test_the_counts_are_those_of_every_output(
        self, comparison: Comparison, theme: Theme, template: RevisionTemplate
    ):
        page = read(render_revision(comparison, theme, template))
        assert page.one("p", "count").text == count_sentence(comparison.changes)
        badges = page.one("nav", "contents").all("b", "badge")
        counted = [int(re.match(r"\d+", badge.text)[0]) for badge in badges]  # type: ignore[index]
        assert sum(counted) == len(comparison.changes)
        assert f'"{len(comparison.changes)} ändringar"' in page.one("script").text

    def test_the_summary_leads_to_each_change_once_and_substance_comes_first(
        self, comparison: Comparison, theme: Theme, template: RevisionTemplate
    ):
        page = read(render_revision(comparison, theme, template))
        led = [a.attributes["href"] for ul in page.all("ul", "lines") for a in ul.all("a")]
        assert sorted(led) == sorted(f"#andring-{c.number}" for c in comparison.changes)
        substantial = {f"#andring-{c.number}" for c in comparison.changes if c.saklig}
        assert set(led[: len(substantial)]) == substantial

    def test_the_same_comparison_gives_the_same_bytes(
        self, comparison: Comparison, theme: Theme, template: RevisionTemplate
    ):
        pages = {render_revision(comparison, theme, template) for _ in range(2)}
        assert len(pages) == 1

    def test_what_stands_apart_from_the_texts_is_named_as_not_printed(
        self, comparison: Comparison, theme: Theme, template: RevisionTemplate
    ):
        page = read(render_revision(comparison, theme, template))
        unprinted = [change for change in comparison.changes if not change.is_printed]
        said = [e for e in page.all("span", "label") if e.text == "syns inte i dokumentet"]
        assert len(said) == len(unprinted)


def test_several_comparisons_are_one_page_with_a_list_first(
    theme: Theme, template: RevisionTemplate
):
    notes = ["mandates/ny/2030-01-01.yaml är ny."]
    content = render_branch(EXAMPLES, "Ändrade handlingar", theme, template, notes)
    page = read(content)
    assert_valid(content, page)
    listed = page.one("ol", "mandates").all("span")
    assert [line.text for line in listed] == [count_sentence(c.changes) for c in EXAMPLES]
    assert page.one("ul", "notes").one("li").text == notes[0]
    numbers = [number for part in page.all("section", "mandate") for number in stops(part)]
    unseen = sum(not change.is_printed for c in EXAMPLES for change in c.changes)
    assert len(numbers) == 2 * sum(len(c.changes) for c in EXAMPLES) - unseen


def test_a_branch_without_comparisons_has_its_notes(theme: Theme, template: RevisionTemplate):
    page = read(render_branch([], "Ändrade handlingar", theme, template, ["En är ny."]))
    assert page.one("ul", "notes").text.split() == ["En", "är", "ny."]


def test_two_that_are_the_same_have_no_change_to_go_to(theme: Theme, template: RevisionTemplate):
    side = EXAMPLES[0].new
    marked = compare(side.document, side.document)
    page = read(render_revision(Comparison(side, side, marked, ()), theme, template))
    assert page.one("p", "count").text == "Inga ändringar."
    assert page.all(name="stop") == []


def hostile() -> Comparison:
    def document(text: str) -> Document:
        paragraphs = (Heading(2, (Run(text),)), Paragraph((Run(text), Run(text, target=text))))
        table = replace(_table(text), rows=(_table(text).header,))
        return Document(Metadata(text, text), (Heading(1, (Run(text),)), *paragraphs, table))

    old, new = document(f"{HOSTILE} före"), document(f"{HOSTILE} \x00 efter")
    handling = replace(EXAMPLES[0].new.handling, titel=HOSTILE, diarienummer=HOSTILE)
    marked = compare(old, new)
    sides = Side(HOSTILE, handling, old), Side(HOSTILE, handling, new)
    changes = tuple(
        replace(change, by=HOSTILE, conflict=change.number) for change in changes_of(marked)
    )
    return Comparison(*sides, marked, changes)


def _table(text: str) -> Table:
    from uppdrag.document.tree import Row  # noqa: PLC0415 - one use

    return Table(Row(((Run(text),), (Run(text),))), ())


def test_hostile_words_are_words_wherever_they_stand(theme: Theme, template: RevisionTemplate):
    comparison = hostile()
    sender = replace(theme.sender, organisation=HOSTILE)
    own = replace(theme, sender=sender)
    for content in (
        render_revision(comparison, own, template),
        render_branch([comparison], HOSTILE, own, template, [HOSTILE]),
    ):
        page = read(content)
        assert_valid(content, page)
        assert len(page.all("script")) == 1
        assert page.all("img") == []
        style = page.one("style").text
        assert "</" not in style
        assert style.count("{") == style.count("}")


@pytest.mark.parametrize("comparison", [EXAMPLES[0], hostile()], ids=["every kind", "hostile"])
def test_nothing_is_fetched_and_only_the_pages_own_script_runs(
    comparison: Comparison, theme: Theme, template: RevisionTemplate
):
    page = read(render_revision(comparison, theme, template))
    (policy,) = [m.attributes["content"] for m in page.all("meta") if "http-equiv" in m.attributes]
    digest = sha256(page.one("script").text.encode()).digest()
    named = f"script-src 'sha256-{b64encode(digest).decode()}';"
    assert policy.startswith("default-src 'none';")
    assert named in policy
    names = {name for element in page.all() for name in element.attributes}
    assert names.isdisjoint({"src", "srcset", "style", "action"})
    assert not [name for name in names if name.startswith("on")]
    assert not re.search(r"url\(|@import", page.one("style").text)
    tags = {element.tag for element in page.all()}
    assert tags.isdisjoint({"link", "iframe", "object", "embed", "base", "form"})


def test_the_page_is_swedish_and_has_its_landmarks_once(theme: Theme, template: RevisionTemplate):
    page = read(render_revision(EXAMPLES[0], theme, template))
    assert page.one("html").attributes["lang"] == "sv"
    assert [len(page.all(tag)) for tag in ("nav", "main", "footer")] == [1, 1, 1]
    skips = page.all("a", "skip")
    assert [skip.text for skip in skips] == ["Till sammanfattningen", "Till texten"]
    assert page.one("title").text == page.one("h1").text


def test_marked_words_can_be_read_on_their_tints(theme: Theme):
    colours = dict(re.findall(r"--([\w-]+): (#[0-9A-F]{6});", SHIPPED))
    own = theme.colours
    colours |= {"added": own.added, "removed": own.removed, "moved": own.moved}
    for kind in ("added", "removed", "moved"):
        assert contrast("#000000", colours[f"{kind}-tint"]) >= 4.5
        assert contrast(colours[kind], "#FFFFFF") >= 4.5
        assert contrast(colours[kind], colours[f"{kind}-tint"]) >= 3
