"""T002: a mandate in; a remark for each paragraph or list item that stands there twice out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from uppdrag.rules.passage import Kind, Passage
from uppdrag.rules.subject import Remark, Subject
from uppdrag.source.pattern import lazy_pattern

SHORTEST = 80
"""Characters; what is shorter is often repeated on purpose."""

_NOT_WORDS = lazy_pattern(r"[\W_]+")
_BEGINNING = 40
_NAMES = {Kind.PARAGRAPH: "Stycket", Kind.ITEM: "Listpunkten"}


def repeated_paragraph(subject: Subject) -> Iterator[Remark]:
    """Yield a remark at each later one of two paragraphs with the same words."""
    # Nearly all differ from the first words on, which costs less to see.
    beginnings: dict[str, list[Passage]] = {}
    for passage in subject.passages:
        if len(passage.text) >= SHORTEST and passage.kind in _NAMES:
            beginning = passage.text.lstrip("”\"'(")[:_BEGINNING].casefold()
            beginnings.setdefault(beginning, []).append(passage)
    for earlier, passage in chain.from_iterable(map(_pairs, beginnings.values())):
        line = subject.source.lines.line(earlier.range(0, 1).start)
        yield subject.words(
            passage,
            (0, len(passage.text)),
            f"{_NAMES[passage.kind]} står redan på rad {line}. Låt det stå på ett ställe, och "
            "hänvisa dit om det behövs.",
        )


def _pairs(alike: list[Passage]) -> Iterator[tuple[Passage, Passage]]:
    """Yield each passage that has the same words as an earlier one, with the first of them."""
    if len(alike) == 1:
        return
    first: dict[str, Passage] = {}
    for passage in alike:
        earlier = first.setdefault(_NOT_WORDS.sub("", passage.text).casefold(), passage)
        if earlier is not passage:
            yield earlier, passage
