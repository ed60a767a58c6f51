"""Running text in the format's small Markdown in; blocks of the document tree out.

The dialect: paragraphs, bulleted and numbered lists, tables with a header row, **bold**, *italic*
and [links](address). Everything else is text as it stands: `<b>`, `&amp;`, `#`, `_`, `{{`, `2*3`.
A backslash takes the meaning from the character after it only where that character has one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise, repeat
from typing import TypeAlias

from markdown_it.token import Token

from uppdrag.document.dialect import parser
from uppdrag.document.tree import (
    Inlines,
    Item,
    ListBlock,
    Origin,
    Paragraph,
    Role,
    Row,
    Run,
    Table,
)
from uppdrag.model.handling import Path, Prosa

ProseBlock: TypeAlias = Paragraph | ListBlock | Table

_MARKED = re.compile(r"[\\*\[|\0]|[^\S \n]|^ *(?:[-+]|\d{1,9}[.)])(?:\s|$)", re.MULTILINE)
"""What only the parser can tell the meaning of; a text without it is paragraphs of plain words."""

_PARAGRAPH = re.compile(r"[^ \n][^\n]*(?:\n *[^ \n][^\n]*)*")

_BAR = re.compile(r"(?<!\\)\|")
_SPACE = re.compile(r"\s{2,}|[^\S \u00a0\u202f]")
"""White space that is not just one space as it should be."""


def parse(prosa: Prosa) -> tuple[ProseBlock, ...]:
    """Return the blocks of a running text; each inline knows its characters in that text."""
    if not _MARKED.search(prosa.text):
        return tuple(_unmarked(prosa))
    source = _Source(prosa.text, prosa.path)
    return tuple(_blocks(_Cursor(_tokens(source)), source, None))


def characters(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield each character of a running text that is printed, and where it is written: start, end.

    White space is not folded yet: the text of a run is that of its characters but for that.
    """
    for token in _tokens(_Source(text, ())):
        for child in token.children or ():
            printed = _printed(child)
            at = int(child.meta["at"])
            places = token.meta["offsets"][at : at + max(len(printed), len(child.markup))]
            if child.markup and printed:
                yield printed, places[0], places[len(child.markup) - 1] + 1
            else:
                yield from ((one, at, at + 1) for one, at in zip(printed, places, strict=False))


def _unmarked(prosa: Prosa) -> Iterator[Paragraph]:
    """Yield the paragraphs of a text without marks, as the parser would: most texts have none."""
    for found in _PARAGRAPH.finditer(prosa.text):
        words = found[0].rstrip(" ")
        origin = Origin(prosa.path, found.start(), found.start() + len(words))
        yield Paragraph((Run(" ".join(words.split()), origin=origin),), Role.BODY, origin)


def escape(text: str) -> str:
    """Return the text so written that the dialect reads it back as plain words."""
    text = re.sub(r"\\(?=[\\*\[\]()\-+.|])|[*\[\]]", lambda found: "\\" + found[0], text)
    text = re.sub(r"^([-+])(?=\s|$)", r"\\\1", text)
    text = re.sub(r"^(\d{1,9})([.)])(?=\s|$)", r"\1\\\2", text)
    return re.sub(r"^(?=\|)|(?<=\s)(?=\|)", r"\\", text) if "|" in text else text


class _Source:
    """The text that is parsed, its path, and where each of its lines begins."""

    def __init__(self, text: str, path: Path) -> None:
        self.text = text
        self.path = path
        self.starts = [0, *(found.end() for found in re.finditer(r"\r\n?|\n", text))]

    def line_range(self, first: int, last: int) -> Origin:
        end = self.starts[last] if last < len(self.starts) else len(self.text)
        start = self.starts[first] if first < len(self.starts) else len(self.text)
        raw = self.text[start:end]
        indent = len(raw) - len(raw.lstrip(" "))
        return Origin(self.path, start + indent, start + len(raw.rstrip()))

    def offsets(self, first: int, last: int, content: str) -> list[int]:
        """Return the offset of every character of the paragraph on these lines, and its end.

        What stands before the content of a line is indentation and the markers of lists.
        """
        lines = content.split("\n")
        # The library strips a no-break space, which may be all that a first line has.
        while first + 1 < last and not self._raw(first).endswith(lines[0].rstrip()):
            first += 1
        offsets: list[int] = []
        end = 0
        for number, line in enumerate(lines, first):
            start, end = self._line(number)
            if number > first:
                offsets.append(start - 1)
            if not self.text.endswith(line, start, end):
                end = start + len(self._raw(number))
            # A tab may have become several spaces.
            offsets += [start] * (start - end + len(line))
            offsets += range(max(start, end - len(line)), end)
        return [*offsets, end]

    def cells(self, number: int) -> Iterator[list[int]]:
        """Yield the same for each cell of the row on a line, and then for cells that it lacks."""
        start, end = self._line(number)
        row = self.text[start:end].strip()
        start = self.text.index(row, start)
        end = start + len(row)
        bars = [start + found.start() for found in _BAR.finditer(row)]
        edges = [*([] if bars[:1] == [start] else [start - 1]), *bars, end]
        for before, after in pairwise(edges):
            cell = self.text[before + 1 : after]
            last = before + 1 + len(cell.rstrip())
            first = min(last, after - len(cell.lstrip()))
            # The library has already taken away the backslash before a bar.
            yield [*(i for i in range(first, last) if self.text[i : i + 2] != r"\|"), last]
        yield from repeat([end])

    def _raw(self, number: int) -> str:
        """Return a line without the white space that it ends with."""
        return self.text[slice(*self._line(number))].rstrip()

    def _line(self, number: int) -> tuple[int, int]:
        """Return where a line begins and ends, without its line break."""
        number = min(number, len(self.starts) - 1)
        following = self.starts[number + 1 : number + 2]
        return self.starts[number], following[0] - 1 if following else len(self.text)


class _Cursor:
    """Block tokens, read one after another."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.at = 0

    def next(self) -> Token | None:
        if self.at >= len(self.tokens):
            return None
        self.at += 1
        return self.tokens[self.at - 1]


def _tokens(source: _Source) -> list[Token]:
    """Return the tokens of a text; each paragraph and cell knows where its content is written."""
    tokens = parser().parse(source.text)
    row: Iterator[list[int]] | None = None
    for token in tokens:
        first, last = token.map or (0, 0)
        if token.type == "tr_open":
            row = source.cells(first)
        elif token.type == "tr_close":
            row = None
        elif token.type == "inline":
            token.meta["offsets"] = next(row) if row else source.offsets(first, last, token.content)
    return tokens


def _blocks(cursor: _Cursor, source: _Source, closing: str | None) -> Iterator[ProseBlock]:
    while (token := cursor.next()) is not None and token.type != closing:
        match token.type:
            case "paragraph_open":
                inline = cursor.next()
                cursor.next()
                if inline is not None and (inlines := _inlines(inline, source)):
                    yield Paragraph(inlines, Role.BODY, source.line_range(*(token.map or (0, 0))))
            case "bullet_list_open" | "ordered_list_open":
                yield from _lists(token, cursor, source)
            case "table_open":
                yield _table(token, cursor, source)
            case other:
                message = f"unknown prose token: {other}"
                raise AssertionError(message)


def _lists(opening: Token, cursor: _Cursor, source: _Source) -> Iterator[ListBlock]:
    """Yield the list, cut where its numbers do not follow on: a written number is kept.

    An item without content says nothing and is left out.
    """
    ordered = opening.type == "ordered_list_open"
    closing = "ordered_list_close" if ordered else "bullet_list_close"
    start = int(opening.attrs.get("start", 1)) if ordered else 1
    items: list[Item] = []
    while (token := cursor.next()) is not None and token.type != closing:
        number = int(token.info) if ordered else 1
        blocks = tuple(
            block
            for block in _blocks(cursor, source, "list_item_close")
            if not isinstance(block, Table)
        )
        if not blocks:
            continue
        if ordered and items and number != start + len(items):
            yield _list(items, start, source, ordered=True)
            items = []
        if ordered and not items:
            start = number
        items.append(Item(blocks, source.line_range(*(token.map or (0, 0)))))
    if items:
        yield _list(items, start, source, ordered=ordered)


def _list(items: Sequence[Item], start: int, source: _Source, *, ordered: bool) -> ListBlock:
    origin = Origin(source.path, items[0].origin.start, items[-1].origin.end)
    return ListBlock(tuple(items), ordered, start, origin)


def _table(opening: Token, cursor: _Cursor, source: _Source) -> Table:
    rows: list[Row] = []
    cells: list[Inlines] = []
    while (token := cursor.next()) is not None and token.type != "table_close":
        if token.type == "tr_open":
            cells = []
        elif token.type == "inline":
            cells.append(_inlines(token, source))
        elif token.type == "tr_close":
            first = opening.map[0] if opening.map else 0
            line = first + len(rows) + (1 if rows else 0)
            rows.append(Row(tuple(cells), source.line_range(line, line + 1)))
    return Table(rows[0], tuple(rows[1:]), source.line_range(*(opening.map or (0, 0))))


def _inlines(token: Token, source: _Source) -> Inlines:
    offsets = token.meta["offsets"]
    bold = italic = 0
    target: str | None = None
    runs: list[Run] = []
    for child in token.children or ():
        match child.type:
            case "strong_open" | "strong_close":
                bold += child.nesting
            case "em_open" | "em_close":
                italic += child.nesting
            case "link_open":
                target = str(child.attrs["href"])
            case "link_close":
                target = None
            case _ if text := _printed(child):
                start = int(child.meta["at"])
                origin = Origin(
                    source.path,
                    offsets[min(start, len(offsets) - 1)],
                    offsets[min(start + len(child.markup or text), len(offsets) - 1)],
                )
                runs.append(Run(text, bold > 0, italic > 0, target, origin))
    return _joined(runs)


def _printed(child: Token) -> str:
    """Return what an inline token prints: markup prints nothing, the end of a line a space."""
    match child.type:
        case "text" | "text_special":
            return child.content
        case "softbreak" | "hardbreak":
            return " "
        case _:
            return ""


def _joined(runs: Sequence[Run]) -> Inlines:
    """Join neighbours of one form, fold white space, and strip both ends."""
    joined: list[Run] = []
    before = " "
    for run in _merged(runs):
        text = _SPACE.sub(_folded_space, run.text)
        if before.endswith(" "):
            text = text.removeprefix(" ")
        if text:
            joined.append(_with_text(run, text))
            before = text
    while joined and joined[-1].text == " ":
        joined.pop()
    if joined and joined[-1].text.endswith(" "):
        joined[-1] = _with_text(joined[-1], joined[-1].text.removesuffix(" "))
    return tuple(joined)


def _merged(runs: Sequence[Run]) -> Iterator[Run]:
    """Yield the runs with neighbours of one form as one run."""
    for _, group in groupby(runs, _form):
        first, *rest = group
        if rest:
            origin = Origin(first.origin.path, first.origin.start, rest[-1].origin.end)
            text = "".join(run.text for run in (first, *rest))
            yield Run(text, first.bold, first.italic, first.target, origin)
        else:
            yield first


def _with_text(run: Run, text: str) -> Run:
    """Return the run with other text; much quicker than `dataclasses.replace`."""
    if text == run.text:
        return run
    return Run(text, run.bold, run.italic, run.target, run.origin)


def _folded_space(found: re.Match[str]) -> str:
    """Keep a no-break space, which was meant; fold the rest to one space."""
    kept = [character for character in found[0] if character in "\u00a0\u202f"]
    return kept[0] if len(kept) == len(found[0]) else " "


def _form(run: Run) -> tuple[bool, bool, str | None]:
    return run.bold, run.italic, run.target
