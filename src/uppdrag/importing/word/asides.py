"""The parts of a Word file beside its body in: comments, footnotes, heads and feet; texts out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from uppdrag.importing.word.body import BodyReader
from uppdrag.importing.word.file import WordComment, WordParagraph
from uppdrag.importing.word.markup import W, value
from uppdrag.importing.word.paragraph import Context, joined_texts

if TYPE_CHECKING:
    from lxml.etree import _Element

LONGEST_ABOUT = 200
"""Characters of the words that a comment is about."""

_APART = frozenset({"separator", "continuationSeparator", "continuationNotice"})


def text_of(element: _Element, context: Context, name: str) -> str:
    """Return the words of an element's paragraphs on one line."""
    reader = BodyReader(context, name)
    found: list[WordParagraph] = []
    for block in reader.read(element):
        if isinstance(block, WordParagraph):
            found.append(block)
        else:
            found.extend(p for row in block.rows for cell in row for p in cell)
    return joined_texts(found)


def comments(
    root: _Element | None, document: _Element, context: Context, name: str
) -> dict[str, WordComment]:
    """Return the comments by id, each with the words of the document that it is about."""
    if root is None:
        return {}
    about = _about(document)
    return {
        (key := value(one, "id")): WordComment(
            " ".join(value(one, "author").split()),
            value(one, "date")[:10],
            text_of(one, context, name),
            about.get(key, ""),
        )
        for one in root.iterfind(f"{W}comment")
    }


def _about(document: _Element) -> dict[str, str]:
    found: dict[str, str] = {}
    begun: set[str] = set()
    for element in document.iter(f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}t"):
        if element.tag == f"{W}t":
            for key in begun:
                if len(found.setdefault(key, "")) < LONGEST_ABOUT:
                    found[key] += element.text or ""
        elif element.tag == f"{W}commentRangeStart":
            begun.add(value(element, "id"))
        else:
            begun.discard(value(element, "id"))
    return {key: " ".join(text.split())[:LONGEST_ABOUT] for key, text in found.items()}


def footnotes(
    root: _Element | None, kind: str, context: Context, name: str
) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield the text of each footnote (or endnote: `kind`) by what refers to it."""
    if root is None:
        return
    for one in root.iterfind(f"{W}{kind}"):
        if value(one, "type") not in _APART and (text := text_of(one, context, name)):
            yield (f"{W}{kind}Reference", value(one, "id")), text
