"""Nothing in; the parser of the format's small Markdown, which remembers places, out.

The library's parser with every rule off but those of the dialect, three of them our own so that no
word is lost. Each inline token knows where in the paragraph it began.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_block import StateBlock, list_block
from markdown_it.rules_block.table import escapedSplit, table
from markdown_it.rules_inline import StateInline, emphasis, link
from markdown_it.rules_inline.state_inline import Scanned
from markdown_it.token import Token
from markdown_it.utils import EnvType

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

_TABLE_RULE = re.compile(r"[\s|:-]*-[\s|:-]*")
_SCHEME = re.compile(r"\s*([a-zA-Z][a-zA-Z0-9+.-]*):")


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
def parser() -> MarkdownIt:
    """Return the parser; it is made once and keeps nothing of what it has read."""
    made = _ProseMarkdown("zero")
    made.inline = _PlacedInline()
    made.enable(["list", "table", "newline", "escape", "emphasis", "link"])
    made.block.ruler.at("list", _list_rule, {"alt": ["paragraph", "reference", "blockquote"]})
    made.block.ruler.at("table", _table_rule, {"alt": ["paragraph", "reference"]})
    made.inline.ruler.at("escape", _escape_rule)
    made.inline.ruler.at("link", _link_rule)
    made.inline.ruler.at("emphasis", _emphasis_rule)
    made.inline.ruler.enableOnly(["text", "newline", "escape", "emphasis", "link"])
    made.inline.ruler2.enableOnly(["balance_pairs", "emphasis"])
    made.block.ruler.enableOnly(["list", "table", "paragraph"])
    made.core.ruler.enableOnly(["normalize", "block", "inline"])
    made.options["maxNesting"] = 100
    return made
