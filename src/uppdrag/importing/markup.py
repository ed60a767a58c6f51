"""One paragraph of source text in; the format's own Markdown, or plain words, out.

`**bold**`, `*italic*` and `[text](address)` are markup in the source too; a backslash before a
bracket, a parenthesis or an asterisk makes it a character. Everything else is text as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import is_normalized

from uppdrag.document import prose
from uppdrag.document.text import inline_text
from uppdrag.document.tree import Paragraph
from uppdrag.importing.words import one_line, single_spaced, words
from uppdrag.model import Prosa

_TOKEN = re.compile(
    r"\\(?P<escaped>[()\[\]*])"
    r"|\[(?P<text>(?:\\.|[^\[\]\\]){1,500})\]"
    r"\((?P<address>(?:https?://|mailto:|tel:|[#/])[^()\s\\<>&*]{0,1000}"
    r"(?:\([^()\s\\<>&*]{0,200}\)[^()\s\\<>&*]{0,200})?)\)"
    r"|\*\*(?=[^\s*])(?P<bold>[^*]+?)\*\*"
    r"|(?<![\w*])\*(?=[^\s*])(?P<italic>[^*]+?)(?<=[^\s*\\])\*(?![\w*])"
)
_WHOLLY_BOLD = re.compile(r"\*\*([^*]+)\*\*\s*:?")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of source in one form: what is seen of it, and how the format writes it."""

    seen: str
    written: str
    marked: bool = False
    address: str | None = None


def write(text: str) -> str:
    """Return a paragraph in the format's Markdown, with the same words in the same order.

    Markup that would not read back as such is kept as the characters that it was written with.
    """
    if not any(sign in text for sign in "*[\\"):
        return prose.escape(single_spaced(text))
    pieces = _spaced(list(_pieces(text)))
    seen = single_spaced("".join(piece.seen for piece in pieces))
    written = single_spaced(_joined(pieces))
    apart = " ".join(piece.seen for piece in pieces)
    if _reads_as(written, seen) and words(seen) == words(apart):
        return written
    return prose.escape(single_spaced(text))


def plain(text: str) -> str:
    """Return the words of a paragraph without markup, for a value that stands on one line."""
    if not any(sign in text for sign in "*[\\"):
        return one_line(text)
    pieces = _spaced(list(_pieces(text)))
    seen = (f"{p.seen} ({p.address})" if p.address else p.seen for p in pieces)
    found = one_line("".join(seen))
    same = words(found) == words(text) and is_normalized("NFC", found)
    return found if same else one_line(text)


def is_bold(text: str) -> bool:
    """Tell whether all of a paragraph is bold."""
    return _WHOLLY_BOLD.fullmatch(text.strip()) is not None


def has_open_bold(text: str) -> bool:
    """Tell whether bold begins in the text and does not end in it."""
    return text.count("**") % 2 == 1


def _pieces(text: str) -> Iterator[_Piece]:
    at = 0
    for found in _TOKEN.finditer(text):
        if found.start() > at:
            yield _literal(text[at : found.start()])
        at = found.end()
        if found["escaped"]:
            yield _literal(found["escaped"])
        elif found["address"]:
            inside = list(_pieces(found["text"]))
            seen = "".join(piece.seen for piece in inside)
            written = f"[{_joined(inside)}]({found['address']})"
            yield _Piece(seen, written, marked=True, address=found["address"])
        else:
            sign = "**" if found["bold"] else "*"
            inner = found["bold"] or found["italic"]
            end = inner[len(inner.rstrip()) :]
            inside = list(_pieces(inner.rstrip()))
            seen = "".join(piece.seen for piece in inside)
            yield _Piece(seen, f"{sign}{_joined(inside)}{sign}", marked=True)
            if end:
                yield _literal(end)
    if at < len(text):
        yield _literal(text[at:])


def _literal(text: str) -> _Piece:
    return _Piece(text, prose.escape(text))


def _spaced(pieces: list[_Piece]) -> list[_Piece]:
    """Put a space where two paragraphs were glued: `regionen**Kontoret**`, `**Roll:**Chef`."""
    spaced: list[_Piece] = []
    for piece in pieces:
        last = spaced[-1] if spaced else None
        if last is not None and (last.marked or piece.marked) and _glued(last.seen, piece.seen):
            spaced.append(_Piece(" ", " "))
        spaced.append(piece)
    return spaced


def _glued(before: str, after: str) -> bool:
    end, start = before[-1:], after[:1]
    return start.isalnum() and ((end.islower() and start.isupper()) or end in {":", ")"})


def _joined(pieces: list[_Piece]) -> str:
    """Join what is written; a backslash at the end of a piece must not reach into the next."""
    parts = []
    for index, piece in enumerate(pieces):
        bare = not piece.marked and piece.seen.endswith("\\") and index + 1 < len(pieces)
        parts.append(piece.written + ("\\" if bare else ""))
    return "".join(parts)


def _reads_as(written: str, seen: str) -> bool:
    blocks = prose.parse(Prosa(written))
    if not seen:
        return not blocks
    first = blocks[0] if len(blocks) == 1 else None
    return isinstance(first, Paragraph) and inline_text(first.inlines) == seen
