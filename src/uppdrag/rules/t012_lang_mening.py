"""T012: a mandate in; a remark for each sentence that is too long to be read at one go out."""

from __future__ import annotations

from collections.abc import Iterator

from uppdrag.readability.lix import words
from uppdrag.readability.sentences import sentences
from uppdrag.rules.passage import Kind
from uppdrag.rules.subject import Remark, Subject
from uppdrag.source.pattern import lazy_pattern

MOST_WORDS = 35

_RUNNING = frozenset({Kind.PARAGRAPH, Kind.ITEM})
_CERTAIN_END = lazy_pattern(r"(?<=[a-zåäö]{6})[.!?] (?=[A-ZÅÄÖ])")
_GAP = lazy_pattern(r"[ /]")


def long_sentence(subject: Subject) -> Iterator[Remark]:
    """Yield a remark for each sentence of more than 35 words."""
    for passage in subject.passages:
        if passage.kind not in _RUNNING or not _may_be_long(passage.text):
            continue
        for start, end in sentences(passage.text):
            count = sum(1 for _ in words(passage.text[start:end]))
            if count > MOST_WORDS:
                yield subject.words(
                    passage,
                    (start, end),
                    f"Meningen har {count} ord. Dela den i kortare meningar, eller gör en lista.",
                )


def _may_be_long(text: str) -> bool:
    """Tell whether a sentence may be too long: seen sooner than where each of them ends."""
    if len(_GAP.findall(text)) < MOST_WORDS:
        return False
    return any(len(_GAP.findall(part)) >= MOST_WORDS for part in _CERTAIN_END.split(text))
