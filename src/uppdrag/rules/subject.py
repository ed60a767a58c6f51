"""What a rule looks at, a mandate with its text and its data, and what it gives: remarks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from uppdrag.document.tree import Document
from uppdrag.findings import Severity
from uppdrag.model import Uppdragshandling
from uppdrag.rules.data import RuleData
from uppdrag.rules.passage import Passage, passages
from uppdrag.source import NodePath, Range, Scalar, Source


@dataclass(frozen=True, slots=True)
class Remark:
    """What one rule has to say of one place: the words, in Swedish what to write instead.

    `fix` may take the place of exactly these words; `severity` is given only where it differs
    from the rule's own.
    """

    range: Range
    message: str
    path: NodePath = ()
    fix: str | None = None
    severity: Severity | None = None


@dataclass(frozen=True)
class Subject:
    """A mandate as a rule sees it: typed, as text, as a document tree, with the rules' data."""

    handling: Uppdragshandling
    source: Source
    document: Document
    data: RuleData

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Return the printed words, one passage a paragraph or value, in the file's order."""
        return passages(self.source, self.document)

    @cached_property
    def text(self) -> str:
        """Return all printed words, a line a passage: to see quickly that a word is not there."""
        return "\n".join(passage.text for passage in self.passages)

    @property
    def day(self) -> str:
        """Return the day that the document speaks of (ISO 8601), decided or dated, or ''."""
        beslut = self.handling.beslut
        return (beslut.datum if beslut else None) or self.handling.datum or ""

    def words(
        self,
        passage: Passage,
        span: tuple[int, int],
        message: str,
        *,
        fix: str | None = None,
        severity: Severity | None = None,
    ) -> Remark:
        """Return a remark about some characters of a passage."""
        return Remark(passage.range(*span), message, passage.path, fix, severity)

    def value(
        self,
        path: NodePath,
        message: str,
        *,
        fix: str | None = None,
        severity: Severity | None = None,
    ) -> Remark:
        """Return a remark about a value's words; where it is missing, about where it belongs."""
        node = self.source.node(path)
        words = node.text.rstrip("\n") if isinstance(node, Scalar) else ""
        place = self.source.locate(path, 0, len(words)) if words else self.source.range_of(path)
        return Remark(place, message, path, fix, severity)

    def key(self, path: NodePath, message: str, *, severity: Severity | None = None) -> Remark:
        """Return a remark about a key, or the nearest one above where it is missing."""
        return Remark(self.source.key_range(path), message, path, None, severity)
