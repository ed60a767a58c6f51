"""A rule's number in; the Swedish page about it, and its title, out.

Every rule has a page, so the pages tell which rules there are, and no rule need be loaded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from uppdrag.findings import UppdragError
from uppdrag.workspace.resources import shipped

_PAGES = "docs/regler"
_TITLE = re.compile(r"# (?P<rule>[A-Z]\d{3}) (?P<title>.+)")

_LIKENESS = 0.7
"""One sign of four may be wrong, or one be missing or too much."""


def known_rule(written: str) -> str:
    """Return the number of a rule, however its letter is written. Raises `UppdragError`."""
    name = written.strip().upper()
    if fault := unknown_rule(name):
        raise UppdragError(fault)
    return name


def unknown_rule(rule: str) -> str:
    """Return what to say of a rule that does not exist; nothing of one that does."""
    known = all_rules()
    if rule in known:
        return ""
    meant = rule.upper()
    near = [meant] if meant in known else get_close_matches(meant, known, n=3, cutoff=_LIKENESS)
    advice = f"Menade du {' eller '.join(near)}?" if near else "Se uppdrag explain --list."
    return f"Regeln ”{rule}” finns inte. {advice}"


@cache
def all_rules() -> tuple[str, ...]:
    """Return the numbers of all rules, in order."""
    return tuple(sorted(path.stem for path in _path("").parent.glob("[A-Z][0-9][0-9][0-9].md")))


def page(rule: str) -> str:
    """Return the page of a rule, as Markdown. Raises `UppdragError` for one that is not there."""
    return _path(known_rule(rule)).read_text(encoding="utf-8")


def titles(rules: Iterable[str]) -> Mapping[str, str]:
    """Return the titles of those of the rules that there are."""
    found = {}
    for rule in rules:
        if rule in all_rules() and (match := _TITLE.match(page(rule))):
            found[rule] = match["title"].strip()
    return found


def _path(rule: str) -> Path:
    return shipped() / _PAGES / f"{rule}.md"
