"""`uppdrag explain`: the page as it is for a program, laid out for a person."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from uppdrag.cli.page import COLOUR, PLAIN, laid_out
from uppdrag.workspace.rule_pages import all_rules, page

from .command import uppdrag

PAGE = """\
# T999 En rubrik

**Fel.** I ett utkast `upplysning`.

Ett stycke som är så långt
att det bryts på en annan rad.

- En punkt
  som går vidare.
- En till.

## Fel

```yaml
undantag:

  - regel: T003
```
"""


def test_a_program_gets_the_page_as_it_is(tmp_path: Path) -> None:
    assert uppdrag(tmp_path, "explain", "t003") == (0, page("T003"), "")


def test_a_person_gets_a_page_that_is_easy_to_read() -> None:
    assert laid_out(PAGE, 36).splitlines() == [
        "T999 En rubrik",
        "",
        "Fel. I ett utkast ”upplysning”.",
        "",
        "Ett stycke som är så långt att det",
        "bryts på en annan rad.",
        "",
        "- En punkt som går vidare.",
        "- En till.",
        "",
        "Fel",
        "",
        "    undantag:",
        "",
        "      - regel: T003",
    ]


def test_headings_and_code_have_colours_where_they_are_wanted() -> None:
    lines = laid_out(PAGE, 36, COLOUR).splitlines()
    assert lines[0] == "\x1b[1mT999 En rubrik\x1b[0m"
    assert lines[2] == "\x1b[1mFel.\x1b[0m I ett utkast \x1b[36mupplysning\x1b[0m."


@pytest.mark.parametrize("rule", all_rules())
def test_no_word_of_a_page_is_lost(rule: str) -> None:
    text = page(rule)
    shown = laid_out(text, 80, PLAIN)
    assert re.findall(r"\w+", shown) == re.findall(r"(?<!`)\b\w+|(?<=[^`]`)\w+", text)
    assert "\n\n\n" not in shown


def test_all_rules_are_listed(tmp_path: Path) -> None:
    code, out, _ = uppdrag(tmp_path, "explain")
    assert code == 0
    assert [line.split("  ")[0] for line in out.splitlines()] == list(all_rules())
    assert out == uppdrag(tmp_path, "explain", "--list").out


def test_a_rule_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    assert uppdrag(tmp_path, "explain", "T03") == (
        2,
        "",
        "Regeln ”T03” finns inte. Menade du T013 eller T003?\n",
    )
