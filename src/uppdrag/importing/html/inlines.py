"""The children of an element in; runs of text out, with single spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from uppdrag.document.tree import Inlines, Run
from uppdrag.importing.html.element import Child, Element
from uppdrag.source.characters import normalised

BREAK = "\u2028"
"""A line break that the page asks for, until paragraphs are cut at it."""

_BOLD = frozenset({"b", "strong", "th"})
_ITALIC = frozenset({"em", "i", "cite", "dfn", "var"})
_SPACE = re.compile(r"[ \t\n\r\f]+")
_ADDRESS = re.compile(r"(?:https?:|mailto:|tel:|[#/]|[^:]*$)", re.IGNORECASE)


def inlines(children: Sequence[Child], base: Run | None = None) -> Inlines:
    """Return the text of the children in its forms, white space folded as a browser folds it."""
    return folded(tuple(_runs(children, base or Run(""))))


def folded(runs: Inlines) -> Inlines:
    """Return the runs with single spaces, and none at the ends."""
    out: list[Run] = []
    before = " "
    for run in runs:
        text = _SPACE.sub(" ", run.text)
        if before.endswith((" ", BREAK)):
            text = text.removeprefix(" ")
        if text:
            out.append(replace(run, text=text))
            before = text
    while out and not out[-1].text.rstrip(" "):
        out.pop()
    if out:
        out[-1] = replace(out[-1], text=out[-1].text.rstrip(" "))
    return tuple(out)


def cut_at_breaks(runs: Inlines) -> list[Inlines]:
    """Return the runs of each line that line breaks part."""
    rows: list[list[Run]] = [[]]
    for run in runs:
        first, *rest = run.text.split(BREAK)
        rows[-1].append(replace(run, text=first))
        rows.extend([replace(run, text=part)] for part in rest)
    return [found for row in rows if (found := folded(tuple(r for r in row if r.text)))]


def _runs(children: Sequence[Child], form: Run) -> Iterator[Run]:
    for child in children:
        if isinstance(child, str):
            if child:
                yield replace(form, text=_clean(child))
        elif child.tag == "br":
            yield replace(form, text=BREAK)
        elif child.tag == "img":
            alt = child.attributes.get("alt", "")
            if alt.strip():
                yield replace(form, text=_clean(alt))
        elif child.tag == "input":
            if value := child.attributes.get("value", ""):
                yield replace(form, text=_clean(value))
        else:
            yield from _runs(child.children, _formed(child, form))


def _formed(element: Element, form: Run) -> Run:
    """Return the form of the text in an element."""
    tag = element.tag
    if tag in _BOLD:
        return replace(form, bold=True)
    if tag in _ITALIC:
        return replace(form, italic=True)
    if tag == "a" and form.target is None:
        target = element.attributes.get("href", "").strip()
        if target and _ADDRESS.match(target):
            return replace(form, target=target)
    return form


def _clean(text: str) -> str:
    return normalised(text.replace("\u00ad", ""))
