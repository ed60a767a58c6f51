"""The bytes of a Word file in; its comments, and the words that each of them covers, out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

import docx
from docx.document import Document
from lxml import etree
from tests.render.docx.parts import W

_SHOWN = {f"{W}p": " ", f"{W}tab": " ", f"{W}br": " "}


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment as python-docx reads it; `words` is what it covers, white space made single."""

    paragraphs: tuple[str, ...]
    words: str
    author: str
    initials: str | None
    is_dated: bool


def comments(data: bytes) -> list[Comment]:
    """Return the comments in the order of their numbers; each is anchored, once."""
    document = docx.Document(BytesIO(data))
    covered = dict(_covered(document))
    found = [
        Comment(
            tuple(paragraph.text for paragraph in comment.paragraphs),
            " ".join(covered.pop(str(comment.comment_id)).split()),
            comment.author,
            comment.initials,
            comment.timestamp is not None,
        )
        for comment in document.comments
    ]
    assert not covered, f"anchors without comments: {covered}"
    return found


def _covered(document: Document) -> Iterator[tuple[str, str]]:
    """Yield the number and words of each anchor: started, ended and referred to, in that order."""
    open_: dict[str, str] = {}
    ended: dict[str, str] = {}
    for element in document.element.body.iter():
        number = element.get(f"{W}id")
        match etree.QName(element).localname:
            case "commentRangeStart":
                assert number not in open_
                open_[number] = ""
            case "commentRangeEnd":
                ended[number] = open_.pop(number)
            case "commentReference":
                yield number, ended.pop(number)
            case _:
                shown = element.text if element.tag == f"{W}t" else _SHOWN.get(element.tag, "")
                for key in open_:
                    open_[key] += shown
    assert not open_
    assert not ended
