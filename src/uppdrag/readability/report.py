"""A source and its document tree in; the measure of each section and what makes it heavy out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from uppdrag.document.tree import Document
from uppdrag.readability.lix import Measure, is_long, measure, words
from uppdrag.readability.running import RunningText, Stretch, running_text
from uppdrag.readability.sentences import sentences
from uppdrag.source import Position, Source

MANY_WORDS = 35
"""Words; a sentence with more is shown as long."""

SHOWN_SENTENCES = 3
"""The longest sentences, shown whether they are long or not."""

SHOWN_WORDS = 10
"""The commonest long words, so many at most."""


@dataclass(frozen=True, slots=True)
class Section:
    """The measure of a section, under its heading as printed."""

    key: str
    heading: str
    measure: Measure

    @property
    def name(self) -> str:
        """Return the heading; the key in brackets where none is printed."""
        return self.heading or f"({self.key})"


@dataclass(frozen=True, slots=True)
class LongSentence:
    """A sentence as printed, how many words it has, and where it is written (end exclusive)."""

    text: str
    words: int
    section: str
    start: Position
    end: Position

    @property
    def is_long(self) -> bool:
        """Whether it has more words than a sentence should."""
        return self.words > MANY_WORDS


@dataclass(frozen=True, slots=True)
class Report:
    """How a document reads: its sections in order, longest sentences and commonest long words.

    `sentences` holds every long sentence, and others up to `SHOWN_SENTENCES`, longest first.
    """

    sections: tuple[Section, ...]
    total: Measure
    sentences: tuple[LongSentence, ...]
    long_words: tuple[tuple[str, int], ...]

    @property
    def long_sentences(self) -> int:
        """Return how many sentences have more words than a sentence should."""
        return sum(sentence.is_long for sentence in self.sentences)


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence with its words, and where in its paragraph it stands."""

    section: str
    stretch: Stretch
    span: tuple[int, int]
    words: tuple[str, ...]


def report(source: Source, document: Document) -> Report:
    """Return how the running text of a document reads."""
    parts = running_text(document)
    sections = tuple(Section(part.key, part.heading, _measure(part)) for part in parts)
    total = sum((section.measure for section in sections), Measure())
    read = [
        sentence
        for part, section in zip(parts, sections, strict=True)
        for sentence in _sentences(part, section.name)
    ]
    return Report(sections, total, tuple(_longest(source, read)), tuple(_long_words(read)))


def _measure(part: RunningText) -> Measure:
    return sum((measure(stretch.text) for stretch in part.stretches), Measure())


def _sentences(part: RunningText, name: str) -> Iterator[_Sentence]:
    for stretch in part.stretches:
        for start, end in sentences(stretch.text):
            found = tuple(words(stretch.text[start:end]))
            yield _Sentence(name, stretch, (start, end), found)


def _longest(source: Source, read: Iterable[_Sentence]) -> Iterator[LongSentence]:
    ordered = sorted(read, key=lambda sentence: -len(sentence.words))
    for index, sentence in enumerate(ordered):
        count = len(sentence.words)
        if index >= SHOWN_SENTENCES and count <= MANY_WORDS:
            return
        place = sentence.stretch.range(source, *sentence.span)
        yield LongSentence(
            text=sentence.stretch.text[slice(*sentence.span)],
            words=count,
            section=sentence.section,
            start=source.lines.position(place.start),
            end=source.lines.position(place.end),
        )


def _long_words(read: Iterable[_Sentence]) -> Iterator[tuple[str, int]]:
    """Yield the long words that come more than once, in small letters but for names.

    A name is what has its capital within a sentence too: at its beginning every word has one.
    """
    counted: Counter[str] = Counter()
    within: dict[str, str] = {}
    for sentence in read:
        for index, word in enumerate(sentence.words):
            if is_long(word):
                small = word.lower()
                counted[small] += 1
                if index:
                    # Small letters come after capitals: one small form makes it no name.
                    within[small] = max(word, within.get(small, ""))
    for small, count in counted.most_common(SHOWN_WORDS):
        if count > 1:
            yield within.get(small, small), count
