"""Findings placed in a document in; the document with marks around them, and Word's comments, out.

A comment is three things in the text (ECMA-376 Part 1, 17.13.4): where it starts, where it ends,
and a run that refers to it. It has no date: the same input gives the same bytes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Final

from uppdrag.document.inlines import inlines, with_inlines
from uppdrag.document.tree import Document, Inlines, Run
from uppdrag.findings import Finding
from uppdrag.findings.text import SEVERITY_WORDS
from uppdrag.render.docx.placing import Placement
from uppdrag.render.docx.runs import RunWriter, text

AUTHOR: Final = "uppdrag"
INITIALS: Final = "U"

REFERENCE: Final = "annotation reference"
TEXT: Final = "annotation text"
"""The names of Word's own styles for a comment's number and its text."""

_LONGEST_QUOTE = 60


class Edge(IntEnum):
    """Which edge of a comment's words a mark is; where one ends and another starts, in order."""

    END = 0
    START = 1


@dataclass(frozen=True, slots=True)
class Mark(Run):
    """A run without words: an edge of a comment, which only `CommentedRuns` writes."""

    number: int = 0
    edge: Edge = Edge.START


class CommentedRuns(RunWriter):
    """Writes runs as ever, and the marks of comments among them."""

    __slots__ = ()

    def run(self, run: Run, *, is_link: bool) -> str:
        """Return one run; a mark is a comment's start, or its end and the reference to it."""
        if not isinstance(run, Mark):
            return RunWriter.run(self, run, is_link=is_link)
        if run.edge is Edge.START:
            return f'<w:commentRangeStart w:id="{run.number}"/>'
        return (
            f'<w:commentRangeEnd w:id="{run.number}"/>'
            f'<w:r><w:rPr><w:rStyle w:val="{self.styles[REFERENCE]}"/></w:rPr>'
            f'<w:commentReference w:id="{run.number}"/></w:r>'
        )


def marked(document: Document, placements: Sequence[Placement], first: int) -> Document:
    """Return the document with the marks of comments, which are numbered from `first`."""
    edges: dict[int, list[tuple[int, Edge, int]]] = defaultdict(list)
    for number, placement in enumerate(placements, first):
        start, last = placement.first, placement.last
        edges[start.inlines].append((start.character, Edge.START, number))
        edges[last.inlines].append((last.character + 1, Edge.END, number))
    return with_inlines(
        document,
        (_with_marks(one, sorted(edges[number])) for number, one in enumerate(inlines(document))),
    )


def _with_marks(runs: Inlines, edges: Iterable[tuple[int, Edge, int]]) -> Inlines:
    """Return the runs cut where an edge is, with its mark there."""
    out: list[Run] = []
    rest = list(runs)
    at = 0
    for place, edge, number in edges:
        while rest and at + len(rest[0].text) <= place:
            at += len(rest[0].text)
            out.append(rest.pop(0))
        if at < place:
            run = rest.pop(0)
            cut = place - at
            out.append(replace(run, text=run.text[:cut]))
            rest.insert(0, replace(run, text=run.text[cut:]))
            at = place
        within = out[-1].target if out and rest and out[-1].target == rest[0].target else None
        out.append(Mark("", target=within, number=number, edge=edge))
    return (*out, *rest)


def comments(placements: Iterable[Placement], first: int, styles: Mapping[str, str]) -> str:
    """Return the comments as elements of their part, numbered as their marks are."""
    return "".join(
        f'<w:comment w:id="{number}" w:author="{AUTHOR}" w:initials="{INITIALS}">'
        f"{''.join(_paragraphs(placement, styles))}</w:comment>"
        for number, placement in enumerate(placements, first)
    )


def _paragraphs(placement: Placement, styles: Mapping[str, str]) -> Iterator[str]:
    """Yield what a finding weighs and by which rule, what it says, and of what if unprinted."""
    finding = placement.finding
    number = f'<w:r><w:rPr><w:rStyle w:val="{styles[REFERENCE]}"/></w:rPr><w:annotationRef/></w:r>'
    heading = f"{SEVERITY_WORDS[finding.severity].capitalize()} {finding.rule}"
    properties = f'<w:pPr><w:pStyle w:val="{styles[TEXT]}"/></w:pPr>'
    yield f"<w:p>{properties}{number}{_run(heading, '<w:b/><w:bCs/>')}</w:p>"
    yield f"<w:p>{properties}{_run(finding.message)}</w:p>"
    if not placement.is_printed:
        yield f"<w:p>{properties}{_run(_place(finding))}</w:p>"


def _run(words: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}<w:lang w:val="sv-SE"/></w:rPr>{text(words)}</w:r>'


def _place(finding: Finding) -> str:
    """Return where in the file words stand that are not printed."""
    words = " ".join(finding.words.split())
    shown = words if len(words) <= _LONGEST_QUOTE else f"{words[: _LONGEST_QUOTE - 2].rstrip()} …"
    return f"Gäller rad {finding.line} i filen" + (f": ”{shown}”" if shown else ".")
