"""A rule's number in; the Swedish page about it, and its title, out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from pathlib import Path

from uppdrag.findings import UppdragError
from uppdrag.rules import RULES
from uppdrag.workspace.resources import shipped

PAGES = "docs/regler"
_TITLE = re.compile(r"# (?P<rule>[A-Z]\d{3}) (?P<title>.+)")


def page(rule: str) -> str:
    """Return the page of a rule, as Markdown. Raises `UppdragError` for one that is not there."""
    name = rule.upper()
    if name not in RULES:
        near = get_close_matches(name, RULES, n=3)
        advice = f"Menade du {' eller '.join(near)}?" if near else "Se uppdrag explain --list."
        message = f"Regeln {rule} finns inte. {advice}"
        raise UppdragError(message)
    return _path(name).read_text(encoding="utf-8")


def titles(rules: Iterable[str]) -> Mapping[str, str]:
    """Return the titles of the rules that have a page."""
    found = {}
    for rule in rules:
        if rule in RULES and _path(rule).is_file() and (match := _TITLE.match(page(rule))):
            found[rule] = match["title"].strip()
    return found


def _path(rule: str) -> Path:
    return shipped() / PAGES / f"{rule}.md"
