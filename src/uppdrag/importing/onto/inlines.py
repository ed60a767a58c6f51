"""Runs as Word has them in; runs as the document has them out: single spaces, one run a form."""

from __future__ import annotations

import re
from collections.abc import Iterable

from uppdrag.compare.lines import joined
from uppdrag.document.tree import Inlines, Run
from uppdrag.source.characters import composed

_SPACE = re.compile(r"[ \t\r\n\v\f]+")


def tidy(runs: Iterable[Run]) -> Inlines:
    """Return the runs in NFC with single spaces, none at either end; marks of form on no space."""
    out: list[Run] = []
    before = " "
    for run in joined(runs):
        text = _SPACE.sub(" ", composed(run.text))
        if before.endswith(" "):
            text = text.removeprefix(" ")
        if text:
            out.append(Run(text, run.bold, run.italic, run.target))
            before = text
    while out and not out[-1].text.strip(" "):
        out.pop()
    if out and out[-1].text.endswith(" "):
        last = out[-1]
        out[-1] = Run(last.text.rstrip(" "), last.bold, last.italic, last.target)
    return joined(out)


def split_label(runs: Inlines) -> tuple[Inlines, Inlines]:
    """Return the label that a line begins with, in bold and with its colon, and what follows."""
    first = runs[0] if runs else None
    if first is None or not first.bold or first.target is not None:
        return (), runs
    words = first.text.rstrip(" ")
    if not words.endswith((":", "?")):
        return (), runs
    return (Run(words, bold=True),), tidy(runs[1:])


def words_of(runs: Iterable[Run]) -> str:
    """Return the words without their form."""
    return "".join(run.text for run in runs)
