"""T015: a mandate's source in; a remark for each value with letters made of two characters out.

The program reads å, ä and ö the same however they are written; other programs, and searching in
the file, do not (Unicode Standard Annex #15: NFC).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from uppdrag.rules.subject import Remark, Subject
from uppdrag.source import Mapping, Node, NodePath, Range, Scalar, Sequence
from uppdrag.source.pattern import lazy_pattern

_WORD = lazy_pattern(r"(?:[^\W_]|[\u0300-\u036f])+")


def loose_characters(subject: Subject) -> Iterator[Remark]:
    """Yield a remark for each key and value with a letter whose ring or dots stand apart."""
    text = subject.source.text
    if subject.source.root is None or unicodedata.is_normalized("NFC", text):
        return
    for path, scalar in _scalars(subject.source.root, ()):
        start, end = scalar.range.start, scalar.range.end
        words = [
            found for found in _WORD.finditer(text, start, end) if _composed(found[0]) != found[0]
        ]
        if words:
            yield _remark(path, words)


def _remark(path: NodePath, words: list[re.Match[str]]) -> Remark:
    """Return one remark from the first such word of a value to the last."""
    start, end = words[0].start(), words[-1].end()
    written = words[0].string[start:end]
    shown = _composed(words[0][0])
    more = len(words) - 1
    many = f" och i {'ett' if more == 1 else more} ord till" if more else ""
    return Remark(
        Range(start, end),
        f"I ”{shown}”{many} är bokstäver som å, ä och ö skrivna med två tecken var. "
        "Skriv dem med ett.",
        path,
        _composed(written),
    )


def _scalars(node: Node, path: NodePath) -> Iterator[tuple[NodePath, Scalar]]:
    """Yield every key and value that is text, with the path of the value."""
    match node:
        case Scalar():
            yield path, node
        case Mapping():
            for entry in node.entries:
                yield (*path, entry.key.text), entry.key
                yield from _scalars(entry.value, (*path, entry.key.text))
        case Sequence():
            for index, item in enumerate(node.items):
                yield from _scalars(item, (*path, index))


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)
