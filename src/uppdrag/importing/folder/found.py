"""A file that has been read in; what a plan has to know of it out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, pairwise

from uppdrag.compare.line import text_of
from uppdrag.compare.lines import lines_of
from uppdrag.document import compose
from uppdrag.importing.words import words
from uppdrag.model import Uppdragshandling

FORMATS = ("docx", "odt", "html", "htm", "md", "txt", "pdf")
"""How a file's name ends, the one that says most of a document's structure first."""


@dataclass(frozen=True)
class Found:
    """A file: its name from the folder on, its mandate, and how many things are uncertain.

    `yaml` is the source that the file carries, where it does; it is kept as it stands.
    """

    name: str
    handling: Uppdragshandling
    uncertain: int = 0
    yaml: str = ""
    remarks: tuple[str, ...] = ()

    @cached_property
    def format(self) -> str:
        """Return how the name ends, without the dot."""
        return self.name.rpartition(".")[2].casefold()

    @cached_property
    def letters(self) -> str:
        """Return all that the document says, without what parts its words."""
        return "".join(word for line in self._lines for word in line)

    @cached_property
    def pairs(self) -> Counter[tuple[str, str]]:
        """Return how often each word follows another on the same line."""
        return Counter(chain.from_iterable(pairwise(("", *line, "")) for line in self._lines))

    @cached_property
    def _lines(self) -> tuple[tuple[str, ...], ...]:
        document = compose(self.handling)
        found = (tuple(words(" ".join(map(text_of, line.cells)))) for line in lines_of(document))
        return tuple(line for line in found if line)


def likeness(one: Found, other: Found) -> float:
    """Return how much two documents have in common, from 0 to 1: words beside the same words."""
    whole = one.pairs.total() + other.pairs.total()
    return 2 * (one.pairs & other.pairs).total() / whole if whole else 1.0
