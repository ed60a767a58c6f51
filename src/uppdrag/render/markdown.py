"""The document tree in; Markdown out, for a pull request or any page that shows Markdown.

What the format's own dialect can say is written so that `prose.parse` reads the same blocks back;
what has a meaning on GitHub only (`<`, `&`, `_`, `` ` ``, `~`, `#`, `>`, `$`) is escaped for it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from uppdrag.document import prose
from uppdrag.document.text import inline_text
from uppdrag.document.tree import (
    Block,
    Document,
    Fact,
    Facts,
    Heading,
    Inlines,
    Item,
    Letterhead,
    ListBlock,
    Note,
    Paragraph,
    Row,
    Run,
    Signature,
    Table,
)
from uppdrag.model.handling import Prosa

LINE_BREAK = "  \n"
"""Ends a line within a paragraph."""

_PUNCTUATION = r"!-/:-@\[-`{-~"
_BACKSLASHED = r"\\\g<0>"
_OWN = re.compile(rf"\\(?=[{_PUNCTUATION}]|$)|[*\[\]|]")
_OWN_AT_START = re.compile(r"^(\d{1,9}(?=[.)])|)([-+](?=[\s-]|$)|(?<=\d)[.)](?=\s|$))")
_FOREIGN = re.compile(
    r"<(?=[A-Za-z/!?])|&(?=#?\w+;)|(?<![^\W_])_|_(?![^\W_])|[`~$]"
    r"|^#(?=#{0,5}(?:\s|$))|(?<=\s)#(?=#*$)|^[>=]"
)
_IMAGE = re.compile(r"!(?=\[)")
_IN_ADDRESS = re.compile(rf"[<>]|\\(?=[{_PUNCTUATION}])|&(?=#?\w+;)")
_BARE_ADDRESS = re.compile(r"[^\s()<>\\&]+")


def render(document: Document) -> str:
    """Return the document as Markdown, which ends with a line break."""
    return _Writer(escape, _without_images).joined(document.blocks) + "\n"


def running_text(blocks: Sequence[Block]) -> str:
    """Return paragraphs, lists and tables so written that `prose.parse` reads them back."""
    return _Writer(_dialect_escape, str).joined(blocks)


def escape(words: str) -> str:
    """Return the words so written that GitHub, and where it can the dialect, shows them as text."""
    return _FOREIGN.sub(_BACKSLASHED, _dialect_escape(words))


def _dialect_escape(words: str) -> str:
    return _OWN_AT_START.sub(r"\1\\\2", _OWN.sub(_BACKSLASHED, words))


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes blocks; `escaped` keeps words from being markup, `mended` a paragraph as a whole."""

    escaped: Callable[[str], str]
    mended: Callable[[str], str]

    def joined(self, blocks: Sequence[Block]) -> str:
        return "\n\n".join(filter(None, (self._block(blocks, at) for at in range(len(blocks)))))

    def _block(self, blocks: Sequence[Block], at: int, turn: int = 0) -> str:
        block = blocks[at]
        match block:
            case Heading() | Paragraph():
                mark = f"{'#' * block.level} " if isinstance(block, Heading) else ""
                return mark + self._inlines(block.inlines)
            case Letterhead() | Facts():
                return LINE_BREAK.join(line for fact in block.facts for line in self._fact(fact))
            case ListBlock():
                return self._list(block, turn + _lists_before(blocks, at))
            case Table():
                return "\n".join(self._table(block))
            case Note():
                return re.sub(
                    "^(?=.)", "> ", self.joined(block.blocks), flags=re.MULTILINE
                ).replace("\n\n", "\n>\n")
            case Signature():
                return LINE_BREAK.join(self._inlines(line.inlines) for line in block.lines)

    def _fact(self, fact: Fact) -> Iterator[str]:
        first, *rest = fact.values
        label = self._inlines(fact.label)
        yield f"{label} {self._inlines(first)}" if label else self._inlines(first)
        yield from map(self._inlines, rest)

    def _list(self, block: ListBlock, turn: int) -> str:
        """Return the list; lists that touch take turns with two markers, which keeps them apart."""
        marker = (".", ")")[turn % 2] if block.ordered else ("-", "*")[turn % 2]
        lines = []
        for number, item in enumerate(block.items, block.start):
            lead = f"{number}{marker} " if block.ordered else f"{marker} "
            lines.append(
                (lead + self._item(item, turn).replace("\n", "\n" + " " * len(lead))).rstrip()
            )
        return re.sub(r"^ +$", "", "\n".join(lines), flags=re.MULTILINE)

    def _item(self, item: Item, turn: int) -> str:
        """Return the item; a list that it begins with has another marker, for `- - -` is a rule."""
        inner_turn = turn + 1 if item.blocks and isinstance(item.blocks[0], ListBlock) else 0
        parts: list[str] = []
        for at, block in enumerate(item.blocks):
            if at:
                tight = isinstance(item.blocks[at - 1], Paragraph) and _interrupts(block)
                parts.append("\n" if tight else "\n\n")
            parts.append(self._block(item.blocks, at, inner_turn))
        return "".join(parts)

    def _table(self, table: Table) -> Iterator[str]:
        yield self._row(table.header)
        yield f"|{' --- |' * len(table.header.cells)}"
        yield from map(self._row, table.rows)

    def _row(self, row: Row) -> str:
        return f"| {' | '.join(map(self._inlines, row.cells))} |"

    def _inlines(self, inlines: Inlines) -> str:
        """Return the inlines as Markdown; words in a form that cannot be written stay words."""
        inlines = _from_first_word(inlines)
        if any(run.bold or run.italic or run.target is not None for run in inlines):
            match prose.parse(Prosa(_spans(inlines, _dialect_escape))):
                case [Paragraph() as read] if _formed(read.inlines) == _formed(inlines):
                    return self.mended(_spans(inlines, self.escaped))
        return self.escaped(inline_text(inlines))


def _without_images(text: str) -> str:
    return _IMAGE.sub(r"\!", text)


def _lists_before(blocks: Sequence[Block], at: int) -> int:
    """Return how many lists of the same kind stand directly before this one."""
    this = blocks[at]

    def is_same_kind(block: Block) -> bool:
        return (
            isinstance(block, ListBlock)
            and isinstance(this, ListBlock)
            and block.ordered == this.ordered
        )

    return sum(1 for _ in takewhile(is_same_kind, reversed(blocks[:at])))


def _interrupts(block: Paragraph | ListBlock) -> bool:
    """Tell whether a list may follow a line of text directly (CommonMark 0.31, 5.3)."""
    if not isinstance(block, ListBlock) or not block.items:
        return False
    return bool(block.items[0].blocks) and (not block.ordered or block.start == 1)


def _from_first_word(inlines: Inlines) -> Inlines:
    """Return the inlines without white space before them, which would indent them into code."""
    for at, run in enumerate(inlines):
        if words := run.text.lstrip():
            return (replace(run, text=words), *inlines[at + 1 :])
    return ()


def _formed(inlines: Inlines) -> list[tuple[str, bool, bool, str | None]]:
    """Return each character with its form; a space has none that shows."""
    return [
        (character, run.bold, run.italic, run.target)
        if character != " "
        else (character, False, False, None)
        for run in inlines
        for character in run.text
    ]


def _spans(runs: Sequence[Run], escaped: Callable[[str], str]) -> str:
    """Return the runs with marks around them, the longest stretch of one form outermost."""
    parts: list[str] = []
    at = 0
    while at < len(runs):
        span = max(_forms(runs[at:]), key=lambda span: len(span.inner), default=None)
        if span is None:
            parts.append(escaped(runs[at].text))
            at += 1
        else:
            parts.append(_marked(span, _spans(span.inner, escaped)))
            at += len(span.inner)
    return "".join(parts)


@dataclass(frozen=True, slots=True)
class _Span:
    """Runs that share a form, without it, and the marks that give it back."""

    opening: str
    closing: str
    inner: Sequence[Run]


def _marked(span: _Span, words: str) -> str:
    """Return the words between their marks; asterisks stand directly at a word."""
    kept = words if span.opening == "[" else words.strip(" ")
    before, _, after = words.partition(kept) if kept else (words, "", "")
    return f"{before}{span.opening}{kept}{span.closing}{after}"


def _forms(runs: Sequence[Run]) -> Iterator[_Span]:
    """Yield each form of the first run, as far as it reaches."""
    first = runs[0]
    if first.target is not None:
        same = takewhile(lambda run: run.target == first.target, runs)
        inner = [replace(run, target=None) for run in same]
        yield _Span("[", f"]({_address(first.target)})", inner)
    if first.bold:
        same = takewhile(lambda run: run.bold, runs)
        yield _Span("**", "**", [replace(run, bold=False) for run in same])
    if first.italic:
        same = takewhile(lambda run: run.italic, runs)
        yield _Span("*", "*", [replace(run, italic=False) for run in same])


def _address(target: str) -> str:
    if _BARE_ADDRESS.fullmatch(target):
        return target
    return f"<{_IN_ADDRESS.sub(_BACKSLASHED, target)}>"
