"""A mandate in; the e-mail addresses that it prints or links to out, each with its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from uppdrag.rules.links import Link, links
from uppdrag.rules.passage import Passage
from uppdrag.rules.subject import Subject
from uppdrag.source import NodePath, Range
from uppdrag.source.pattern import lazy_pattern

_ADDRESS = lazy_pattern(r"(?<![\w.+-])[\w.+-]*\w@[\w-]+(?:\.[\w-]+)+")
_MAILTO = "mailto:"


@dataclass(frozen=True, slots=True)
class Address:
    """An e-mail address, in a passage or as the address of a link."""

    text: str
    path: NodePath
    place: tuple[Passage, int] | tuple[Link, int]

    @property
    def box(self) -> str:
        """Return what stands before the @, in lower case."""
        return self.text.partition("@")[0].lower()

    @property
    def domain(self) -> str:
        """Return what stands after the @, in lower case."""
        return self.text.partition("@")[2].lower()

    def range(self, subject: Subject, start: int = 0) -> Range:
        """Return where the address is written, from one of its characters on."""
        where, at = self.place
        if isinstance(where, Link):
            return where.place(subject.source, at + start, at + len(self.text))
        return where.range(at + start, at + len(self.text))


def addresses(subject: Subject) -> Iterator[Address]:
    """Yield each e-mail address; one that a link both shows and leads to, once."""
    if "@" in subject.text:
        for passage in subject.passages:
            for found in _ADDRESS.finditer(passage.text):
                yield Address(found[0], passage.path, (passage, found.start()))
    for link in links(subject):
        if link.target.lower().startswith(_MAILTO):
            led_to = _ADDRESS.match(link.target, len(_MAILTO))
            if led_to is not None and led_to[0].lower() not in link.words.lower():
                yield Address(led_to[0], link.passage.path, (link, led_to.start()))
