"""The paragraphs of a Word file in; the level of each heading, marked or only seeming, out.

A heading is marked by its style or its outline level. In a file that marks none, what looks like a
heading is one: short, and in larger letters or all in bold.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from uppdrag.importing.decision import decision_date
from uppdrag.importing.facts import bare_label, facts_in
from uppdrag.importing.headings import section_of
from uppdrag.importing.labels import standing_alone
from uppdrag.importing.places import is_document_type, organisations
from uppdrag.importing.word.file import WordParagraph

ENOUGH = 2
"""Marked headings by which a file shows that it marks them."""

LONGEST = 120
LARGER = 2
"""Half points by which letters are larger than those of the text, at least."""

_END = (".", ";", ",", "!", "…")


@dataclass(frozen=True, slots=True)
class Levels:
    """The level of each heading by its paragraph's number, and whether they are only guessed."""

    levels: Mapping[int, int]
    are_guessed: bool


def heading_levels(paragraphs: Sequence[WordParagraph]) -> Levels:
    """Return the levels, from 1; a title that is marked so stands above all others."""
    marked = {
        at: one.heading
        for at, one in enumerate(paragraphs)
        if one.heading is not None and one.text.strip()
    }
    titles = sum(level == 0 for level in marked.values())
    if len(marked) - titles >= ENOUGH:
        return Levels({at: level + 1 for at, level in marked.items()}, are_guessed=False)
    if len(counted := _counted(paragraphs)) >= ENOUGH:
        return Levels(counted | {at: level + 1 for at, level in marked.items()}, are_guessed=True)
    size = _usual_size(paragraphs)
    looks = {at: _look(one, size) for at, one in enumerate(paragraphs) if _could_head(one, size)}
    ranks = {look: rank for rank, look in enumerate(sorted(set(looks.values()), reverse=True), 2)}
    guessed = {at: ranks[look] for at, look in looks.items()}
    return Levels(guessed | {at: level + 1 for at, level in marked.items()}, are_guessed=True)


def _counted(paragraphs: Sequence[WordParagraph]) -> dict[int, int]:
    """Return the points of a numbered list that the sections of the document are."""
    lists: dict[tuple[str, int], list[int]] = {}
    for at, one in enumerate(paragraphs):
        if one.item is not None and one.item.number is not None and one.heading is None:
            lists.setdefault((one.item.list_id, one.item.depth), []).append(at)
    known = (
        (depth, numbers)
        for (_, depth), numbers in lists.items()
        if sum(section_of(paragraphs[at].text) is not None for at in numbers) >= ENOUGH
    )
    return {at: depth + 2 for depth, numbers in known for at in numbers}


def is_all_bold(one: WordParagraph) -> bool:
    """Tell whether every letter of a paragraph is bold."""
    if one.is_bold and one.text.strip():
        return True
    said = [run for run in one.runs if any(map(str.isalnum, run.text))]
    return bool(said) and all(run.bold for run in said)


def _usual_size(paragraphs: Sequence[WordParagraph]) -> int:
    """Return the size of most letters."""
    sizes: Counter[int] = Counter()
    for one in paragraphs:
        sizes[one.size] += len(one.text)
    return max(sizes, key=lambda size: (sizes[size], -size), default=0)


def _could_head(one: WordParagraph, size: int) -> bool:
    text = one.text.strip()
    if not any(map(str.isalpha, text)) or len(text) > LONGEST or "\n" in text:
        return False
    is_listed = one.item is not None and one.item.number is None
    if is_listed or text.endswith(_END) or (one.item is not None and section_of(text) is None):
        return False
    if _says_something(text) or (standing_alone(text) and one.size < size + LARGER):
        return False
    return is_all_bold(one) or one.size >= size + LARGER


def _says_something(text: str) -> bool:
    """Tell whether a line is a fact, an organisation, a day or a kind of document: no heading."""
    is_fact = bool(facts_in(text)) or bare_label(text) is not None or decision_date(text)
    return bool(is_fact or organisations(text) or is_document_type(text))


def _look(one: WordParagraph, size: int) -> tuple[int, bool]:
    return (one.size if one.size >= size + LARGER else 0, is_all_bold(one))
