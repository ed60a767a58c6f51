"""Running text in the format's small Markdown in; blocks of the document tree out.

The dialect: paragraphs, bulleted and numbered lists, tables with a header row, **bold**, *italic*
and [links](address). Everything else is text as it stands: `<b>`, `&amp;`, `#`, `_`, `{{`, `2*3`.
A backslash takes the meaning from the character after it only where that character has one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby, pairwise, repeat
from typing import Literal, TypeAlias

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_block import StateBlock, list_block
from markdown_it.rules_block.table import escapedSplit, table
from markdown_it.rules_inline import StateInline, emphasis, link
from markdown_it.rules_inline.state_inline import Scanned
from markdown_it.token import Token
from markdown_it.utils import EnvType

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

MEANINGFUL = r"\*[]()-+.|"
"""The characters that a backslash can take the meaning from."""

LONGEST_LINK_TEXT = 1000
"""Characters; a bracket that finds no `](` within so many is only a bracket."""

DEEPEST_READ = 8
"""Levels of lists that are read as lists."""

LEVELS_A_LIST = 2
"""Levels that the library counts for a list: the list and its item."""

_MARK = re.compile(r"[\\*\[]")
"""A character that can begin something else than text within a line."""

_MARKED = re.compile(r"[\\*\[|\0]|[^\S \n]|^ *(?:[-+]|\d{1,9}[.)])(?:\s|$)", re.MULTILINE)
"""What only the parser can tell the meaning of; a text without it is paragraphs of plain words."""

_PARAGRAPH = re.compile(r"[^ \n][^\n]*(?:\n *[^ \n][^\n]*)*")

_TABLE_RULE = re.compile(r"[\s|:-]*-[\s|:-]*")
_SCHEME = re.compile(r"\s*([a-zA-Z][a-zA-Z0-9+.-]*):")
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
    tokens = _parser().parse(source.text)
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


class _PlacedState(StateInline):
    """Remembers on every token where in the content it began."""

    _began = 0

    def append_pending(self, text: str) -> None:
        if not self._pending_buffer and not self._pending:
            self._began = self.pos
        super().append_pending(text)

    def pushPending(self) -> Token:  # noqa: N802 - the library's name
        token = super().pushPending()
        token.meta = {"at": self._began}
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        token = super().push(ttype, tag, nesting)
        token.meta = {"at": self.pos}
        return token

    def scanDelims(self, start: int, canSplitWord: bool) -> Scanned:  # noqa: N802, N803, FBT001 - the library's
        """Return what asterisks may begin and end: within a word or a sum they are text."""
        scanned = super().scanDelims(start, canSplitWord)
        end = start + scanned.length
        if start == 0 or end >= self.posMax:
            return scanned
        before, after = self.src[start - 1], self.src[end]
        within_word = scanned.length == 1 and before.isalnum() and after.isalnum()
        if within_word or (before.isdigit() and after.isdigit()):
            return Scanned(can_open=False, can_close=False, length=scanned.length)
        return scanned


class _PlacedInline(ParserInline):
    """The library's inline parser over a state that remembers places."""

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        if not _MARK.search(src):
            tokens.append(Token("text", "", 0, content=src, meta={"at": 0}))
            return tokens
        state = _PlacedState(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


def _escape_rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the library's signature
    """Take the meaning from the character after a backslash, where it has one."""
    at = state.pos
    if state.src[at] != "\\" or at + 1 >= state.posMax or state.src[at + 1] not in MEANINGFUL:
        return False
    if not silent:
        token = state.push("text_special", "", 0)
        token.content = state.src[at + 1]
        token.markup = state.src[at : at + 2]
    state.pos += 2
    return True


def _emphasis_rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the library's signature
    """Read emphasis from asterisks only: an underscore is part of a name or an address."""
    at = state.pos
    if state.src[at] != "*" or not emphasis.tokenize(state, silent):
        return False
    # The library has moved on only after the last of several asterisks.
    for number, token in enumerate(state.tokens[at - state.pos :]):
        token.meta = {"at": at + number}
    return True


def _table_rule(state: StateBlock, first: int, last: int, silent: bool) -> bool:  # noqa: FBT001 - the library's signature
    """Read a table where none of its words would be lost: outside lists, no row too long."""
    if state.level or first + 1 >= last or not _has_rule_below(state, first):
        return False
    columns = 0
    for line in range(first, last):
        row = state.getLines(line, line + 1, state.blkIndent, False).strip()
        if not row:
            break
        cells = len(escapedSplit(row.removeprefix("|").removesuffix("|")))
        columns = columns or cells
        if cells > columns:
            return False
    return table(state, first, last, silent)


def _has_rule_below(state: StateBlock, line: int) -> bool:
    """Tell whether a line with columns has the line of hyphens under it that makes it a header."""
    header = state.src[state.bMarks[line] : state.eMarks[line]]
    below = state.src[state.bMarks[line + 1] : state.eMarks[line + 1]]
    return "|" in header and _TABLE_RULE.fullmatch(below) is not None


def _list_rule(state: StateBlock, first: int, last: int, silent: bool) -> bool:  # noqa: FBT001 - the library's signature
    """Read a list as deep as anyone means; beyond that its markers are text: nothing is lost."""
    return state.level < LEVELS_A_LIST * DEEPEST_READ and list_block(state, first, last, silent)


def _link_rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the library's signature
    """Read a link whose text ends within reach: keeps the cost of stray brackets linear."""
    near = state.src.find("](", state.pos, state.pos + LONGEST_LINK_TEXT)
    return near >= 0 and link(state, silent)


class _ProseMarkdown(MarkdownIt):
    """The library's parser, with addresses that stay as they are written."""

    def validateLink(self, url: str) -> bool:  # noqa: N802 - the library's name
        """Tell whether an address may be a link: the web, mail, telephone, a place in here."""
        scheme = _SCHEME.match(url)
        return scheme is None or scheme[1].lower() in {"http", "https", "mailto", "tel"}

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - the library's name
        return url.strip()


@cache
def _parser() -> MarkdownIt:
    parser = _ProseMarkdown("zero")
    parser.inline = _PlacedInline()
    parser.enable(["list", "table", "newline", "escape", "emphasis", "link"])
    parser.block.ruler.at("list", _list_rule, {"alt": ["paragraph", "reference", "blockquote"]})
    parser.block.ruler.at("table", _table_rule, {"alt": ["paragraph", "reference"]})
    parser.inline.ruler.at("escape", _escape_rule)
    parser.inline.ruler.at("link", _link_rule)
    parser.inline.ruler.at("emphasis", _emphasis_rule)
    parser.inline.ruler.enableOnly(["text", "newline", "escape", "emphasis", "link"])
    parser.inline.ruler2.enableOnly(["balance_pairs", "emphasis"])
    parser.block.ruler.enableOnly(["list", "table", "paragraph"])
    parser.core.ruler.enableOnly(["normalize", "block", "inline"])
    parser.options["maxNesting"] = 100
    return parser
