"""Comparisons as PDF and as web pages before referees that share no code with the project."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
import redline_files
from browser import Browser
from paper import pdf_text
from redline_pairs import pairs, revisions
from referees import REPOSITORY, verapdf
from wording import pieces

pytestmark = pytest.mark.interop

NAMES = (
    "paragraph moved and reworded",
    "bullet split in three",
    "number made bullet",
    "bold to italic",
    "target of a link",
    "column added",
    "table moved",
    "head with a new title",
    "empty to full",
    "full to empty",
    "unchanged",
    "sections reversed",
    "random 17",
    "random 62",
)


class Files(NamedTuple):
    """A comparison as the public command gives it; `texts` are the words of its changes."""

    name: str
    texts: list[str]
    html: Path
    pdf: Path


@pytest.fixture(scope="module")
def compared(tmp_path_factory: pytest.TempPathFactory) -> list[Files]:
    folder = tmp_path_factory.mktemp("revision")
    chosen = [*revisions(), *(pair for pair in pairs() if pair.name in NAMES)]
    made = []
    for name, (old, new) in redline_files.write(chosen, folder).items():
        html, pdf = (old.with_name(f"andringar.{suffix}") for suffix in ("html", "pdf"))
        for path in (html, pdf):
            diff(old, new, "-o", str(path))
        told = json.loads(diff(old, new, "--format", "json", "-o", "-"))["changes"]
        texts = [f"{change['old']} {change['new']}" for change in told]
        made.append(Files(name, texts, html, pdf))
    assert len(made) == len(revisions()) + len(NAMES) > 10
    return made


def diff(*arguments: str | Path) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "uppdrag", "diff", *map(str, arguments)],
        cwd=REPOSITORY,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, f"{arguments}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with Browser(tmp_path_factory.mktemp("browser")) as running:
        yield running


def test_every_comparison_in_pdf_is_pdf_ua_1_and_pdf_a_2a_to_verapdf(
    compared: list[Files],
) -> None:
    verdicts = verapdf(one.pdf for one in compared)
    found = [f"{path}: {failure}" for path, failures in verdicts.items() for failure in failures]
    assert not found, "\n".join(found)


def test_every_comparison_in_pdf_prints_the_words_of_every_change(compared: list[Files]) -> None:
    for one in compared:
        printed = set(pieces(pdf_text(one.pdf)))
        lost = [text for text in one.texts if not printed.issuperset(pieces(text))]
        assert not lost, f"{one.name}: {lost}"


def test_a_browser_has_nothing_to_object_to_and_every_link_leads_somewhere(
    compared: list[Files], browser: Browser
) -> None:
    dead = """[...document.querySelectorAll('a[href^="#"]')]
        .map(link => decodeURIComponent(link.getAttribute('href').slice(1)))
        .filter(id => !document.getElementById(id))"""
    for one in compared:
        browser.open(one.html)
        assert browser.problems == [], one.name
        assert browser.ask(dead) == [], one.name
        told = browser.ask("document.querySelector('.count').innerText")
        assert not one.texts or told.startswith(f"{len(one.texts)} ändring"), one.name


def test_the_next_key_goes_through_every_place_and_the_other_one_back(
    compared: list[Files], browser: Browser
) -> None:
    here = "document.activeElement.id"
    counter = "document.getElementById('raknare').textContent"
    places = """[...document.querySelectorAll('.stop')]
        .filter(stop => stop.getClientRects().length).map(stop => stop.id)"""
    is_in_sight = """(() => { const box = document.activeElement.getBoundingClientRect();
        return box.bottom > 0 && box.top < innerHeight; })()"""
    for one in compared:
        browser.open(one.html)
        wanted = browser.ask(places)
        visited = []
        for number in range(1, len(wanted) + 1):
            browser.press("n")
            visited.append(browser.ask(here))
            assert browser.ask(counter) == f"{number} av {len(wanted)}", one.name
            assert browser.ask(is_in_sight), f"{one.name}: {visited[-1]}"
        assert visited == wanted, one.name
        if len(wanted) > 1:
            browser.press("n")
            assert browser.ask(here) == wanted[-1], one.name
            browser.press("p")
            assert browser.ask(here) == wanted[-2], one.name


def test_the_first_link_of_the_summary_leads_to_its_change_by_keyboard(
    compared: list[Files], browser: Browser
) -> None:
    browser.open(compared[0].html)
    wanted = browser.ask(
        "(() => { const link = document.querySelector('.lines a[href^=\"#andring\"]');"
        " link.focus(); return link.getAttribute('href').slice(1); })()"
    )
    browser.press("Enter")
    assert browser.ask("document.activeElement.id") == wanted


def test_without_scripts_the_marked_words_stand_there(
    compared: list[Files], browser: Browser
) -> None:
    seen = """[...document.querySelectorAll('ins, del')]
        .filter(mark => mark.getClientRects().length).length"""
    for one in compared:
        browser.open(one.html)
        marked = browser.ask(seen)
        browser.open_without_scripts(one.html)
        assert browser.ask("document.documentElement.className") == "", one.name
        assert browser.ask(seen) == marked, one.name
        assert marked or not any(text.strip() for text in one.texts), one.name


def test_on_paper_stand_the_words_of_every_change(
    compared: list[Files], browser: Browser, tmp_path: Path
) -> None:
    path = tmp_path / "paper.pdf"
    for one in compared:
        browser.open(one.html)
        path.write_bytes(browser.printed())
        printed = set(pieces(pdf_text(path)))
        lost = [text for text in one.texts if not printed.issuperset(pieces(text))]
        assert not lost, f"{one.name}: {lost}"


def test_on_a_narrow_screen_nothing_runs_out_to_the_side(
    compared: list[Files], browser: Browser
) -> None:
    for one in compared:
        browser.open(one.html, width=320)
        width = browser.ask("document.documentElement.scrollWidth")
        assert width <= 320, f"{one.name}: {width}"


def test_a_browser_finds_a_dead_link_a_script_that_fails_and_a_page_too_wide(
    browser: Browser, tmp_path: Path
) -> None:
    path = tmp_path / "bad.html"
    path.write_text(
        '<!doctype html><meta charset="utf-8"><p class="count">Ett</p>'
        '<div style="width:900px">bred</div><script>finns.inte()</script>',
        encoding="utf-8",
    )
    browser.open(path, width=320)
    assert browser.problems
    assert browser.ask("document.documentElement.scrollWidth") > 320
    browser.open_without_scripts(path)
    assert browser.problems == []
