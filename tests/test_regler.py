"""Each rule has a page and examples, and the page says what the examples show."""

import re
from pathlib import Path

import pytest

from uppdrag.findings.text import SEVERITY_WORDS
from uppdrag.rules import RULES
from uppdrag.source import TITLES

from .example_case import CASES, Case, cases, source_text
from .rule_page import PAGES, Page, holds, read_page

FILES = tuple(sorted(file for file in PAGES.glob("*.md") if file.name != "README.md"))
HEADINGS = ["Varför", "Fel", "Rätt", "Undantag"]
WITHOUT_EXAMPLES = {
    "Y000": "a folder cannot hold a file that nobody may read",
    "R005": "a folder of examples has no history in git",
    "Y003": "the shortest file that is too large has two million characters",
}
"""Rules that no example folder can show, and why; their pages have examples all the same."""

every_page = pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)


@pytest.mark.parametrize("rule", sorted(RULES))
def test_a_registered_rule_has_a_page_and_an_example(rule: str):
    assert (PAGES / f"{rule}.md").is_file(), f"docs/regler/{rule}.md is missing"
    shown = next(cases([rule]), None)
    assert (shown is None) is (rule in WITHOUT_EXAMPLES)


def test_every_page_and_folder_of_examples_is_of_a_registered_rule():
    folders = {folder.name for folder in CASES.iterdir()}
    assert ({file.stem for file in FILES} | folders) - set(RULES) == set()


@every_page
def test_a_page_has_its_parts_in_order(file: Path):
    page = read_page(file)
    assert page.rule == file.stem
    assert not page.title.endswith(".")
    assert page.about
    assert list(page.sections) == HEADINGS
    assert all(text.strip() for text in page.sections.values())


@every_page
def test_a_page_says_what_the_rule_weighs(file: Path):
    page = read_page(file)
    severity = RULES[page.rule].severity
    assert page.weight.startswith(f"**{SEVERITY_WORDS[severity].capitalize()}.**")
    words = re.findall(r"\w+", page.weight.lower())
    assert _given(page.rule) <= set(words), "the examples give a weight that the page leaves out"


@every_page
def test_what_a_page_shows_stands_in_its_examples(file: Path):
    page = read_page(file)
    for section in ("Fel", "Rätt"):
        assert page.example(section), f"{section} has no fenced example"
    if page.rule not in WITHOUT_EXAMPLES:
        assert any(_is_of(case, page) for case in cases([page.rule])), "no example has these lines"


@pytest.mark.parametrize("rule", list(TITLES))
def test_the_title_of_a_fault_in_the_text_is_the_pages(rule: str):
    assert read_page(PAGES / f"{rule}.md").title == TITLES[rule]


def _given(rule: str) -> set[str]:
    """Return the severity words that the rule has in what its examples give."""
    pattern = re.compile(rf"^\S+:\d+:\d+-\d+:\d+ (\w+) {rule} ", re.MULTILINE)
    return {
        word
        for case in cases([rule])
        for word in pattern.findall(case.expected.read_text(encoding="utf-8"))
    }


def _is_of(case: Case, page: Page) -> bool:
    return _stands_in(case, "bad", page.example("Fel")) and _stands_in(
        case, "good", page.example("Rätt")
    )


def _stands_in(case: Case, side: str, shown: list[str]) -> bool:
    """Tell whether the lines stand in the files of a side, each stretch of them in one file."""
    texts = [source_text(file) for file in case.files(side)]
    return any(holds(text, shown) for text in texts) or holds("\n".join(texts), shown)
