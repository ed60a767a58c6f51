"""Comparisons in, Markdown for the comment of a pull request out.

Nothing in a mandate is markup there, a link, or calls a person.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from uppdrag.compare import Change, Comparison
from uppdrag.compare.telling.compared import facts_of_both, pair_name, title_of
from uppdrag.compare.telling.describe import (
    OTHER,
    Part,
    branch_sentence,
    count_sentence,
    listed_under,
    told,
)
from uppdrag.compare.telling.nouns import UNSEEN
from uppdrag.findings.plain_markdown import plain_markdown

LIMIT = 60_000
"""Bytes of a comment. GitHub takes 65,536 characters, and counts some of them as more than one."""

_ROOM_FOR_THE_REST = 300
_MARKS: Mapping[Part, str] = {
    Part.LEAD: "**",
    Part.KEPT: "",
    Part.OLD: "~~",
    Part.NEW: "**",
}
_MARKS_ALONE: Mapping[Part, str] = {**_MARKS, Part.NEW: ""}
"""The marks where nothing stands around what is new: all of it is."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A piece of a comment, what follows if it is the last, and how many changes it tells."""

    text: str
    closing: str = ""
    changes: int = 0


def render(comparison: Comparison) -> str:
    """Return the comment: what is compared, how much changed, and every change in a line.

    Changes of substance stand open, the others folded. What there is no room for is counted.
    """
    return _bounded(_comparison(comparison, "##"))


def render_branch(comparisons: Iterable[Comparison], notes: Iterable[str]) -> str:
    """Return the comment on all that a branch changed: first a list of the mandates.

    `notes` are sentences about mandates that are not compared, such as one that is new.
    """
    return _bounded(_branch(list(comparisons), list(notes)))


def _branch(comparisons: Sequence[Comparison], notes: Sequence[str]) -> Iterator[_Line]:
    yield _Line(f"## Ändrade handlingar\n\n{branch_sentence(comparisons, notes)}\n\n")
    for each in comparisons:
        title, pair = each.new.handling.titel, pair_name(each)
        told_in_short = f"{pair}: {count_sentence(each.changes)}"
        yield _Line(f"- **{plain_markdown(title)}**, {plain_markdown(told_in_short)}\n")
    for note in notes:
        yield _Line(f"- {plain_markdown(note)}\n")
    for each in comparisons:
        yield _Line("\n")
        yield from _comparison(each, "###")


def _comparison(comparison: Comparison, level: str) -> Iterator[_Line]:
    yield _Line(f"{level} {plain_markdown(title_of(comparison.new.handling))}\n\n")
    yield _Line(_table(comparison))
    yield _Line(f"\n**{count_sentence(comparison.changes)}**\n")
    for heading, groups in listed_under(comparison.changes):
        if heading == OTHER:
            number = sum(len(group) for _, group in groups)
            summary = f"<summary>{OTHER} ({number})</summary>"
            yield _Line(f"\n<details>\n{summary}\n\n", _CLOSED)
            yield from (_item(change, _CLOSED) for _, group in groups for change in group)
            yield _Line(_CLOSED)
            continue
        yield _Line(f"\n{level}# {heading}\n")
        for matter, group in groups:
            yield _Line(f"\n{matter}:\n\n" if matter else "\n")
            yield from map(_item, group)


def _table(comparison: Comparison) -> str:
    rows = [(row.label, row.old, row.new) for row in facts_of_both(comparison)]
    shown = (f"| {' | '.join(map(plain_markdown, row))} |\n" for row in rows)
    return f"| Uppgift | Tidigare | Ny |\n|:---|:---|:---|\n{''.join(shown)}"


def _item(change: Change, closing: str = "") -> _Line:
    words = told(change)
    marks = _MARKS if words.is_among_words else _MARKS_ALONE
    shown = "".join(
        f"{marks[piece.part]}{plain_markdown(piece.text)}{marks[piece.part]}"
        for piece in words.pieces
    )
    unseen = "" if change.is_printed else f" *({UNSEEN})*"
    return _Line(f"- {shown}{unseen}\n", closing, 1)


def _bounded(lines: Iterable[_Line]) -> str:
    """Return the lines that there is room for, and how many changes the others tell."""
    listed = list(lines)
    room = LIMIT - _ROOM_FOR_THE_REST
    out: list[str] = []
    closing = ""
    for number, line in enumerate(listed):
        room -= len(line.text.encode("utf-8"))
        if room < 0:
            left = sum(rest.changes for rest in listed[number:])
            noun = "ändring" if left == 1 else "ändringar"
            advice = "Kör `uppdrag diff` för att se alla."
            out.append(f"{closing}\nYtterligare {left} {noun} ryms inte här. {advice}\n")
            break
        out.append(line.text)
        closing = line.closing
    return "".join(out)


_CLOSED = "\n</details>\n"
